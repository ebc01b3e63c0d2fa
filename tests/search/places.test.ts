import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { answerPlace } from '#search/places/answer-place.ts';
import { asksForStandards } from '#search/places/asking.ts';
import { findPlaces } from '#search/places/find-places.ts';
import { listPlaces, listStandardsOf } from '#search/places/list-places.ts';
import type { SystemPlaces } from '#search/places/place.ts';
import { partPlaces, placesFile, readPlaces } from '#search/places/place-words.ts';
import { orderStandards } from '#search/places/standards.ts';

const DAY = '2026-06-30';

/** Questions and the places that answer; `-` for none. */
const cases = readFileSync('tests/search/cases/places.tsv', 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [question = '', wanted = ''] = line.split('\t');
    return { question, wanted: wanted === '-' ? [] : wanted.split(' | ') };
  });
const named = cases.filter(({ wanted }) => wanted.length > 0);

let library: Library;
let places: readonly SystemPlaces[];
beforeAll(async () => {
  library = await openLibrary({ dir: 'content', asOf: DAY });
  places = listPlaces(library);
}, 60_000);

const keyOf = (question: string): string | undefined => {
  const [best] = findPlaces(places, question);
  return best && (best.place ?? best.system).key;
};

describe('places of questions', () => {
  it('has enough questions of both languages', () => {
    expect(named.filter(({ question }) => /\p{Script=Han}/u.test(question)).length).toBeGreaterThan(
      80,
    );
    expect(
      named.filter(({ question }) => !/\p{Script=Han}/u.test(question)).length,
    ).toBeGreaterThan(25);
    expect(cases.length - named.length).toBeGreaterThan(30);
  });

  it('finds the place of a product, trade or job', () => {
    const missed = named.filter(({ question, wanted }) => !wanted.includes(keyOf(question) ?? ''));
    expect(missed.map(({ question }) => question)).toEqual([]);
  });

  it('finds none where none is named, or a detail is asked', () => {
    const wrong = cases
      .filter(({ wanted }) => wanted.length === 0)
      .filter(({ question }) => keyOf(question));
    expect(wrong.map(({ question }) => question)).toEqual([]);
  });

  it('finds the same where only what a question may name is read', async () => {
    const files = partPlaces(places);
    const found = (list: readonly SystemPlaces[], question: string) =>
      findPlaces(list, question).map((match) => ({
        ...match,
        system: match.system.path,
        place: match.place && { ...match.place, words: [], trades: [], above: [] },
      }));
    for (const { question } of cases) {
      const asked = new Set<string>();
      const read = await readPlaces((file) => {
        asked.add(file);
        return Promise.resolve(JSON.parse(files.get(file) ?? '') as unknown);
      }, question);
      expect(found(read, question), question).toEqual(found(places, question));
      const needless = [
        ...(read.length === 0 ? [placesFile] : []),
        ...(/[a-z0-9]/i.test(question) ? [] : ['place-words-other.json']),
      ];
      expect(
        needless.filter((file) => asked.has(file)),
        question,
      ).toEqual([]);
    }
  });

  it('knows a place in traditional characters, full width, any case and number of spaces', () => {
    expect(keyOf('開養老院')).toBe('elderly-care/institution');
    expect(keyOf('ＯＬＥＤ面板廠')).toBe('display/oled');
    expect(keyOf('Which  STANDARDS apply to Nursing Homes?')).toBe('elderly-care/institution');
  });

  it('prefers the longer word, and the thing itself before what describes it', () => {
    expect(keyOf('养老院消防有哪些标准')).toBe('elderly-care/safety');
    expect(keyOf('做猪肉冷库')).toBe('cold-chain/storage');
  });

  it('takes Chinese words in another order, or with a little between them', () => {
    expect(keyOf('烘干粮食的')).toBe('modern-agriculture/harvest');
    expect(keyOf('养老护理机构要符合哪些标准')).toBe('elderly-care/institution');
  });

  it('finds the place of a question that is of two places and about nothing else', () => {
    expect(keyOf('老小区装电梯')).toBe('urban-renewal/lifts');
  });

  it('takes English words in another order for less', () => {
    expect(findPlaces(places, 'nursing home').map(({ place }) => place?.key)).toEqual([
      'elderly-care/institution',
    ]);
    expect(keyOf('repair of air conditioners')).toBe('smart-appliance/repair');
  });

  it('names the whole system where no place of it is named', () => {
    expect(keyOf('做养老的企业要符合哪些标准')).toBe('elderly-care');
    expect(keyOf('冷链')).toBeUndefined();
  });

  it('says which words matched and how much of the question they are', () => {
    const [best] = findPlaces(places, '我开冷库，要符合哪些标准');
    expect(best).toMatchObject({ matched: ['冷库'], share: 1 });
  });

  it('answers anything pasted with a place or none', () => {
    for (const text of ['', ' ', '？', 'a', '我'.repeat(2000), '冷库 '.repeat(500), '\u0000\ud800'])
      expect(findPlaces(places, text).length).toBeLessThanOrEqual(3);
  });
});

describe('asksForStandards', () => {
  it.each([
    '冷库要符合哪些标准',
    '有没有冷库的国家标准',
    '我们厂做冷柜',
    'which standards apply to me',
    'i make fridges',
  ])('%s', (text) => expect(asksForStandards(text)).toBe(true));
  it.each(['冷库温度是多少', '我开冷库温度要多少度', '冷库', '标准', 'how cold is a cold store'])(
    'not %s',
    (text) => expect(asksForStandards(text)).toBe(false),
  );
});

describe('the list of places', () => {
  it('has every place of every system, with its address and counts', () => {
    const system = places.find(({ key }) => key === 'cold-chain');
    expect(system?.places.map(({ key }) => key)).toEqual(
      library.systems.byId('cold-chain')?.places.map(({ key }) => key),
    );
    expect(system?.places.find(({ key }) => key === 'cold-chain/storage')).toMatchObject({
      path: '/systems/cold-chain/at/storage/',
      name: '冷库仓储',
      nameEn: 'Cold storage',
      above: ['冷库', 'cold stores', '设施设备', 'facilities and equipment'],
      trades: ['低温仓储'],
    });
  });

  it('has words for every node, and every key of the vocabulary is a place', () => {
    const keys = places.flatMap(({ key, places: all }) => [key, ...all.map((each) => each.key)]);
    expect([...library.vocabulary.places.keys()].filter((key) => !keys.includes(key))).toEqual([]);
    const bare = library.systems.list
      .flatMap(({ nodes }) => nodes)
      .filter(({ key }) => {
        const words = library.vocabulary.places.get(key);
        return !words || words.zh.length < 6 || words.en.length < 3;
      });
    expect(bare.map(({ key }) => key)).toEqual([]);
  });

  it('names trades by codes of GB/T 4754', () => {
    const { industries, places: words } = library.vocabulary;
    const unknown = [...words.values()].flatMap((each) =>
      each.industries.filter((code) => !industries.has(code)),
    );
    expect(unknown).toEqual([]);
  });

  it('is the same for the same library', async () => {
    const again = await openLibrary({ dir: 'content', cache: library.cache, asOf: DAY });
    expect(JSON.stringify(listPlaces(again))).toBe(JSON.stringify(places));
  });
});

describe('standards of a place', () => {
  const files = () => ({
    places: async () => places,
    placeStandards: async (id: string) => {
      const system = library.systems.byId(id);
      return system ? listStandardsOf(system, library.catalog) : {};
    },
  });

  it('come with the place: in force first, by role, mandatory first', async () => {
    const answer = await answerPlace(files(), '做苹果苗木的，有哪些标准', DAY);
    expect(answer?.best.place?.key).toBe('modern-agriculture/orchards');
    const ranked = answer?.standards ?? [];
    expect(ranked.length).toBe(answer?.best.place?.listed);
    expect(ranked[0]).toMatchObject({
      standard: { title: '苹果苗木', mandatory: true, role: '产品' },
    });
    const dead = ranked.map(({ status }) => ['被代替', '废止'].includes(status.status));
    expect(dead).toEqual(dead.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('of a whole system are those of its places, each once', () => {
    const system = places.find(({ key }) => key === 'elderly-care');
    const model = library.systems.byId('elderly-care');
    if (!system || !model) throw new Error('no system');
    const ranked = orderStandards(
      { system, place: undefined },
      listStandardsOf(model, library.catalog),
      DAY,
    );
    expect(ranked.length).toBe(system.listed);
    expect(new Set(ranked.map(({ standard }) => standard.slug)).size).toBe(ranked.length);
  });

  it('are none where nothing is asked for', async () => {
    expect(await answerPlace(files(), '标准', DAY)).toBeUndefined();
  });
});
