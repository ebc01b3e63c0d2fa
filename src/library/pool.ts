import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CacheEntry } from './cache.ts';

const batch = 16;

/** Below this many folders starting threads costs more than it saves. */
export const worthThreads = 24;

/**
 * Compile folders on worker threads, at most one per core and four in all. Batches are handed out
 * as threads become free; the answer is in no particular order. A thread that dies fails the whole.
 */
export async function compileInThreads(
  job: { readonly library: string; readonly cache: string },
  folders: readonly string[],
): Promise<readonly CacheEntry[]> {
  const entries: CacheEntry[] = [];
  let next = 0;
  const count = Math.min(4, availableParallelism(), Math.ceil(folders.length / batch));
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), {
        workerData: job,
        resourceLimits: { maxOldGenerationSizeMb: 512 },
      });
      const give = (): void => {
        if (next >= folders.length) {
          void worker.terminate().then(() => resolve());
          return;
        }
        worker.postMessage(folders.slice(next, next + batch));
        next += batch;
      };
      worker.on('message', (done: readonly CacheEntry[]) => {
        entries.push(...done);
        give();
      });
      worker.on('error', reject);
      give();
    });
  await Promise.all(Array.from({ length: count }, work));
  return entries;
}
