import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeStamp } from '#publish/output.ts';
import { siteFoldersOf } from '#publish/releases/site-folders.ts';
import { withLock } from '../bootstrap/lock.mjs';

/**
 * Runs `work` while nothing else changes the folder of a site; `out` is absolute. The lock lies beside the site, so that
 * two checkouts of this project take turns, too.
 */
export async function lockOutput<T>(out: string, work: () => Promise<T>): Promise<T> {
  const { folder } = siteFoldersOf(out);
  const isNew = !existsSync(folder);
  mkdirSync(folder, { recursive: true });
  // Known as ours from the first moment on.
  if (isNew) writeStamp(folder, 'releases');
  return withLock(join(folder, 'lock'), work);
}
