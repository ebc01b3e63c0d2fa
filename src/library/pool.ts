import type { CacheEntry } from './cache.ts';
import type { CompileRequest } from './compile-worker.ts';
import { askProcesses } from './processes.ts';

const batch = 16;

/** Below this many folders starting processes costs more than it saves. */
export const worthProcesses = 24;

const ownWorker = new URL('./compile-worker.ts', import.meta.url);

/** The entries of folders, in no particular order, compiled in processes. */
export async function compileInProcesses(
  job: { readonly library: string; readonly cache: string },
  folders: readonly string[],
  worker: URL = ownWorker,
): Promise<readonly CacheEntry[]> {
  const entries: CacheEntry[] = [];
  let at = 0;
  await askProcesses<CompileRequest, readonly CacheEntry[]>({
    script: worker,
    name: 'a compiling process',
    most: Math.ceil(folders.length / batch),
    next: () => {
      if (at >= folders.length) return undefined;
      at += batch;
      return { ...job, folders: folders.slice(at - batch, at) };
    },
    onAnswer: (answer) => entries.push(...answer),
  });
  return entries;
}
