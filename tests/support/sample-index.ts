import { join, resolve } from 'node:path';
import { withLock } from '#scripts/bootstrap/lock.mjs';
import { buildSearchIndex } from '#search/embedded/texts/build.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';

/** The day of the sample in tests that need no other one: the same index, and the same server, serve them all. */
export const SAMPLE_DAY = '2026-11-30';

/** The sample library, and the folder `search-index` of its index, which nobody may change. */
export interface SampleIndex {
  readonly library: Library;
  readonly index: string;
}

/**
 * The sample library with its index on a day. Test files run side by side in processes of
 * their own: one builds, the others find all done.
 */
export async function openSampleIndex(asOf = SAMPLE_DAY): Promise<SampleIndex> {
  const library = await openLibrary({ dir: 'content', asOf });
  const folder = resolve('.cache/test-index');
  const out = join(folder, asOf, 'site');
  await withLock(join(folder, 'lock'), () =>
    buildSearchIndex({ library, out, cache: join(folder, 'cache') }),
  );
  return { library, index: join(out, 'search-index') };
}
