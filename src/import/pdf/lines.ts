/** Text that stands together in a line; places in ems of the page's usual letters, from its left edge. */
export interface LineCell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line of a page; it has several cells where wide gaps part them, as in a table. */
export interface Line {
  readonly cells: readonly LineCell[];
  /** Size of its letters in ems of the usual ones. */
  readonly size: number;
}

export type Page = readonly Line[];

/** Where the first words of a line begin. */
export const leftOf = ({ cells }: Line): number => cells[0]?.left ?? 0;
/** Where the last words of a line end. */
export const rightOf = ({ cells }: Line): number => cells.at(-1)?.right ?? 0;
/** The words of a line; the gap behind a number or a mark at its beginning is one blank: 「5.2 布点」. */
export function textOfLine({ cells }: Line): string {
  const [first, ...others] = cells.map(({ text }) => text);
  if (first === undefined || others.length === 0) return first ?? '';
  return `${first}${startsLine.test(first) ? ' ' : '\u3000'}${others.join('\u3000')}`;
}

/** Pages of a plain text as programs take it out of a PDF: form feeds part pages, blanks keep the places of words. */
export function readPlainPages(text: string): readonly Page[] {
  return text.split('\f').map((page) =>
    page.split(/\r?\n/).flatMap((line): Line[] => {
      const cells = [...line.matchAll(/\S+(?:[ \u3000]\S+)*/gu)].map(({ 0: found, index }) => {
        const left = widthOf(line.slice(0, index));
        return { text: found, left, right: left + widthOf(found) };
      });
      return cells.length === 0 ? [] : [{ cells, size: 1 }];
    }),
  );
}

/** Widths in ems: letters of Chinese take one, Latin ones half. */
const widthOf = (text: string): number => {
  const wide = text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0;
  return (text.length + wide) / 2;
};

const startsLine =
  /^(?:\d{1,2}(?:[.．]\d{1,3}){0,5}|[A-Z](?:[.．]\d{1,3}){1,5}|[表图]\s*(?:[A-Z][.．])?\d{1,3}|附\s*录\s*[A-Z]|[a-z\d]{1,2}[)）]|——|—|[●•])$/u;
