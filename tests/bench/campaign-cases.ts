import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { makeMutated } from '../support/mutated-files.ts';
import { readMutated } from '../support/read-mutated.ts';
import type { CaseOrder, CaseSaid } from './campaign-texts.ts';

// A thread that reads mutated files one after the other and says what became of each: it may be ended by who started it.
if (!isMainThread) {
  const { seed, from, until } = workerData as CaseOrder;
  for (let at = from; at < until; at += 1) {
    const mutated = makeMutated(seed, at);
    parentPort?.postMessage({ at, begins: true } satisfies CaseSaid);
    const start = performance.now();
    const reading = await readMutated(mutated);
    const seconds = (performance.now() - start) / 1000;
    parentPort?.postMessage({ at, kind: mutated.kind, seconds, ...reading } satisfies CaseSaid);
  }
}
