import { startAsking } from '../asking.ts';
import type { Question, Report } from './messages.ts';

const makeWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Returns what has lists checked in a worker, one at a time; `onFail` hears that it broke. */
export const startChecking = (onFail: () => void) =>
  startAsking<Question, Report>(makeWorker, onFail);
