import type { CatalogEntry } from '#core/catalog/index.ts';
import { sortByDate } from '#core/catalog/index.ts';
import { timedList } from '#core/model/timed.ts';
import type { Library } from '#library/open.ts';
import { findFacetValue, getFacetPages } from '../data/facets.ts';
import { getSummary } from '../data/library.ts';
import { showEntry, showList, showValue } from './entries.ts';
import { showSystemBriefly } from './system.ts';

const rows = 6;

/** Rows to come that the page carries for later days. */
const mostComing = 60;

export function viewHome(library: Library) {
  const { hosted, records, clauses, requirements, terms, newest } = getSummary(library);
  const [latest] = newest;
  const all = findFacetValue(library, 'text', 'yes');
  return {
    figures: { hosted, records, clauses, requirements, terms },
    newest: newest.slice(0, rows).map((entry) => showEntry(library, entry)),
    latest: latest && showCover(library, latest),
    coming: listComing(library),
    chains: getFacetPages(library, 'chain').map((page) => showList(library, page)),
    systems: library.systems.list.map((system) => showSystemBriefly(library, system)),
    all: all && showList(library, all),
  };
}

export type HomeView = ReturnType<typeof viewHome>;

function showCover(library: Library, entry: CatalogEntry) {
  const { ics, ccs, issuers, row } = entry;
  return {
    ...showEntry(library, entry),
    kind: row?.kind,
    ics: ics[0],
    ccs: ccs[0],
    issuer: issuers[0] === undefined ? undefined : showValue(library, 'issuer', issuers[0]),
    term: row?.terms[0]?.term,
    termEn: row?.terms[0]?.termEn,
  };
}

export type ShownCover = ReturnType<typeof showCover>;

/** The next to come into force on each day: issued and not yet in force. */
function listComing(library: Library) {
  const { catalog } = library;
  const coming = sortByDate(
    catalog.entries.filter(
      (entry) => entry.implemented !== undefined && catalog.statusOf(entry).status === '即将实施',
    ),
    'implemented',
  )
    .toReversed()
    .slice(0, mostComing);
  const days = [
    ...new Set(coming.flatMap((entry) => catalog.laterOf(entry).map(({ from }) => from))),
  ];
  const isComing = (entry: CatalogEntry, day: string | undefined) =>
    day === undefined ||
    !catalog.laterOf(entry).some(({ from, status }) => from <= day && status !== '即将实施');
  return timedList(
    days.toSorted(),
    (day) =>
      coming
        .filter((entry) => isComing(entry, day))
        .slice(0, rows)
        .map((entry) => showEntry(library, entry)),
    ({ slug }) => slug,
  );
}
