import { describe, expect, test } from 'vitest';
import {
  familyTerms,
  natureTerms,
  provisionTerms,
  recordedStatuses,
  roleTerms,
  statusIds,
  statusTerms,
} from '#core/terms/index.ts';
import { effectiveStatus } from '#core/catalog/status.ts';
import { EN } from '#site/i18n/browser/search-en.ts';
import { ZH } from '#site/i18n/browser/search-zh.ts';

describe.each(Object.entries({ statusTerms, familyTerms, natureTerms, provisionTerms, roleTerms }))(
  '%s',
  (_, table) => {
    test('has each value, Chinese and English name once', () => {
      for (const column of ['value', 'zh', 'en'] as const) {
        const words = table.map((term) => term[column]);
        expect(new Set(words).size).toBe(words.length);
        for (const word of words) expect(word).toMatch(column === 'en' ? /^[A-Z][a-z ]+$/ : /\S/);
      }
    });
  },
);

test('every filter of search names every value it knows, in both languages', () => {
  for (const words of [ZH, EN]) {
    expect(Object.keys(words.values.kind)).toEqual(familyTerms.map(({ value }) => value));
    expect(Object.keys(words.values.provision)).toEqual(provisionTerms.map(({ value }) => value));
  }
  expect(ZH.values.provision.requirement).toBe('要求（应）');
  expect(EN.values.provision.statement).toBe('Statement');
});

test('a source can say every status but that of a draft, which no catalogue holds', () => {
  expect([...recordedStatuses]).toEqual(['现行', '即将实施', '被代替', '废止', '未知']);
  for (const { value } of statusTerms) {
    if (value === '草案') continue;
    expect(
      effectiveStatus({ recorded: { status: value, asOf: '2026-01-01' } }, '2026-01-02').status,
    ).toBe(value);
  }
  expect(statusIds['即将实施']).toBe('upcoming');
});
