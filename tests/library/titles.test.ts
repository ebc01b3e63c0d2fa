import { expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const HEAD = 'number,title,title_en,status,as_of';
const ENGLISH = `---
language: en
---

# Scope

This document specifies samples.

# Normative references

- GB/T 90001—2020　Samples - Part 1: General
- GB/T 90002　Sampling
- GB/T 90003—2020　样例
- GB/T 90004—2020 and GB/T 90005—2020

# Terms and definitions
`;

async function openWith(files: Record<string, string>): Promise<Library> {
  const dir = makeFolder();
  writeFiles(dir, files);
  return openLibrary({ dir, cache: makeFolder(), asOf: '2026-06-01' });
}

it('a record without an English title has that of a hosted English text, which is named', async () => {
  const { catalog } = await openWith({
    [standardPath(1)]: writeStandard({ serial: 1 }),
    [standardPath(1).replace('index.md', 'index.en.md')]: ENGLISH,
    'catalogue/a.csv': [
      HEAD,
      'GB/T 90001-2010,样例一,,废止,2026-01-01',
      'GB/T 90001-2020,样例一,,现行,2026-01-01',
      'GB/T 90002-2008,取样,,废止,2026-01-01',
      'GB/T 90002-2018,取样,,现行,2026-01-01',
      'GB/T 90003-2020,样例三,,现行,2026-01-01',
      'GB/T 90004-2020,样例四,Samples - Part 4,现行,2026-01-01',
    ].join('\n'),
  });
  const titleOf = (key: string) => {
    const entry = catalog.byKey(key);
    return [entry?.titleEn, entry?.titleEnFrom];
  };
  expect(titleOf('GB/T 90001-2020')).toEqual(['Samples - Part 1: General', 'DB9902/T 1—2024']);
  // Another edition may have another title; an undated reference means the newest.
  expect(titleOf('GB/T 90001-2010')).toEqual([undefined, undefined]);
  expect(titleOf('GB/T 90002-2018')).toEqual(['Sampling', 'DB9902/T 1—2024']);
  expect(titleOf('GB/T 90002-2008')).toEqual([undefined, undefined]);
  expect(titleOf('GB/T 90003-2020')).toEqual([undefined, undefined]);
  expect(titleOf('GB/T 90004-2020')).toEqual(['Samples - Part 4', undefined]);
});

it('an English title is no Chinese one', async () => {
  const { catalog, diagnostics } = await openWith({
    [standardPath(1)]: writeStandard({ serial: 1 }),
    'catalogue/a.csv': [
      HEAD,
      'ISO 22005:2007,,Traceability in the feed and food chain,现行,2026-01-01',
      'ISO 9001:2015,Quality management systems,Quality management systems,现行,2026-01-01',
      'ISO 14001:2015,环境管理体系,Environmental management systems,现行,2026-01-01',
      'GB/T 90001-2020,样例,,现行,2026-01-01',
    ].join('\n'),
  });
  expect(diagnostics.filter(({ file }) => file.startsWith('catalogue'))).toEqual([]);
  const has = (key: string) => catalog.byKey(key)?.hasChineseTitle;
  expect(['ISO 22005:2007', 'ISO 9001:2015', 'ISO 14001:2015', 'GB/T 90001-2020'].map(has)).toEqual(
    [false, false, true, true],
  );
  expect(catalog.byKey('ISO 22005:2007')?.title).toBe('Traceability in the feed and food chain');
});

it('a number known to exist without facts is told from one that nobody knows', async () => {
  const { catalog, vocabulary } = await openWith({
    'vocabulary/catalogue-coverage.yaml': 'zh: 样例\nen: samples\nabsent: [GB 90007, GB/T 90008]\n',
    'catalogue/a.csv': `${HEAD}\nGB/T 90001-2020,样例,,现行,2026-01-01`,
  });
  expect(vocabulary.coverage).toMatchObject({ zh: '样例', en: 'samples' });
  const known = ['GB 90007', 'gb 90007-2020', 'GB/T 90008', 'GB/T 90007', 'GB 90009'];
  expect(known.map(catalog.isKnownAbsent)).toEqual([true, true, true, false, false]);
});
