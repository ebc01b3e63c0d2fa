import { isDay } from '#core/base/day.ts';
import { writeCsv } from '#core/render/csv.ts';
import { writeMarkdownTable } from '#core/render/markdown-table.ts';
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

/** A table as a list under a heading in Markdown. */
function toMarkdown({ head, rows }: FileTable, heading: string): Blob {
  return new Blob([`# ${heading}\n\n${writeMarkdownTable(head, rows)}\n`], {
    type: 'text/markdown;charset=utf-8',
  });
}

/** A table as a file of a format; of one that is none of a table (`json`) what `makeOther` gives. */
export async function toTableFile(
  format: string,
  table: FileTable,
  names: { readonly heading: string; readonly sheet: string; readonly widths: readonly number[] },
  makeOther: () => Blob,
): Promise<Blob> {
  if (format === 'xlsx') return toXlsx(table, names.sheet, names.widths);
  if (format === 'csv') return toCsv(table);
  return format === 'md' ? toMarkdown(table, names.heading) : makeOther();
}

const underlined = { underline: true } as const;

function toCell(value: string) {
  if (value === '') return null;
  if (isDay(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return isLink(value)
    ? { value, type: String, textColor: '#0B5A8A', textDecoration: underlined }
    : { value, type: String, format: '@' };
}
