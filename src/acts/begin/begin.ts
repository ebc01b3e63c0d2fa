import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { projectRoot } from '#library/code-digest.ts';
import type { City } from './city.ts';
import { writeExamples } from './examples.ts';
import { schemaOf, writeKeepersFiles } from './keepers.ts';

/** Why no library is begun in a folder: `there` where it has something in it, `file` where it is no folder. */
export type BeginRefusal = 'there' | 'file';

/** The files of a new library, by their paths in it. */
export function listNewFiles(city: City): ReadonlyMap<string, string> {
  const schemas = Object.keys(schemaOf).map((name): [string, string] => [
    `.vscode/schema/${name}.json`,
    readFileSync(join(projectRoot, 'docs', 'schema', `${name}.json`), 'utf8'),
  ]);
  return new Map([...writeExamples(city), ...writeKeepersFiles(city), ...schemas]);
}

/** Why no library can be begun in a folder; undefined where it is absent or empty. */
export function refuseBegin(folder: string): BeginRefusal | undefined {
  try {
    return readdirSync(folder).length > 0 ? 'there' : undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    if (code === 'ENOTDIR') return 'file';
    throw error;
  }
}

/**
 * Writes a new library into a folder that is absent or empty: all of its files, or none. They are written beside it and take
 * its name at the end.
 *
 * @throws when the folder has something in it, or the disk takes no more
 */
export function beginLibrary(folder: string, city: City): readonly string[] {
  const files = listNewFiles(city);
  mkdirSync(dirname(folder), { recursive: true });
  const draft = join(dirname(folder), `.${basename(folder)}-${randomUUID()}`);
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), text);
    }
    // Refuses, too, what came into the folder meanwhile.
    if (refuseBegin(folder) !== undefined) throw new Error(`${folder} is not empty`);
    try {
      rmdirSync(folder);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return [...files.keys()];
}
