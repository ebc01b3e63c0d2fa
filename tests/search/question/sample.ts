import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchEngine } from '#search/contract.ts';
import { openEmbedded } from '#search/embedded/open-node.ts';
import { buildSearchIndex } from '#search/embedded/pagefind/build.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';

/** The sample library, its index and the embedded engine over it, in a folder of its own. */
export interface Sample {
  readonly library: Library;
  readonly engine: SearchEngine;
  readonly close: () => void;
}

export async function openSample(): Promise<Sample> {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-question-'));
  const library = await openLibrary({ dir: 'content', cache: join(folder, 'library') });
  const out = join(folder, 'site');
  await buildSearchIndex({ library, out, cache: join(folder, 'cache') });
  return {
    library,
    engine: openEmbedded(join(out, 'pagefind')),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
