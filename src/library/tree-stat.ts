import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files changed less than this before they are read may be changed again within the same tick of
 * their disk's clock (2 s on FAT, 1 s on some network disks, 4 ms on ext4).
 */
const tick = 2000n * 1_000_000n;

/**
 * What the system says of a file without reading it: type, size, the times of content and of the file itself in
 * nanoseconds, inode; null where it is so young that it might be changed without a trace (git calls that racy).
 *
 * @throws when there is no such file
 */
export function statFile(path: string, now: number): string | null {
  const { mode, size, mtimeNs, ctimeNs, ino } = lstatSync(path, { bigint: true });
  const youngest = BigInt(Math.trunc(now)) * 1_000_000n - tick;
  if (mtimeNs > youngest || ctimeNs > youngest) return null;
  return `${mode}\0${size}\0${mtimeNs}\0${ctimeNs}\0${ino}`;
}

/**
 * What the system says of all files below folders, equal where nothing was changed; null where that cannot be known: one is
 * too young, is a link, or cannot be looked at. Names that begin with a dot are left out. Ask before reading, never after.
 */
export function statTrees(roots: readonly string[], now: number = Date.now()): string | null {
  const hash = createHash('sha256');
  const add = (path: string): boolean => {
    const said = statFile(path, now);
    hash.update(`\0${path}\0${said}\n`);
    return said !== null;
  };
  const addFolder = (folder: string): boolean =>
    readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .every((entry) => {
        const path = join(folder, entry.name);
        if (entry.name.startsWith('.')) return true;
        if (entry.isSymbolicLink()) return false;
        hash.update(`\0${path}`);
        return entry.isDirectory() ? addFolder(path) : add(path);
      });
  try {
    for (const root of roots) {
      const isWhole = lstatSync(root).isDirectory() ? addFolder(root) : add(root);
      if (!isWhole) return null;
    }
  } catch {
    return null;
  }
  return hash.digest('hex').slice(0, 32);
}
