import { parentPort, workerData } from 'node:worker_threads';
import { storeBody } from './cache.ts';
import type { CacheEntry } from './cache.ts';
import { compileStandard } from './compile-standard.ts';
import { readFolder } from './files.ts';

/** One batch of folders for a worker; answers with the cache entries, bodies already stored. */
export interface CompileJob {
  readonly library: string;
  readonly cache: string;
  readonly folders: readonly string[];
}

export function compileFolders({ library, cache, folders }: CompileJob): readonly CacheEntry[] {
  const entries: CacheEntry[] = [];
  for (const path of folders) {
    const folder = readFolder(library, path);
    if (!folder) continue;
    const { standard, row, diagnostics } = compileStandard(folder);
    const body = standard ? storeBody(cache, standard) : null;
    entries.push({
      path,
      digest: folder.digest,
      row: row && body !== null ? { ...row, digest: body } : null,
      diagnostics: row ? [] : diagnostics,
      body,
    });
  }
  return entries;
}

if (parentPort && isJob(workerData)) {
  const port = parentPort;
  const job: { library: string; cache: string } = workerData;
  port.on('message', (folders: readonly string[]) => {
    port.postMessage(compileFolders({ ...job, folders }));
  });
}

function isJob(data: unknown): data is { library: string; cache: string } {
  return typeof data === 'object' && data !== null && 'library' in data && 'cache' in data;
}
