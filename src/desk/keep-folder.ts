import { join } from 'node:path';
import { shortDigest } from '#library/digest.ts';

/** The folder below which everything of one library is kept. */
export function keepFolder(root: string, library: string): string {
  return join(root, shortDigest(library).slice(0, 12));
}
