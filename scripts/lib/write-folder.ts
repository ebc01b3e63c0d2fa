import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes the files of a new folder of a library: all of them, or none. Names are those of files in the folder; a folder that
 * has something in it stays as it is.
 *
 * @throws when the folder has something in it or cannot be written
 */
export function writeFolder(
  library: string,
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
): void {
  const folder = join(library, path);
  mkdirSync(dirname(folder), { recursive: true });
  const draft = join(library, `.import-${randomUUID()}`);
  mkdirSync(draft);
  try {
    for (const [name, bytes] of files) {
      if (!isFileName(name)) throw new Error(`${name} is no name of a file`);
      writeFileSync(join(draft, name), bytes);
    }
    removeEmpty(folder);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const isFileName = (name: string): boolean => /^[A-Za-z0-9][\w.-]*$/.test(name);

/** Windows renames onto nothing only. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
}
