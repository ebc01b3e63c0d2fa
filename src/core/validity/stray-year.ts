import { formatNumber, parseNumber } from '../number/index.ts';
import type { LineNumber } from '../number/index.ts';

/** A year that stands after its number in another spelling than that of numbers, or what may be one. */
export type StrayYear =
  | { readonly kind: 'year'; readonly number: LineNumber; readonly ownCell: boolean }
  /** A day in the cell behind the number, of issue or of something else. */
  | { readonly kind: 'day'; readonly number: LineNumber }
  | { readonly kind: 'unclear'; readonly written: string };

const YEAR = '(19[4-9]\\d|20\\d\\d)';
/** `GB/T 191 2008`, `GB/T 191（2008）`, `GB/T 191/2008年`; no day, no size, no other number. */
const BESIDE = new RegExp(
  `^[ \\u3000]*[/_(（\\[［【〔-]?[ \\u3000]*${YEAR}[ \\u3000]*年?版?[)）\\]］】〕]?(?![\\w.,，/-])`,
);
/** The cell behind that of the number, with a year and nothing else. */
const CELL = new RegExp(`^[ \\u3000]*\\t\\s*[-–—－]?${YEAR}[ \\u3000]*年?版?[ \\u3000]*(?=\\t|$)`);
/** The same with a day, as a spreadsheet keeps what was typed as a year. */
const DAY = new RegExp(
  `^[ \\u3000]*\\t\\s*${YEAR}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(?: [\\d:]+)? *(?=\\t|$)`,
);
/** `GB/T 191-08`, `GB/T 191-2OO8`: a dash, and digits or letters that look like them. */
const UNCLEAR = /^ *[-–—－−_] *[\dOoIl]{2,4}(?![\dA-Za-z.])/;

/**
 * The year that a row gives to a number without one, or that there may be one; undefined where nothing of the kind follows.
 * To pass over a year is to answer for another edition than the one that is asked about.
 */
export function readStrayYear(found: LineNumber, row: string): StrayYear | undefined {
  const { number, start, end } = found;
  if (number.year !== null || number.form !== 'plain') return undefined;
  const rest = row.slice(end, end + 40);
  const cell = CELL.exec(rest);
  const day = DAY.exec(rest);
  const beside = cell ?? day ?? BESIDE.exec(rest);
  if (beside) {
    const dated = parseNumber(`${formatNumber(number)}-${beside[1] ?? ''}`);
    if (!dated.ok) return undefined;
    const raw = row.slice(start, end + beside[0].length).replace(/\s+/g, ' ');
    const after = row.slice(end + beside[0].length).trim();
    const kept = { ...found, number: dated.number, raw, end: end + beside[0].length, after };
    return day
      ? { kind: 'day', number: kept }
      : { kind: 'year', number: kept, ownCell: cell !== null };
  }
  const unclear = UNCLEAR.exec(rest);
  return unclear ? { kind: 'unclear', written: row.slice(start, end) + unclear[0] } : undefined;
}

/** A cell with a code and nothing else, before one that begins with digits: `GB/T`, `DB3702`. */
const CODE_CELL = /(^|\t)\s*([A-Za-z]{1,6}\d{0,6}(?:[/\uff0f][A-Za-z]{1,8})?)\s*\t\s*(?=\d)/g;

/** A row in which code, serial and year have cells of their own, with each code in the cell of its serial. */
export function joinCodes(row: string): string {
  return row.replace(CODE_CELL, '$1$2 ');
}
