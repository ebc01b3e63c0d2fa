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
  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
    isBusy = false;
  };
  return {
    ask(question, onReport) {
      if (isBusy) stop();
      worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      isBusy = true;
      worker.onmessage = ({ data }: MessageEvent<Report>) => {
        if (data.kind !== 'progress') isBusy = false;
        onReport(data);
      };
      worker.onerror = () => {
        stop();
        onFail();
      };
      worker.postMessage(question);
    },
    stop,
  };
}
