import type { CatalogEntry } from '#core/catalog/index.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { Library } from '#library/open.ts';

/** Texts that have pages to learn from without being asked for: four pages in each language. */
export const fewLessons = 300;

/**
 * Whether a hosted standard has pages to learn from: in a library of few texts each one has, in a large one those that somebody
 * wrote notes or promotion for. A text that is not public has none.
 */
export function hasLearning(
  { rows }: Pick<Library, 'rows'>,
  row: StandardRow | undefined,
): boolean {
  if (!row || row.meta.bodyRestricted !== undefined) return false;
  return row.isGuided === true || row.isPromoted === true || rows.length <= fewLessons;
}

/** The row of a standard that has pages to learn from. Throws where it has none. */
export function findLearning(
  library: Library,
  slug: string,
): { readonly entry: CatalogEntry; readonly row: StandardRow } {
  const entry = library.catalog.bySlug(slug);
  if (!entry?.row || !hasLearning(library, entry.row))
    throw new Error(`nothing to learn of ${slug}`);
  return { entry, row: entry.row };
}
