import { expect, test } from 'vitest';
import { breakRows } from '#site/client/search/answer-rows.ts';

test('rows of a table stand on lines of their own, marks and sentences as they are', () => {
  const snippet = [
    { text: '应符合表2；见品类 | ', hit: false },
    { text: '运输', hit: true },
    { text: '； 冷饮 | ≤ -20； 采用干冰的；', hit: false },
  ];
  expect(breakRows(snippet)).toEqual([
    { text: '应符合表2；见品类 | ', hit: false },
    { text: '运输', hit: true },
    { text: '；\n 冷饮 | ≤ -20；\n 采用干冰的；', hit: false },
  ]);
});
