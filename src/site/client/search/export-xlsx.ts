import { toXlsx } from '../table-file.ts';
import type { FileTable } from '../table-file.ts';

/** Widths of the columns of `makeTable`, in characters. */
const WIDTHS = [24, 48, 48, 12, 8, 12, 12, 24, 48];

export function writeXlsx(table: FileTable, sheet: string): Promise<Blob> {
  return toXlsx(table, sheet, WIDTHS);
}
