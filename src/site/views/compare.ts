import type { CatalogEntry } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';
import { listEditionPairs } from '../data/edition-pairs.ts';
import { showEntry } from './entries.ts';
import type { ViewProps } from './props.ts';

/** The page that compares any two texts: consecutive editions, which have pages of their own. */
export function viewCompare(library: Library) {
  return {
    pairs: listEditionPairs(library).map(({ earlier, later }) => ({
      earlier: { slug: earlier.slug, number: earlier.number },
      later: { slug: later.slug, number: later.number },
      title: later.title,
      titleEn: later.titleEn,
    })),
  };
}

/** The page of two editions: both, with the digests of their texts. */
export function viewEditions(library: Library, { slug = '', later = '' }: ViewProps) {
  return { earlier: showText(library, slug), later: showText(library, later) };
}

function showText(library: Library, slug: string) {
  const entry: CatalogEntry | undefined = library.catalog.bySlug(slug);
  if (!entry?.row) throw new Error(`no hosted standard ${slug}`);
  return { ...showEntry(library, entry), digest: entry.row.digest };
}
