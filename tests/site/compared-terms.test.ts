import { expect, test } from 'vitest';
import { buildCatalog } from '#core/catalog/index.ts';
import type { TermRow } from '#core/model/row.ts';
import { findComparedTerm, listComparedTerms } from '#site/data/compared-terms.ts';
import { makeRow } from '../core/catalog/build.ts';

const define = (term: string, definition: string, termEn?: string): TermRow => ({
  term,
  definition,
  ...(termEn && { termEn }),
  abbreviations: [],
  admitted: [],
  anchor: 'a',
  address: '3.1',
});
const open = (...standards: readonly (readonly TermRow[])[]) => ({
  catalog: buildCatalog({
    rows: standards.map((terms, at) => makeRow(`DB9902/T ${at + 1}—2023`, {}, { terms })),
    records: [],
    asOf: '2026-06-01',
  }),
});

test('a term has a page where several standards define it; alike or not is told apart', () => {
  const library = open(
    [define('温区', '按温度控制的空间', 'temperature zone'), define('冷库', '低温的仓库')],
    [define('温区', '按温度控制的空间。', 'Temperature zone')],
    [define('温区', '封闭的空间', 'thermal zone')],
  );
  expect(listComparedTerms(library)).toMatchObject([
    { id: '温区', wordings: 2, english: ['temperature zone', 'thermal zone'], others: [] },
  ]);
  expect(findComparedTerm(library, '冷库')).toBeUndefined();
});

test('so have terms that share an English name, each naming the other', () => {
  const library = open(
    [define('冷藏', '零度以上', 'cold storage')],
    [define('冷库', '低温的仓库', 'Cold-storage'), define('仓库', '房屋', 'warehouse')],
  );
  expect(
    listComparedTerms(library).map(({ group, others }) => [
      group.term,
      others.map(({ term }) => term),
    ]),
  ).toEqual([
    ['冷藏', ['冷库']],
    ['冷库', ['冷藏']],
  ]);
});

test('one standard that defines a term twice is no comparison; every page has a folder of its own', () => {
  expect(listComparedTerms(open([define('甲', '一'), define('甲', '二')]))).toEqual([]);
  const signs = [define('甲/乙', '一'), define('甲 乙', '一')];
  const ids = listComparedTerms(open(signs, signs)).map(({ id }) => id);
  expect(ids.toSorted()).toEqual(['甲-乙', '甲-乙-2']);
});
