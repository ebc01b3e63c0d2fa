import { formatNumber, parseNumber } from '../number/index.ts';
import type { LineNumber } from '../number/index.ts';

/** A year that stands after its number in another spelling than that of numbers, or what may be one. */
export type StrayYear =
  | { readonly kind: 'year'; readonly number: LineNumber; readonly ownCell: boolean }
  /** A day in the cell behind the number, of issue or of something else. */
  | { readonly kind: 'day'; readonly number: LineNumber }
  /** `year` is what may be meant by it, as far as it can be read. */
  | { readonly kind: 'unclear'; readonly written: string; readonly year: string };

const YEAR = '(19[4-9]\\d|20\\d\\d)';
/** `GB/T 191 2008`, `GB/T 191（2008）`, `GB/T 191/2008年`; no day, no size, no other number. */
const BESIDE = new RegExp(
  `^[ \\u3000]*[》〉”"]?[ \\u3000]*(?:[/_(（\\[［【〔·・-]|第|[vV])?[ \\u3000]*${YEAR}[ \\u3000]*年?版?[ \\u3000]*[)）\\]］】〕]?(?![\\w.,，/-])`,
);
/** The cell behind that of the number, with a year and nothing else. */
const CELL = new RegExp(
  `^[ \\u3000]*[\\t,，;；|]\\s*[-–—－]?${YEAR}[ \\u3000]*年?版?[ \\u3000]*(?=[\\t,，;；|]|$)`,
);
/** The same with a day, as a spreadsheet keeps what was typed as a year. */
const DAY = new RegExp(
  `^[ \\u3000]*[\\t,，]\\s*${YEAR}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(?: [\\d:]+)? *(?=[\\t,，]|$)`,
);
const DASH = '[-–—－−_‐‑‒―]';
/** What may be digits: letters that look like them, and digits of Chinese. */
const DIGITS = '(?:[\\dOoIl|]{1,8}(?:[ ]\\d{1,3}(?!\\d))?|[〇○零一二三四五六七八九]{2,4})';
/** What may be a year, and is none: each names it, or nothing where a dash leads nowhere. */
const UNCLEAR: readonly RegExp[] = [
  // `GB/T 191-08`, `-2OO8`, `-20008`, `—二〇〇八`.
  new RegExp(`^ *${DASH}+ *(${DIGITS}[A-Za-z]?)`),
  // A dash at the end of its line or cell: the year went to another.
  new RegExp(`^ *${DASH}+ *()(?=\\t|$)`),
  // `GB/T 19 1-2008`: a blank inside the number.
  new RegExp(`^ +((?!(?:19|20)\\d\\d *-)\\d{1,6}(?:\\.\\d{1,4})* *${DASH} *\\d{2,4})(?!\\d)`),
  // `GB/T 191（08）`, `GB/T 191/208`.
  /^ *[/_(（[［【〔:：'’] *([\dOoIl|]{2,5})[ \u3000]*年?版?[ \u3000]*[)）\]］】〕]?(?![\w.\u4e00-\u9fff-])/,
  // `GB/T 191 08`, `GB/T 191 20008`.
  /^ +([09]\d|[12][\dOoIl|]{2,4})(?=\s*(?:$|[\t,，、;；《\u4e00-\u9fff]))/,
];

/**
 * The year that a row gives to a number without one, or that there may be one; undefined where nothing of the kind follows.
 * To pass over a year is to answer for another edition than the one that is asked about.
 */
export function readStrayYear(found: LineNumber, row: string): StrayYear | undefined {
  const { number, start, end } = found;
  if (number.year !== null || number.form !== 'plain') return undefined;
  // `GB/T 191（2008版）`: a revision of what has no year is its edition.
  if (number.revised !== null) {
    const dated = { ...number, year: number.revised, revised: null };
    return { kind: 'year', number: { ...found, number: dated }, ownCell: false };
  }
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
  const unclear = UNCLEAR.map((pattern) => pattern.exec(rest)).find((each) => each !== null);
  if (!unclear) return undefined;
  const written = row.slice(start, end) + unclear[0];
  return { kind: 'unclear', written: written.trimEnd(), year: toDigits(unclear[1] ?? '') };
}

/** A cell with a year and nothing else. */
const YEAR_CELL = new RegExp(`^[-–—－]?${YEAR}\\s*年?版?$`);
const YEAR_HEAD =
  /^(?:年号|年代号?|年份|版本|版次|标准年[号代份]?|发布年[号份]?|year|edition|version)$/i;

/** The cells of a row: parted by tabs, or else by commas. */
const cellsOf = (row: string): readonly string[] =>
  row.split(row.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim());

/** The column of years that the head of a table names. */
export function findYearColumn(row: string): number | undefined {
  const at = cellsOf(row).findIndex((cell) => YEAR_HEAD.test(cell));
  return at < 0 ? undefined : at;
}

/** The year in the column of years, or else the only one that has a cell of its own. */
export function findYearCell(row: string, column: number | undefined): string | undefined {
  const years = cellsOf(row).map((cell) => YEAR_CELL.exec(cell)?.[1]);
  if (column !== undefined) return years[column];
  const found = years.filter((year) => year !== undefined);
  return found.length === 1 ? found[0] : undefined;
}

const toDigits = (text: string): string =>
  text
    .replace(/[Oo〇○零]/g, '0')
    .replace(/[Il|]/g, '1')
    .replace(/[一二三四五六七八九]/g, (digit) => String('一二三四五六七八九'.indexOf(digit) + 1))
    .replace(/\D/g, '');

/** A cell with a code and nothing else, before one that begins with digits: `GB/T`, `DB3702`. */
const CODE_CELL = /(^|\t)\s*([A-Za-z]{1,6}\d{0,6}(?:[/\uff0f][A-Za-z]{1,8})?)\s*\t\s*(?=\d)/g;

/** A row in which code, serial and year have cells of their own, with each code in the cell of its serial. */
export function joinCodes(row: string): string {
  return row.replace(CODE_CELL, '$1$2 ');
}
