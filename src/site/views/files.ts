import type { Library } from '#library/open.ts';
import { exportCatalogue } from '../files/exports.ts';
import { getFacetPages } from '../data/facets.ts';
import { getSummary } from '../data/library.ts';
import { tellSample } from '../data/sample-notice.ts';
import { showList } from './entries.ts';
import { memo } from '#core/base/memo.ts';
import type { ViewProps } from './props.ts';

/** The files beside the page of a standard. */
export function viewStandardFile(library: Library, { slug = '' }: ViewProps) {
  const { catalog } = library;
  const entry = catalog.bySlug(slug);
  if (!entry?.row) throw new Error(`no hosted standard ${slug}`);
  const { digest, source, meta } = entry.row;
  const { status, since, until, replacedBy } = catalog.statusOf(entry);
  const successors = replacedBy.map((key) => catalog.byKey(key)?.number ?? key);
  return {
    slug,
    body: digest,
    source,
    status: {
      status,
      since,
      until,
      successors,
      ...(meta.sample && { sample: tellSample(library, entry) }),
    },
  };
}

export type StandardFileView = ReturnType<typeof viewStandardFile>;

const catalogueOf = memo((library: Library) => {
  const { factsAsOf, sample } = getSummary(library);
  let since = '';
  let until: string | undefined;
  for (const entry of library.catalog.entries) {
    const { since: from = '' } = library.catalog.statusOf(entry);
    if (from > since && from <= library.asOf) since = from;
    const next = library.catalog.laterOf(entry)[0]?.from;
    if (next !== undefined && (until === undefined || next < until)) until = next;
  }
  return { since, until, factsAsOf, sample, standards: exportCatalogue(library) };
});

/** The whole catalogue as a file, with the days between which its statuses hold. */
export function viewCatalogue(library: Library) {
  return catalogueOf(library);
}

/** Names of the codes that occur, of all chains, and of the places of systems. */
export function viewLabels(library: Library) {
  const { vocabulary, systems } = library;
  return {
    codes: (['industry', 'ics', 'ccs'] as const).map((facet) => ({
      facet,
      values: getFacetPages(library, facet).map((page) => showList(library, page)),
    })),
    // Standards belong to chains by their systems too, which lists to browse do not count.
    chains: vocabulary.chains.map(({ id, zh, en }) => ({ id, names: { zh, en } })),
    cities: getFacetPages(library, 'city').map((page) => showList(library, page)),
    places: systems.list.flatMap(({ places }) => places.map(({ key, name }) => ({ key, name }))),
  };
}
