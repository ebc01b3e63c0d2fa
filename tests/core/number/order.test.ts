import { expect, test } from 'vitest';
import { compareNumbers, formatNumber, parseNumber } from '#core/number/index.ts';

test('the order of chapter 2', () => {
  const ordered = [
    'GB/T 191—2008',
    'GB/T 2423.1—2008',
    'GB/T 2423.3—2006',
    'GB/T 2423.3—2016',
    'GB/T 2423.10—2019',
    'GB 3095—2012',
    'GBZ 2.1—2019',
    'HJ 819—2017',
    'NY/T 1234—2020',
    'SC/T 3102—2010',
    'DB37/T 1234—2023',
    'DB9902/T 12—2023',
    'T/SFCC 003—2024',
    'Q/SFLH 001—2025',
    'IEC 60335-2-24:2020',
    'ISO 9001:2015',
    'ISO/IEC 27001:2013',
    'ASTM D638-2014',
    'EN 10025-2:2019',
    'CNCA 05C-029—2006',
  ];
  const numbers = ordered.toReversed().map((text) => {
    const parsed = parseNumber(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.number;
  });
  expect(numbers.toSorted(compareNumbers).map(formatNumber)).toEqual(ordered);
});
