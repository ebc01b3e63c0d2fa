import { loadEntries, storeEntries } from './cache.ts';
import type { CacheEntry } from './cache.ts';
import { compileFolders, examineFolder } from './compile-folder.ts';
import { listFolders } from './files.ts';
import { listPartnerFolders } from './partners.ts';
import { listDrafts } from './projects.ts';
import type { EntriesState } from './library-parts.ts';
import { statFolder } from './folder-stat.ts';
import { compileInProcesses, worthProcesses } from './pool.ts';
import { closeStores } from './store.ts';
import { sweepCaches } from './sweep.ts';

/** The entries of a library, and how they came to be. */
interface Refreshed {
  readonly entries: readonly CacheEntry[];
  readonly compiled: number;
  readonly state: Omit<EntriesState, 'code'>;
}

/**
 * Bring the cache up to date with the folders of standards and of drafts; entries in the order of folders. A folder is read only where what the
 * system says of its files has changed, and compiled only where its content has.
 */
export async function refresh(
  dir: string,
  cache: string,
  stage: (name: string) => void,
): Promise<Refreshed> {
  const { entries: known, state: before } = loadEntries(cache);
  stage('load');
  const entries = new Map<string, CacheEntry>();
  const touched: CacheEntry[] = [];
  const changed: string[] = [];
  const folders = [...listDrafts(dir), ...listFolders(dir), ...listPartnerFolders(dir)];
  for (const path of folders) {
    const entry = known.get(path);
    const stat = entry ? statFolder(dir, path) : '';
    if (entry && stat !== '' && stat === entry.stat) entries.set(path, entry);
    else if (entry && examineFolder(dir, path).digest === entry.digest) {
      const now = { ...entry, stat };
      entries.set(path, now);
      if (stat !== entry.stat) touched.push(now);
    } else changed.push(path);
  }
  stage('read');
  const compiled =
    changed.length < worthProcesses
      ? compileFolders(dir, cache, changed)
      : await compileInProcesses({ library: dir, cache }, changed);
  for (const entry of compiled) entries.set(entry.path, entry);
  const present = new Set(folders);
  const gone = [...known.keys()].filter((path) => !present.has(path));
  const now = storeEntries(cache, { compiled, touched, gone }, before);
  closeStores(cache);
  if (known.size === 0 && compiled.length > 0) sweepCaches(cache);
  stage('compile');
  return {
    entries: [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    compiled: changed.length,
    state: { before, now, replaced: listReplaced(known, changed, gone) },
  };
}

/** What stood in the place of folders that are others; null where folders came or went. */
function listReplaced(
  known: ReadonlyMap<string, CacheEntry>,
  changed: readonly string[],
  gone: readonly string[],
): ReadonlyMap<string, CacheEntry> | null {
  const replaced = changed.flatMap((path) => known.get(path) ?? []);
  if (gone.length > 0 || replaced.length < changed.length) return null;
  return new Map(replaced.map((entry) => [entry.path, entry]));
}
