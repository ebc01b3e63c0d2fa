import { assert, asyncProperty, string } from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '#search/ask.ts';
import type { SearchEngine, SearchRequest } from '#search/contract.ts';
import { openSample } from './question/sample.ts';
import type { Sample } from './question/sample.ts';

let sample: Sample;

beforeAll(async () => {
  sample = await openSample();
});

const askFor = (text: string, rest: Partial<SearchRequest> = {}) =>
  ask(sample.engine, { text, language: 'zh', ...rest });

/** The engine of the sample, counting what it is asked. */
function countCalls(): { readonly engine: SearchEngine; readonly calls: SearchRequest[] } {
  const calls: SearchRequest[] = [];
  const engine: SearchEngine = {
    name: sample.engine.name,
    search: (request, signal) => {
      calls.push(request);
      return sample.engine.search(request, signal);
    },
  };
  return { engine, calls };
}

describe('a question that finds something', () => {
  test.each(['冷链物流', 'DB9902/T 12', 'lenglian', 'cold chain'])(
    '%s is answered as it is, with one call',
    async (text) => {
      const { engine, calls } = countCalls();
      const answer = await ask(engine, { text, language: 'zh' });
      expect(answer.total).toBeGreaterThan(0);
      expect(answer.suggestion).toBeUndefined();
      expect(calls).toHaveLength(1);
    },
  );
});

test('a year that is not known is told, with the editions there are', async () => {
  for (const text of ['DB9902/T 12-2020', '《DB9902/T 12—2020》', 'db9902t12-2020']) {
    const answer = await askFor(text);
    expect(answer.hits[0]?.number, text).toBe('DB9902/T 12—2023');
    expect(answer.suggestion?.why, text).toBe('year');
    expect(answer.suggestion?.text, text).not.toContain('2020');
  }
  expect((await askFor('DB9902/T 12-2018')).suggestion).toBeUndefined();
});

test('what has the words in its title and is in force comes before what only cites it', async () => {
  const { hits } = await askFor('食品冷链物流', { size: 100 });
  const titled = hits.findIndex(({ number }) => number.startsWith('GB/T 40956'));
  expect(titled).toBe(0);
});

describe('a question in a sentence', () => {
  test.each([
    ['请问冷链物流的温度控制是什么？', '冷链物流'],
    ['如何做冷链物流和温度控制', '冷链物流'],
    ['養老機構的服務質量怎麼評價', '养老'],
    ['冷链物流企业有哪些标准', '冷链物流'],
    ['what is the cold chain of logistics', '冷链'],
    ['requirements for cold chain logistics enterprises', '冷链'],
    ['关于冷藏车运输温度控制要求', '冷'],
  ])('%s finds %s', async (text, title) => {
    const answer = await askFor(text);
    expect(answer.total).toBeGreaterThan(0);
    expect(answer.hits.map((hit) => hit.title).join(' ')).toContain(title);
    expect(answer.query).toBe(text);
    expect(answer.suggestion?.applied).not.toBe(false);
  });

  test.each(['不许低于 -18 ℃', '仓温-18 ℃'])(
    '%s: the value, where the words around it differ',
    async (text) => {
      const answer = await askFor(text);
      expect(answer.suggestion).toEqual({ text: '-18 ℃', why: 'words', applied: true });
      const shown = answer.hits.flatMap(({ clauses }) => clauses.flatMap(({ snippet }) => snippet));
      expect(shown.filter(({ hit }) => hit).map((each) => each.text)).toContain('-18 ℃');
    },
  );

  test.each([
    ['按照DB9902/T 12—2023 做的检测方案', 'DB9902/T 12—2023', 'DB9902/T 12-2023'],
    ['db9902t12最新版', 'DB9902/T 12—2023', 'DB9902T12'],
    ['GB/T 191最新版下载', 'GB/T 191', 'GB/T 191'],
  ])('the number in %s is found at once', async (text, number, named) => {
    const answer = await askFor(text);
    expect(answer.hits[0]?.number).toContain(number);
    expect(answer.hits[0]?.match).toBe('number');
    expect(answer.named).toEqual([{ text: named, held: 'yes' }]);
    expect(answer.suggestion).toBeUndefined();
  });
});

describe('what sounds or looks like it', () => {
  test.each([
    ['冷莲物流', '冷链物流'],
    ['冷链物硫', '冷链物流'],
    ['阳老机构', '养老机构'],
    ['冷连物留 温度', '冷链物流 温度'],
    ['lengliann', '冷链'],
    ['lenglain', '冷链'],
  ])('%s is %s', async (typed, meant) => {
    const answer = await askFor(typed);
    expect(answer.suggestion).toEqual({ text: meant, why: 'sound', applied: true });
    const written = await askFor(meant);
    expect(answer.hits).toEqual(written.hits);
    expect(answer.total).toBe(written.total);
  });

  test('an English word with a slip is understood', async () => {
    const answer = await askFor('logistcs');
    expect(answer.suggestion?.text).toBe('logistics');
  });

  test('suggestions while typing know it too', async () => {
    const answer = await askFor('冷莲物流', { titlesOnly: true });
    expect(answer.suggestion).toEqual({ text: '冷链物流', why: 'sound', applied: true });
    expect(answer.hits.some(({ title }) => title.includes('冷链物流'))).toBe(true);
  });
});

describe('the way back', () => {
  test.each(['冷莲物流', '请问冷莲物流是什么'])('%s as written finds nothing', async (text) => {
    const answer = await askFor(text, { asWritten: true });
    expect(answer.total).toBe(0);
    expect(answer.suggestion?.applied ?? false).toBe(false);
  });
});

describe('filters that leave nothing', () => {
  test('are told, and what there would be without each', async () => {
    const { engine, calls } = countCalls();
    const all = await askFor('冷链物流');
    const filters = { kind: ['no-such-kind'], year: ['1900'] };
    const answer = await ask(engine, { text: '冷链物流', language: 'zh', filters });
    expect(answer.total).toBe(0);
    expect(answer.hidden?.total).toBe(all.total);
    expect(answer.suggestion).toBeUndefined();
    expect(calls.length).toBeLessThanOrEqual(8);
    const one = await askFor('冷链物流', { filters: { year: ['1900'] } });
    expect(one.hidden).toEqual({
      total: all.total,
      without: [{ name: 'year', total: all.total }],
    });
  });
});

describe('whatever was typed', () => {
  test.each([
    '不存在的魑魅魍魉之物',
    '<script>alert(1)</script>',
    '.*(?:a|b)+$ [[',
    '🧊🚚',
    '？？！！',
    '\u0000\u0007',
    'GB 99999999-1234 的要求',
    'asdfghjkl qwertyuiop',
  ])('%j is answered with few calls', async (text) => {
    const { engine, calls } = countCalls();
    const answer = await ask(engine, { text, language: 'zh' });
    // Nothing, or what is found is shown.
    expect(answer.hits.length > 0).toBe(answer.total > 0);
    expect(calls.length).toBeLessThanOrEqual(8);
  });

  test('a question of 10,000 characters is answered with few calls', async () => {
    const { engine, calls } = countCalls();
    await expect(ask(engine, { text: '冷'.repeat(10_000), language: 'zh' })).resolves.toBeDefined();
    expect(calls.length).toBeLessThanOrEqual(8);
  });

  test('nothing throws', async () => {
    await assert(
      asyncProperty(string({ unit: 'binary', maxLength: 40 }), async (text) => {
        await expect(askFor(text)).resolves.toBeDefined();
      }),
      { numRuns: 100 },
    );
  });
});

test('an aborted question rejects, however far it got', async () => {
  const abort = new AbortController();
  const engine: SearchEngine = {
    name: 'embedded',
    search: async (request, signal) => {
      if (signal?.aborted) throw new Error('aborted');
      const answer = await sample.engine.search(request);
      abort.abort();
      return answer;
    },
  };
  await expect(ask(engine, { text: '冷莲物流', language: 'zh' }, abort.signal)).rejects.toThrow(
    'aborted',
  );
});

test('what fails after the first answer leaves it', async () => {
  let first = true;
  const engine: SearchEngine = {
    name: 'embedded',
    search: (request) => {
      if (!first) return Promise.reject(new Error('gone'));
      first = false;
      return sample.engine.search(request);
    },
  };
  const answer = await ask(engine, { text: '冷莲物流', language: 'zh' });
  expect(answer).toMatchObject({ total: 0, hits: [] });
  expect(answer.suggestion).toBeUndefined();
});
