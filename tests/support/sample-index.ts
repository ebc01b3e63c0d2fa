import { join, resolve } from 'node:path';
import { withLock } from '#scripts/bootstrap/lock.mjs';
import { buildSearchIndex } from '#search/embedded/texts/build.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';

/** The sample library, and the folder `search-index` of its index, which nobody may change. */
export interface SampleIndex {
  readonly library: Library;
  readonly index: string;
}

/**
 * The sample library with its index on a day, today unless said otherwise. Test files run side by side in processes of
 * their own: one builds, the others find all done.
 */
export async function openSampleIndex(asOf?: string): Promise<SampleIndex> {
  const library = await openLibrary({ dir: 'content', ...(asOf !== undefined && { asOf }) });
  const folder = resolve('.cache/test-index', asOf ?? 'today');
  const out = join(folder, 'site');
  await withLock(join(folder, 'lock'), () =>
    buildSearchIndex({ library, out, cache: join(folder, 'cache') }),
  );
  return { library, index: join(out, 'search-index') };
}
