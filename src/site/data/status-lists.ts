import { memo } from '#core/base/memo.ts';
import type { CatalogEntry, Status } from '#core/catalog/index.ts';
import type { Phase, Timed } from '#core/model/timed.ts';
import type { Library } from '#library/open.ts';

/** The entries of one status, by number: those that have it, and those that will. */
export interface StatusList {
  readonly count: Timed<number>;
  /** How many have it on the day of the build and are hosted. */
  readonly hosted: number;
  readonly items: readonly Timed<CatalogEntry | null>[];
}

/** The lists of all statuses that some standard has or will have; linear in entries. */
export const listStatuses: (library: Library) => ReadonlyMap<Status, StatusList> = memo(collect);

function collect({ catalog }: Library): ReadonlyMap<Status, StatusList> {
  const found = new Map<
    Status,
    {
      now: number;
      hosted: number;
      changes: Map<string, number>;
      items: Timed<CatalogEntry | null>[];
    }
  >();
  const listOf = (status: Status) => {
    let list = found.get(status);
    if (!list) found.set(status, (list = { now: 0, hosted: 0, changes: new Map(), items: [] }));
    return list;
  };
  for (const entry of catalog.entries) {
    const { status } = catalog.statusOf(entry);
    const later = catalog.laterOf(entry);
    const now = listOf(status);
    now.now += 1;
    if (entry.row) now.hosted += 1;
    const states = [{ from: '', status }, ...later];
    for (const each of new Set(states.map((state) => state.status))) {
      const phases: Phase<CatalogEntry | null>[] = [{ value: each === status ? entry : null }];
      for (const state of later) {
        const value = state.status === each ? entry : null;
        if (value !== phases.at(-1)?.value) phases.push({ from: state.from, value });
      }
      const list = listOf(each);
      list.items.push(phases);
      for (const { from, value } of phases.slice(1)) {
        const sum = list.changes.get(from ?? '') ?? 0;
        list.changes.set(from ?? '', sum + (value ? 1 : -1));
      }
    }
  }
  return new Map(
    [...found].map(([status, { now, hosted, changes, items }]) => {
      let sum = now;
      const days = [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const later = days.map(([from, change]) => ({ from, value: (sum += change) }));
      return [status, { count: [{ value: now }, ...later], hosted, items }];
    }),
  );
}
