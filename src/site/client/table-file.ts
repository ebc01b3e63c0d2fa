import { writeCsv } from '../../core/render/csv.ts';

/** A table to take away: a head and rows of as many cells, all text. */
export interface FileTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function toCsv({ head, rows }: FileTable): Blob {
  return new Blob([writeCsv([head, ...rows])], { type: 'text/csv;charset=utf-8' });
}

/** A workbook of one sheet with a head that stays in sight; `widths` of columns in characters. Cells are text, never formulas. */
export async function toXlsx(
  { head, rows }: FileTable,
  sheet: string,
  widths: readonly number[],
): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const data = [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
  ];
  const columns = widths.map((width) => ({ width }));
  return writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }).toBlob();
}
