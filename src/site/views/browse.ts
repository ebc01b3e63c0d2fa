import { mapTimed } from '#core/model/timed.ts';
import type { Phase, Timed } from '#core/model/timed.ts';
import type { Library } from '#library/open.ts';
import { FACETS } from '../data/facet-names.ts';
import { findFacetPage, getFacetPages, listEntries } from '../data/facets.ts';
import { viewCoverage } from './coverage.ts';
import { showEntry, showList } from './entries.ts';
import type { ViewProps } from './props.ts';

export const ROWS_PER_PAGE = 50;

/**
 * All ways to browse with their values; groups of a code stand below their field and are left out, and so is a way
 * without values.
 */
export function viewBrowse(library: Library) {
  return {
    total: library.catalog.entries.length,
    coverage: viewCoverage(library),
    facets: FACETS.map((facet) => ({
      facet,
      values: getFacetPages(library, facet)
        .filter(({ parent }) => parent === undefined)
        .map((page) => showList(library, page)),
    })).filter(({ values }) => values.length > 0),
  };
}

/** How many pages a list of so many rows fills, at least one. */
export function countListPages(rows: number): number {
  return Math.max(1, Math.ceil(rows / ROWS_PER_PAGE));
}

/** One page of a list of standards, with the lists above and below it. Throws where there is no such list. */
export function viewList(
  library: Library,
  { facet = 'kind', value: id = '', page = 1 }: ViewProps,
) {
  const list = findFacetPage(library, facet, id);
  if (!list) throw new Error(`no list ${facet}/${id}`);
  const entries = listEntries(library, list);
  const rows = entries.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  const before = entries.slice(0, (page - 1) * ROWS_PER_PAGE);
  const parent = list.parent === undefined ? undefined : findFacetPage(library, facet, list.parent);
  return {
    page,
    pages: countListPages(entries.length),
    list: showList(library, list),
    /** The standard system of a chain. */
    system: facet === 'chain' ? library.systems.ofChain(list.value)?.id : undefined,
    parent: parent && showList(library, parent),
    narrower: getFacetPages(library, facet)
      .filter((each) => each.parent === list.id)
      .map((each) => showList(library, each)),
    /** Rows of the list before this page, and on it. */
    before: countPresent(before),
    here: countPresent(rows),
    rows: rows.map((row) => mapTimed(row, (entry) => entry && showEntry(library, entry))),
  };
}

/** How many of some rows are there, day by day. */
function countPresent(rows: readonly Timed<unknown>[]): Timed<number> {
  let count = 0;
  const changes = new Map<string, number>();
  for (const row of rows) {
    row.forEach(({ from, value }, at) => {
      const was = at > 0 && row[at - 1]?.value !== null;
      const change = (value === null ? 0 : 1) - (was ? 1 : 0);
      if (from === undefined) count += change;
      else changes.set(from, (changes.get(from) ?? 0) + change);
    });
  }
  const phases: Phase<number>[] = [{ value: count }];
  for (const [from, change] of [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (change !== 0) phases.push({ from, value: (count += change) });
  }
  return phases;
}
