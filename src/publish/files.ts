import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isFigureFile } from '../core/text/unsafe.ts';
import { readFigure } from '../library/figures.ts';
import { stampName } from './output.ts';

/** Move a file or folder; copied when it lies on another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    const draft = `${to}.moving`;
    cpSync(from, draft, { recursive: true });
    renameSync(draft, to);
    rmSync(from, { recursive: true, force: true });
  }
}

/** Put a finished folder in the place of another; the old one stays until the new one stands. */
export function replaceFolder(next: string, out: string): void {
  const beside = `${out}.next`;
  const old = `${out}.old`;
  removeOutput(beside);
  mkdirSync(dirname(out), { recursive: true });
  move(next, beside);
  removeOutput(old);
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(beside, out);
  } catch (error) {
    if (existsSync(old)) renameSync(old, out);
    throw error;
  }
  removeOutput(old);
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
  if (!existsSync(out) && existsSync(`${out}.old`)) renameSync(`${out}.old`, out);
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

/** Take a page away: a folder's index.html and what lies beside it, or a single file. */
export function removePage(out: string, path: string): void {
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
