import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBasket,
  addItems,
  chooseBasket,
  cleanName,
  findCurrent,
  mostBaskets,
  moveItem,
  noBaskets,
  readBaskets,
  readShare,
  removeBasket,
  removeItem,
  renameBasket,
  writeBaskets,
  writeShare,
} from '#core/basket/index.ts';
import type { Baskets } from '#core/basket/index.ts';

const item = (slug: string) => ({ slug, number: slug.toUpperCase() });
const listed = (all: Baskets, id = 'b1') =>
  all.baskets.find((each) => each.id === id)?.items.map(({ slug }) => slug);
const one = addBasket(noBaskets, {
  id: 'b1',
  name: '冷链',
  items: ['gb-1-2020', 'gb-2-2020', 'gb-3-2020'].map(item),
});

describe('baskets', () => {
  test('hold each standard once, in the order of the reader', () => {
    const more = addItems(one, 'b1', [item('gb-2-2020'), item('gb-4-2020'), item('gb-4-2020')]);
    expect(listed(more)).toEqual(['gb-1-2020', 'gb-2-2020', 'gb-3-2020', 'gb-4-2020']);
    expect(listed(moveItem(one, 'b1', 'gb-3-2020', -1))).toEqual([
      'gb-1-2020',
      'gb-3-2020',
      'gb-2-2020',
    ]);
    expect(listed(moveItem(one, 'b1', 'gb-1-2020', 9))).toEqual([
      'gb-2-2020',
      'gb-3-2020',
      'gb-1-2020',
    ]);
    expect(listed(moveItem(one, 'b1', 'gb-1-2020', -1))).toEqual(listed(one));
    expect(listed(removeItem(one, 'b1', 'gb-2-2020'))).toEqual(['gb-1-2020', 'gb-3-2020']);
  });

  test('take nothing that is no address of a standard', () => {
    const bad = ['', '../x', 'a b', 'GB-1', '<b>', '-x', 'x'.repeat(201)].map(item);
    expect(listed(addItems(one, 'b1', bad))).toEqual(listed(one));
  });

  test('are named, chosen, and removed one by one', () => {
    const two = addBasket(one, { id: 'b2', name: '  显示\u200B \n产业  ', items: [] });
    expect(findCurrent(two)?.name).toBe('显示 产业');
    expect(findCurrent(chooseBasket(two, 'b1'))?.id).toBe('b1');
    expect(findCurrent(chooseBasket(two, 'none'))?.id).toBe('b2');
    expect(renameBasket(two, 'b2', '  ')).toEqual(two);
    expect(findCurrent(renameBasket(two, 'b2', 'Display'))?.name).toBe('Display');
    expect(findCurrent(removeBasket(two, 'b2'))?.id).toBe('b1');
    expect(removeBasket(one, 'b1')).toEqual(noBaskets);
    expect([...cleanName('长'.repeat(200))]).toHaveLength(80);
  });

  test('are no more than a hundred', () => {
    let all = noBaskets;
    for (let at = 0; at <= mostBaskets; at += 1)
      all = addBasket(all, { id: `b${at}`, name: 'x', items: [] });
    expect(all.baskets).toHaveLength(mostBaskets);
  });
});

describe('the file of baskets', () => {
  test('gives back what was written', () => {
    expect(readBaskets(writeBaskets(one))).toEqual({ kind: 'baskets', baskets: one });
  });

  test('of another version is told from one that is damaged', () => {
    expect(readBaskets(writeBaskets(one).replace('"version":1', '"version":2'))).toEqual({
      kind: 'other-version',
    });
    for (const text of ['', '{', 'null', '[]', '7', '{"format":"other","version":1}']) {
      expect(readBaskets(text)).toEqual({ kind: 'damaged' });
    }
  });

  test('is never believed: whatever stands in it, only baskets come out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (baskets, current) => {
        const read = readBaskets(
          JSON.stringify({ format: 'biaolian-baskets', version: 1, current, baskets }),
        );
        const again = read.kind === 'baskets' ? readBaskets(writeBaskets(read.baskets)) : undefined;
        expect(again).toEqual(read);
      }),
    );
    const text = JSON.stringify({
      format: 'biaolian-baskets',
      version: 1,
      current: 'gone',
      baskets: [
        null,
        { id: 'b1', name: 7 },
        { id: 'b1', name: 'a', items: [{ slug: 'x-1' }, 'y', { slug: '../z' }] },
      ],
    });
    expect(readBaskets(text)).toEqual({
      kind: 'baskets',
      baskets: { baskets: [{ id: 'b1', name: 'a', items: [{ slug: 'x-1', number: 'x-1' }] }] },
    });
  });
});

describe('a shared address', () => {
  const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z\d][a-z\d.-]{0,40}$/), { maxLength: 60 });

  test('gives back name and standards in their order', () => {
    fc.assert(
      fc.property(slugs, fc.string(), (list, written) => {
        const name = cleanName(written.replaceAll(/[\uD800-\uDFFF]/g, ''));
        const share = writeShare({ name, items: list.map(item) });
        expect(readShare(`#${share ?? ''}`)).toEqual({
          kind: 'basket',
          basket: { name, items: list.map((slug) => ({ slug, number: slug })) },
        });
      }),
    );
  });

  test('has room for 200 standards of the longest usual numbers, and none for a thousand', () => {
    const make = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        item(
          `${['gb-t-', 'db3702-t-', 't-sfjdxh-', 'yy-t-'][at % 4]}${(at * 7919) % 99_991}.${at % 9}-2024`,
        ),
      );
    const share = writeShare({ name: '名'.repeat(80), items: make(200) }) ?? '';
    expect(share.length).toBeGreaterThan(0);
    expect(share).toMatch(/^[\w.%=&-]+$/);
    const read = readShare(share);
    expect(read.kind === 'basket' && read.basket.items.length).toBe(200);
    expect(writeShare({ name: '', items: make(1000) })).toBeUndefined();
  });

  test('that was cut, or made by a later version, is not taken for a shorter list', () => {
    const share = writeShare({ name: 'x', items: one.baskets[0]?.items ?? [] }) ?? '';
    expect(readShare(share.replace('_', ''))).toEqual({ kind: 'damaged' });
    for (let end = 4; end < share.indexOf('&c=') + 4; end += 1) {
      expect(readShare(share.slice(0, end))).toEqual({ kind: 'damaged' });
    }
    expect(readShare(share.replace('b1=', 'b2='))).toEqual({ kind: 'other-version' });
    expect(readShare('#5.2')).toEqual({ kind: 'nothing' });
    expect(readShare('')).toEqual({ kind: 'nothing' });
  });
});
