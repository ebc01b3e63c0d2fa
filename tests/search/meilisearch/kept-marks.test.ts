import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { SearchLibrary } from '#search/library.ts';
import { listMarks } from '#search/meilisearch/kept-marks.ts';
import { loadSounds } from '#search/question/sound.ts';
import { makeFolder } from '../../support/temporary-library.ts';
import { makeLibrary } from './build.ts';
import type { Hosted } from './build.ts';

const cold: Hosted = {
  number: 'DB9902/T 12—2023',
  title: '冷链物流企业温度控制规范',
  texts: ['出库前应抽测货物的中心温度。', '车厢应预冷。'],
};
const fridge: Hosted = {
  number: 'T/SFJD 005—2024',
  title: '家用电冰箱互联互通技术要求',
  texts: ['电冰箱应能接入网络。'],
};
const records = ['GB/T 1000-2019', 'GB/T 1001-2019', 'GB/T 1002-2019'];

/** All documents as a server is sent them, whatever is kept. */
async function listAll(library: SearchLibrary, cache?: string) {
  const groups = listMarks(library, await loadSounds(), cache);
  return [...groups].map(({ marks, documents }) => ({ marks, documents: documents() }));
}

it('marks that are kept are those that are made anew, whatever changed since', async () => {
  const cache = makeFolder();
  const otherText = { ...cold, texts: ['出库前应抽测货物的中心温度。', '车厢应先通风。'] };
  const otherTitle = { ...fridge, title: '家用电冰箱互联互通要求' };
  const library = makeLibrary([cold, fridge], records);
  const synonyms = [['冷柜', '电冰箱']];
  const libraries = [
    library,
    library,
    makeLibrary([otherText, fridge], records),
    makeLibrary([otherText, otherTitle], records),
    makeLibrary([otherTitle, otherText], records),
    makeLibrary([otherText], records.slice(1)),
    { ...library, vocabulary: { ...library.vocabulary, synonyms } },
    makeLibrary([], records),
    library,
  ];
  for (const each of libraries) expect(await listAll(each, cache)).toEqual(await listAll(each));
});

it('documents of what has not changed are not made to tell that', async () => {
  const cache = makeFolder();
  const library = makeLibrary([cold, fridge], records);
  const first = [...listMarks(library, await loadSounds(), cache)].map(({ marks }) => marks);
  const unread = {
    ...library,
    body: (slug: string): never => {
      throw new Error(`${slug} was read`);
    },
  };
  const again = [...listMarks(unread, await loadSounds(), cache)].map(({ marks }) => marks);
  expect(again).toEqual(first);
});

it('a file of marks that is damaged, cut short or of something else is made again', async () => {
  const cache = makeFolder();
  const library = makeLibrary([cold, fridge], records);
  const right = await listAll(library, cache);
  const file = join(cache, 'search-documents.txt');
  const written = readFileSync(file, 'utf8');
  for (const text of [
    '',
    'x',
    written.slice(0, -40),
    written.replace('db9902', 'db9903'),
    '\n\n',
  ]) {
    writeFileSync(file, text);
    expect(await listAll(library, cache)).toEqual(right);
    expect(readFileSync(file, 'utf8')).toBe(written);
  }
});
