/**
 * CSV after RFC 4180, with a byte order mark for spreadsheet programs. A cell that such a program would take for a formula
 * (beginning with = + - @, in wide letters too, a tab or an end of line), or for another value than it is, gets an apostrophe before it.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((cell) => quoteCell(guardCell(cell))).join(',')).join('\r\n')}\r\n`;
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/**
 * What Excel reads as something else when it opens a CSV: `1-01` and `1/2` as days, `03.220` and `65.150` as numbers
 * without their zeros, `1E3` as 1000, and numbers of more digits than it keeps. Whole days (`2026-01-02`) are days.
 */
const misread = new RegExp(
  [
    String.raw`\d{1,3}[-/]\d{1,4}(?:[-/]\d{1,4})?`,
    String.raw`\d{4}[-/]\d{1,2}`,
    String.raw`\d{1,2}[- ]?(?:${months})[a-z]*(?:[- ]?\d{1,4})?`,
    String.raw`(?:${months})[a-z]*[- ]?\d{1,4}`,
    String.raw`0\d+(?:\.\d*)?`,
    String.raw`\d+\.\d*0`,
    String.raw`\d+(?:\.\d+)?e[+-]?\d+`,
    String.raw`\d{16,}`,
    String.raw`true|false`,
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
  'i',
);

/** A cell as it may stand in a file for a spreadsheet program. */
export function guardCell(cell: string): string {
  return /^[=+\-@＝＋－＠\t\r\n]/.test(cell) || misread.test(cell) ? `'${cell}` : cell;
}

/** A cell in the quotes of RFC 4180 where it needs them. */
export function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
