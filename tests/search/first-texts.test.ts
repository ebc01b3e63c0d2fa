import { describe, expect, test } from 'vitest';
import { openSample, openWatched, slugs, sumWire } from './embedded-build.ts';

const DAY = '2026-06-01';
const built = openSample(DAY);

/** What a page asks first on a slow network. */
const FIRST = { titlesOnly: true, firstTexts: true, size: 5 } as const;

describe('the first hits of words that are in no title', () => {
  test.each([
    ['中心温度', 'zh'],
    ['回风温度', 'zh'],
    ['18℃', 'zh'],
    ['provisioning', 'en'],
    ['provisionin', 'en'],
  ] as const)(
    '%s: each is one of the whole answer, with the clause that holds it',
    async (text, language) => {
      const { engine, wire } = await openWatched(built.index, DAY);
      const quick = await engine.search({ text, language, ...FIRST });
      const whole = await built.ask(text, { language, size: 100 });
      expect(quick.hits.length).toBeGreaterThan(0);
      expect(quick.degraded).toBe(false);
      expect(slugs(whole)).toEqual(expect.arrayContaining(slugs(quick)));
      for (const { match, clauses } of quick.hits) {
        expect(match).toBe('text');
        const { title = '', snippet = [] } = clauses[0] ?? {};
        const found = `${title} ${snippet.map((part) => part.text).join('')}`;
        expect(found.toLowerCase().replace(/\s/g, '')).toContain(text);
      }
      // Few bytes: a second on 400 kbit/s has 50 KB.
      expect(sumWire(wire)).toBeLessThan(80_000);
    },
  );

  test('no text is read where a title has the words, or a number is asked for', async () => {
    for (const text of ['冷链物流', 'GB/T 1.1']) {
      const { engine, wire } = await openWatched(built.index, DAY);
      const quick = await engine.search({ text, language: 'zh', ...FIRST });
      const titles = await engine.search({ text, language: 'zh', titlesOnly: true, size: 5 });
      expect(quick.hits).toEqual(titles.hits);
      expect([...wire.keys()].filter((path) => path.includes('/standards/t/'))).toEqual([]);
    }
  });

  test('pairs that stand apart from each other are no hit', async () => {
    // 温度 and 度计 and 计量 each stand in texts, the whole in none.
    const { engine } = await openWatched(built.index, DAY);
    const { hits, degraded } = await engine.search({
      text: '温度计量单冷',
      language: 'zh',
      ...FIRST,
    });
    expect(hits).toEqual([]);
    expect(degraded).toBe(false);
  });
});
