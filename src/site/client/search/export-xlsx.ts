import writeExcelFile from 'write-excel-file/browser';
import type { ExportTable } from './export-table.ts';

/** Widths of the columns of `makeTable`, in characters. */
const WIDTHS = [24, 48, 48, 12, 12, 12, 24, 48];

/** A workbook of one sheet with a head that stays in sight. Cells are text: none is ever a formula. */
export function writeXlsx({ head, rows }: ExportTable, sheet: string): Promise<Blob> {
  const data = [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
  ];
  const columns = WIDTHS.map((width) => ({ width }));
  return writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }).toBlob();
}
