import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listTexts } from '#search/library.ts';
import { ask } from '#search/ask.ts';
import type { SearchAnswer, SearchRequest } from '#search/contract.ts';
import { filterNames } from '#search/contract.ts';
import { LONGEST_QUERY } from '#search/record/spelling.ts';
import type { Library } from '#library/open.ts';
import { openSampleEngines } from '../bench/search/engines.ts';
import type { Engines } from '../bench/search/engines.ts';
import { hostileTexts, hostileValues } from './cases/hostile.ts';
import { findFaults, openOracle } from './cases/oracle.ts';
import type { Oracle } from './cases/oracle.ts';
import { filterSets, texts } from './cases/questions.ts';

const names = ['embedded', 'meilisearch'] as const;

let library: Library;
let oracle: Oracle;
let engines: Engines;
let all: readonly string[];

beforeAll(async () => {
  ({ library, engines } = await openSampleEngines());
  oracle = openOracle(library);
  all = oracle.entries.map(({ slug }) => slug);
}, 600_000);
afterAll(() => engines?.close());

type Asked = Partial<SearchRequest>;

const search = (name: (typeof names)[number], asked: Asked): Promise<SearchAnswer> =>
  engines[name].search({ text: '', language: 'zh', ...asked });

const slugs = ({ hits }: SearchAnswer): readonly string[] => hits.map(({ slug }) => slug);
const sorted = (values: readonly string[]): readonly string[] => values.toSorted();

test('every filter has questions of its own', () => {
  expect(new Set(filterSets.flatMap((filters) => Object.keys(filters)))).toEqual(
    new Set(filterNames),
  );
});

describe.each(names)('%s', (name) => {
  test.each(filterSets)('no text and %j: all that pass, no other', async (filters) => {
    const wanted = oracle.pass(all, filters);
    expect(wanted.length).toBeGreaterThan(0);
    const { total, exact, hits } = await search(name, { filters, size: 1000 });
    expect(total).toBe(wanted.length);
    expect(exact).toBe(true);
    expect(hits).toHaveLength(Math.min(1000, wanted.length));
    const found = hits.map(({ slug }) => slug);
    expect(oracle.pass(found, filters)).toEqual(found);
    expect(hits.every(({ match }) => match === 'all')).toBe(true);
  });

  test('an empty list of values is no filter', async () => {
    const bare = await search(name, { text: '冷链' });
    expect(slugs(await search(name, { text: '冷链', filters: { kind: [] } }))).toEqual(slugs(bare));
  });

  test.each(filterNames)('a value of %s that is not known leaves nothing', async (filter) => {
    for (const value of hostileValues) {
      const filters = { [filter]: [value] };
      const { total, hits } = await search(name, { filters });
      expect([total, hits], JSON.stringify(filters).slice(0, 80)).toEqual([0, []]);
    }
  });

  test('nothing asked, nothing found', async () => {
    const { total, hits } = await search(name, { facets: true });
    expect([total, hits]).toEqual([0, []]);
  });

  test.each(filterSets)('counts under %j are those of the catalog', async (filters) => {
    const { facets } = await search(name, { filters, facets: true, size: 1 });
    expect(findFaults(facets, oracle.count(all, filters), filters)).toEqual([]);
  });

  test.each(['冷链', '温度', '标准', 'DB9902/T 12', 'lenglian'])(
    'counts for %s are those of its hits, with filters and without',
    async (text) => {
      const found = slugs(await search(name, { text, size: 1000 }));
      const none = {};
      for (const filters of [none, { kind: ['local'] }, { status: ['现行'], text: ['yes'] }]) {
        const answer = await search(name, { text, filters, facets: true, size: 1000 });
        expect(sorted(slugs(answer))).toEqual(sorted(oracle.pass(found, filters)));
        expect(answer.total).toBe(answer.hits.length);
        const { provision: _, ...facets } = answer.facets;
        const { provision: _own, ...counts } = oracle.count(found, filters);
        // Of a question with digits, texts that the filters leave out are counted unread.
        if (/\d/.test(text) && filters !== none) continue;
        expect(findFaults(facets, counts, filters)).toEqual([]);
      }
    },
  );

  test('with a text, kinds of provisions are those of the clauses that answer', async () => {
    const asked = { text: '温度', scope: 'clauses', size: 1000 } as const;
    const { facets, total } = await search(name, { ...asked, facets: true });
    expect(facets.provision?.length).toBeGreaterThan(2);
    for (const { value, count } of facets.provision ?? []) {
      const some = await search(name, { ...asked, filters: { provision: [value] } });
      expect(some.total, value).toBe(count);
      expect(count).toBeLessThanOrEqual(total);
      for (const { slug, clauses } of some.hits) {
        expect(clauses.length).toBeGreaterThan(0);
        for (const { path } of clauses) expect(typesOf(slug, path), path).toContain(value);
      }
    }
  });

  /** Kinds of the provisions of a clause. */
  function typesOf(slug: string, path: string): readonly string[] {
    const { text, english } = library.body(slug);
    const own = path.startsWith('/en/') ? english : text;
    const at = own?.clauses.findIndex(({ id }) => path.endsWith(`#${encodeURIComponent(id)}`));
    return own?.provisions.filter(({ clause }) => clause === at).map(({ type }) => type) ?? [];
  }

  test('counts are given only of the names that are asked for', async () => {
    expect((await search(name, { text: '冷链' })).facets).toEqual({});
    for (const scope of ['standards', 'clauses'] as const) {
      const whole = await search(name, { text: '冷链', scope, facets: true });
      const { facets } = await search(name, { text: '冷链', scope, facets: ['provision', 'kind'] });
      const { kind, provision, year } = whole.facets;
      expect(facets).toEqual({ kind, provision });
      const some = await search(name, { text: '冷链', scope, facets: ['year'] });
      expect(some.facets).toEqual({ year });
    }
  });

  test.each(['issued', 'implemented'] as const)('%s: newest first, no date last', async (sort) => {
    for (const asked of [{ text: '冷链' }, { filters: { kind: ['local'] } }] as const) {
      const answer = await search(name, { ...asked, sort, size: 1000 });
      const days = slugs(answer).map((slug) => oracle.entryOf(slug)[sort] ?? '');
      expect(days).toEqual(days.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
      expect(days[0]).not.toBe('');
      const plain = await search(name, { ...asked, size: 1000 });
      expect(sorted(slugs(answer))).toEqual(sorted(slugs(plain)));
    }
  });

  test('numbers in their own order: 9 before 10', async () => {
    const answer = await search(name, { text: '冷链', sort: 'number', size: 1000 });
    const keys = slugs(answer).map((slug) =>
      oracle
        .entryOf(slug)
        .key.toLowerCase()
        .replace(/\d+/g, (digits) => digits.padStart(8, '0')),
    );
    expect(keys.length).toBeGreaterThan(20);
    expect(keys).toEqual(keys.toSorted());
  });

  test.each([
    { text: '冷链' },
    { text: '温度' },
    { text: '温度', sort: 'issued' },
    { text: 'DB9902/T' },
    { text: 'lenglian' },
    { text: '标准', filters: { kind: ['local'] } },
    { filters: { text: ['yes'] } },
    { filters: { text: ['yes'] }, sort: 'number' },
  ] as const satisfies readonly Asked[])(
    'pages of %j: complete, none twice, the same each time',
    async (asked) => {
      const whole = await search(name, { ...asked, size: 1000 });
      expect(whole.total).toBe(whole.hits.length);
      const size = Math.max(7, Math.ceil(whole.total / 6));
      const pages: string[] = [];
      for (let page = 1; page <= Math.ceil(whole.total / size); page++) {
        const answer = await search(name, { ...asked, size, page });
        expect(answer.exact ? answer.total : whole.total).toBe(whole.total);
        expect(answer.total).toBeLessThanOrEqual(whole.total);
        pages.push(...slugs(answer));
      }
      expect(pages).toEqual(slugs(whole));
      expect(new Set(pages).size).toBe(pages.length);
      expect(slugs(await search(name, { ...asked, size: 1000 }))).toEqual(pages);
      const beyond = await search(name, { ...asked, size, page: 10_000 });
      expect([beyond.hits, beyond.exact, beyond.total]).toEqual([[], true, whole.total]);
    },
  );

  test.each(texts)('hits of %s are what the library has', async (text) => {
    const { hits, total, engine, degraded, query } = await search(name, { text, size: 50 });
    expect({ engine, degraded, query }).toEqual({ engine: name, degraded: false, query: text });
    expect(total).toBeGreaterThan(0);
    for (const hit of hits) {
      const entry = oracle.entryOf(hit.slug);
      expect(hit).toMatchObject({
        path: `/standards/${entry.slug}/`,
        number: entry.number,
        title: entry.title,
        titleEn: entry.titleEn ?? '',
        hosted: entry.row !== undefined,
        sample: entry.row?.meta.sample ?? false,
        facts: library.catalog.factsOf(entry),
      });
      for (const { key, slug } of hit.successors) expect(oracle.entryOf(slug).key).toBe(key);
      expect(hit.clauses.length).toBeLessThanOrEqual(20);
      expect(hit.clauseCount).toBeGreaterThanOrEqual(hit.clauses.length);
      expect(hit.clauseCount > 0).toBe(hit.clauses.length > 0);
      expect(new Set(hit.clauses.map(({ path }) => path)).size).toBe(hit.clauses.length);
      for (const clause of hit.clauses) expectClause(hit.slug, clause);
    }
  });

  function expectClause(slug: string, clause: SearchAnswer['hits'][number]['clauses'][number]) {
    const { text, english } = library.body(slug);
    const own = clause.language === 'en' ? english : text;
    const [, prefix = '', id = ''] = /^(\/en)?\/standards\/[^/]+\/#(.+)$/.exec(clause.path) ?? [];
    expect(prefix, clause.path).toBe(clause.language === 'en' ? '/en' : '');
    const known = own?.clauses.find((each) => each.id === decodeURIComponent(id));
    expect(known, clause.path).toBeDefined();
    expect(clause.title).toBe(known?.title);
    expect(clause.label).toBe(known?.address === '' ? '' : known?.label);
    expect(clause.snippet.every((each) => each.text !== '')).toBe(true);
  }

  test('a phrase of a clause is marked in its snippet', async () => {
    const { hits } = await search(name, { text: '累计超温量' });
    const shown = hits.flatMap(({ clauses }) => clauses);
    expect(shown.length).toBeGreaterThan(0);
    const marked = shown.flatMap(({ snippet }) => snippet.filter(({ hit }) => hit));
    expect(marked.map(({ text }) => text)).toContain('累计超温量');
  });

  test.each([
    ['冷链物流企业温度控制规范', 'DB9902/T 12—2023', 'DB9902/T 12—2018'],
    ['DB9902/T 12', 'DB9902/T 12—2023', 'DB9902/T 12—2018'],
    ['GB/T 191', 'GB/T 191—2025', 'GB/T 191—2008'],
    ['家用电冰箱互联互通技术要求', 'T/SFJD 005—2024', 'T/SFJD 005—2021'],
    ['家用电冰箱互联', 'T/SFJD 005—2024', 'T/SFJD 005—2021'],
  ])('of equal matches for %s the one in force is first', async (text, live, dead) => {
    const numbers = (await search(name, { text })).hits.map(({ number }) => number);
    expect(numbers).toContain(dead);
    expect(numbers.indexOf(live)).toBeLessThan(numbers.indexOf(dead));
    expect(numbers[0]).toBe(live);
  });

  test('the reason of a match', async () => {
    const first = async (text: string) => (await search(name, { text })).hits[0]?.match;
    expect(await first('db9902t12')).toBe('number');
    expect(await first('冷链物流企业温度控制规范')).toBe('title');
    expect(await first('累计超温量')).toBe('text');
    expect(await first('lenglianwuliu')).toBe('pinyin');
  });

  test('titles only: no texts, no clauses', async () => {
    const { hits } = await search(name, { text: '冷链', titlesOnly: true, size: 1000 });
    expect(hits.length).toBeGreaterThan(10);
    expect(hits.every(({ clauses, clauseCount }) => clauses.length + clauseCount === 0)).toBe(true);
    expect(hits.filter(({ match }) => match === 'text')).toEqual([]);
    expect((await search(name, { text: '累计超温量', titlesOnly: true })).total).toBe(0);
  });

  test('by sound: titles that sound so, nothing else', async () => {
    const { hits } = await search(name, { text: 'lenglianwuliu', sound: true, size: 100 });
    expect(hits.length).toBeGreaterThan(3);
    expect(
      hits.filter(({ title }) => !title.includes('冷链物流')).map(({ title }) => title),
    ).toEqual([]);
    expect((await search(name, { text: 'temperature', sound: true })).total).toBe(0);
  });

  test('scope of clauses: only standards of which a clause answers', async () => {
    const whole = await search(name, { text: '温度', size: 1000 });
    const answer = await search(name, { text: '温度', scope: 'clauses', size: 1000 });
    expect(answer.total).toBe(answer.hits.length);
    expect(answer.hits.every(({ clauses }) => clauses.length > 0)).toBe(true);
    const withClauses = whole.hits.filter(({ clauses }) => clauses.length > 0);
    expect(sorted(slugs(answer))).toEqual(sorted(withClauses.map(({ slug }) => slug)));
    expect([answer.terms, answer.systems]).toEqual([[], []]);
    const filters = { kind: ['group'] };
    const some = await search(name, { text: '温度', scope: 'clauses', filters, size: 1000 });
    expect(sorted(slugs(some))).toEqual(sorted(oracle.pass(slugs(answer), filters)));
  });

  test.each(['冷链物流', '温度', 'cold chain'])('scope of terms: %s', async (text) => {
    const { terms, hits, total } = await search(name, { text, scope: 'terms', size: 1000 });
    expect(hits).toEqual([]);
    expect(total).toBe(terms.length);
    expect(total).toBeGreaterThan(0);
    for (const { path, term, number, definition } of terms) {
      const [, slug = '', id = ''] = /^\/standards\/([^/]+)\/#(.+)$/.exec(path) ?? [];
      const row = listTexts(library).find((each) => each.slug === slug);
      const own = row?.terms.find(({ anchor }) => anchor === decodeURIComponent(id));
      expect([own?.term, row?.number], path).toEqual([term, number]);
      expect(definition.length).toBeGreaterThan(0);
    }
  });

  test('the term itself comes before terms that contain it', async () => {
    const { terms } = await search(name, { text: '冷链物流', scope: 'terms' });
    expect(terms[0]?.term).toBe('冷链物流');
  });

  test('English leads to English pages, of clauses to the text there is', async () => {
    const { hits } = await search(name, { text: '冷链', language: 'en', size: 100 });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every(({ slug, path }) => path === `/en/standards/${slug}/`)).toBe(true);
    for (const hit of hits) for (const clause of hit.clauses) expectClause(hit.slug, clause);
  });

  test('a number that is not known: nothing, and its neighbours', async () => {
    const { total, nearest } = await search(name, { text: 'DB9902/T 122-2023' });
    expect(total).toBe(0);
    expect(nearest.map(({ number }) => number)).toContain('DB9902/T 12—2023');
    expect(nearest.length).toBeLessThanOrEqual(5);
  });

  test('filters that leave nothing: what there would be without them', async () => {
    const asked = { text: '累计超温量', language: 'zh', filters: { year: ['1901'] } } as const;
    const bare = await search(name, { text: asked.text });
    const { total, hidden } = await ask(engines[name], asked);
    expect(total).toBe(0);
    expect(hidden).toEqual({ total: bare.total, without: [{ name: 'year', total: bare.total }] });
  });

  test.each(hostileTexts)('%s is answered', async (_, text) => {
    for (const scope of ['standards', 'clauses', 'terms', 'systems'] as const) {
      const answer = await ask(engines[name], { text, language: 'zh', scope, facets: true });
      expect(answer.query.length).toBeLessThanOrEqual(LONGEST_QUERY);
      expect(answer.total).toBeGreaterThanOrEqual(answer.hits.length);
      expect(answer.degraded).toBe(false);
    }
  });

  test.each([0, -1, 0.5, Number.NaN, 1e9])('page and size %d are put right', async (odd) => {
    const { hits } = await search(name, { text: '冷链', page: odd, size: odd });
    expect(hits.length).toBeLessThanOrEqual(1000);
  });
});
