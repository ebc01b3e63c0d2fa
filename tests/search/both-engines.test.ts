import { afterAll, beforeAll, expect, test } from 'vitest';
import { listTexts } from '#search/library.ts';
import type { FilterName, SearchAnswer, SearchRequest } from '#search/contract.ts';
import { projectPages } from '#search/record/index.ts';
import type { Library } from '#library/open.ts';
import { openSampleEngines } from '../bench/search/engines.ts';
import type { Engines } from '../bench/search/engines.ts';
import { filterSets, texts } from './cases/questions.ts';

const names = ['embedded', 'meilisearch'] as const;

let library: Library;
let engines: Engines;

beforeAll(async () => {
  ({ library, engines } = await openSampleEngines());
}, 600_000);
afterAll(() => engines?.close());

/** The answers of both engines, with all hits. */
const both = (asked: Partial<SearchRequest>): Promise<readonly SearchAnswer[]> =>
  Promise.all(
    names.map((name) => engines[name].search({ text: '', language: 'zh', size: 1000, ...asked })),
  );
const slugs = ({ hits }: SearchAnswer): readonly string[] => hits.map(({ slug }) => slug);

// Texts that hold the parts of a number or a value, far from one another, are a matter of the engine.
test.each(texts.filter((text) => !/\d/.test(text)))(
  'find the same standards for %s',
  async (text) => {
    const [one = [], two] = (await both({ text })).map((answer) => slugs(answer).toSorted());
    expect(two).toEqual(one);
  },
);

test.each(['DB9902/T 12', 'db9902t12', '9902-12', 'GB/T 191-2008', 'GB/T 1.1', '191-2008'])(
  'find the same numbers for %s, in the same order',
  async (text) => {
    const [one = [], two] = (await both({ text })).map(({ hits }) =>
      hits.filter(({ match }) => match === 'number').map(({ number }) => number),
    );
    expect(one.length).toBeGreaterThan(0);
    expect(two).toEqual(one);
  },
);

test.each([
  ['200mm', '200 mm'],
  ['-18℃', '－18 °C'],
  ['85%', '85 ％'],
])('find the same for %s as for %s', async (glued, apart) => {
  for (const [at, answer] of (await both({ text: glued })).entries()) {
    const other = (await both({ text: apart }))[at];
    expect(answer.total).toBeGreaterThan(0);
    expect(other && slugs(other)).toEqual(slugs(answer));
  }
});

test('take a value for a whole: no text is found for its number in one place and its unit in another', async () => {
  const holds = (slug: string) =>
    projectPages(library.body(slug)).some(({ clauses }) =>
      clauses.some(({ text }) => text.some((line) => /(?<![\d.])25 ?kg(?![a-z])/i.test(line))),
    );
  const wanted = listTexts(library)
    .map(({ slug }) => slug)
    .filter(holds);
  for (const { hits } of await both({ text: '25 kg' })) {
    const found = hits.filter(({ match }) => match === 'text').map(({ slug }) => slug);
    expect(found.toSorted()).toEqual(wanted.toSorted());
  }
});

test.each([
  ['GB/T 4857.5', 'GB/T 4857.5'],
  ['gbt4857.5', 'GB/T 4857.5'],
  ['GB/T 4857', 'GB/T 4857'],
  ['GB/T 2828.1—2012', 'GB/T 2828.1—2012'],
  ['db9902/t 12', 'DB9902/T 12'],
  ['DB9902/T 12-2023', 'DB9902/T 12—2023'],
])('find for %s the texts that name %s, and no others', async (text, printed) => {
  const isNamed = (line: string) => line.replaceAll(printed, '\u0000').search(/\u0000(?!\d)/) >= 0;
  const wanted = listTexts(library)
    .map(({ slug }) => slug)
    .filter((slug) =>
      projectPages(library.body(slug)).some(({ clauses }) =>
        clauses.some((clause) => [clause.title, ...clause.text].some(isNamed)),
      ),
    );
  expect(wanted.length).toBeGreaterThan(0);
  for (const { hits } of await both({ text })) {
    const byText = hits.filter(({ match }) => match === 'text').map(({ slug }) => slug);
    const others = hits.filter(({ match }) => match !== 'text').map(({ slug }) => slug);
    expect(byText.toSorted()).toEqual(wanted.filter((slug) => !others.includes(slug)).toSorted());
  }
});

test('a number that no text names is not found by its parts', async () => {
  for (const answer of await both({ text: 'DB9902/T 122' })) {
    expect(slugs(answer)).toEqual([]);
    expect(answer.nearest.length).toBeGreaterThan(0);
  }
});

test('find every text with a value', async () => {
  const wanted = listTexts(library)
    .map(({ slug }) => slug)
    .filter((slug) => library.body(slug).text.clauses.some(({ text }) => /[-−]18 ?℃/.test(text)));
  expect(wanted.length).toBeGreaterThan(2);
  for (const answer of await both({ text: '-18 ℃' })) {
    expect(slugs(answer)).toEqual(expect.arrayContaining(wanted));
  }
});

test.each(['冷链物流企业温度控制规范', 'DB9902/T 12', '控制规', 'lenglian', '冷链 温度'])(
  'have the same one first for %s',
  async (text) => {
    const [one, two] = (await both({ text })).map(({ hits }) => hits[0]?.number);
    expect(two).toBe(one);
  },
);

test.each(filterSets)('count the same under %j', async (filters) => {
  const [one, two] = await both({ filters, facets: true, size: 1 });
  const asMaps = (answer: SearchAnswer | undefined) =>
    Object.fromEntries(
      Object.entries(answer?.facets ?? {})
        .filter(([, counts]) => counts.length < 50)
        .map(([facet, counts]): [FilterName, unknown] => [
          facet as FilterName,
          Object.fromEntries(counts.map(({ value, count }) => [value, count])),
        ]),
    );
  expect(asMaps(two)).toEqual(asMaps(one));
});

test.each(['', '冷链', 'cold'])('know the same systems for %j', async (text) => {
  const [one, two] = await both({ text, scope: 'systems', size: 1000 });
  expect(two?.systems).toEqual(one?.systems);
  expect(two?.total).toBe(one?.total);
});
