import { join } from 'node:path';
import { shortDigest } from '#library/digest.ts';
import { withLock } from '../bootstrap/lock.mjs';
import { ROOT } from './tools.ts';

/** Runs `work` while nothing else changes the folder of a site; `out` is absolute. */
export function lockOutput<T>(out: string, work: () => Promise<T>): Promise<T> {
  return withLock(join(ROOT, '.cache', `build-${shortDigest(out).slice(0, 12)}.lock`), work);
}
