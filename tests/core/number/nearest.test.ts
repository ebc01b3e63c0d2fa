import { describe, expect, test } from 'vitest';
import { buildNumberIndex, nearestNumbers } from '#core/number/index.ts';
import { HAS_REAL_LIST, readRealList } from './lists.ts';

const index = buildNumberIndex([
  'GB 30982-2014',
  'GB 3095-2012',
  'GB/T 3098.1-2010',
  'GB/T 3098.2-2015',
  'GB/T 51410-2020',
  'GB/T 191-2008',
  'GB/T 191-2025',
  'GB 191-1990',
  'GB/T 2423.1-2008',
  'GB/T 13745-2009',
  'GB/T 13745-2009/XG1-2012',
  'GB 1351-2023',
  'GB 1351-2023E',
  'T/CAV 001-2023 T/CAS 713-2023',
  'GB/T 22080-2016',
  'DB3702/T 12-2021',
  'not a number',
]);
const ask = (query: string, limit?: number): string[] =>
  nearestNumbers(query, index, limit).map((match) => `${match.level} ${match.key}`);

test('what does not parse is not indexed', () => {
  expect(index.size).toBe(16);
});

describe('levels, in this order', () => {
  test('exact, then other editions, newest first, then another nature', () => {
    expect(ask('gb/t191-2008')).toEqual([
      'exact GB/T 191-2008',
      'other-year GB/T 191-2025',
      'other-nature GB 191-1990',
    ]);
  });

  test('another year', () => {
    expect(ask('GB/T 191—2000', 2)).toEqual([
      'other-year GB/T 191-2025',
      'other-year GB/T 191-2008',
    ]);
  });

  test('no year asked', () => {
    expect(ask('DB3702/T 12')).toEqual(['undated DB3702/T 12-2021']);
  });

  test('with or without /T, the same year first', () => {
    expect(ask('GB 51410-2020')).toEqual(['other-nature GB/T 51410-2020']);
    expect(ask('GB/Z 191-2008', 1)).toEqual(['other-nature GB/T 191-2008']);
  });

  test('part against whole', () => {
    expect(ask('GB/T 3098')).toEqual(['part GB/T 3098.1-2010', 'part GB/T 3098.2-2015']);
    expect(ask('GB/T 191.2-2008', 1)).toEqual(['part GB/T 191-2008']);
  });

  test('a guess by spelling', () => {
    expect(ask('GB/T 501410')).toEqual(['edit GB/T 51410-2020']);
    expect(ask('DB3702/T 13-2021')).toEqual(['edit DB3702/T 12-2021']);
    expect(ask('GB/T 2243.1')).toContain('edit GB/T 2423.1-2008');
  });
});

test('GB3098 proposes GB 30982 beside the parts of GB/T 3098', () => {
  expect(ask('GB3098')).toEqual([
    'part GB/T 3098.1-2010',
    'edit GB 30982-2014',
    'edit GB 3095-2012',
  ]);
});

test('amendment sheets and language editions are no other editions', () => {
  expect(ask('GB/T 13745')).toEqual(['undated GB/T 13745-2009']);
  expect(ask('GB/T 13745-2009/XG1-2012', 1)).toEqual(['exact GB/T 13745-2009/XG1-2012']);
  expect(ask('GB/T 13745-2009/XG2-2016')).toEqual(['part GB/T 13745-2009']);
  expect(ask('GB 1351-2023')).toEqual(['exact GB 1351-2023']);
});

test('joint and double numbers are found by each half', () => {
  expect(ask('T/CAS 713-2023')).toEqual(['exact T/CAV 001-2023 T/CAS 713-2023']);
  expect(ask('GB/T 22080—2016/ISO/IEC 27001:2013')).toEqual(['exact GB/T 22080-2016']);
});

test('nothing is proposed for what is far from all', () => {
  expect(ask('')).toEqual([]);
  expect(ask('hello world')).toEqual([]);
  expect(ask('SL 9999999-2020')).toEqual([]);
  expect(nearestNumbers('GB/T 191', buildNumberIndex([]))).toEqual([]);
});

test.skipIf(!HAS_REAL_LIST)('a slip is found among the whole catalogue', () => {
  const rows = readRealList();
  const known = rows.map((row) => row['number'] ?? '');
  expect(
    nearestNumbers('GB3098', buildNumberIndex([...known, 'GB 30982-2014'])).map((m) => m.key),
  ).toContain('GB 30982-2014');
});
