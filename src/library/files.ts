import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of one standard's folder, read. Paths are relative to the library, with `/`. */
export interface StandardFolder {
  readonly path: string;
  readonly index: Uint8Array;
  readonly english: Uint8Array | null;
  readonly ledger: string;
  /** Figures: name and, for SVG, its text. */
  readonly figures: readonly { readonly name: string; readonly svg: string | null }[];
  /** Of everything above. */
  readonly digest: string;
}

const figure = /\.(?:svg|png|jpe?g|webp)$/i;
const largestFile = 16 * 1024 * 1024;

/** Folders that hold a standard, `standards/<kind>/<slug>`, sorted. */
export function listFolders(library: string): readonly string[] {
  const root = join(library, 'standards');
  const folders: string[] = [];
  for (const kind of listFolder(root)) {
    if (!kind.isDirectory()) continue;
    for (const entry of listFolder(join(root, kind.name))) {
      if (entry.isDirectory()) folders.push(`standards/${kind.name}/${entry.name}`);
    }
  }
  return folders.sort();
}

function listFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Read a standard's folder; null when there is no index.md in it. */
export function readFolder(library: string, path: string): StandardFolder | null {
  const folder = join(library, path);
  const names = readdirSync(folder).sort();
  if (!names.includes('index.md')) return null;
  const hash = createHash('sha256').update(path);
  const read = (name: string): Uint8Array => {
    const bytes = readBounded(join(folder, name));
    hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
    return bytes;
  };
  const index = read('index.md');
  const english = names.includes('index.en.md') ? read('index.en.md') : null;
  const ledger = names.includes('anchors.tsv') ? Buffer.from(read('anchors.tsv')).toString() : '';
  const figures = names
    .filter((name) => figure.test(name))
    .map((name) => {
      if (/\.svg$/i.test(name)) return { name, svg: Buffer.from(read(name)).toString() };
      const { size, mtimeMs } = statSync(join(folder, name));
      hash.update(`\0${name}\0${size}\0${mtimeMs}`);
      return { name, svg: null };
    });
  return { path, index, english, ledger, figures, digest: hash.digest('hex') };
}

/** A file beyond 16 MiB is no text a person wrote: its first 16 MiB stand for it. */
function readBounded(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return bytes.length > largestFile ? bytes.subarray(0, largestFile) : bytes;
}
