import { mapTimed } from '#core/model/timed.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';
import { FACETS } from '../data/facet-names.ts';
import {
  findFacetPage,
  getFacetPages,
  isCutShort,
  listEntries,
  listFacetPages,
} from '../data/facets.ts';
import { hasRecordsPages } from '../data/record-pages.ts';
import { hasFeed } from '../feed-paths.ts';
import { viewCoverage } from './coverage.ts';
import { showEntry, showList } from './entries.ts';
import type { ViewProps } from './props.ts';

/**
 * All ways to browse with their values; groups of a code stand below their field and are left out, and so is a way
 * without values.
 */
export function viewBrowse(library: Library) {
  return {
    total: library.catalog.entries.length,
    others: countOthers(library.catalog.entries),
    coverage: viewCoverage(library),
    hasRecords: hasRecordsPages(library),
    facets: FACETS.map((facet) => ({
      facet,
      values: getFacetPages(library, facet)
        .filter(({ parent }) => parent === undefined)
        .map((page) => showList(library, page)),
    })).filter(({ values }) => values.length > 0),
  };
}

const countOthers = (entries: readonly CatalogEntry[]): number =>
  entries.filter(({ origin }) => origin !== undefined).length;

/**
 * One page of a list of standards. What is counted over the whole list, and the lists below it, stand on the first page: the
 * others depend on their own rows. Throws where there is no such list.
 */
export function viewList(
  library: Library,
  { facet = 'kind', value: id = '', page = 1 }: ViewProps,
) {
  const list = findFacetPage(library, facet, id);
  if (!list) throw new Error(`no list ${facet}/${id}`);
  const pages = listFacetPages(library, list);
  const rows = pages[page - 1] ?? [];
  const parent = list.parent === undefined ? undefined : findFacetPage(library, facet, list.parent);
  const { count, hosted: _hosted, ...named } = showList(library, list);
  return {
    page,
    pages: pages.length,
    list: named,
    /** How many standards it has, day by day. */
    count: page === 1 ? count : undefined,
    /** How many of them are other cities', today. */
    others:
      page === 1
        ? countOthers(listEntries(library, list).flatMap(([today]) => today?.value ?? []))
        : 0,
    /** Whether it goes on behind its last page. */
    goesOn: page === pages.length && isCutShort(library, list),
    /** Whether one can subscribe to it. */
    feed: hasFeed(facet, parent !== undefined, list.hosted),
    /** The standard system of a chain. */
    system: facet === 'chain' ? library.systems.ofChain(list.value)?.id : undefined,
    parent: parent && { facet, id: parent.id, value: parent.value },
    narrower:
      page > 1
        ? []
        : getFacetPages(library, facet)
            .filter((each) => each.parent === list.id)
            .map((each) => showList(library, each)),
    rows: rows.map((row) => mapTimed(row, (entry) => entry && showEntry(library, entry))),
  };
}
