import writeExcelFile from 'write-excel-file/node';
import { countComments, sumUp, tableHeads, tabulateComments } from '#core/comments/index.ts';
import type { KeptComment } from '#core/comments/index.ts';
import { columnWidths, describeTableFacts, tableTitle } from './table-facts.ts';
import type { TableFacts } from './table-facts.ts';

/** Returns 意见汇总处理表 as a workbook: to be filled in, printed on A4 across, and read back. */
export async function writeCommentsTable(
  comments: readonly KeptComment[],
  facts: TableFacts,
): Promise<Uint8Array> {
  const span = tableHeads.length;
  const text = { type: String, format: '@', wrap: true, alignVertical: 'top' as const };
  const bordered = { ...text, borderStyle: 'thin' as const };
  const across = (value: string, more: object = {}) => [
    { ...text, ...more, value, columnSpan: span },
    ...Array.from({ length: span - 1 }, () => null),
  ];
  const rows = [
    across(tableTitle, { fontWeight: 'bold', fontSize: 16, align: 'center' }),
    ...describeTableFacts(facts).map((line) => across(line)),
    tableHeads.map((value) => ({
      ...bordered,
      value,
      fontWeight: 'bold' as const,
      align: 'center' as const,
    })),
    ...tabulateComments(comments).map((row) => row.map((value) => ({ ...bordered, value }))),
    across(sumUp(countComments(comments)).zh),
  ];
  const buffer = await writeExcelFile(rows, {
    sheet: tableTitle,
    columns: columnWidths.map((width) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: 4,
  }).toBuffer();
  return new Uint8Array(buffer);
}
