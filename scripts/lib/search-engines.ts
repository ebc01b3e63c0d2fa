import { join } from 'node:path';
import type { SearchEngine } from '#search/contract.ts';
import { openEmbedded } from '#search/embedded/open-node.ts';
import { buildSearchIndex } from '#search/embedded/texts/build.ts';
import type { SearchBuild } from '#search/embedded/texts/build.ts';
import { shortDigest } from '#library/digest.ts';
import { defaultCache } from '#library/cache-folder.ts';
import { openLibrary } from '#library/open.ts';
import { withLock } from '../bootstrap/lock.mjs';

/** The embedded engine over a library, and what was made for it. */
export interface LibraryEngine {
  readonly engine: SearchEngine;
  /** Folder of the index. */
  readonly folder: string;
  readonly build: SearchBuild;
}

/**
 * The embedded engine over a library's folder. Its index lies in the cache and is brought up to date first; what has not
 * changed is not made again.
 */
export async function openLibraryEngine(
  dir: string,
  onStage?: (name: string, ms: number) => void,
): Promise<LibraryEngine> {
  const cacheFolder = join(defaultCache(), 'search', shortDigest(dir).slice(0, 12));
  const library = await openLibrary({ dir, ...(onStage && { onStage }) });
  const build = await withLock(`${cacheFolder}.lock`, () =>
    buildSearchIndex({
      library,
      out: cacheFolder,
      cache: cacheFolder,
      ...(onStage && { onStage }),
    }),
  );
  const folder = join(cacheFolder, 'search-index');
  return { engine: openEmbedded(folder), folder, build };
}
