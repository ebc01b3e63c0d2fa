import { expect, it } from 'vitest';
import { readNumeral } from '#core/number/numerals.ts';

it('一 to 九十九 are numbers, each of its own', () => {
  const digits = '一二三四五六七八九';
  const tens = ['', '十', ...Array.from(digits.slice(1), (digit) => `${digit}十`)];
  const numerals = tens.flatMap((ten) => ['', ...digits].map((one) => ten + one)).slice(1);
  expect(numerals).toHaveLength(99);
  expect(numerals.map(readNumeral)).toEqual(numerals.map((_, index) => index + 1));
  expect(readNumeral('一十')).toBe(10);
});

it.each(['', '零', '百', '一二', '十十', '3', '十 一', '二十十'])('%j is none', (text) => {
  expect(readNumeral(text)).toBe(0);
});
