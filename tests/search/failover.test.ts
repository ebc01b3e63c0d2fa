import { describe, expect, it } from 'vitest';
import type { Clock } from '#search/failover/circuit.ts';
import type { SearchAnswer, SearchEngine, SearchRequest } from '#search/contract.ts';
import { createFailover } from '#search/failover/failover.ts';
import { EngineFailure } from '#search/meilisearch/failure.ts';
import { embeddedOnly, formatRuntimeConfig, readRuntimeConfig } from '#search/runtime-config.ts';

const request: SearchRequest = { text: '冷链', language: 'zh' };

/** Time that passes only when it is told to; everything that is due has run when `pass` resolves. */
function makeClock() {
  let now = 1000;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const clock: Clock = {
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => (timers = timers.filter((each) => each !== timer));
    },
  };
  const pass = async (ms: number) => {
    const end = now + ms;
    await settle();
    for (;;) {
      const due = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (!due) break;
      timers = timers.filter((each) => each !== due);
      now = due.at;
      due.run();
      await settle();
    }
    now = end;
    await settle();
  };
  return { clock, pass, waiting: () => timers.length };
}

function answerOf(engine: SearchAnswer['engine'], query: string): SearchAnswer {
  const none = { hits: [], terms: [], systems: [], facets: {}, nearest: [] };
  return { engine, degraded: false, query, total: 0, exact: true, ...none };
}

type Behaviour = number | 'hang' | Error;

/** An engine that answers after so many milliseconds, never, or with a failure; its behaviour can be changed. */
function makeEngine(clock: Clock, name: SearchEngine['name'], label: string, first: Behaviour) {
  const state = { behaviour: first, asked: 0, aborted: 0 };
  const engine: SearchEngine = {
    name,
    search: (_, signal) =>
      new Promise((resolve, reject) => {
        state.asked += 1;
        const { behaviour } = state;
        signal?.addEventListener('abort', () => {
          state.aborted += 1;
          reject(signal.reason as Error);
        });
        if (behaviour instanceof Error) reject(behaviour);
        else if (behaviour !== 'hang') clock.after(behaviour, () => resolve(answerOf(name, label)));
      }),
  };
  return { engine, state };
}

/** Two servers and a fallback that needs 50 ms. */
function setUp(first: Behaviour, second: Behaviour = 10, fallback: Behaviour = 50) {
  const { clock, pass, waiting } = makeClock();
  const one = makeEngine(clock, 'meilisearch', 'one', first);
  const two = makeEngine(clock, 'meilisearch', 'two', second);
  const spare = makeEngine(clock, 'embedded', 'spare', fallback);
  const engine = createFailover({
    servers: [one.engine, two.engine],
    fallback: spare.engine,
    clock,
  });
  /** Who answered within so many milliseconds: `one`, `spare degraded`, or what was complained about; and after how long. */
  const ask = async (within = 1200, signal?: AbortSignal) => {
    const start = clock.now();
    let outcome = { by: 'nobody', ms: within };
    const tell = (by: string) => (outcome = { by, ms: clock.now() - start });
    engine.search(request, signal).then(
      ({ query, degraded }) => tell(degraded ? `${query} degraded` : query),
      (error: Error) => tell(error.message),
    );
    await pass(within);
    return outcome;
  };
  return { one: one.state, two: two.state, spare: spare.state, ask, pass, waiting };
}

const down = new EngineFailure('unreachable', 'down');

describe('several servers and a fallback', () => {
  it('ask the first server alone while it answers in time', async () => {
    const { one, two, spare, ask, waiting } = setUp(290);
    expect(await ask()).toEqual({ by: 'one', ms: 290 });
    expect([one.asked, two.asked, spare.asked]).toEqual([1, 0, 0]);
    expect(waiting()).toBe(0);
  });

  it('go on to the next server at once when one fails, and leave that one alone for 15 s', async () => {
    const { one, ask, pass } = setUp(down);
    expect(await ask()).toEqual({ by: 'two', ms: 10 });
    await pass(13_000);
    expect(await ask(500)).toEqual({ by: 'two', ms: 10 });
    expect(one.asked).toBe(1);
    one.behaviour = 5;
    await pass(2_000);
    expect(await ask()).toEqual({ by: 'one', ms: 5 });
    expect(await ask()).toEqual({ by: 'one', ms: 5 });
  });

  it('ask the next server beside one that is slow, and take whichever answers', async () => {
    const { one, two, ask } = setUp('hang');
    expect(await ask()).toEqual({ by: 'two', ms: 410 });
    expect(one.aborted).toBe(1);
    const slow = setUp(450, 'hang');
    expect(await slow.ask()).toEqual({ by: 'one', ms: 450 });
    expect(slow.two.aborted).toBe(1);
    expect(two.asked).toBe(1);
  });

  it('answer by the warmed fallback when all servers hang, and at once the next time', async () => {
    const { one, two, ask, pass } = setUp('hang', 'hang', 450);
    expect(await ask()).toEqual({ by: 'spare degraded', ms: 800 });
    expect(await ask()).toEqual({ by: 'spare degraded', ms: 450 });
    expect([one.asked, two.asked]).toEqual([1, 1]);
    await pass(15_000);
    one.behaviour = 20;
    expect(await ask()).toEqual({ by: 'one', ms: 20 });
  });

  it('prefer a late server to a fallback that is later still', async () => {
    const { ask } = setUp(1000, 'hang', 5000);
    expect(await ask()).toEqual({ by: 'one', ms: 1000 });
    expect(await ask()).toEqual({ by: 'one', ms: 1000 });
  });

  it('let one question at a time try a server that was down, and do not wait for it', async () => {
    const { one, two, ask, pass } = setUp(down, down);
    expect(await ask()).toEqual({ by: 'spare degraded', ms: 50 });
    await pass(15_000);
    one.behaviour = 'hang';
    two.behaviour = 'hang';
    expect(await ask(400)).toEqual({ by: 'spare degraded', ms: 300 });
    expect(await ask(400)).toEqual({ by: 'spare degraded', ms: 50 });
    expect([one.asked, two.asked]).toEqual([2, 2]);
    // What takes longer than the reader waits still tells that a server is back.
    await pass(18_000);
    one.behaviour = 2000;
    expect(await ask()).toEqual({ by: 'spare degraded', ms: 300 });
    await pass(1000);
    one.behaviour = 10;
    expect(await ask()).toEqual({ by: 'one', ms: 10 });
  });

  it('go on at once from a server that is busy, and come back to it when it said it would be ready', async () => {
    const later = (retryAfterMs?: number) =>
      new EngineFailure('busy', 'full', { ...(retryAfterMs !== undefined && { retryAfterMs }) });
    const { one, two, spare, ask, pass } = setUp(later(10_000), later());
    expect(await ask()).toEqual({ by: 'spare degraded', ms: 50 });
    expect([one.asked, two.asked, spare.asked]).toEqual([1, 1, 1]);
    two.behaviour = 10;
    // The second said nothing: it is asked after 3 s, the first after the 10 s that it named.
    await pass(3_000);
    expect(await ask()).toEqual({ by: 'two', ms: 10 });
    one.behaviour = 5;
    expect(await ask()).toEqual({ by: 'two', ms: 10 });
    await pass(7_000);
    expect(await ask()).toEqual({ by: 'one', ms: 5 });
  });

  it.each(['refused', 'missing-index', 'other-version'] as const)(
    'leave a server alone for a minute when somebody has to mend it: %s',
    async (kind) => {
      const { one, ask, pass } = setUp(new EngineFailure(kind, kind), 'hang');
      await ask();
      await pass(57_000);
      await ask();
      expect(one.asked).toBe(1);
      await pass(3_000);
      await ask();
      expect(one.asked).toBe(2);
    },
  );

  it('hold nothing against a server whose answer the asker no longer wants', async () => {
    const { one, spare, ask } = setUp('hang');
    const controller = new AbortController();
    const asked = ask(100, controller.signal);
    controller.abort(new Error('typed on'));
    expect((await asked).by).toBe('typed on');
    expect([one.aborted, spare.asked]).toEqual([1, 0]);
    one.behaviour = 10;
    expect(await ask()).toEqual({ by: 'one', ms: 10 });
    expect(await ask(100, controller.signal)).toEqual({ by: 'typed on', ms: 0 });
  });

  it('fail only when the fallback does', async () => {
    const { ask } = setUp(down, down, new Error('no files'));
    expect(await ask()).toEqual({ by: 'no files', ms: 0 });
  });

  it('are the fallback itself, whose answers are not degraded, where there is no server', async () => {
    const { clock } = makeClock();
    const spare = makeEngine(clock, 'embedded', 'spare', 0);
    expect(createFailover({ servers: [], fallback: spare.engine, clock })).toBe(spare.engine);
  });
});

describe('the configuration of a site', () => {
  const server = { url: 'https://search.example.cn', key: 'k'.repeat(64) };
  const whole = { version: 1, index: 'biaolian', servers: [server] } as const;

  it('is read as it was written', () => {
    expect(readRuntimeConfig(formatRuntimeConfig(whole))).toEqual({ config: whole });
    expect(readRuntimeConfig(formatRuntimeConfig(embeddedOnly))).toEqual({ config: embeddedOnly });
    const slash = { ...whole, servers: [{ ...server, url: 'http://10.0.0.8:7700/meili/' }] };
    expect(readRuntimeConfig(JSON.stringify(slash)).config.servers[0]?.url).toBe(
      'http://10.0.0.8:7700/meili',
    );
  });

  it.each([
    ['HTML', '<!doctype html><title>404</title>'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', JSON.stringify({ ...whole, version: 2 })],
    ['no version', JSON.stringify({ index: 'biaolian', servers: [server] })],
    ['an index with a path', JSON.stringify({ ...whole, index: '../keys' })],
    ['no servers', JSON.stringify({ version: 1, index: 'biaolian' })],
    [
      'nine servers',
      JSON.stringify({ ...whole, servers: Array.from({ length: 9 }, () => server) }),
    ],
    [
      'a script for an address',
      JSON.stringify({ ...whole, servers: [{ ...server, url: 'javascript:alert(1)' }] }),
    ],
    [
      'a path for an address',
      JSON.stringify({ ...whole, servers: [{ ...server, url: '/meili' }] }),
    ],
    [
      'a password in the address',
      JSON.stringify({ ...whole, servers: [{ ...server, url: 'https://a:b@c.cn' }] }),
    ],
    [
      'a key with a line break',
      JSON.stringify({ ...whole, servers: [{ ...server, key: 'a\r\nb' }] }),
    ],
    ['no key', JSON.stringify({ ...whole, servers: [{ url: server.url }] })],
    ['a megabyte', JSON.stringify({ ...whole, more: 'x'.repeat(1_000_000) })],
  ])('is that of a site without servers when it is %s', (_, text) => {
    const { config, problem } = readRuntimeConfig(text);
    expect(config).toEqual(embeddedOnly);
    expect(problem).toMatch(/^search\.json: /);
  });
});
