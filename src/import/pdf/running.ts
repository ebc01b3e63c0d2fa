import type { Line, Page } from './lines.ts';
import { textOfLine } from './lines.ts';

/** Pages without what repeats on them, and what that was, as often as it stood there. */
export interface CleanPages {
  readonly pages: readonly Page[];
  readonly running: readonly string[];
}

const pageNumber = /^[\s—–-]*(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}|[Ⅰ-Ⅻ]{1,3})[\s—–-]*$/u;
const continued = /^[表图]\s*(?:[A-Z]\s*[.．]\s*)?\d{1,3}.{0,60}[（(]续[）)]$/u;

/** Numbers of pages differ, the rest of a running head does not. */
const shapeOf = (line: Line): string =>
  textOfLine(line).replace(
    /^(?:\d+|[IVXLCivxlcⅠ-Ⅻ]+)[\s\u3000]+|[\s\u3000]+(?:\d+|[IVXLCivxlcⅠ-Ⅻ]+)$/gu,
    '',
  );

/** Takes running heads and feet, page numbers and 「表1（续）」 out of pages; the first page, a cover, has none. */
export function dropRunning(all: readonly Page[]): CleanPages {
  const [cover = [], ...rest] = all;
  const counts = new Map<string, number>();
  for (const page of rest)
    for (const shape of new Set(edges(page).map(shapeOf)))
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const least = Math.max(2, rest.length / 4);
  const running: string[] = [];
  const pages = rest.map((page) => {
    const ends = new Set(edges(page));
    return page.filter((line) => {
      const text = textOfLine(line);
      const isRunning =
        continued.test(text) ||
        (ends.has(line) && (pageNumber.test(text) || (counts.get(shapeOf(line)) ?? 0) >= least));
      if (isRunning) running.push(text);
      return !isRunning;
    });
  });
  return { pages: [cover, ...pages], running };
}

/** The two outermost lines at the top and at the bottom. */
const edges = (page: Page): readonly Line[] =>
  page.length <= 4 ? page : [...page.slice(0, 2), ...page.slice(-2)];
