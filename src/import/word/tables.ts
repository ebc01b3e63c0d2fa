import type { PhrasingContent, Table as MarkdownTable } from 'mdast';
import type { Cell, Paragraph, Table } from './pieces.ts';
import { textOfPieces } from './pieces.ts';

/** A table for Markdown, and the lines below it that its last rows hold: notes and footnotes. */
export interface GridTable {
  readonly table: MarkdownTable;
  readonly headRows: number;
  /** Paragraphs of rows of one cell at its end: notes, footnotes. */
  readonly below: readonly Paragraph[];
}

interface GridCell {
  readonly content: PhrasingContent[];
}

const above: GridCell = { content: [{ type: 'html', value: '^^' }] };
const before: GridCell = { content: [{ type: 'html', value: '<<' }] };

/** All paragraphs of a cell, those of tables in it too. */
export function paragraphsOf({ blocks }: Cell): readonly Paragraph[] {
  return blocks.flatMap((block): readonly Paragraph[] => {
    if (block.kind === 'paragraph') return [block];
    return block.kind === 'table' ? listParagraphs(block) : [];
  });
}

/** All paragraphs of a table in their order. */
export function listParagraphs({ rows }: Table): readonly Paragraph[] {
  return rows.flatMap(({ cells }) => cells.flatMap(paragraphsOf));
}

/** Whether a row is one cell that begins as notes and footnotes of tables do (GB/T 1.1—2020, 9.7.2). */
const isBelow = (cells: readonly Cell[], columns: number): boolean => {
  const [only] = cells;
  if (cells.length !== 1 || !only || only.columns < columns || columns < 2) return false;
  const text = paragraphsOf(only)
    .map(({ pieces }) => textOfPieces(pieces))
    .join('')
    .trim();
  return /^(?:注\s*\d*\s*[：:]|[a-z]\s)/.test(text);
};

/** A table of Word as one of Markdown: merged cells point to the one they are part of. */
export function toGrid(
  { rows }: Pick<Table, 'rows'>,
  write: (cell: Cell) => PhrasingContent[],
): GridTable {
  const columns = Math.max(
    1,
    ...rows.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.columns, 0)),
  );
  let end = rows.length;
  while (end > 1 && isBelow(rows[end - 1]?.cells ?? [], columns)) end -= 1;
  const grid = rows.slice(0, end).map(({ cells }) => {
    const line = cells.flatMap((cell): readonly GridCell[] => [
      cell.merged === 'on' ? above : { content: write(cell) },
      ...Array.from({ length: cell.columns - 1 }, () => before),
    ]);
    while (line.length < columns) line.push({ content: [] });
    return line;
  });
  const marked = rows.slice(0, end).findIndex(({ isHead }) => !isHead);
  const headRows = Math.max(1, marked === -1 ? 1 : marked, depthOfHead(rows[0]?.cells ?? [], rows));
  return {
    headRows: Math.min(headRows, Math.max(1, end - 1)),
    below: rows.slice(end).flatMap(({ cells }) => cells.flatMap(paragraphsOf)),
    table: {
      type: 'table',
      children: grid.map((line) => ({
        type: 'tableRow',
        children: line.map(({ content }) => ({ type: 'tableCell', children: content })),
      })),
    },
  };
}

/** Rows that a cell of the first row goes down: those are heads too. */
function depthOfHead(first: readonly Cell[], rows: Table['rows']): number {
  if (!first.some(({ merged }) => merged === 'start')) return 1;
  let depth = 1;
  while (rows[depth]?.cells.some(({ merged }) => merged === 'on') && depth < 4) depth += 1;
  return depth === rows.length ? 1 : depth;
}
