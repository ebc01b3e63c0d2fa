import type { TableGrid } from '../text/structure/table-grid.ts';

/** How a table stands on paper. */
export interface TableLayout {
  /** Widths in parts of a hundred. */
  readonly widths: readonly number[];
  /** Whether it needs a sheet across. */
  readonly isWide: boolean;
  /** Size of its characters, in points. */
  readonly size: number;
  /** Whether it is short enough to stand on one sheet. */
  readonly isShort: boolean;
}

/** Width of the text on A4 within the margins of GB/T 1.1—2020 (25 mm and 20 mm), upright and across, in points. */
const paper = { upright: 467, across: 714 };
const sizes = [9, 7.5, 6];
/** Blanks at both sides of a cell, in em. */
const padding = 1.2;
const mostAsked = 40;
/** Rows of lines that one sheet always has room for. */
const shortLines = 24;

const wide =
  /[\u1100-\u115F\u2014\u2026\u2E80-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\uD800-\uDBFF]/;

function measure(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 1 : 0.56;
  return width;
}

/** Pieces that no line ends in. */
const pieces = /[\u2E80-\u9FFF\uF900-\uFAFF][，。；、：）]?|[^\s\u2E80-\u9FFF\uF900-\uFAFF]+/g;

interface Column {
  /** What its longest piece needs. */
  least: number;
  /** What its longest cell needs in one line. */
  whole: number;
}

/** Returns how wide the columns of a table are, and whether it needs smaller characters or a sheet across. */
export function layOutTable(grid: TableGrid): TableLayout {
  const columns = measureColumns(grid);
  const least = columns.reduce((sum, { least: own }) => sum + own, 0);
  const fits = (width: number) => sizes.find((size) => least * size <= width);
  const upright = fits(paper.upright);
  const isWide = upright !== sizes[0] && fits(paper.across) !== undefined && columns.length > 2;
  const size = (isWide ? fits(paper.across) : upright) ?? sizes.at(-1) ?? 6;
  const width = (isWide ? paper.across : paper.upright) / size;
  const widths = share(columns, width);
  const lines = countLines(
    grid,
    widths.map((part) => (part * width) / 100),
  );
  return { widths, isWide, size, isShort: lines <= shortLines };
}

function measureColumns({ rows }: TableGrid): readonly Column[] {
  const columns: Column[] = (rows[0] ?? []).map(() => ({ least: 2, whole: 2 }));
  const passes = [true, false];
  for (const isSingle of passes) {
    rows.forEach((row, r) =>
      row.forEach((cell, at) => {
        if (cell.row !== r || cell.column !== at || (cell.columnSpan === 1) !== isSingle) return;
        const own = columns.slice(at, at + cell.columnSpan);
        const longest = Math.max(0, ...(cell.text.match(pieces) ?? []).map(measure));
        grow(own, 'least', Math.min(longest, 16) + padding);
        grow(own, 'whole', Math.min(measure(cell.text), mostAsked) + padding);
      }),
    );
  }
  return columns;
}

function grow(columns: readonly Column[], key: keyof Column, needed: number): void {
  const sum = columns.reduce((all, column) => all + column[key], 0);
  if (sum >= needed) return;
  for (const column of columns) column[key] += (needed - sum) / columns.length;
}

/** Parts of a hundred: each column has what it needs at least, and of the rest by what it would need for one line. */
function share(columns: readonly Column[], width: number): readonly number[] {
  const sum = (of: (column: Column) => number) => columns.reduce((all, each) => all + of(each), 0);
  const [least, whole] = [sum((each) => each.least), sum((each) => each.whole)];
  const rest = width - least;
  const asked = ({ least: low, whole: high }: Column): number => {
    if (rest <= 0) return low / least;
    if (whole <= width) return high / whole;
    const wished = whole - least;
    return (low + (wished > 0 ? (rest * (high - low)) / wished : rest / columns.length)) / width;
  };
  const parts = columns.map(asked);
  const all = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => Math.round((part / all) * 10_000) / 100);
}

function countLines({ rows }: TableGrid, widths: readonly number[]): number {
  return rows.reduce((sum, row, r) => {
    const lines = row.map((cell, at) => {
      if (cell.row !== r || cell.column !== at) return 1;
      const room = widths.slice(at, at + cell.columnSpan).reduce((a, b) => a + b, 0) - padding;
      return Math.ceil(measure(cell.text) / Math.max(1, room));
    });
    return sum + Math.max(1, ...lines);
  }, 0);
}
