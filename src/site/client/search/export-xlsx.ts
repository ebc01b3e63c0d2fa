import { toXlsx } from '../table-file.ts';
import type { FileTable } from '../table-file.ts';

/** Widths of the columns of `makeTable`, in characters, and of those of clauses before them. */
const WIDTHS = [24, 48, 48, 12, 8, 12, 12, 24, 48, 12, 28, 24, 20, 13, 13];
const CLAUSE_WIDTHS = [10, 24, 60, 48];

/** The table as a workbook of one sheet, its columns as wide as standards or clauses need. */
export function writeXlsx(table: FileTable, sheet: string): Promise<Blob> {
  const isClauses = table.head.length > WIDTHS.length;
  return toXlsx(table, sheet, isClauses ? [...CLAUSE_WIDTHS, ...WIDTHS] : WIDTHS);
}
