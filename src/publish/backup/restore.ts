import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readBackup } from './read.ts';
import type { Taker } from './read.ts';
import { BackupDamaged } from './shape.ts';
import type { BackupManifest } from './shape.ts';

/**
 * Brings a backup back into a folder that is absent or empty: all of it, or nothing.
 *
 * @throws {BackupDamaged} where the backup is not what it says or the folder has something in it, and what the system throws
 */
export async function restoreBackup(file: string, to: string): Promise<BackupManifest> {
  const isThere = existsSync(to);
  if (isThere && readdirSync(to).length > 0) {
    throw new BackupDamaged(
      `${to} 里已有东西，没有恢复。`,
      `${to} has something in it; nothing was restored.`,
      {
        zh: '用 --to 写一个不存在的或空的文件夹。',
        en: 'Name a folder with --to that is absent or empty.',
      },
    );
  }
  const draft = `${to}.restoring-${process.pid}`;
  try {
    const manifest = await readBackup(file, ({ path }) => startFile(join(draft, path)));
    mkdirSync(draft, { recursive: true });
    if (isThere) rmdirSync(to);
    renameSync(draft, to);
    return manifest;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

function startFile(path: string): Taker {
  mkdirSync(dirname(path), { recursive: true });
  const handle = openSync(path, 'wx', 0o640);
  return {
    write: (piece) => {
      for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
    },
    end: () => closeSync(handle),
  };
}
