import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Work for processes. */
export interface ProcessWork<Request, Answer> {
  /** What each process runs: it answers each request but the first with one message, and ends when it is let go. */
  readonly script: URL;
  /** What it is called where one ends early. */
  readonly name: string;
  /** As many processes at most. */
  readonly most: number;
  /** Sent before all others, without an answer. */
  readonly greeting?: Request;
  /** Requests that a process has before it answers the first; it need not wait for the next. */
  readonly ahead?: number;
  /** The next request; undefined when there is none. */
  readonly next: () => Request | undefined;
  /** What it throws fails the whole. */
  readonly onAnswer: (answer: Answer) => void;
}

/**
 * Over when processes have answered all requests: one a core, four at most. Requests are handed out as processes become free;
 * answers come in no particular order. A process that ends early fails the whole, and the others are stopped.
 *
 * Processes, because only they can be told to collect garbage on their own thread: that of a thread is collected by helpers,
 * a quarter more processor time. Of room for what is young 16 MB are enough: with the 32 MB of Node they hold 100 MB more each for
 * the same processor time.
 */
export async function askProcesses<Request extends object, Answer>(
  work: ProcessWork<Request, Answer>,
): Promise<void> {
  const count = Math.min(4, availableParallelism(), work.most);
  const children = Array.from({ length: count }, () =>
    fork(fileURLToPath(work.script), {
      execArgv: ['--single-threaded-gc', '--max-old-space-size=400', '--max-semi-space-size=16'],
      serialization: 'advanced',
      env: { ...process.env, ...shareCompileCache() },
    }),
  );
  try {
    await Promise.all(children.map((child) => ask(child, work)));
    for (const child of children) child.disconnect();
  } catch (error) {
    for (const child of children) child.kill();
    throw error;
  } finally {
    await Promise.all(children.map(waitForEnd));
  }
}

/** What Node made of our files at earlier starts is not made again by each process. */
function shareCompileCache(): { readonly NODE_COMPILE_CACHE?: string } {
  const own = getCompileCacheDir();
  return own === undefined ? {} : { NODE_COMPILE_CACHE: dirname(own) };
}

/** Give a process request after request until none is left. */
function ask<Request extends object, Answer>(
  child: ChildProcess,
  { name, greeting, ahead = 1, next, onAnswer }: ProcessWork<Request, Answer>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let open = 0;
    const send = (request: Request): void => {
      child.send(request, (error) => error && reject(error));
    };
    const give = (): void => {
      const request = next();
      if (request) {
        open += 1;
        send(request);
      } else if (open === 0) resolve();
    };
    child.on('message', (answer: Answer) => {
      open -= 1;
      try {
        onAnswer(answer);
        give();
      } catch (error) {
        reject(error);
      }
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(new Error(`${name} ended with ${code ?? signal}`)));
    if (greeting) send(greeting);
    for (let at = 0; at < ahead; at += 1) give();
  });
}

/** Till a process has closed what it had open. */
async function waitForEnd(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
