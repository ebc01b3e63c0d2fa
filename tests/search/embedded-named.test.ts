import { describe, expect, test } from 'vitest';
import type { Filters } from '#search/contract.ts';
import { effectiveStatus } from '#core/catalog/status.ts';
import { openSample, slugs } from './embedded-build.ts';

const DAY = '2026-06-01';
const built = openSample(DAY);
const { ask } = built;

describe('terms and systems', () => {
  test('a term is found by its name, a part of it, English and pinyin', async () => {
    for (const text of ['冷链物流', '冷链物', 'cold chain logistics', 'lenglianwuliu', 'llwl']) {
      const { terms, total, hits } = await ask(text, { scope: 'terms', size: 100 });
      expect(
        terms.map(({ term }) => term),
        text,
      ).toContain('冷链物流');
      expect(total).toBe(terms.length);
      expect(hits).toEqual([]);
    }
    const { terms } = await ask('冷链物流', { scope: 'terms' });
    expect(terms[0]?.term).toBe('冷链物流');
    expect(terms[0]?.path).toMatch(/^\/standards\/[^/]+\/#./);
    const named = terms.filter(({ term }) => term === '冷链物流');
    const dead = named.map(({ facts }) => effectiveStatus(facts, DAY).status !== '现行');
    expect(named.length).toBeGreaterThan(1);
    expect(dead).toEqual([...dead].sort((a, b) => Number(a) - Number(b)));
  });

  test('every term of the library is first or among those of its name', async () => {
    for (const { term } of built.library.catalog.terms) {
      const { terms } = await ask(term, { scope: 'terms' });
      expect(terms[0]?.term, term).toBe(term);
    }
  });

  test('terms are filtered by their standards', async () => {
    const filters: Filters = { kind: ['group'] };
    const { terms, total } = await ask('', { scope: 'terms', filters, size: 1000 });
    expect(total).toBe(
      built.library.rows.filter(({ kind }) => kind === 'group').flatMap((row) => row.terms).length,
    );
    expect(terms.every(({ number }) => number.startsWith('T/'))).toBe(true);
  });

  test('systems are found with their pages, and so are their nodes', async () => {
    const { systems } = await ask('冷链', { scope: 'systems', language: 'en' });
    const system = built.library.systems.byId('cold-chain');
    expect(systems[0]).toMatchObject({
      path: '/en/systems/cold-chain/',
      nameEn: system?.model.name.en,
      count: system?.rows.length,
    });
    const nodes = await ask('冷库仓储', { scope: 'systems' });
    expect(nodes.systems[0]?.path).toBe('/systems/cold-chain/at/storage/');
  });
});

test('words that mean the same find each other, those as written first', async () => {
  const other = new Set(slugs(await ask('电冰箱', { size: 1000 })));
  const answer = await ask('冰箱', { size: 1000 });
  expect(slugs(answer)).toEqual(expect.arrayContaining([...other]));
  expect(slugs(await ask('冰柜', { size: 1000 }))).toEqual(
    expect.arrayContaining(slugs(await ask('冷柜', { size: 1000 }))),
  );
});

test('pinyin of a question is looked for as sound alone', async () => {
  const { hits } = await ask('lenglianwuliu', { sound: true });
  expect(hits.length).toBeGreaterThan(0);
  expect(hits.every(({ match, title }) => match === 'pinyin' && title.includes('冷链物流'))).toBe(
    true,
  );
  expect((await ask('温度', { sound: true })).total).toBe(0);
});
