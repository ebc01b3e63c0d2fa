import type { CatalogEntry } from '#core/catalog/index.ts';
import { linksOf, namesOf, relatedOf } from './shape.ts';
import type { Shape } from './shape.ts';

/** Entries by the stems of their numbers and of what they name. */
export interface StemIndex {
  /** Entries that have one of the stems, in their order. */
  readonly named: (stems: Iterable<string>) => readonly CatalogEntry[];
  /** Entries whose text names one of the stems. */
  readonly linking: (stems: Iterable<string>) => readonly CatalogEntry[];
  /** Entries that say of themselves that they replace, or are replaced by, others. */
  readonly replacing: readonly Pick<Shape, 'names' | 'related'>[];
}

/** Linear in entries and in what their texts name. */
export function indexStems(entries: readonly CatalogEntry[]): StemIndex {
  const replacing = entries.flatMap((entry) => {
    const related = relatedOf(entry);
    return related.length > 0 ? [{ names: namesOf(entry), related }] : [];
  });
  return {
    named: find(entries, namesOf),
    linking: find(entries, linksOf),
    replacing,
  };
}

function find(
  entries: readonly CatalogEntry[],
  stemsOf: (entry: CatalogEntry) => readonly string[],
): (stems: Iterable<string>) => readonly CatalogEntry[] {
  return (stems) => {
    const wanted = new Set(stems);
    return wanted.size === 0
      ? []
      : entries.filter((entry) => stemsOf(entry).some((stem) => wanted.has(stem)));
  };
}

/**
 * All stems that replacements join to some standards, directly or through others, whether they did so before or do now:
 * what one of them is can decide what another is.
 */
export function joinRelated(
  { replacing }: StemIndex,
  moved: readonly Pick<Shape, 'names' | 'related' | 'titled'>[],
): ReadonlySet<string> {
  const joined = new Map<string, (readonly string[])[]>();
  const join = (from: readonly string[], to: readonly string[]) => {
    for (const stem of from) {
      const known = joined.get(stem);
      if (known) known.push(to);
      else joined.set(stem, [to]);
    }
  };
  for (const { names, related } of [...replacing, ...moved]) {
    join(names, related);
    join(related, names);
  }
  // Of double numbers each half names the whole.
  for (const { names, related } of replacing) {
    join(names, names);
    join(related, related);
  }
  const family = new Set(
    moved.flatMap(({ names, related, titled }) => [...names, ...related, ...titled]),
  );
  for (const stem of family) {
    for (const others of joined.get(stem) ?? []) for (const other of others) family.add(other);
  }
  return family;
}
