import { hashText } from './hash-text.ts';

/**
 * Whether a list that is cut into parts may be cut beside this text: one in eight, by what it is. Cuts then depend on what lies
 * near them alone, so that one more or less moves few of them.
 */
export function isCut(text: string): boolean {
  return ((hashText(text) >>> 13) & 7) === 0;
}

/** A page ends between these parts of its size, behind a row that is fit for it. */
const [earliest, latest] = [0.8, 1.4];

/**
 * Rows cut into pages of about `size`, at least one page. Where pages are cut depends on the keys of the rows near by: a row
 * that comes or goes leaves all pages but its own as they were, or a few where it moves a cut.
 */
export function cutPages<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  size: number,
): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let open: T[] = [];
  for (const row of rows) {
    open.push(row);
    const mayEnd = open.length >= size * earliest && isCut(keyOf(row));
    if (mayEnd || open.length >= size * latest) {
      pages.push(open);
      open = [];
    }
  }
  if (open.length > 0 || pages.length === 0) pages.push(open);
  return pages;
}
