import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isPartOfStandard } from './files.ts';
import { shortDigest } from './digest.ts';

/**
 * Files changed less than this before they are read may be changed again within the same tick of
 * their disk's clock (2 s on FAT, 1 s on some network disks, 4 ms on ext4).
 */
const tick = 2000n * 1_000_000n;

/**
 * What the system says of the files of a standard's folder without reading them: name, type, size, the times of content
 * and of the file itself in nanoseconds, and inode. Equal where the files are the same; empty where a file is so young
 * that it might be changed without a trace (git calls that racy), or cannot be looked at. Ask before reading, never after.
 */
export function statFolder(library: string, path: string, now: number = Date.now()): string {
  const folder = join(library, path);
  const said: string[] = [];
  const youngest = BigInt(Math.trunc(now)) * 1_000_000n - tick;
  try {
    for (const name of readdirSync(folder).sort()) {
      if (!isPartOfStandard(name)) continue;
      const { mode, size, mtimeNs, ctimeNs, ino } = lstatSync(join(folder, name), { bigint: true });
      if (mtimeNs > youngest || ctimeNs > youngest) return '';
      said.push(`${name}\0${mode}\0${size}\0${mtimeNs}\0${ctimeNs}\0${ino}`);
    }
  } catch {
    return '';
  }
  return shortDigest(said.join('\n'));
}
