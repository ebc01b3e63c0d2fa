import { loadIndex, storeIndex } from './cache.ts';
import type { CacheEntry } from './cache.ts';
import { compileFolder, examineFolder } from './compile-folder.ts';
import { listFolders } from './files.ts';
import { compileInThreads, worthThreads } from './pool.ts';
import { sweepBodies, sweepCaches } from './sweep.ts';

/** Bring the cache up to date with the folders; entries in the order of folders. */
export async function refresh(
  dir: string,
  cache: string,
  stage: (name: string) => void,
): Promise<{ readonly entries: readonly CacheEntry[]; readonly compiled: number }> {
  const known = loadIndex(cache);
  const kept = new Map<string, CacheEntry>();
  const changed: string[] = [];
  for (const path of listFolders(dir)) {
    const entry = known.get(path);
    if (entry && examineFolder(dir, path).digest === entry.digest) kept.set(path, entry);
    else changed.push(path);
  }
  stage('read');
  if (changed.length > 0) {
    const compiled =
      changed.length < worthThreads
        ? changed.map((path) => compileFolder(dir, cache, path))
        : await compileInThreads({ library: dir, cache }, changed);
    for (const entry of compiled) kept.set(entry.path, entry);
  }
  const entries = [...kept.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  if (changed.length > 0 || entries.length !== known.size) {
    storeIndex(cache, entries);
    sweepBodies(cache, entries);
    if (known.size === 0) sweepCaches(cache);
  }
  stage('compile');
  return { entries, compiled: changed.length };
}
