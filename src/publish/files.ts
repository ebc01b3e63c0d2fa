import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isFigureFile } from '#core/text/syntax/unsafe.ts';
import { readFigure } from '#library/figures.ts';
import { stampName, unfinished, writeStamp } from './output.ts';

/** Move a file or folder; copied when it lies on another disk. */
export function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isOtherDisk(error)) throw error;
    const draft = `${to}.moving`;
    try {
      copyTree(from, draft);
      renameSync(draft, to);
    } catch (failure) {
      rmSync(draft, { recursive: true, force: true });
      throw failure;
    }
    rmSync(from, { recursive: true, force: true });
  }
}

function isOtherDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EXDEV';
}

/** Copy a file or folder. Unlike `cpSync` it says so when the disk is full. */
function copyTree(from: string, to: string): void {
  if (!lstatSync(from).isDirectory()) return copyFileSync(from, to);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) copyTree(join(from, name), join(to, name));
}

/** Where a new site is brought to before it takes its place: beside the published one, or inside where that is a disk of its own. */
function besideOf(out: string): string {
  return isDisk(out) ? join(out, besideName) : `${out}.next`;
}

const besideName = '.biaolian-next';
const replacedName = '.biaolian-old';

/** Whether a folder is where another disk begins: it cannot be renamed then. */
function isDisk(folder: string): boolean {
  const place = statSync(folder, { throwIfNoEntry: false });
  return place !== undefined && place.dev !== statSync(dirname(folder)).dev;
}

/**
 * Bring a folder to the disk of an output, where it has only to be renamed, and complete it there.
 * If that fails, for want of space above all, nothing of it is left.
 */
export function bringBeside(
  folder: string,
  out: string,
  complete: (beside: string) => void,
): string {
  const beside = besideOf(out);
  removeOutput(beside);
  mkdirSync(dirname(beside), { recursive: true });
  try {
    writeStamp(folder, unfinished);
    try {
      renameSync(folder, beside);
    } catch (error) {
      if (!isOtherDisk(error)) throw error;
      // With its stamp first: if we end here, the next build knows it as ours.
      mkdirSync(beside);
      writeStamp(beside, unfinished);
      copyTree(folder, beside);
    }
    complete(beside);
  } catch (error) {
    removeOutput(beside);
    throw error;
  }
  return beside;
}

/**
 * Put a folder that lies beside an output in its place; the old one stays until the new one stands. Told when the old one
 * has left its place and the new one has not taken it.
 */
export function replaceFolder(beside: string, out: string, onAside: () => void): void {
  if (isDisk(out)) return replaceContents(beside, out, onAside);
  const old = `${out}.old`;
  removeOutput(old);
  if (existsSync(out)) move(out, old);
  onAside();
  try {
    move(beside, out);
  } catch (error) {
    if (existsSync(old)) move(old, out);
    throw error;
  }
  removeOutput(old);
}

/** As {@link replaceFolder}, for a folder that cannot be renamed: each thing in it takes its place by itself. */
function replaceContents(beside: string, out: string, onAside: () => void): void {
  const old = join(out, replacedName);
  rmSync(old, { recursive: true, force: true });
  mkdirSync(old);
  writeStamp(out, unfinished);
  for (const name of readdirSync(out)) {
    if (![stampName, besideName, replacedName].includes(name))
      move(join(out, name), join(old, name));
  }
  onAside();
  for (const name of readdirSync(beside)) move(join(beside, name), join(out, name));
  for (const name of [besideName, replacedName]) rmSync(join(out, name), { recursive: true });
}

/** Remove an output, its stamp last: what is left after a crash is still known as ours. */
function removeOutput(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name !== stampName) rmSync(join(folder, name), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

/** After a build that was cut short between two renames: the old site comes back. */
export function restoreFolder(out: string): void {
  if (!existsSync(out) && existsSync(`${out}.old`)) move(`${out}.old`, out);
  const replaced = join(out, replacedName);
  if (!existsSync(replaced)) return;
  for (const name of readdirSync(replaced)) {
    rmSync(join(out, name), { recursive: true, force: true });
    move(join(replaced, name), join(out, name));
  }
  for (const name of [besideName, replacedName]) {
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
    else move(source, target);
  }
  rmSync(from, { recursive: true, force: true });
}

/** Take a page away: a folder's index.html and what lies beside it, or a single file. A path that leads up is refused. */
export function removePage(out: string, path: string): void {
  if (path.split(/[/\\]/).includes('..')) return;
  const target = join(out, path);
  if (target.startsWith(join(out, sep)) && target !== join(out, sep))
    rmSync(target, { recursive: true, force: true });
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

/** Take away published figures that their standard has no more. */
export function removeOldFigures(folder: string, target: string): void {
  if (!existsSync(target)) return;
  for (const name of readdirSync(target)) {
    if (isFigureFile(name) && !readFigure(folder, name)) rmSync(join(target, name));
  }
}

/** Take away all published figures of a standard that has no text here any more. */
export function removeFigures(target: string): void {
  if (!existsSync(target)) return;
  for (const name of readdirSync(target)) {
    if (isFigureFile(name)) rmSync(join(target, name));
  }
}
