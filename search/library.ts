import type { Catalog } from '#core/catalog/index.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { CompiledStandard } from '#core/model/standard.ts';
import type { Systems } from '#core/systems/index.ts';
import type { Vocabulary } from '#library/vocabulary.ts';

/** What search needs of an open library. */
export interface SearchLibrary {
  readonly rows: readonly StandardRow[];
  /** Libraries of other cities, whose texts are found, too. */
  readonly partners?: readonly { readonly rows: readonly StandardRow[] }[];
  readonly catalog: Catalog;
  readonly systems: Pick<Systems, 'list' | 'ofChain' | 'facetsOf'>;
  readonly vocabulary: Pick<Vocabulary, 'synonyms' | 'said' | 'chains' | 'industries' | 'places'>;
  readonly body: (slug: string) => CompiledStandard;
}

/** All texts that are found: the library's own, then those of its partners. */
export function listTexts({
  rows,
  partners = [],
}: Pick<SearchLibrary, 'rows' | 'partners'>): readonly StandardRow[] {
  return partners.length === 0 ? rows : [...rows, ...partners.flatMap((partner) => partner.rows)];
}
