import { expect, test } from 'vitest';
import { en } from '#site/i18n/en.ts';
import { formatCount } from '#site/i18n/index.ts';
import { zh } from '#site/i18n/zh.ts';

/** Paths and texts of a dictionary; functions are called with stand-ins. */
function listTexts(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const call = value as (...args: readonly unknown[]) => string;
    return [[path, call(...Array.from({ length: call.length }, () => '7'))]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) =>
    listTexts(inner, `${path}.${key}`),
  );
}

test('both languages have the same keys and no empty text', () => {
  const keys = (dictionary: unknown) => listTexts(dictionary).map(([key]) => key);
  expect(keys(en)).toEqual(keys(zh));
  for (const [key, text] of [...listTexts(zh), ...listTexts(en)]) expect(text, key).not.toBe('');
});

test('English words are English, but for names of platforms and ways into Chinese', () => {
  const chinese = listTexts(en)
    .filter(([, text]) => /\p{Script=Han}/u.test(text.replaceAll(/（[^）]*）|\([^)]*\)/g, '')))
    .map(([key]) => key);
  expect(chinese).toEqual(['.siteLatin', '.otherLanguage', '.chineseText']);
});

test('counts have separators', () => {
  expect([0, 999, 1000, 37_872, 1_234_567].map(formatCount)).toEqual([
    '0',
    '999',
    '1,000',
    '37,872',
    '1,234,567',
  ]);
});
