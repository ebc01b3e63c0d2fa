/** A worker that answers one question at a time, away from the page; `stop` ends it, and the next question starts another. */
export interface Asking<Question, Report> {
  readonly ask: (question: Question, onReport: (report: Report) => void) => void;
  readonly stop: () => void;
}

/**
 * Returns what asks a worker; none is started before the first question. `onFail` hears that the worker broke. All reports but
 * those of kind `progress` are the end of an answer.
 */
export function startAsking<Question, Report extends { readonly kind: string }>(
  makeWorker: () => Worker,
  onFail: () => void,
): Asking<Question, Report> {
  let worker: Worker | undefined;
  let isBusy = false;
  let hear: ((report: Report) => void) | undefined;
  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
    isBusy = false;
  };
  const start = (): Worker => {
    const started = makeWorker();
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
