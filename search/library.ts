import type { Catalog } from '../src/core/catalog/index.ts';
import type { StandardRow } from '../src/core/model/row.ts';
import type { CompiledStandard } from '../src/core/model/standard.ts';
import type { Systems } from '../src/core/systems/index.ts';
import type { Vocabulary } from '../src/library/vocabulary.ts';

/** What search needs of an open library. */
export interface SearchLibrary {
  readonly rows: readonly StandardRow[];
  readonly catalog: Catalog;
  readonly systems: Pick<Systems, 'list' | 'ofChain' | 'facetsOf'>;
  readonly vocabulary: Pick<Vocabulary, 'synonyms' | 'chains'>;
  readonly body: (slug: string) => CompiledStandard;
}
