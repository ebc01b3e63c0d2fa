import type { Catalog } from '#core/catalog/index.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { CompiledStandard } from '#core/model/standard.ts';
import type { Systems } from '#core/systems/index.ts';
import type { Vocabulary } from '#library/vocabulary.ts';

/** What search needs of an open library. */
export interface SearchLibrary {
  readonly rows: readonly StandardRow[];
  readonly catalog: Catalog;
  readonly systems: Pick<Systems, 'list' | 'ofChain' | 'facetsOf'>;
  readonly vocabulary: Pick<Vocabulary, 'synonyms' | 'said' | 'chains' | 'industries' | 'places'>;
  readonly body: (slug: string) => CompiledStandard;
}
