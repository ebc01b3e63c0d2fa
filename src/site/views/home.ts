import type { CatalogEntry } from '#core/catalog/index.ts';
import { timedList } from '#core/model/timed.ts';
import type { TimedList } from '#core/model/timed.ts';
import type { Library } from '#library/open.ts';
import { findFacetValue, getFacetPages } from '../data/facets.ts';
import { getSummary } from '../data/library.ts';
import { listByChain } from '../data/system-order.ts';
import { countTerms } from '../data/terms.ts';
import { renderBlock } from '../lib/blocks.ts';
import { showEntry, showList } from './entries.ts';
import type { ShownEntry } from './shapes.ts';
import { showSystemBriefly } from './system.ts';

/** Rows of the newest. */
const rows = 6;
/** Days to come that are shown, and most standards of each. */
const shownDays = 3;
const rowsOfDay = 5;

/** The home page: figures of the library, what is newest and what is coming, with where they lead. */
export function viewHome(library: Library) {
  const { hosted, records, clauses, requirements, newest } = getSummary(library);
  const [latest] = newest;
  const all = findFacetValue(library, 'text', 'yes');
  const upcoming = findFacetValue(library, 'status', '即将实施');
  const { home, blocks } = library.settings;
  return {
    /** Words that the library has of its own, and a block that it writes. */
    ...(home && { home }),
    ...(blocks.home && { block: renderBlock(blocks.home) }),
    figures: { hosted, standards: hosted + records, clauses, requirements },
    /** As many as the pages of terms in each language list. */
    terms: countTerms(library),
    newest: newest.slice(0, rows).map((entry) => showEntry(library, entry)),
    latest: latest && {
      number: latest.number,
      term: latest.row?.terms[0]?.term,
      termEn: latest.row?.terms[0]?.termEn,
    },
    coming: listComing(library),
    upcoming: upcoming && showList(library, upcoming),
    chains: getFacetPages(library, 'chain').map((page) => showList(library, page)),
    systems: listByChain(library).map((system) => showSystemBriefly(library, system)),
    all: all && showList(library, all),
  };
}

export type HomeView = ReturnType<typeof viewHome>;

/** What comes into force on one day. */
export interface ComingDay {
  readonly day: string;
  /** The first of them, by number. */
  readonly entries: readonly ShownEntry[];
  readonly more: number;
}

/** The next days on which standards come into force, as they are on each day: issued and not yet in force. */
function listComing(library: Library): TimedList<ComingDay> {
  const { catalog } = library;
  const isComing = (entry: CatalogEntry, day?: string) => {
    const later = day && catalog.laterOf(entry).findLast(({ from }) => from <= day);
    return (later || catalog.statusOf(entry)).status === '即将实施';
  };
  const coming = catalog.entries.filter(
    (entry) =>
      entry.origin === undefined &&
      entry.implemented !== undefined &&
      [catalog.statusOf(entry), ...catalog.laterOf(entry)].some(
        ({ status }) => status === '即将实施',
      ),
  );
  const days = new Set(coming.flatMap((entry) => catalog.laterOf(entry).map(({ from }) => from)));
  return timedList(
    [...days].toSorted(),
    (day) => {
      const byDay = Map.groupBy(
        coming.filter((entry) => isComing(entry, day)),
        ({ implemented = '' }) => implemented,
      );
      return [...byDay]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, shownDays)
        .map(([date, entries]) => ({
          day: date,
          entries: entries.slice(0, rowsOfDay).map((entry) => showEntry(library, entry)),
          more: Math.max(0, entries.length - rowsOfDay),
        }));
    },
    ({ day }) => day,
  );
}
