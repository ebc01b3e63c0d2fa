import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isFigureFile } from '#core/text/syntax/unsafe.ts';
import { isRegularFile, readFigure } from '#library/figures.ts';
import { isPartOfStandard } from '#library/files.ts';
import type { PageSpec } from '#site/routes.ts';
import { goingOf, returnGoing } from './releases/site-folders.ts';
import { isCode } from './releases/tree.ts';

/** Move a file; copied when it lies on another disk. */
function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error;
    copyFileSync(from, to);
    rmSync(from);
  }
}

/** Copy a file or folder. Unlike `cpSync` it says so when the disk is full. */
function copyTree(from: string, to: string): void {
  if (!lstatSync(from).isDirectory()) return copyFileSync(from, to);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) copyTree(join(from, name), join(to, name));
}

/** There is no room for a site on its disk. */
export class DiskFull extends Error {
  readonly code = 'ENOSPC';
  readonly path: string;
  /** Bytes that are wanted, 0 where it is not known, and that are there. */
  readonly needed: number;
  readonly free: number;

  constructor(path: string, needed: number, free: number, cause: unknown) {
    super(`no space left for ${needed} bytes in ${path}`, { cause });
    this.name = 'DiskFull';
    this.path = path;
    this.needed = needed;
    this.free = free;
  }
}

/**
 * Bring a folder to the disk of a site, where it has only to be renamed, and complete it there.
 * If that fails, for want of space above all, nothing of it is left.
 */
export function bringFolder(folder: string, brought: string, complete: () => void): void {
  rmSync(brought, { recursive: true, force: true });
  mkdirSync(dirname(brought), { recursive: true });
  try {
    try {
      renameSync(folder, brought);
    } catch (error) {
      if (!isCode(error, 'EXDEV')) throw error;
      copyTree(folder, brought);
    }
    complete();
  } catch (error) {
    const needed = sizeOf(folder) || sizeOf(brought);
    rmSync(brought, { recursive: true, force: true });
    throw tellRoom(error, dirname(brought), needed);
  }
}

/** An error of a full disk with what is free there, any other as it is. */
export function tellRoom(error: unknown, folder: string, needed = 0): unknown {
  if (error instanceof DiskFull || !isCode(error, 'ENOSPC', 'EDQUOT')) return error;
  const { bavail, bsize } = statfsSync(folder);
  return new DiskFull(folder, needed, bavail * bsize, error);
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** After a build that was cut short between two renames: the old site comes back, also one that an earlier version of this software left. */
export function restoreFolder(out: string): void {
  returnGoing({ out, going: goingOf(out) });
  if (!existsSync(out) && existsSync(`${out}.old`)) renameSync(`${out}.old`, out);
  for (const left of [`${out}.old`, `${out}.next`]) rmSync(left, { recursive: true, force: true });
  const replaced = join(out, '.biaolian-old');
  if (existsSync(replaced)) {
    for (const name of readdirSync(replaced)) {
      rmSync(join(out, name), { recursive: true, force: true });
      renameSync(join(replaced, name), join(out, name));
    }
  }
  for (const name of ['.biaolian-next', '.biaolian-old']) {
    rmSync(join(out, name), { recursive: true, force: true });
  }
}

/** Move every file of a folder over another folder, file by file; what else is there stays. A folder that nothing was written to need not exist. */
export function mergeFolder(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) mergeFolder(source, target);
    else moveFile(source, target);
  }
  rmSync(from, { recursive: true, force: true });
}

/** Copy the figures of a standard that may be shown beside its page. */
export function copyFigures(folder: string, target: string): void {
  for (const name of readdirSync(folder)) {
    const figure = readFigure(folder, name);
    if (!figure) continue;
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, name), figure.bytes);
  }
}

/** Copy the files of a standard's folder that a mirror is made from, but figures, which lie beside the page. */
export function copySources(folder: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (isFigureFile(name) || !isPartOfStandard(name) || !isRegularFile(path)) continue;
    writeFileSync(join(target, name), readFileSync(path));
  }
}

/** Hosted standards whose page is drawn. */
export function listDrawn(stale: readonly PageSpec[]): readonly string[] {
  return stale.flatMap(({ template, props: { language, slug } }) =>
    template === 'standard' && language === 'zh' && slug ? [slug] : [],
  );
}
