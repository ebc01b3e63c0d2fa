import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { DrawAnswer, DrawRequest, DrawSetting } from './draw-process.ts';
import type { PageJob } from './page-jobs.ts';

/** Jobs that are sent together. */
const batch = 16;
/** Batches that a process has before it answers the first: it need not wait for the next. */
const ahead = 2;
/** Below this many pages starting processes costs more than it saves. */
export const worthProcesses = 100;

/** What a process may keep. */
const memoryMb = 400;

/**
 * Draws jobs in processes of their own, one a core and four at most; answers with those whose body is not to be had. A process
 * that ends early, or cannot draw a page, fails the whole, and the others are stopped.
 */
export async function drawInProcesses(
  jobs: Iterator<PageJob>,
  by: DrawSetting,
): Promise<readonly PageJob[]> {
  const take = (): readonly PageJob[] => {
    const taken: PageJob[] = [];
    while (taken.length < batch) {
      const next = jobs.next();
      if (next.done) break;
      taken.push(next.value);
    }
    return taken;
  };
  const children = Array.from({ length: Math.min(4, availableParallelism()) }, start);
  try {
    const left = await Promise.all(children.map((child) => drawIn(child, by, take)));
    for (const child of children) child.disconnect();
    return left.flat();
  } catch (error) {
    for (const child of children) child.kill();
    throw error;
  } finally {
    await Promise.all(children.map(waitForEnd));
  }
}

function start(): ChildProcess {
  return fork(new URL('./draw-process.ts', import.meta.url), [], {
    // One thread collects garbage: as many as there are cores, in each process, are in each other's way.
    execArgv: ['--single-threaded-gc', `--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function drawIn(
  child: ChildProcess,
  by: DrawSetting,
  take: () => readonly PageJob[],
): Promise<readonly PageJob[]> {
  return new Promise((resolve, reject) => {
    const left: PageJob[] = [];
    let open = 0;
    const send = (request: DrawRequest): void => {
      child.send(request, (error) => error && reject(error));
    };
    const give = (): void => {
      const jobs = take();
      if (jobs.length > 0) {
        open += 1;
        send({ jobs });
      } else if (open === 0) resolve(left);
    };
    child.on('message', (answer: DrawAnswer) => {
      if ('error' in answer) {
        reject(Object.assign(new Error(answer.error.message), { stack: answer.error.stack }));
        return;
      }
      left.push(...answer.left);
      open -= 1;
      try {
        give();
      } catch (error) {
        reject(error);
      }
    });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      reject(new Error(`a process that draws pages ended with ${code ?? signal}`)),
    );
    send(by);
    for (let at = 0; at < ahead; at += 1) give();
  });
}

/** Till a process has closed what it had open. */
async function waitForEnd(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
