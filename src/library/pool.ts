import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CacheEntry } from './cache.ts';

const batch = 16;

/** Below this many folders starting threads costs more than it saves. */
export const worthThreads = 24;

/**
 * Compile folders on worker threads, at most one per core and four in all. Batches are handed out
 * as threads become free; the answer is in no particular order. A thread that dies fails the whole,
 * and the others are stopped.
 */
export async function compileInThreads(
  job: { readonly library: string; readonly cache: string },
  folders: readonly string[],
): Promise<readonly CacheEntry[]> {
  const entries: CacheEntry[] = [];
  let next = 0;
  const count = Math.min(4, availableParallelism(), Math.ceil(folders.length / batch));
  const workers = Array.from(
    { length: count },
    () =>
      new Worker(new URL('./compile-worker.ts', import.meta.url), {
        workerData: job,
        // A small nursery: the peak of 1,000 standards falls by 200 MB, at the same processor time.
        resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 },
      }),
  );
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const give = (): void => {
        if (next >= folders.length) return resolve();
        worker.postMessage(folders.slice(next, next + batch));
        next += batch;
      };
      worker.on('message', (done: readonly CacheEntry[]) => {
        entries.push(...done);
        give();
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`a compiling thread ended with ${code}`)));
      give();
    });
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return entries;
}
