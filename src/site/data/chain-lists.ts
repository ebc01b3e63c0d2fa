import type { CatalogEntry } from '#core/catalog/index.ts';
import { mapTimed, timedList } from '#core/model/timed.ts';
import type { Timed } from '#core/model/timed.ts';
import type { System } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { memo } from '#core/base/memo.ts';
import { listSystemDays, systemOn } from './system-on.ts';

/** The standards of one chain, by number: those that name it, and those that its system lists, on the days they do. */
export interface ChainList {
  readonly count: Timed<number>;
  /** How many of them are hosted on the day of the build. */
  readonly hosted: number;
  readonly items: readonly Timed<CatalogEntry | null>[];
}

/** The lists of all chains that have standards; search finds the same by the filter of a chain. */
export const listChains = memo((library: Library): ReadonlyMap<string, ChainList> => {
  const { catalog, systems } = library;
  const own = new Map<string, Set<string>>();
  for (const { key, chains } of catalog.entries) {
    for (const chain of chains) own.set(chain, (own.get(chain) ?? new Set()).add(key));
  }
  const all = new Set([...own.keys(), ...systems.list.flatMap(({ model }) => model.chain ?? [])]);
  return new Map(
    [...all].flatMap((chain) => {
      const parts = systems.list.filter(({ model }) => model.chain === chain);
      const list = listChain(library, own.get(chain) ?? new Set(), parts);
      return list.items.length > 0 ? [[chain, list] as const] : [];
    }),
  );
});

function listChain(
  library: Library,
  own: ReadonlySet<string>,
  parts: readonly System[],
): ChainList {
  const { entries, byKey } = library.catalog;
  const days = new Set(parts.flatMap((system) => listSystemDays(library, system)));
  const at = (day?: string): readonly string[] => {
    const keys = new Set(own);
    for (const system of parts) {
      for (const { subject } of systemOn(library, system, day).rows) {
        if (subject.kind === 'standard') keys.add(subject.entry.key);
      }
    }
    return entries.flatMap(({ key }) => (keys.has(key) ? [key] : []));
  };
  const { count, items } = timedList([...days].toSorted(), at, (key) => key);
  return {
    count,
    hosted: at().filter((key) => byKey(key)?.row).length,
    items: items.map((phases) => mapTimed(phases, (key) => (key && byKey(key)) || null)),
  };
}
