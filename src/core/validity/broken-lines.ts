import type { ListRow } from './checked.ts';

/** What nobody sees and Word and PDF put inside a number: soft hyphens, zero-width blanks and marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** A number whose dash, or whose code, ends the line. */
const OPEN =
  /\d *[-–—－−‐‑] *$|(?:^|[^A-Za-z])(?:(?:GB|DB\d{2,6}|[A-Z]{2,4})[/／][TZ]|GB|DB\d{2,6}|(?:ISO|IEC|ISO[/／]IEC)) *$/i;
/** A year, or a serial with one. */
const REST = /^\s*(?:(?:19|20)\d{2}(?!\d)|\d{1,6}(?:\.\d{1,4})* *[-–—－−‐‑:：] *\d{2,4}(?!\d))/;
const YEAR = /^\s*(?:19|20)\d{2}(?![\d./-])/;
/** The next line begins with the dash of a year. */
const DASHED = /^\s*[-–—－−‐‑]+ *(?:19|20)\d{2}(?!\d)/;

/** Rows without invisible characters, and a number that a page broke between two lines in one. */
export function* joinBroken(rows: Iterable<ListRow>): Generator<ListRow> {
  let last: ListRow | undefined;
  for (const { place, text: written } of rows) {
    const text = written.replace(INVISIBLE, '');
    if (last && isBroken(last.text, text)) {
      last = {
        place: last.place,
        text: `${last.text.trimEnd()}${/[-–—－−‐‑] *$/.test(last.text) || DASHED.test(text) ? '' : ' '}${text.trimStart()}`,
      };
      continue;
    }
    if (last) yield last;
    last = { place, text };
  }
  if (last) yield last;
}

function isBroken(above: string, below: string): boolean {
  if (DASHED.test(below)) return /\d *$/.test(above) && !/[-–—－−‐‑:：] *\d{4} *$/.test(above);
  if (!OPEN.test(above)) return false;
  return /[-–—－−‐‑] *$/.test(above) ? YEAR.test(below) : REST.test(below);
}
