import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CacheEntry } from './cache.ts';
import type { CompileRequest } from './compile-worker.ts';

const batch = 16;

/** Below this many folders starting processes costs more than it saves. */
export const worthProcesses = 24;

const ownWorker = new URL('./compile-worker.ts', import.meta.url);

/**
 * Compile folders in processes, at most one per core and four in all. Batches are handed out as
 * processes become free; the answer is in no particular order. A process that dies fails the whole,
 * and the others are stopped.
 *
 * Processes, because only they can be told to collect garbage on their own thread: that of a thread
 * is collected by helpers, a quarter more processor time.
 */
export async function compileInProcesses(
  job: { readonly library: string; readonly cache: string },
  folders: readonly string[],
  worker: URL = ownWorker,
): Promise<readonly CacheEntry[]> {
  const count = Math.min(4, availableParallelism(), Math.ceil(folders.length / batch));
  const batches = Array.from({ length: Math.ceil(folders.length / batch) }, (_, at) => ({
    ...job,
    folders: folders.slice(at * batch, (at + 1) * batch),
  }));
  const workers = Array.from({ length: count }, () =>
    fork(fileURLToPath(worker), {
      execArgv: ['--single-threaded-gc', '--max-old-space-size=400'],
      serialization: 'advanced',
      env: { ...process.env, ...shareCompileCache() },
    }),
  );
  try {
    const answers = await Promise.all(workers.map((each) => answerAll(each, batches)));
    for (const each of workers) each.disconnect();
    return answers.flat(2);
  } catch (error) {
    for (const each of workers) each.kill();
    throw error;
  } finally {
    await Promise.all(workers.map(waitForEnd));
  }
}

/** What Node made of our files at earlier starts is not made again by each process. */
function shareCompileCache(): { readonly NODE_COMPILE_CACHE?: string } {
  const own = getCompileCacheDir();
  return own === undefined ? {} : { NODE_COMPILE_CACHE: dirname(own) };
}

/** Give a process batch after batch until none is left. */
function answerAll(
  worker: ChildProcess,
  batches: CompileRequest[],
): Promise<readonly (readonly CacheEntry[])[]> {
  return new Promise((resolve, reject) => {
    const answers: (readonly CacheEntry[])[] = [];
    const give = (): void => {
      const next = batches.shift();
      if (next) worker.send(next, (error) => error && reject(error));
      else resolve(answers);
    };
    worker.on('message', (answer: readonly CacheEntry[]) => {
      answers.push(answer);
      give();
    });
    worker.on('error', reject);
    worker.on('exit', (code, signal) =>
      reject(new Error(`a compiling process ended with ${code ?? signal}`)),
    );
    give();
  });
}

/** Till a process has closed what it had open. */
async function waitForEnd(worker: ChildProcess): Promise<void> {
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
}
