import type { SearchEngine } from '#search/contract.ts';
import { openEmbedded } from '#search/embedded/open-node.ts';
import type { Library } from '#library/open.ts';
import { openSampleIndex } from '#tests/support/sample-index.ts';

/** The sample library and the embedded engine over its index. */
export interface Sample {
  readonly library: Library;
  readonly engine: SearchEngine;
}

export async function openSample(): Promise<Sample> {
  const { library, index } = await openSampleIndex();
  return { library, engine: openEmbedded(index, () => library.asOf) };
}
