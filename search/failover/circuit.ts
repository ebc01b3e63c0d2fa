import type { SearchAnswer, SearchEngine, SearchRequest } from '../contract.ts';
import { EngineFailure } from '../meilisearch/failure.ts';

/** Milliseconds from any beginning, and timers that can be given up. */
export interface Clock {
  readonly now: () => number;
  /** @returns gives the timer up */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** How long a server that failed is left alone. */
const REST_MS = 15_000;
/** The same when somebody has to mend it: a wrong key, no index, an index of another version. */
const LONG_REST_MS = 60_000;
/** The same when it has more questions than it can take, and does not say for how long. */
const BUSY_MS = 3_000;
/** A server that was asked a moment ago is not blamed for having no answer yet. */
const FAIR_MS = 400;
/** How long a trial may take, behind the reader's back if need be. */
const TRIAL_MS = 3_000;

/** `trial`: it has rested, and one question may find out whether it is well again. */
export type Health = 'well' | 'trial' | 'resting';

/** A question on its way to a server. */
export interface Attempt {
  readonly answer: Promise<SearchAnswer>;
  /** It was waited for long enough: the server is left alone unless it answers after all. */
  readonly blame: () => void;
  /** The answer is not wanted any more; that is no fault of the server's. A trial goes on unseen. */
  readonly drop: () => void;
}

/** A server with a memory of its failures. */
export interface Circuit {
  readonly health: () => Health;
  readonly ask: (request: SearchRequest) => Attempt;
}

/** A server with a memory of its failures, at first held to be well; time is told by the clock that is given. */
export function createCircuit(engine: SearchEngine, clock: Clock): Circuit {
  let restsUntil: number | undefined;
  let trying = false;
  const rest = (ms: number) => {
    restsUntil = clock.now() + ms;
  };
  const health = (): Health => {
    if (restsUntil === undefined) return 'well';
    return trying || clock.now() < restsUntil ? 'resting' : 'trial';
  };
  const ask = (request: SearchRequest): Attempt => {
    const isTrial = health() === 'trial';
    const asked = clock.now();
    const controller = new AbortController();
    let pending = true;
    let dropped = false;
    const giveUpTrial = isTrial ? clock.after(TRIAL_MS, () => controller.abort()) : undefined;
    if (isTrial) trying = true;
    const run = async (): Promise<SearchAnswer> => {
      try {
        const answer = await Promise.race([
          engine.search(request, controller.signal),
          rejectWhenAborted(controller.signal),
        ]);
        restsUntil = undefined;
        return answer;
      } catch (error) {
        if (!dropped) rest(restAfter(error));
        throw error;
      } finally {
        pending = false;
        giveUpTrial?.();
        if (isTrial) trying = false;
      }
    };
    return {
      answer: run(),
      blame: () => {
        if (pending && !isTrial && clock.now() - asked >= FAIR_MS) rest(REST_MS);
      },
      drop: () => {
        if (isTrial) return;
        dropped = true;
        controller.abort();
      },
    };
  };
  return { health, ask };
}

/** An engine may be slow to see that nobody listens. */
function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

function restAfter(error: unknown): number {
  const kind = error instanceof EngineFailure ? error.kind : undefined;
  if (error instanceof EngineFailure && kind === 'busy') {
    return Math.min(error.retryAfterMs ?? BUSY_MS, REST_MS);
  }
  const needsHands = kind === 'refused' || kind === 'missing-index' || kind === 'other-version';
  return needsHands ? LONG_REST_MS : REST_MS;
}
