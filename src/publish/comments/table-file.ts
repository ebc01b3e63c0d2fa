import writeExcelFile from 'write-excel-file/node';
import { countComments, sumUp, tableHeads, tabulateComments } from '#core/comments/index.ts';
import type { KeptComment } from '#core/comments/index.ts';

/** Widths of the columns in characters; A4 across holds 130. */
const widths = [6, 14, 52, 22, 12, 40, 14];

/** What stands above and below the table. */
export interface TableFacts {
  /** Title of the draft. */
  readonly title: string;
  readonly plan?: string | undefined;
  /** Who answers for the draft. */
  readonly office?: string | undefined;
}

/** Returns 意见汇总处理表 as a workbook: to be filled in, printed on A4 across, and read back. */
export async function writeCommentsTable(
  comments: readonly KeptComment[],
  { title, plan, office }: TableFacts,
): Promise<Uint8Array> {
  const span = tableHeads.length;
  const text = { type: String, format: '@', wrap: true, alignVertical: 'top' as const };
  const bordered = { ...text, borderStyle: 'thin' as const };
  const across = (value: string, more: object = {}) => [
    { ...text, ...more, value, columnSpan: span },
    ...Array.from({ length: span - 1 }, () => null),
  ];
  const facts = [plan && `计划号：${plan}`, office && `承办单位：${office}`].filter(Boolean);
  const rows = [
    across('意见汇总处理表', { fontWeight: 'bold', fontSize: 16, align: 'center' }),
    across(`标准名称：${title}`),
    across(facts.join('　　')),
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
    sheet: '意见汇总处理表',
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: 4,
  }).toBuffer();
  return new Uint8Array(buffer);
}
