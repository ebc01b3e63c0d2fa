import { createCircuit } from './circuit.ts';
import type { Attempt, Circuit, Clock } from './circuit.ts';
import type { SearchAnswer, SearchEngine, SearchRequest } from '../contract.ts';

export interface FailoverOptions {
  /** In the order they are asked. */
  readonly servers: readonly SearchEngine[];
  /** What answers when no server does. */
  readonly fallback: SearchEngine;
  readonly clock?: Clock;
}

/** The next server is asked when one has not answered for so long; both stay in the race. */
const NEXT_SERVER_MS = 400;
/** The fallback begins to work, so that it is ready when it is needed. */
const WARM_MS = 300;
/** From here on the fallback's answer is as good as a server's, and servers without one are blamed. */
const PATIENCE_MS = 800;
/** The same where there are only trials: the servers were down a moment ago. */
const TRIAL_PATIENCE_MS = 300;

const realClock: Clock = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * An engine over several servers and one that cannot be down. The first healthy server answers; when it fails or is slow, the
 * next one; then the fallback, whose answer is marked as degraded. A server that failed is left alone for a while, then one
 * question tries it. Rejects only when the fallback does, or with the signal's reason.
 */
export function createFailover(options: FailoverOptions): SearchEngine {
  const { servers, fallback, clock = realClock } = options;
  const [first] = servers;
  if (!first) return fallback;
  const circuits = servers.map((engine) => createCircuit(engine, clock));
  return {
    name: first.name,
    search: (request, signal) => {
      const ready = circuits.filter(({ health }) => health() !== 'resting');
      return race(ready, { fallback, clock, request, signal });
    },
  };
}

interface Race {
  readonly fallback: SearchEngine;
  readonly clock: Clock;
  readonly request: SearchRequest;
  readonly signal: AbortSignal | undefined;
}

function race(
  ready: readonly Circuit[],
  { fallback, clock, request, signal }: Race,
): Promise<SearchAnswer> {
  const isHopeful = ready.some(({ health }) => health() === 'well');
  return new Promise((resolve, reject) => {
    const attempts: Attempt[] = [];
    const timers: (() => void)[] = [];
    const reserve = new AbortController();
    let reserved: Promise<SearchAnswer> | undefined;
    let failed = 0;
    let over = false;

    const finish = () => {
      over = true;
      for (const cancel of timers) cancel();
      for (const { drop } of attempts) drop();
      reserve.abort();
      signal?.removeEventListener('abort', onAbort);
    };
    const onAbort = () => {
      finish();
      reject(signal?.reason as Error);
    };
    const accept = (answer: SearchAnswer) => {
      if (over) return;
      finish();
      resolve(answer);
    };
    const warmUp = () => {
      reserved ??= fallback.search(request, reserve.signal);
      reserved.catch(() => undefined);
      return reserved;
    };
    const useFallback = () => {
      warmUp().then(
        (answer) => accept({ ...answer, degraded: true }),
        (error: Error) => {
          if (over || failed < ready.length) return;
          finish();
          reject(error);
        },
      );
    };
    const askNext = () => {
      const circuit = ready[attempts.length];
      if (!circuit) return;
      const isTrial = circuit.health() === 'trial';
      const attempt = circuit.ask(request);
      attempts.push(attempt);
      const asked = attempts.length;
      attempt.answer.then(accept, () => {
        failed += 1;
        if (over) return;
        if (attempts.length === asked) askNext();
        if (failed === ready.length) useFallback();
      });
      if (isTrial) askNext();
      else timers.push(clock.after(NEXT_SERVER_MS, () => attempts.length === asked && askNext()));
    };

    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort);
    timers.push(
      clock.after(isHopeful ? WARM_MS : 0, warmUp),
      clock.after(isHopeful ? PATIENCE_MS : TRIAL_PATIENCE_MS, () => {
        for (const { blame } of attempts) blame();
        useFallback();
      }),
    );
    askNext();
    if (ready.length === 0) useFallback();
  });
}
