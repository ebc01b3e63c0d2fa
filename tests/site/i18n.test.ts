import { expect, test } from 'vitest';
import { filterNames } from '#search/contract.ts';
import { WORDS } from '#site/i18n/browser/search.ts';
import { FACETS } from '#site/data/facet-names.ts';
import { en } from '#site/i18n/en.ts';
import { formatCount } from '#core/base/format-count.ts';
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
  expect(chinese).toEqual(['.otherLanguage', '.chineseText']);
});

test.each([
  ['zh', zh, WORDS.zh],
  ['en', en, WORDS.en],
] as const)('browsing and search call filters and values alike, %s', (_, site, search) => {
  for (const facet of FACETS) expect(search.filterNames[facet], facet).toBe(site.facet[facet]);
  for (const facet of ['kind', 'nature', 'status'] as const) {
    expect(search.values[facet], facet).toEqual(site[facet]);
  }
  expect(search.values.text).toEqual({ yes: site.hostedOnly });
});

test('ways to browse stand in the order of the filters of search', () => {
  const order = filterNames.filter((name) => (FACETS as readonly string[]).includes(name));
  expect(FACETS).toEqual(order);
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
