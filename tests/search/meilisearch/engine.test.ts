import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listTexts } from '#search/library.ts';
import { filterNames } from '#search/contract.ts';
import type {
  Filters,
  SearchAnswer,
  SearchEngine,
  SearchHit,
  SearchRequest,
} from '#search/contract.ts';
import { createMeilisearch } from '#search/meilisearch/index.ts';
import { projectPages } from '#search/record/index.ts';
import { valuesOf } from '#search/record/filter-values.ts';
import { foldText, LONGEST_QUERY } from '#search/record/spelling.ts';
import { effectiveStatus } from '#core/catalog/index.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { describeWithServer } from '#tests/support/meilisearch.ts';
import { SAMPLE_DAY } from '#tests/support/sample-index.ts';
import { startSampleServer } from '#tests/support/sample-server.ts';
import type { SampleServer } from '#tests/support/sample-server.ts';

let library: Library;
let server: SampleServer;
let engine: SearchEngine;

const find = (text: string, rest: Partial<SearchRequest> = {}): Promise<SearchAnswer> =>
  engine.search({ text, language: 'zh', ...rest });

const numbersFor = async (text: string, rest: Partial<SearchRequest> = {}) =>
  (await find(text, rest)).hits.map(({ number }) => number);

/** Entries with a word of two characters in title or keywords: said without the engine's tokens. */
function entriesWith(word: string): readonly CatalogEntry[] {
  return library.catalog.entries.filter(({ title, row }) => {
    const texts = [title, ...(row?.meta.keywords ?? [])];
    return texts.some((text) => foldText(text).includes(word));
  });
}

const passes = (entry: CatalogEntry, filters: Filters) =>
  filterNames.every((name) => {
    const chosen = filters[name] ?? [];
    const values = valuesOf(entry, library.catalog, library.systems)[name] ?? [];
    return chosen.length === 0 || chosen.some((value) => values.includes(value));
  });

await describeWithServer('the engine over the sample library', () => {
  beforeAll(async () => {
    library = await openLibrary({ dir: 'content', asOf: SAMPLE_DAY });
    server = await startSampleServer(library);
    engine = createMeilisearch({ url: server.url, key: server.key, index: server.prefix });
  });
  afterAll(() => server.close());

  describe('finds', () => {
    test('a number in any spelling at the first place', async () => {
      for (const { number, key, slug } of library.rows) {
        const glued = key.toLowerCase().replaceAll(/[ /]/g, '');
        const wide = number.replaceAll(/[!-~]/g, (character) =>
          String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
        );
        for (const spelling of [number, slug, glued, wide, `《${number}》`]) {
          expect((await numbersFor(spelling))[0], spelling).toBe(number);
        }
        const [first] = (await find(key.replace(/-\d{4}$/, ''))).hits;
        expect(first?.match, key).toBe('number');
      }
    });

    test('a whole title at the first place, and every fragment of it', async () => {
      const missed: string[] = [];
      for (const { meta, number } of library.rows) {
        const [first] = (await find(meta.title)).hits;
        expect(first?.title).toBe(meta.title);
        const runs = meta.title.match(/\p{Script=Han}+/gu) ?? [];
        const run = runs[0] ?? '';
        for (let length = 2; length <= Math.min(6, run.length); length += 1) {
          const fragment = run.slice(-length);
          const numbers = await numbersFor(fragment, { titlesOnly: true, size: 1000 });
          if (!numbers.includes(number)) missed.push(`${fragment} of ${number}`);
        }
      }
      expect(missed).toEqual([]);
    });

    test('a phrase of a clause, with the path of that clause and the phrase marked', async () => {
      const missed: string[] = [];
      let asked = 0;
      for (const { slug } of library.rows) {
        const [page] = projectPages(library.body(slug));
        const clauses = page?.clauses.filter(({ peripheral }) => !peripheral) ?? [];
        for (const { id, text } of clauses.filter((_, at) => at % 17 === 3)) {
          const phrase = /\p{Script=Han}{8,12}/u.exec(text.join('\n'))?.[0];
          if (phrase === undefined) continue;
          asked += 1;
          const { hits } = await find(phrase, { size: 20 });
          const paths = hits.flatMap((hit) => hit.clauses.map(({ path }) => path));
          if (!paths.includes(`/standards/${slug}/#${encodeURIComponent(id)}`)) missed.push(phrase);
          const [first] = hits.flatMap(({ clauses: own }) => own);
          const marked = first?.snippet.some(({ hit }) => hit);
          expect(marked, phrase).toBe(true);
        }
      }
      expect(asked).toBeGreaterThan(50);
      expect(missed.length / asked, missed.join()).toBeLessThanOrEqual(0.05);
    });

    test('words apart, one character, an unfinished English word, pinyin and its initials', async () => {
      const current = 'DB9902/T 12—2023';
      expect(await numbersFor('温度 校准')).toContain('T/SFCC 003—2024');
      expect(await numbersFor('库', { size: 1000 })).toContain('DB9902/T 24—2020');
      expect(await numbersFor('temperature contr')).toContain(current);
      for (const typed of ['lenglianwuliuqiye', 'leng lian wu liu qi ye', 'llwlqy']) {
        const { hits } = await find(typed);
        expect(
          hits.map(({ number }) => number),
          typed,
        ).toContain(current);
        expect(hits[0]?.match).toBe('pinyin');
      }
      expect(await numbersFor('lenglianwuliuqiye', { sound: true })).toContain(current);
      expect(await numbersFor('llwlqy', { sound: true })).toEqual([]);
    });

    test('words of the vocabulary by those that mean the same, both ways', async () => {
      const fridges = await numbersFor('电冰箱', { size: 1000 });
      expect(fridges).toContain('T/SFJD 005—2024');
      expect(await numbersFor('冰箱', { size: 1000 })).toEqual(expect.arrayContaining(fridges));
      const only = library.catalog.entries.find(
        ({ title }) => title.includes('养老机构') && !title.includes('敬老院'),
      );
      expect(await numbersFor('敬老院', { size: 1000 })).toContain(only?.number);
    });

    test('numbers near to one that is not known, when nothing else is found', async () => {
      const { total, nearest } = await find('DB9902/T 1299');
      expect(total).toBe(0);
      expect(nearest.length).toBeGreaterThan(0);
      expect((await find('DB9902/T 12')).nearest).toEqual([]);
    });

    test('terms by name and definition, and systems', async () => {
      const { terms, hits, total } = await find('冷链物流', { scope: 'terms' });
      expect(hits).toEqual([]);
      expect(total).toBeGreaterThanOrEqual(terms.length);
      expect(terms[0]).toMatchObject({
        term: '冷链物流',
        path: '/standards/db9902-t-12-2023/#cold-chain',
        number: 'DB9902/T 12—2023',
      });
      const { systems } = await find('冷链', { scope: 'systems', language: 'en' });
      expect(systems[0]?.path).toBe('/en/systems/cold-chain/');
      const nodes = await find('冷库仓储', { scope: 'systems' });
      expect(nodes.systems[0]?.path).toBe('/systems/cold-chain/at/storage/');
    });

    test('standards by their clauses alone', async () => {
      const { hits, total } = await find('中心温度', { scope: 'clauses', size: 1000 });
      expect(hits).toHaveLength(total);
      expect(new Set(hits.map(({ slug }) => slug)).size).toBe(total);
      for (const { hosted, clauses, clauseCount } of hits) {
        expect(hosted).toBe(true);
        expect(clauses.length).toBeGreaterThan(0);
        expect(clauses.length).toBeLessThanOrEqual(20);
        expect(clauseCount).toBeGreaterThanOrEqual(clauses.length);
      }
      const holding = listTexts(library).filter(({ slug }) =>
        projectPages(library.body(slug)).some(({ clauses }) =>
          clauses.some(({ title, text }) => [title, ...text].join('\n').includes('中心温度')),
        ),
      );
      expect(hits.map(({ slug }) => slug).toSorted()).toEqual(
        expect.arrayContaining(holding.map(({ slug }) => slug)),
      );
    });
  });

  describe('narrows and counts', () => {
    const cases: readonly Filters[] = [
      {},
      { kind: ['national'] },
      { kind: ['local', 'group'], status: ['现行'] },
      { text: ['yes'] },
      { status: ['现行', '废止'], year: ['2023', '2024'] },
    ];

    test.each(cases)('titles under %j as a count done by hand', async (filters) => {
      const entries = entriesWith('试验');
      const expected = entries.filter((entry) => passes(entry, filters));
      const answer = await find('试验', { titlesOnly: true, filters, facets: true, size: 1000 });
      expect(answer.total).toBe(expected.length);
      expect(answer.hits.map(({ number }) => number).toSorted()).toEqual(
        expected.map(({ number }) => number).toSorted(),
      );
      for (const name of filterNames) {
        const counts = new Map<string, number>();
        for (const entry of entries) {
          if (!passes(entry, { ...filters, [name]: [] })) continue;
          const values = valuesOf(entry, library.catalog, library.systems)[name] ?? [];
          for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        const shown = answer.facets[name] ?? [];
        for (const { value, count } of shown) expect(count, value).toBe(counts.get(value) ?? 0);
        expect(shown.length).toBeGreaterThanOrEqual(Math.min(50, counts.size));
        const chosen = filters[name] ?? [];
        expect(shown.map(({ value }) => value)).toEqual(expect.arrayContaining([...chosen]));
      }
    });

    test('all that pass, when nothing is typed', async () => {
      const filters: Filters = { kind: ['local'], status: ['现行'] };
      const expected = library.catalog.entries.filter((entry) => passes(entry, filters));
      const answer = await find('', { filters });
      expect(answer.total).toBe(expected.length);
      expect(answer.hits[0]?.match).toBe('all');
      expect((await find('')).total).toBe(0);
    });

    test('provisions are those of the clauses that hold the words', async () => {
      const filters: Filters = { provision: ['recommendation'] };
      for (const scope of ['standards', 'clauses'] as const) {
        const answer = await find('温度', { filters, scope, facets: true, size: 1000 });
        const expected = listTexts(library).filter(({ slug }) =>
          projectPages(library.body(slug)).some(({ clauses }) =>
            clauses.some(
              ({ title, text, provisions }) =>
                provisions.includes('recommendation') &&
                [title, ...text].some((line) => foldText(line).includes('温度')),
            ),
          ),
        );
        expect(answer.hits.map(({ slug }) => slug).toSorted(), scope).toEqual(
          expected.map(({ slug }) => slug).toSorted(),
        );
        const counted = answer.facets.provision?.find(({ value }) => value === 'recommendation');
        expect(counted?.count).toBe(answer.total);
      }
    });

    test('what filters hide is told', async () => {
      const { total, hidden } = await find('冷链', { filters: { year: ['1901'], text: ['yes'] } });
      expect(total).toBe(0);
      expect(hidden?.total).toBe((await find('冷链')).total);
      expect(hidden?.without).toEqual([
        { name: 'text', total: 0 },
        { name: 'year', total: (await find('冷链', { filters: { text: ['yes'] } })).total },
      ]);
    });
  });

  describe('orders', () => {
    test('by relevance: titles in force, texts in force, the rest', async () => {
      const { hits } = await find('冷链', { size: 1000 });
      const place = (number: string) => hits.findIndex((hit) => hit.number === number);
      expect(hits[0]?.match).toBe('title');
      expect(place('DB9902/T 12—2023')).toBeLessThan(place('DB9902/T 12—2018'));
      const firstText = hits.findIndex(({ match }) => match === 'text');
      const isDead = ({ facts }: SearchHit) =>
        ['被代替', '废止'].includes(effectiveStatus(facts, library.catalog.asOf).status);
      expect(firstText).toBeGreaterThan(0);
      expect(hits.slice(0, firstText).filter(isDead)).toEqual([]);
    });

    test.each(['issued', 'implemented'] as const)('by day %s, newest first', async (sort) => {
      const { hits } = await find('冷链', { sort, size: 1000 });
      const days = hits.map(({ facts }) => facts[sort] ?? '');
      expect(days).toEqual(days.toSorted().toReversed());
      const plain = await find('冷链', { size: 1000 });
      const kinds = new Map(plain.hits.map(({ slug, match }) => [slug, match]));
      for (const { slug, match } of hits) expect(match, slug).toBe(kinds.get(slug));
    });

    test('by number as people count', async () => {
      const numbers = await numbersFor('', {
        filters: { kind: ['national'], text: [] },
        sort: 'number',
        size: 1000,
      });
      const plain = numbers.filter((number) => /^GB\/T \d+—\d{4}$/.test(number));
      expect(plain.length).toBeGreaterThan(50);
      const keys = plain.map((number) => {
        const [, serial = '', year = ''] = /(\d+)—(\d+)/.exec(number) ?? [];
        return Number(serial) * 10_000 + Number(year);
      });
      expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    });

    test.each<Partial<SearchRequest>>([
      { text: '冷链' },
      { text: '冷链', sort: 'issued' },
      { text: 'GB/T 19' },
      { text: '温度', scope: 'clauses' },
      { text: '', filters: { kind: ['group'] } },
    ])('pages of %j lie end to end', async (rest) => {
      const whole = await find(rest.text ?? '', { ...rest, size: 1000 });
      const slugs: string[] = [];
      for (let page = 1; slugs.length < whole.total && page < 200; page += 1) {
        const { hits, total } = await find(rest.text ?? '', { ...rest, page, size: 7 });
        expect(total).toBe(whole.total);
        expect(hits.length).toBe(Math.min(7, whole.total - slugs.length));
        slugs.push(...hits.map(({ slug }) => slug));
      }
      expect(slugs).toEqual(whole.hits.map(({ slug }) => slug));
      const beyond = await find(rest.text ?? '', { ...rest, page: 5000 });
      expect(beyond.hits).toEqual([]);
      expect(beyond.total).toBe(whole.total);
    });
  });

  describe('bad input', () => {
    test.each([
      ['white space', '   '],
      ['punctuation', '。，、！？'],
      ['quotes', '"\'`\\'],
      ['a backslash', '\\'],
      ['emoji', '😀🧊'],
      ['half of a character', '\ud83d'],
      ['a script', '<script>alert(1)</script>'],
      ['a terminal sequence', '\u0000\u0007\u001b[31m'],
      ['a filter', '" OR slug EXISTS OR slug = "'],
      ['a name of the language', 'constructor'],
      ['10,000 characters', '乌有之乡'.repeat(2500)],
      ['10,000 digits', '9'.repeat(10_000)],
      ['10,000 letters', 'a'.repeat(10_000)],
      ['many pairs', '一二三四五六七八九十'.repeat(20)],
      ['many words', 'a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(8)],
    ])('%s is answered with nothing', async (_, text) => {
      for (const scope of ['standards', 'clauses', 'terms', 'systems'] as const) {
        const answer = await find(text, { scope, facets: true });
        expect(answer.total, scope).toBe(0);
        expect(answer.query.length).toBeLessThanOrEqual(LONGEST_QUERY);
      }
    });

    test.each([
      "') OR ('",
      '.*[a-z]+(?=$)',
      '((((((((((((((((a+)+)+)+)+)+',
      '__proto__',
      'a AND NOT b',
    ])('%s is words and nothing else', async (text) => {
      const words = text.replaceAll(/[^a-z]+/gi, ' ').trim();
      expect((await find(text)).total).toBe((await find(words)).total);
    });

    test.each([
      '"',
      "'",
      '\\',
      '\\"',
      '" OR values.kind EXISTS OR values.kind = "',
      '\u0000',
      '\ud83d',
      '',
    ])('a filter by %j lets nothing through', async (value) => {
      for (const name of filterNames) {
        const answer = await find('冷链', { filters: { [name]: [value] }, facets: true });
        expect(answer.total).toBe(0);
      }
    });

    test('pages and sizes out of bounds', async () => {
      const { total } = await find('冷链');
      for (const rest of [{ page: -3 }, { page: Number.NaN }, { size: 0 }, { page: 1e300 }]) {
        expect((await find('冷链', rest)).total).toBe(total);
      }
      expect(
        (await find('', { filters: { text: ['yes'] }, size: 1e9 })).hits.length,
      ).toBeLessThanOrEqual(1000);
    });

    test('a question given up is given up', async () => {
      const controller = new AbortController();
      const answer = engine.search({ text: '冷链', language: 'zh' }, controller.signal);
      controller.abort(new Error('typed on'));
      await expect(answer).rejects.toThrow('typed on');
    });
  });
});
