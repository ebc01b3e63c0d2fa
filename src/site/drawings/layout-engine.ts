import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import ELK from 'elkjs/lib/elk-api.js';
import type { ELK as Engine, ElkNode } from 'elkjs/lib/elk-api.js';
import { shortDigest } from '#library/digest.ts';
import { getKeptLayouts } from '../draw-context.ts';

/**
 * The last resort against a graph whose layout does not end: what may be laid out is bounded by its size
 * (`core/systems/drawable.ts`), and takes seconds on a slow machine.
 */
const patience = 120_000;

/** Runs the code of elkjs, which is written for the workers of browsers. */
const source = `
const { parentPort, workerData } = require('node:worker_threads');
const { Worker } = require(workerData);
const worker = new Worker();
worker.onmessage = ({ data }) => parentPort.postMessage(data);
parentPort.on('message', (data) => worker.postMessage(data));
`;

interface Running {
  readonly engine: Engine;
  readonly thread: Worker;
  /** Rejected when the thread ends. */
  readonly ended: Promise<never>;
}

// Starting it takes most of a second; layouts on one instance follow one another.
let running: Running | undefined;
let last: Promise<unknown> = Promise.resolve();

function start(): Running {
  const path = createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js');
  const thread = new Worker(source, { eval: true, workerData: path });
  thread.unref();
  const ended = new Promise<never>((_, reject) => {
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('the thread ended')));
  });
  ended.catch(() => undefined);
  const engine = new ELK({
    workerFactory: () => {
      const port = {
        onmessage: undefined as ((event: { readonly data: unknown }) => void) | undefined,
        postMessage: (data: unknown) => thread.postMessage(data),
        terminate: () => void thread.terminate(),
      };
      thread.on('message', (data) => port.onmessage?.({ data }));
      return port as unknown as globalThis.Worker;
    },
  });
  return { engine, thread, ended };
}

/** A layout is that of a graph by an engine of a version. */
const nameOf = (graph: ElkNode): string => {
  const { version } = createRequire(import.meta.url)('elkjs/package.json') as {
    readonly version: string;
  };
  return shortDigest(`${version} ${JSON.stringify(graph)}`);
};

/**
 * A graph with places: as it was laid out before where layouts are kept, else from a thread of its own; null where it cannot be
 * laid out, or not in two minutes.
 */
export async function layOutGraph(graph: ElkNode): Promise<ElkNode | null> {
  const kept = getKeptLayouts();
  const name = kept && nameOf(graph);
  const found = name !== undefined && (kept?.find(name) as ElkNode | null | undefined);
  if (found) return found;
  const next = last.then(() => layOutNow(graph));
  last = next;
  const laid = await next;
  if (laid && name !== undefined) kept?.keep(name, laid);
  return laid;
}

async function layOutNow(graph: ElkNode): Promise<ElkNode | null> {
  running ??= start();
  const { engine, thread, ended } = running;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  thread.ref();
  try {
    const laid = await Promise.race([engine.layout<ElkNode>(graph), ended, late]);
    if (laid === null) stop(thread);
    return laid;
  } catch {
    // An exception in the layout, as of a stack that overflows, leaves nothing to go on with.
    stop(thread);
    return null;
  } finally {
    clearTimeout(timer);
    thread.unref();
  }
}

function stop(thread: Worker): void {
  running = undefined;
  void thread.terminate();
}
