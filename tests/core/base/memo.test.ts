import { expect, test } from 'vitest';
import { memo, once } from '#core/base/memo.ts';

test('an answer is worked out once for each key, whatever the key and the answer', () => {
  const asked: unknown[] = [];
  const answer = memo((key: unknown): unknown => {
    asked.push(key);
    return undefined;
  });
  const keys = [{}, {}, 'a', 'b', 1, null, undefined, Number.NaN];
  for (const key of [...keys, ...keys]) expect(answer(key)).toBeUndefined();
  expect(asked).toEqual(keys);
});

test('what failed is tried again', () => {
  let left = 1;
  const answer = memo((key: string) => {
    if (left-- > 0) throw new Error('not yet');
    return key;
  });
  expect(() => answer('a')).toThrow('not yet');
  expect(answer('a')).toBe('a');
});

test('once is once', () => {
  let count = 0;
  const next = once(() => ++count);
  expect([next(), next(), count]).toEqual([1, 1, 1]);
});
