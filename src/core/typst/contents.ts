import type { ParsedClause } from '../text/document.ts';

/** Above this many entries the contents leave out the third level, as they do on the page of a standard. */
const mostEntries = 60;

/** How many levels of headings the contents of a standard list. */
export function contentsDepth(clauses: readonly ParsedClause[]): number {
  const listed = clauses.filter(
    ({ title, kind, level }) => title !== '' && kind !== 'term' && level <= 3,
  );
  return listed.length > mostEntries ? 2 : 3;
}
