import {
  copyFileSync,
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

/** Put a finished folder in the place of another; the old one stays until the new one stands. */
export function replaceFolder(next: string, out: string): void {
  const old = `${out}.old`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(out), { recursive: true });
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(next, out);
  } catch (error) {
    if (existsSync(old)) renameSync(old, out);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Move every file of a folder over another folder, file by file; what else is there stays. */
export function mergeFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) mergeFolder(source, target);
    else renameSync(source, target);
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
