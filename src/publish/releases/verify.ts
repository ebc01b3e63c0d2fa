import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Releases } from './index.ts';
import { findVersion } from './rollback.ts';
import type { FileFacts } from './tree.ts';
import { describeFile, isCode, listFiles } from './tree.ts';

export interface Verification {
  readonly files: number;
  /** Other bytes than those that were published. */
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** Files that no release brought. */
  readonly foreign: readonly string[];
}

/** How a folder differs from the manifest of a release, every byte read. */
export function verifyFolder(
  folder: string,
  manifest: ReadonlyMap<string, FileFacts>,
): Verification {
  const [changed, missing]: [string[], string[]] = [[], []];
  for (const [path, facts] of manifest) {
    const size = sizeOf(join(folder, path));
    if (size === undefined) missing.push(path);
    else if (size !== facts.size || describeFile(join(folder, path)).sha256 !== facts.sha256)
      changed.push(path);
  }
  const foreign = listFiles(folder).filter((path) => !manifest.has(path));
  return { files: manifest.size, changed, missing, foreign };
}

/** Whether an earlier release could be brought back: its files that the live site does not have are looked up among the versions that are kept. */
export function verifyRelease({ place, records }: Releases, seq: number): Verification {
  const live = records.manifest();
  const [changed, missing]: [string[], string[]] = [[], []];
  const manifest = records.manifest(seq);
  for (const [path, facts] of manifest) {
    if (live.get(path)?.sha256 !== facts.sha256) {
      if (findVersion(place, path, facts.sha256) === undefined) missing.push(path);
    } else if (sizeOf(join(place.out, path)) === undefined) missing.push(path);
    else if (describeFile(join(place.out, path)).sha256 !== facts.sha256) changed.push(path);
  }
  return { files: manifest.size, changed, missing, foreign: [] };
}

function sizeOf(path: string): number | undefined {
  try {
    const found = statSync(path);
    return found.isFile() ? found.size : undefined;
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return undefined;
    throw error;
  }
}
