import { join } from 'node:path';
import { shortDigest } from './digest.ts';
import { statTrees } from './tree-stat.ts';
import { readSummed, writeSummed } from './summed-file.ts';

interface Kept<T> {
  readonly paths: readonly string[];
  readonly stat: string;
  readonly value: T;
}

/** Files and folders; a function where they are those that were read, and are listed again only where one of these is another. */
type Paths = readonly string[] | (() => readonly string[]);

/**
 * What was made of some files and folders, kept in this process while the system says of them what it said before they were
 * read: `keep(name, paths, make)`. Null is not kept. In a folder, where one is named, it is kept for other processes, too:
 * the value has to be plain data then.
 */
export function keepByStat<T>(folder?: string): (name: string, paths: Paths, make: () => T) => T {
  const kept = new Map<string, Kept<T>>();
  return (name, paths, make) => {
    const file = folder === undefined ? undefined : fileOf(folder, name);
    const before = kept.get(name) ?? (file === undefined ? undefined : readKept<T>(file));
    const known = typeof paths === 'function' ? (before?.paths ?? []) : paths;
    const said = known.length > 0 ? statTrees(known) : null;
    if (before && before.stat === said) {
      kept.set(name, before);
      return before.value;
    }
    const list = typeof paths === 'function' ? paths() : paths;
    const stat = typeof paths === 'function' ? statTrees(list) : said;
    const value = make();
    kept.delete(name);
    if (stat === null || value === null) return value;
    kept.set(name, { paths: list, stat, value });
    if (file !== undefined) writeKept(file, { paths: list, stat, value });
    return value;
  };
}

const fileOf = (folder: string, name: string): string =>
  join(folder, `${shortDigest(name).slice(0, 16)}.json`);

/** Undefined where there is none, or a damaged one. */
function readKept<T>(file: string): Kept<T> | undefined {
  const content = readSummed(file);
  return content === undefined ? undefined : (JSON.parse(content) as Kept<T>);
}

/** It can be made again: a folder that cannot be written keeps nothing. */
function writeKept(file: string, kept: Kept<unknown>): void {
  try {
    writeSummed(file, JSON.stringify(kept));
  } catch {
    // Made again by the next process.
  }
}
