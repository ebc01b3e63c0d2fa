import type { TableSheet } from './worksheet.ts';

/** More than any list of 10,000 rows has: ranges that lie over one another would fill without end. */
const mostFilled = 200_000;

/**
 * Returns the cells of a line with the values of cells merged over it from above, which a workbook keeps in their first row only.
 * A value goes down its range, not across it, and never over what a cell holds itself. Ranges that begin above `from` are left.
 */
export function fillMerged(
  { rows, merged }: TableSheet,
  from = 1,
): (line: number, cells: readonly string[]) => readonly string[] {
  const byLine = new Map<number, { readonly column: number; readonly value: string }[]>();
  let cells = 0;
  for (const { top, bottom, left } of merged) {
    const value = rows[top - 1]?.cells[left] ?? '';
    if (top < from || value === '') continue;
    for (
      let line = top + 1;
      line <= Math.min(bottom, rows.length) && cells < mostFilled;
      line += 1
    ) {
      const before = byLine.get(line);
      if (before) before.push({ column: left, value });
      else byLine.set(line, [{ column: left, value }]);
      cells += 1;
    }
  }
  return (line, own) => {
    const more = byLine.get(line);
    if (!more) return own;
    const all = [...own];
    for (const { column, value } of more) {
      while (all.length <= column) all.push('');
      all[column] ||= value;
    }
    return all;
  };
}

/**
 * Returns the rows of a sheet with what is merged over them. A row with no cell of its own is none, however tall the cells beside
 * it are: it stays empty.
 */
export function listFilledRows(sheet: TableSheet): TableSheet['rows'] {
  const fill = fillMerged(sheet);
  return sheet.rows.map(({ line, cells }) => ({
    line,
    cells: cells.some((cell) => cell.trim() !== '') ? fill(line, cells) : cells,
  }));
}
