import { memo } from '#core/base/memo.ts';
import { listReferenceDays, listStaleReferences } from '#core/catalog/index.ts';
import type { CatalogEntry, StaleReference } from '#core/catalog/index.ts';
import { timed, timedList, valueOn } from '#core/model/timed.ts';
import type { Timed } from '#core/model/timed.ts';
import type { Library } from '#library/open.ts';
import { catalogOn } from '../data/catalog-on.ts';
import { getSummary } from '../data/library.ts';
import { showEntry } from './entries.ts';
import { showNames } from './references.ts';

/** Rows of the page; of a library that has more, the rest is counted. */
const mostRows = 2000;

/** Standards in force, or soon to be, that rely on what is superseded or withdrawn, day by day. */
export function viewStaleReferences(library: Library) {
  const { items, count } = collected(library);
  const shown = items.slice(0, mostRows);
  const used = new Set(
    shown.flatMap((phases) => phases.flatMap(({ value }) => value?.systems ?? [])),
  );
  return {
    /** The last day on which one of them became stale. */
    since: items
      .flatMap(([now]) => now?.value?.since ?? [])
      .toSorted()
      .at(-1),
    /** Standards with a text here: what others cite is not known. */
    texts: getSummary(library).hosted,
    count,
    left: items.length - shown.length,
    rows: shown,
    systems: library.systems.list.flatMap(({ id, model }) =>
      used.has(id) ? [{ id, name: model.name }] : [],
    ),
  };
}

export type StaleView = ReturnType<typeof viewStaleReferences>;
export type ShownStale = ReturnType<typeof showStale>;

const collected = memo((library: Library) => {
  const days = new Set<string>();
  const items = library.catalog.entries.flatMap((citing) => {
    if (!citing.row || citing.origin) return [];
    const own = listReferenceDays(citing.row, library.catalog);
    const list = timedList(
      own,
      (day) =>
        listStaleReferences(citing, catalogOn(library, day)).map((each) =>
          showStale(library, citing, each, day),
        ),
      ({ cited, written }) => `${written} ${cited.slug}`,
    ).items;
    if (list.length > 0) for (const day of own) days.add(day);
    return list;
  });
  const count: Timed<number> = timed([...days].toSorted(), (day) =>
    items.reduce((sum, phases) => sum + (valueOn(phases, day ?? '') ? 1 : 0), 0),
  );
  return { items, count };
});

function showStale(
  library: Library,
  citing: CatalogEntry,
  { by, reference, clauses, normative, entry, status, heirs }: StaleReference,
  day: string | undefined,
) {
  const { status: own } = catalogOn(library, day).statusOf(citing);
  const systems = library.systems.systemsOf(citing).map(({ system }) => system.id);
  return {
    by: { ...showEntry(library, citing), status: own },
    family: citing.family,
    text: showNames(by),
    systems: [...new Set(systems)],
    clauses,
    normative,
    /** The number as it is cited. */
    written: reference.raw,
    dated: reference.dated,
    cited: { ...showEntry(library, entry), status: status.status },
    since: status.since,
    heirs: heirs.map((heir) => showEntry(library, heir)),
  };
}
