import { memo } from '#core/base/memo.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';

/** Two editions of one standard, with no other between them whose text is here. */
export interface EditionPair {
  readonly earlier: CatalogEntry;
  readonly later: CatalogEntry;
}

/** All pairs of consecutive editions whose texts are here, in the order of the catalogue. */
export const listEditionPairs: (library: Library) => readonly EditionPair[] = memo(
  ({ catalog }: Library) =>
    catalog.entries.flatMap((later) => {
      if (!later.row) return [];
      // Newest first.
      const hosted = catalog.editionsOf(later).filter(({ row }) => row !== undefined);
      const earlier = hosted[hosted.findIndex(({ slug }) => slug === later.slug) + 1];
      return earlier ? [{ earlier, later }] : [];
    }),
);

/** The pairs that a standard is one of: with the edition before it, and with the one after it. */
export function pairsOf(library: Library, { slug }: CatalogEntry): readonly EditionPair[] {
  return pairsBySlug(library).get(slug) ?? [];
}

const pairsBySlug = memo((library: Library) => {
  const pairs = new Map<string, EditionPair[]>();
  for (const pair of listEditionPairs(library)) {
    for (const { slug } of [pair.earlier, pair.later])
      pairs.set(slug, [...(pairs.get(slug) ?? []), pair]);
  }
  return pairs;
});
