import type { Question, Report } from './messages.ts';

/** A worker that checks one list at a time, away from the page; `stop` ends it, and the next list starts another. */
export interface Asking {
  readonly ask: (question: Question, onReport: (report: Report) => void) => void;
  readonly stop: () => void;
}

/** Returns what checks lists; nothing is loaded before the first. `onFail` hears that the worker broke. */
export function startAsking(onFail: () => void): Asking {
  let worker: Worker | undefined;
  let isBusy = false;
  let hear: ((report: Report) => void) | undefined;
  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
    isBusy = false;
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      if (data.kind !== 'progress') isBusy = false;
      hear?.(data);
    });
    started.addEventListener('error', () => {
      stop();
      onFail();
    });
    return started;
  };
  return {
    ask(question, onReport) {
      if (isBusy) stop();
      hear = onReport;
      worker ??= start();
      isBusy = true;
      worker.postMessage(question);
    },
    stop,
  };
}
