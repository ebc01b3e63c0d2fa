import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '#library/write-atomically.ts';

/** Says what a folder was made from; the last that is written. */
const STAMP = 'digest.txt';

/** Whether a folder is complete, and was made from what is expected. */
export function isFresh(folder: string, expected: string): boolean {
  return readStamp(folder)?.[0] === expected;
}

function readStamp(folder: string): readonly string[] | undefined {
  const stamp = join(folder, STAMP);
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : undefined;
}

/** A file that nobody wants any more may be wanted by a run that began before. */
const hour = 3600_000;

/**
 * Write what is new of a part of the index: files in folders are named by their content, so one that is there stays. The stamp,
 * which lists them, comes last; what is left over goes, unless it was made within the hour.
 */
export function writeIndex(
  folder: string,
  stamp: string,
  files: ReadonlyMap<string, string>,
): void {
  rmSync(join(folder, STAMP), { force: true });
  mkdirSync(folder, { recursive: true });
  const present = new Set(readTree(folder).filter((path) => path.includes('/')));
  for (const [path, content] of files) {
    if (!present.has(path)) writeAtomically(join(folder, path), content);
  }
  writeAtomically(join(folder, STAMP), [stamp, ...files.keys()].join('\n'));
  const old = Date.now() - hour;
  for (const path of present) {
    const file = join(folder, path);
    if (!files.has(path) && statSync(file).mtimeMs < old) rmSync(file, { force: true });
  }
}

/** An index as it lies in the cache: where the content of each of its files is, by its path below the folder of a site. */
export interface IndexFiles {
  readonly root: string;
  readonly sources: ReadonlyMap<string, string>;
}

const rootFile = 'directory.json';

/** Files of a directory, and of texts where there are some; `root` is what is written into the root. */
export function listIndexFiles(
  directory: string,
  standards: string | null,
  { root, leaveOut }: { readonly root: string; readonly leaveOut: string },
): IndexFiles {
  const [, ...paths] = readStamp(directory) ?? [];
  const sources = new Map(paths.map((path) => [path, join(directory, path)]));
  const [, ...ofTexts] = (standards === null ? undefined : readStamp(standards)) ?? [];
  for (const path of ofTexts) {
    if (path !== leaveOut) sources.set(`standards/${path}`, join(standards ?? '', path));
  }
  return { root, sources: sources.set(rootFile, join(directory, rootFile)) };
}

function readTree(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? readTree(join(folder, entry.name)).map((path) => `${entry.name}/${path}`)
      : [entry.name],
  );
}

/** Whether a site has a file of the index: all but the root are named by their content. */
function isThere({ root }: IndexFiles, path: string, target: string): boolean {
  const file = join(target, path);
  return existsSync(file) && (path !== rootFile || readFileSync(file, 'utf8') === root);
}

/** Whether a folder of a site is this index, no more and no less. */
export function isIndex(index: IndexFiles, target: string): boolean {
  if (!existsSync(join(target, rootFile)) || !isThere(index, rootFile, target)) return false;
  const paths = readTree(target);
  return (
    paths.length === index.sources.size &&
    paths.every((path) => index.sources.has(path) && isThere(index, path, target))
  );
}

/** Copy to `target` what is not so in the folder `known` of a site, the root last. */
export function copyIndex(index: IndexFiles, known: string, target: string): void {
  for (const [path, source] of index.sources) {
    if (isThere(index, path, known)) continue;
    const file = join(target, path);
    if (path === rootFile) {
      writeAtomically(file, index.root);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    // A file of a site may have a second name in the release before: it is never written into.
    const draft = `${file}.${process.pid}.tmp`;
    copyFileSync(source, draft);
    renameSync(draft, file);
  }
}

/** Remove from the folder of a site what is no part of an index. */
export function removeOthers({ sources }: IndexFiles, target: string): void {
  const folders = new Set([...sources.keys()].flatMap(foldersOf));
  const walk = (folder: string, above: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = above + entry.name;
      const place = join(folder, entry.name);
      if (entry.isDirectory() && folders.has(path)) walk(place, `${path}/`);
      else if (!sources.has(path)) rmSync(place, { recursive: true, force: true });
    }
  };
  walk(target, '');
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
