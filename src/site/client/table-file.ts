import { writeCsv } from '#core/render/csv.ts';
import { isLink } from '#core/sheet/links.ts';
import { describeSheet } from './sheet-features.ts';

/** A table to take away: a head and rows of as many cells. Days are `YYYY-MM-DD`, links whole addresses, all else text. */
export interface FileTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table as a CSV file in UTF-8; see `core/render/csv.ts` for what is done against formulas. */
export function toCsv({ head, rows }: FileTable): Blob {
  return new Blob([writeCsv([head, ...rows])], { type: 'text/csv;charset=utf-8' });
}

/**
 * A workbook of one sheet with a head that stays in sight and can be filtered; `widths` of columns in characters. Days are
 * days and addresses lead where they say; other cells are text, never formulas.
 */
export async function toXlsx(
  table: FileTable,
  sheet: string,
  widths: readonly number[],
): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const { head, rows } = table;
  const data = [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(toCell)),
  ];
  const columns = widths.map((width) => ({ width }));
  const options = { features: [describeSheet(table)] };
  return writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }, options).toBlob();
}

const underlined = { underline: true } as const;

function toCell(value: string) {
  if (value === '') return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value))
    return { value: new Date(time), type: Date, format: 'yyyy-mm-dd' };
  return isLink(value)
    ? { value, type: String, textColor: '#0B5A8A', textDecoration: underlined }
    : { value, type: String, format: '@' };
}
