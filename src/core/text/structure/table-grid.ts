import type { Table, TableCell, TableRow } from 'mdast';
import type { ParseFinding } from '#core/model/finding.ts';
import type { Report } from '../report.ts';
import { plainText } from '../syntax/syntax.ts';

/** A printed cell and the places it covers. */
export interface GridCell {
  readonly node: TableCell;
  /** Its plain text, without blanks around it. */
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface TableGrid {
  /** Rectangular: every place holds the cell that covers it. */
  readonly rows: readonly (readonly GridCell[])[];
  readonly headRows: number;
  readonly align: readonly (string | null)[];
}

type WrittenCell = Pick<GridCell, 'node' | 'text'>;

const empty: WrittenCell = { node: { type: 'tableCell', children: [] }, text: '' };

function readCell(node: TableCell | undefined): WrittenCell {
  return node ? { node, text: plainText(node).trim() } : empty;
}

/**
 * Cells with `^^` (merge up) and `<<` (merge left) joined. Ragged rows are filled with empty cells
 * and reported; a merge that is no rectangle, or that leaves the head, is undone and reported.
 */
export function readTable(
  table: Table,
  attributes: Readonly<Record<string, string | null | undefined>>,
  report?: Report,
): TableGrid {
  const source = boundRows(table, report);
  const width = widthOf(source);
  const wanted = source[0]?.children.length ?? width;
  const asked = Number(attributes.headRows ?? 1);
  const headRows = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, source.length) : 1;
  const nodes = source.map((row) => {
    const cells = row.children;
    if (cells.length !== wanted) report?.add(raggedRow(row, cells.length, wanted, report));
    return Array.from({ length: width }, (_, column) => readCell(cells[column]));
  });

  const written = (r: number, column: number): WrittenCell => nodes[r]?.[column] ?? empty;
  const owners: { row: number; column: number }[][] = nodes.map((row, r) =>
    row.map((_, column) => ({ row: r, column })),
  );
  nodes.forEach((row, r) =>
    row.forEach((cell, column) => {
      const mark = cell.text;
      const from =
        mark === '^^'
          ? owners[r - 1]?.[column]
          : mark === '<<'
            ? owners[r]?.[column - 1]
            : undefined;
      if (from) (owners[r] ?? [])[column] = from;
      else if (mark === '^^' || mark === '<<') report?.add(badMerge(cell.node, report));
    }),
  );
  const boxes = measure(owners);
  const rows = owners.map((row, r) =>
    row.map((owner, column): GridCell => {
      const box = boxes.get(`${owner.row},${owner.column}`);
      const whole =
        box &&
        box.count === box.height * box.width &&
        (owner.row >= headRows || owner.row + box.height <= headRows);
      if (!whole) {
        const merged = owner.row !== r || owner.column !== column;
        if (merged) report?.add(badMerge(written(r, column).node, report));
        return {
          ...(merged ? empty : written(r, column)),
          row: r,
          column,
          rowSpan: 1,
          columnSpan: 1,
        };
      }
      return {
        ...written(owner.row, owner.column),
        row: owner.row,
        column: owner.column,
        rowSpan: box.height,
        columnSpan: box.width,
      };
    }),
  );
  return { rows, headRows, align: table.align ?? [] };
}

const mostCells = 20_000;

function widthOf(rows: readonly TableRow[]): number {
  return rows.reduce((width, row) => Math.max(width, row.children.length), 1);
}

/**
 * The rows of a table; of one too large, or one that would have to be filled up with far more cells
 * than its author wrote, the first only.
 */
function boundRows(table: Table, report?: Report): readonly TableRow[] {
  const rows = table.children;
  const cells = widthOf(rows) * rows.length;
  const written = rows.reduce((count, row) => count + row.children.length, 0);
  if (cells <= mostCells && cells <= 1000 + 4 * written) return rows;
  report?.add({
    rule: 'table-too-large',
    range: report.rangeAtStart(table),
    message: {
      zh: `表太大（至多 ${mostCells} 格，各行格数应相同），只印出第一行`,
      en: `The table is too large (at most ${mostCells} cells, rows of equal length); only its first row is printed`,
    },
    hint: { zh: '把表分成几个', en: 'Divide the table' },
  });
  const [first] = rows;
  if (!first) return [];
  return [{ ...first, children: first.children.slice(0, 1000) }];
}

function measure(
  owners: readonly (readonly { row: number; column: number }[])[],
): Map<string, { count: number; height: number; width: number }> {
  const boxes = new Map<string, { count: number; height: number; width: number }>();
  owners.forEach((row, r) =>
    row.forEach((owner, column) => {
      const key = `${owner.row},${owner.column}`;
      const box = boxes.get(key) ?? { count: 0, height: 1, width: 1 };
      box.count++;
      box.height = Math.max(box.height, r - owner.row + 1);
      box.width = Math.max(box.width, column - owner.column + 1);
      boxes.set(key, box);
    }),
  );
  return boxes;
}

function raggedRow(row: TableRow, found: number, wanted: number, report: Report): ParseFinding {
  return {
    rule: 'table-ragged',
    range: report.rangeOf(row),
    message: {
      zh: `这一行有 ${found} 格，表头有 ${wanted} 格`,
      en: `This row has ${found} cells, the head has ${wanted}`,
    },
    hint: {
      zh: '合并的格写 ^^（与上格）或 <<（与左格）；格内的竖线写 \\|',
      en: 'Write ^^ (merge up) or << (merge left) for merged cells, and \\| for a bar inside a cell',
    },
  };
}

function badMerge(node: TableCell, report: Report): ParseFinding {
  return {
    rule: 'table-merge',
    range: report.rangeOf(node),
    message: {
      zh: '这里的合并不成矩形，或越过了表头，已按不合并印出',
      en: 'This merge is not a rectangle or crosses the head; it is printed unmerged',
    },
  };
}
