import { describe, expect, it, test } from 'vitest';
import {
  findNumbers,
  formatNumber,
  listMembers,
  numberKey,
  parseNumber,
} from '#core/number/index.ts';

const keys = (text: string): string[] => findNumbers(text).map(({ number }) => numberKey(number));

function members(text: string): string[] {
  const parsed = parseNumber(text);
  return parsed.ok ? listMembers(parsed.number).map(formatNumber) : [];
}

describe('a run of numbers', () => {
  test.each([
    ['GB 4806.1～4806.4', ['GB 4806.1', 'GB 4806.2', 'GB 4806.3', 'GB 4806.4']],
    ['GB 3100～3102—1993', ['GB 3100—1993', 'GB 3101—1993', 'GB 3102—1993']],
    ['GB/T 1040.9～1040.11', ['GB/T 1040.9', 'GB/T 1040.10', 'GB/T 1040.11']],
    ['T/SFCC 009～011—2024', ['T/SFCC 009—2024', 'T/SFCC 010—2024', 'T/SFCC 011—2024']],
    ['GB/T 191—2008', ['GB/T 191—2008']],
  ])('%s stands for its members', (text, expected) => {
    expect(members(text)).toEqual(expected);
  });

  it('that goes backwards, or on for thousands, stands for itself', () => {
    const [run] = findNumbers('GB 4806.1～4806.4').map(({ number }) => number);
    for (const through of ['4806.1', '4806.0', '4806.99999', '9999.4']) {
      const other = { ...run!, through };
      expect(listMembers(other)).toEqual([other]);
    }
  });

  test.each([
    ['应符合GB 4806.1～GB 4806.9的规定', ['GB 4806.1~4806.9']],
    ['按GB/T 2828.1至GB/T 2828.4进行', ['GB/T 2828.1~2828.4']],
    ['按GB/T 17626.2～.6进行', ['GB/T 17626.2~17626.6']],
    ['按GB/T 1040.1—2018～1040.3—2018进行', ['GB/T 1040.1~1040.3-2018']],
    ['GB/T 1040.1—2018～GB/T 1040.3—2022', ['GB/T 1040.1-2018', 'GB/T 1040.3-2022']],
    ['GB 4806.9～GB 4806.1', ['GB 4806.9', 'GB 4806.1']],
    ['GB 4806.1～GB/T 4806.9', ['GB 4806.1', 'GB/T 4806.9']],
    ['GB 4806.1至少', ['GB 4806.1']],
  ])('is found in %s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });
});

describe('a number without its code', () => {
  test.each([
    ['按GB/T 2423.1、2423.2进行', ['GB/T 2423.1', 'GB/T 2423.2']],
    ['GB/T 2423.1和.2、.17', ['GB/T 2423.1', 'GB/T 2423.2', 'GB/T 2423.17']],
    ['符合HJ 493和494的规定', ['HJ 493', 'HJ 494']],
    ['GB/T 191、6388', ['GB/T 191', 'GB/T 6388']],
    ['GB/T 1040.1—2018、1040.2—2022', ['GB/T 1040.1-2018', 'GB/T 1040.2-2022']],
    ['GB/T 191—2008和191—2025', ['GB/T 191-2008', 'GB/T 191-2025']],
    ['GB 3100—93、3101—93', ['GB 3100-1993', 'GB 3101-1993']],
    ['ISO 9001:2015、14001:2015', ['ISO 9001:2015', 'ISO 14001:2015']],
    ['GB/T 2423.1、2423.3～2423.5', ['GB/T 2423.1', 'GB/T 2423.3~2423.5']],
    ['JGJ 94、79的规定', ['JGJ 94', 'JGJ 79']],
    ['GB/T 700、4857（所有部分）', ['GB/T 700', 'GB/T 4857(所有部分)']],
    ['GB/T 2423的所有部分和191', ['GB/T 2423(所有部分)', 'GB/T 191']],
  ])('is completed in %s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it('stands where it is written', () => {
    const text = '按GB/T 1040.1—2018、1040.2—2022进行';
    const found = findNumbers(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
      found.map(({ raw }) => raw),
    );
    expect(found.map(({ shortened = false }) => shortened)).toEqual([false, true]);
  });

  test.each([
    'GB/T 191、5.2的规定',
    'GB/T 191和300 mm',
    'GB/T 191和300份样品',
    'GB/T 191、2025年的公告',
    'GB/T 191—2008、2008—05—12',
    'GB/T 19001—2016和3.5',
    'GB/T 191、第5章',
    'GB/T 191和1000℃',
    'GB/T 191或100～200',
  ])('is no other amount: %s', (text) => {
    expect(findNumbers(text)).toHaveLength(1);
  });
});

describe('a bare code of an industry', () => {
  test.each([
    'SL 319给出了荷载组合',
    '同HJ 75。',
    '（NY 525）',
    '标准编号为SL 252',
    'AQ 1029另有说明',
  ])('is a reference in %s', (text) => expect(findNumbers(text)).toHaveLength(1));
  test.each([
    '车辆型号为SL 500型',
    '样品编号YY 0303',
    '供试品种为NY 525玉米',
    '硬度 HB 200',
    '长度SL 300 mm',
    '树脂牌号JC 202',
    '批号HJ 230',
    'SL 5',
    'TB 2',
    'SC 704',
    'MT 100',
  ])('is none in %s', (text) => expect(findNumbers(text)).toEqual([]));
});

test.each([
  'GB/T 1、',
  'GB/T 1.1、.2和',
  '1.1～.2',
  'HJ 75和76、',
  'GB 1～GB 2',
  'SL 319至',
  '.1、.2~',
])('a hundred thousand characters of %j behind a number are read to the end', (unit) => {
  const text = `GB/T 1.1、${unit.repeat(100_000 / unit.length)}`;
  const found = findNumbers(text);
  expect(found.every(({ start }, at) => start >= (found[at - 1]?.end ?? 0))).toBe(true);
  expect(found.length).toBeGreaterThan(0);
});
