import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutPages } from '#core/base/cuts.ts';

const size = 20;
const cut = (keys: readonly string[]) => cutPages(keys, (key) => key, size);
const keys = fc
  .uniqueArray(fc.string({ minLength: 3, maxLength: 6 }), { maxLength: 400 })
  .map((list) => list.toSorted());

it('every row is on one page, in order, and a page has no more than two fifths above its size', () => {
  fc.assert(
    fc.property(keys, (list) => {
      const pages = cut(list);
      expect(pages.flat()).toEqual(list);
      expect(pages.length).toBeGreaterThan(0);
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(size * 1.4);
      for (const page of pages.slice(0, -1)) expect(page.length).toBeGreaterThanOrEqual(size * 0.8);
    }),
  );
});

it('a row that comes changes few of many pages', () => {
  const list = Array.from({ length: 2000 }, (_, at) => `DB9902/T ${1000 + 3 * at}-2024`);
  const before = new Set(cut(list).map((page) => page.join()));
  const changed = Array.from({ length: 100 }, (_, at) => {
    const more = [...list, `DB9902/T ${1001 + 60 * at}-2024`].toSorted();
    return cut(more).filter((page) => !before.has(page.join())).length;
  });
  expect(before.size).toBeGreaterThan(80);
  expect(changed.reduce((sum, pages) => sum + pages, 0) / changed.length).toBeLessThan(4);
});
