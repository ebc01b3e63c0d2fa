import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFigureFile } from '#core/text/syntax/unsafe.ts';
import { isNamedRight, isSvgName } from './figures.ts';

/** The files of one standard's folder, read. Paths are relative to the library, with `/`. */
export interface StandardFolder {
  readonly path: string;
  readonly index: Uint8Array;
  readonly english: Uint8Array | null;
  readonly ledger: string;
  /** What explains and promotes it: `guide.md`, `guide.en.md`, `promotion.yaml`, where they are there. */
  readonly beside?: ReadonlyMap<BesideName, Uint8Array>;
  /** Figures: name, for SVG its bytes, and whether the bytes are what the name says. */
  readonly figures: readonly {
    readonly name: string;
    readonly svg: Uint8Array | null;
    readonly isNamedRight: boolean;
  }[];
  /** Of everything above. */
  readonly digest: string;
}

/** Files that explain and promote a standard; none of them changes its text. */
export const besideNames = ['guide.md', 'guide.en.md', 'promotion.yaml'] as const;
export type BesideName = (typeof besideNames)[number];

/** A file beyond it is no text a person wrote: its first 16 MiB stand for it. */
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

/** The content of a file; null where it is not there or cannot be read. */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function listFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Whether a file of this name in a standard's folder is read. */
export function isPartOfStandard(name: string): boolean {
  return (
    /^(?:index\.md|index\.en\.md|anchors\.tsv)$/.test(name) ||
    besideNames.some((each) => each === name) ||
    isFigureFile(name)
  );
}

/** `index.md` is a folder, a link or a device. */
export class NotAFile extends Error {}

/**
 * Read a standard's folder; null when there is no index.md in it. Only regular files are read: a
 * link could name any file of the machine.
 *
 * @throws when index.md is there but is no regular file, or the system does not let it be read
 */
export function readFolder(library: string, path: string): StandardFolder | null {
  const folder = join(library, path);
  const entries = readdirSync(folder, { withFileTypes: true });
  const index = entries.find(({ name }) => name === 'index.md');
  if (!index) return null;
  if (!index.isFile()) throw new NotAFile();
  const names = entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
  const hash = createHash('sha256').update(path);
  const read = (name: string): Uint8Array => {
    const bytes = readFileSync(join(folder, name));
    hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
    return bytes.length > largestFile ? bytes.subarray(0, largestFile) : bytes;
  };
  const readIfNamed = (name: string) => (names.includes(name) ? read(name) : null);
  return {
    path,
    index: read('index.md'),
    english: readIfNamed('index.en.md'),
    ledger: Buffer.from(readIfNamed('anchors.tsv') ?? []).toString(),
    beside: new Map(
      besideNames.flatMap((name) => {
        const bytes = readIfNamed(name);
        return bytes ? [[name, bytes] as const] : [];
      }),
    ),
    figures: names.filter(isFigureFile).map((name) => {
      const bytes = read(name);
      return {
        name,
        svg: isSvgName(name) ? bytes : null,
        isNamedRight: isNamedRight(name, bytes),
      };
    }),
    digest: hash.digest('hex'),
  };
}
