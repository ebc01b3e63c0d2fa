import { expect, it } from 'vitest';
import { DatabaseSync } from 'node:sqlite';
import { closeStores, storePath } from '#library/store.ts';
import type { SearchLibrary } from '#search/library.ts';
import { numberInBands } from '#search/meilisearch/number-in-bands.ts';
import { indexPassages } from '#search/meilisearch/passages/index-passages.ts';
import { loadSounds } from '#search/question/sound.ts';
import { makeFolder } from '../../support/temporary-library.ts';
import { startChance } from '../../support/text-mutations.ts';
import { makeLibrary } from './build.ts';
import type { Hosted } from './build.ts';

const random = startChance(11);
const below = (count: number) => Math.floor(random() * count);
const pick = (list: string) => [...list][below([...list].length)] ?? '';
const phrase = (length: number) =>
  Array.from({ length }, () => pick('冷链物流温度控制企业标准检验规则运输记录贮存车辆')).join('');

/** So many passages have 冷库 that its list is cut; words that none else has come and go with their clauses. */
const clause = () => `冷库${phrase(2 + below(9))}应${phrase(3)}，见k${below(200_000)}。`;
const standard = (serial: number, clauses = 66): Hosted => ({
  number: `DB9902/T ${serial}—2023`,
  title: `${phrase(4)}规范`,
  texts: Array.from({ length: clauses }, clause),
});

const sounds = await loadSounds();

/** All there is of an index. */
function read(library: SearchLibrary, cache?: string) {
  const place = cache === undefined ? undefined : { cache, code: 'code' };
  const { texts, shards, read: contentOf } = indexPassages(library, sounds, place);
  return { texts, shards, contents: shards.map(([first]) => contentOf(first)) };
}

it('an index of passages that is kept is the one that is made anew, whatever changed', () => {
  const cache = makeFolder();
  let hosted = Array.from({ length: 64 }, (_, at) => standard(100 + at));
  const change = (at: number, texts: (before: readonly string[]) => readonly string[]) =>
    hosted.map((each, own) => (own === at ? { ...each, texts: texts(each.texts) } : each));
  /** The words with which some shards begin are gone: the shards before them go on. */
  const withoutFirsts = () => {
    const { shards } = read(makeLibrary(hosted));
    const words = shards.flatMap(([first]) =>
      first.startsWith('_k') ? `${first.slice(1)}。` : [],
    );
    expect(words.length).toBeGreaterThan(6);
    const isFirst = (text: string) => words.slice(0, 6).some((word) => text.endsWith(word));
    return hosted.map((each) => ({ ...each, texts: each.texts.filter((text) => !isFirst(text)) }));
  };
  const steps = [
    () => hosted,
    () => hosted,
    () => change(below(hosted.length), (texts) => [...texts.slice(1), clause()]),
    () => change(below(hosted.length), (texts) => [clause(), ...texts.slice(0, 20)]),
    () => change(below(hosted.length), (texts) => [...texts, ...texts, clause()]),
    () => [...hosted, standard(90)],
    () => hosted.filter((_, at) => at !== 7),
    withoutFirsts,
    () => hosted.map((each, at) => (at === 3 ? { ...each, title: '车辆检验' } : each)),
    () => change(5, () => ['阀门应关闭。', '冷库阀芯。']),
    () => [...change(5, () => ['冷库。']).slice(1), standard(99, 2), standard(700, 3)],
    () => hosted.toReversed(),
    () => hosted.slice(0, 40),
    () => [],
    () => [standard(1, 3)],
    () => [standard(1, 3), standard(2, 1)],
  ];
  for (const step of steps) {
    hosted = step();
    const library = makeLibrary(hosted);
    const kept = read(library, cache);
    expect(kept).toEqual(read(library));
    // A process that comes later.
    closeStores(cache);
  }
});

it('of texts that have not changed none is read, and few shards are others', () => {
  const cache = makeFolder();
  const hosted = Array.from({ length: 40 }, (_, at) => standard(100 + at));
  const before = read(makeLibrary(hosted), cache);
  const added = { number: 'DB9902/T 120.1—2023', title: '阀门', texts: ['阀芯阀座。'] };
  const library = makeLibrary([...hosted.slice(0, 20), added, ...hosted.slice(20)]);
  const onlyNew = {
    ...library,
    body: (slug: string) => {
      expect(slug).toBe('db9902-t-120.1-2023');
      return library.body(slug);
    },
  };
  const after = read(onlyNew, cache);
  expect(after.texts).toHaveLength(41);
  const known = new Map(before.shards);
  const others = after.shards.filter(([first, digest]) => known.get(first) !== digest);
  // Its number, its pairs, its characters, and the sounds of its pairs: two or three dozen tokens at most.
  expect(others.length).toBeLessThan(40);
  expect(others.length).toBeLessThan(after.shards.length / 4);
});

it('what is kept and damaged is made anew', () => {
  const hosted = Array.from({ length: 20 }, (_, at) => standard(100 + at, 5));
  const first = makeLibrary(hosted);
  const later = makeLibrary([...hosted.slice(1), standard(300, 4)]);
  for (const damage of [
    "update passage_index set shards = 'x'",
    "update passage_shards set content = '1 []'",
    "update passage_standards set lists = '1 x'",
    "update passage_standards set texts = '7'",
    'delete from passage_shards',
    'delete from passage_standards',
    'drop table passage_sounds',
  ]) {
    const cache = makeFolder();
    read(first, cache);
    closeStores(cache);
    const database = new DatabaseSync(storePath(cache));
    database.exec(damage);
    database.close();
    expect(read(later, cache)).toEqual(read(later));
    expect(read(first, cache)).toEqual(read(first));
  }
});

it('numbers keep their order, and one more leaves those of other bands as they are', () => {
  expect(numberInBands([])).toEqual({ numbers: [], end: 2 });
  expect(numberInBands([5])).toEqual({ numbers: [0], end: 2 });
  // Two of the first band have room for four.
  expect(numberInBands([5, 5, 9, 9, 9])).toEqual({ numbers: [0, 1, 4, 5, 6], end: 8 });
  expect(numberInBands([5, 5, 5, 9, 9, 9])).toEqual({ numbers: [0, 1, 2, 4, 5, 6], end: 8 });
});
