import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listTexts } from '#search/library.ts';
import { filterNames } from '#search/contract.ts';
import type { Filters, SearchRequest } from '#search/contract.ts';
import { DIRECTORY_FOLDER } from '#search/embedded/directory/format.ts';
import { publishedName } from '#search/embedded/file-names.ts';
import type { DirectoryRoot } from '#search/embedded/directory/format.ts';
import { openDirectory } from '#search/embedded/directory/open.ts';
import { createEmbedded } from '#search/embedded/engine.ts';
import { loadFrom, openEmbedded, readTextsFrom } from '#search/embedded/open-node.ts';
import { listSearchTerms, rateText } from '#search/shared/highlight.ts';
import { LONGEST_QUERY } from '#search/record/spelling.ts';
import { projectPages } from '#search/record/index.ts';
import { valuesOf } from '#search/record/filter-values.ts';
import { effectiveStatus } from '#core/catalog/status.ts';
import { openSample, slugs } from './embedded-build.ts';

const DAY = '2026-06-01';
const built = openSample(DAY);
const { ask } = built;

/** Not cut to a single character, and without words that mean the same as others: those bring more. */
const isPlain = (phrase: string) => phrase.length >= 2 && !/冷柜|冰柜|冰箱|养老|敬老/.test(phrase);

/** Entries of the catalog that pass filters, worked out without the index. */
function listPassing(filters: Filters, but?: string) {
  const { catalog } = built.library;
  return catalog.entries.filter((entry) => {
    const values = valuesOf(entry, catalog, built.library.systems);
    return filterNames.every((name) => {
      const chosen = filters[name] ?? [];
      if (chosen.length === 0 || name === but) return true;
      return chosen.some((value) => values[name]?.includes(value));
    });
  });
}

describe('filters and counts without a text', () => {
  test.each<Filters>([
    { status: ['现行'] },
    { kind: ['local'], status: ['现行', '即将实施'] },
    { ics: ['67'], text: ['yes'] },
    { ccs: ['A'], year: ['2023', '2024'] },
    { industry: ['G'], provision: ['requirement'] },
  ])('%j are those of the catalog, each name counted under the others', async (filters) => {
    const answer = await ask('', { filters, facets: true, size: 1000 });
    const passing = listPassing(filters);
    expect(passing.length).toBeGreaterThan(0);
    expect(answer.total).toBe(passing.length);
    expect(answer.exact).toBe(true);
    const known = new Set(passing.map(({ slug }) => slug));
    expect(new Set(slugs(answer)).size).toBe(Math.min(1000, passing.length));
    expect(slugs(answer).filter((slug) => !known.has(slug))).toEqual([]);
    expect(answer.hits.every(({ match }) => match === 'all')).toBe(true);
    const { catalog } = built.library;
    for (const name of filterNames) {
      const counts = new Map<string, number>();
      for (const entry of listPassing(filters, name)) {
        for (const value of valuesOf(entry, catalog, built.library.systems)[name] ?? []) {
          counts.set(value, (counts.get(value) ?? 0) + 1);
        }
      }
      const said = answer.facets[name] ?? [];
      for (const { value, count } of said)
        expect(count, `${name} ${value}`).toBe(counts.get(value));
      expect(said.length).toBeGreaterThanOrEqual(Math.min(50, counts.size));
    }
  });

  test('a code of either level may be named', async () => {
    const wide = await ask('', { filters: { ics: ['67'] }, size: 1000 });
    const value = built.library.catalog
      .facet('ics-group')
      .find((each) => each.value.startsWith('67.'));
    const narrow = await ask('', { filters: { ics: [value?.value ?? ''] }, size: 1000 });
    expect(narrow.total).toBe(value?.count);
    const all = new Set(slugs(wide));
    expect(slugs(narrow).every((slug) => all.has(slug))).toBe(true);
  });

  test('nothing is asked without a text and without a filter', async () => {
    expect((await ask('')).total).toBe(0);
    expect((await ask('', { filters: { kind: [] } })).total).toBe(0);
  });

  test('filters that leave nothing say what they hide', async () => {
    const answer = await ask('冷链物流', { filters: { kind: ['international'], text: ['yes'] } });
    expect(answer.total).toBe(0);
    const free = await ask('冷链物流');
    expect(answer.hidden?.total).toBe(free.total);
    expect(answer.hidden?.without.find(({ name }) => name === 'kind')?.total).toBe(
      (await ask('冷链物流', { filters: { text: ['yes'] } })).total,
    );
  });
});

describe('the status', () => {
  test('is filtered and counted on the day of reading', async () => {
    const { catalog } = built.library;
    const later = '2031-01-01';
    const changed = catalog.entries.filter((entry) => {
      const facts = catalog.factsOf(entry);
      return effectiveStatus(facts, DAY).status !== effectiveStatus(facts, later).status;
    });
    expect(changed.length).toBeGreaterThan(0);
    for (const day of [DAY, later]) {
      const reading = openEmbedded(built.index, () => day);
      const answer = await reading.search({
        text: '',
        language: 'zh',
        filters: { status: ['即将实施'] },
        facets: true,
      });
      const statuses = catalog.entries.map((e) => effectiveStatus(catalog.factsOf(e), day).status);
      expect(answer.total).toBe(statuses.filter((each) => each === '即将实施').length);
      for (const { value, count } of answer.facets.status ?? []) {
        expect(count).toBe(statuses.filter((each) => each === value).length);
      }
    }
  });
});

describe('order and pages', () => {
  const filters: Filters = { status: ['现行'] };

  test('dates are newest first and unknown ones last; numbers in their own order', async () => {
    const { catalog } = built.library;
    for (const sort of ['issued', 'implemented'] as const) {
      const answer = await ask('', { filters: { text: ['yes'] }, sort, size: 1000 });
      const days = slugs(answer).map((slug) => catalog.bySlug(slug)?.[sort] ?? '');
      expect(days).toEqual([...days].sort().toReversed());
    }
    const numbers = slugs(await ask('', { filters, sort: 'number', size: 1000 }));
    const at = (number: string) => numbers.indexOf(number);
    expect(at('gb-t-1.1-2020')).toBeGreaterThanOrEqual(0);
    const keys = numbers.map((slug) =>
      (catalog.bySlug(slug)?.key ?? '').toLowerCase().replace(/\d+/g, (d) => d.padStart(8, '0')),
    );
    expect(keys).toEqual([...keys].sort());
  });

  test.each([
    ['温度', {}],
    ['冷链', { sort: 'issued' }],
    ['GB/T 1.1', {}],
    ['2 ℃', {}],
    ['', { filters: { kind: ['local'] } }],
  ] as const)('the pages of %s %j hold each hit once', async (text, rest) => {
    const whole = slugs(await ask(text, { ...rest, size: 1000 }));
    const paged: string[] = [];
    for (let page = 1; page <= Math.ceil(whole.length / 7); page += 1) {
      paged.push(...slugs(await ask(text, { ...rest, page, size: 7 })));
    }
    expect(new Set(paged).size).toBe(paged.length);
    expect(new Set(paged)).toEqual(new Set(whole));
    expect((await ask(text, { ...rest, page: 900, size: 7 })).hits).toEqual([]);
  });

  test('a page of no sense is the first', async () => {
    for (const page of [0, -1, Number.NaN]) {
      expect(slugs(await ask('温度', { page, size: -5 }))).toHaveLength(1);
      expect(slugs(await ask('温度', { page }))).toEqual(slugs(await ask('温度')));
    }
  });
});

describe('texts', () => {
  test('what is said to be found is what stands there, without reading all of it', async () => {
    const texts = listTexts(built.library).map((row) => {
      const pages = projectPages(built.library.body(row.slug));
      const whole = ({ number, title, lead, clauses }: (typeof pages)[number]) =>
        [number, title, ...lead, ...clauses.flatMap((c) => [c.label, c.title, ...c.text])].join(
          ' ',
        );
      return { slug: row.slug, texts: pages.map(whole) };
    });
    const runs = texts.flatMap((each) => each.texts.join(' ').match(/\p{Script=Han}{2,}/gu) ?? []);
    const phrases = Array.from({ length: 60 }, (_, at) => {
      const run = runs[(at * 7919) % runs.length] ?? '';
      const length = 2 + (at % 7);
      return run.slice((at * 31) % Math.max(1, run.length - length + 1)).slice(0, length);
    });
    let wanted = 0;
    let lost = 0;
    for (const phrase of phrases.filter(isPlain)) {
      const answer = await ask(phrase, { filters: { text: ['yes'] }, size: 1000 });
      const found = new Set(slugs(answer));
      const searchTerms = listSearchTerms(phrase);
      const holding = texts.filter((each) => each.texts.some((t) => rateText(t, searchTerms).all));
      const known = new Set(holding.map(({ slug }) => slug));
      const wrong = answer.hits.filter(({ slug, match }) => match === 'text' && !known.has(slug));
      expect(
        wrong.map(({ slug }) => slug),
        phrase,
      ).toEqual([]);
      expect(answer.exact, phrase).toBe(true);
      wanted += holding.length;
      lost += holding.filter(({ slug }) => !found.has(slug)).length;
    }
    expect(wanted).toBeGreaterThan(150);
    expect(lost / wanted).toBeLessThan(0.01);
  }, 120_000);

  test('a standard in two languages counts once, with the clauses of the reader’s', async () => {
    const zh = await ask('interoperability', { size: 100 });
    expect(new Set(slugs(zh)).size).toBe(zh.hits.length);
    const en = await ask('refrigerator', { language: 'en' });
    expect(en.hits.flatMap(({ clauses }) => clauses).some((c) => c.language === 'en')).toBe(true);
  });

  test('with a kind of provision only clauses that hold one count', async () => {
    const filters: Filters = { provision: ['recommendation'] };
    const answer = await ask('温度', { filters, size: 100, facets: true });
    const expected = listTexts(built.library).filter(({ slug }) => {
      const { text } = built.library.body(slug);
      return text.provisions.some(({ clause, type }) => {
        const { title = '', text: own = '' } = text.clauses[clause] ?? {};
        return type === 'recommendation' && `${title} ${own}`.includes('温度');
      });
    });
    expect(expected.length).toBeGreaterThan(0);
    expect(slugs(answer)).toEqual(expect.arrayContaining(expected.map(({ slug }) => slug)));
    const count = answer.facets.provision?.find(({ value }) => value === 'recommendation')?.count;
    expect(count).toBe(answer.total);
    expect(answer.hits.every(({ clauseCount }) => clauseCount > 0)).toBe(true);
    const free = await ask('温度', { filters: { text: ['yes'] } });
    expect(answer.total).toBeLessThan(free.total);
  });

  test('the scope of clauses leaves out what matches by title alone', async () => {
    const clauses = await ask('中心温度', { scope: 'clauses', size: 100 });
    expect(clauses.total).toBeGreaterThan(0);
    for (const { hosted, clauseCount } of clauses.hits)
      expect(hosted && clauseCount > 0).toBe(true);
    const number = await ask('DB9902/T 12—2023', { scope: 'clauses' });
    expect(number.hits.every(({ clauseCount }) => clauseCount > 0)).toBe(true);
  });
});

describe('what cannot be loaded', () => {
  const openBroken = (broken: RegExp, texts = true) => {
    const load = loadFrom(built.index);
    const directory = openDirectory(async (path) => {
      const { files } = (await load('directory.json')) as DirectoryRoot;
      const lost = Object.keys(files).filter((file) => broken.test(file));
      if (lost.some((file) => path === `${DIRECTORY_FOLDER}/${publishedName(files, file)}`))
        throw new Error(`offline: ${path}`);
      return load(path);
    });
    return createEmbedded({
      directory: () => directory,
      readText: texts ? readTextsFrom(built.index) : () => Promise.reject(new Error('offline')),
      today: () => DAY,
    });
  };

  test('is left out of the answer, which says so', async () => {
    const request: SearchRequest = { text: '温度', language: 'zh', facets: true };
    const whole = await ask('温度', { facets: true });
    const counts = await openBroken(/^c-issuer/).search(request);
    expect(counts).toMatchObject({ degraded: true, facets: {}, total: whole.total });
    const order = await openBroken(/^o-/).search({ ...request, sort: 'issued' });
    expect(order.degraded).toBe(true);
    expect(slugs(order)).toEqual(slugs(whole));
    const filtered = await openBroken(/^c-/).search({ ...request, filters: { kind: ['local'] } });
    expect(filtered).toMatchObject({ degraded: true, exact: false });
    const titles = await openBroken(/^$/, false).search(request);
    expect(titles.degraded).toBe(true);
    expect(titles.total).toBeGreaterThan(0);
  });

  test('a directory of another version or of none is refused', async () => {
    for (const root of [{ version: 2 }, {}, null]) {
      await expect(openDirectory(async () => root)).rejects.toThrow(/search directory of version/);
    }
  });

  test('a question that is no longer wanted is given up', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      built.engine.search({ text: '温度', language: 'zh' }, controller.signal),
    ).rejects.toThrow(/abort/i);
  });
});

test.each([
  '<script>alert(1)</script>',
  '"\'`\\',
  '.*[a-z]+(?=$)',
  '😀🧊',
  '__proto__',
  '的'.repeat(10_000),
  '1'.repeat(10_000),
  '℃%‰',
])('%j is answered in all scopes, with filters and counts', async (text) => {
  for (const scope of ['standards', 'clauses', 'terms', 'systems'] as const) {
    const answer = await ask(text, {
      scope,
      facets: true,
      filters: { kind: ['local'], node: ['x'] },
    });
    expect(answer.hits).toEqual([]);
    expect(answer.query.length).toBeLessThanOrEqual(LONGEST_QUERY);
  }
});

test('the list of texts names every text', () => {
  const { textsRoot } = JSON.parse(
    readFileSync(join(built.index, 'directory.json'), 'utf8'),
  ) as DirectoryRoot;
  const pages = listTexts(built.library).flatMap(({ slug, hasEnglish }) =>
    hasEnglish ? [slug, slug] : [slug],
  );
  expect(textsRoot?.texts.map(([, slug]) => slug).sort()).toEqual(pages.sort());
});
