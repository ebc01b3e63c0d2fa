import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isActiveSvg } from '../library/check-figures.ts';

const figure = /\.(?:svg|png|jpe?g|webp)$/i;

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
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(dirname(out), { recursive: true });
  move(next, beside);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(beside, out);
  } catch (error) {
    if (existsSync(old)) renameSync(old, out);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** After a build that was cut short between two renames: the old site comes back. */
export function restoreFolder(out: string): void {
  if (!existsSync(out) && existsSync(`${out}.old`)) renameSync(`${out}.old`, out);
}

/** Move every file of a folder over another folder, file by file; what else is there stays. */
export function mergeFolder(from: string, to: string): void {
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
  if (target.startsWith(out) && target !== out) rmSync(target, { recursive: true, force: true });
}

/** Copy the figures of a standard beside its page; SVG that could run something is left out. */
export function copyFigures(folder: string, target: string): void {
  for (const name of readdirSync(folder)) {
    if (!figure.test(name)) continue;
    const source = join(folder, name);
    if (/\.svg$/i.test(name) && isActiveSvg(readFileSync(source, 'utf8'))) continue;
    mkdirSync(target, { recursive: true });
    copyFileSync(source, join(target, name));
  }
}
