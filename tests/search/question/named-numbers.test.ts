import { constantFrom, property, assert as check } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAsked } from '#search/question/named-numbers.ts';
import { writeSpoken } from '#search/record/spoken.ts';

const textsOf = (query: string) => readAsked(query).numbers.map(({ text }) => text);

describe('numbers in a question', () => {
  test.each([
    ['GB/T 191—2025　包装储运图形符号标志', ['GB/T 191-2025'], '包装储运图形符号标志'],
    ['《物流术语》（GB/T 18354—2021）', ['GB/T 18354-2021'], '物流术语'],
    ['1、GB/T 18354-2021', ['GB/T 18354-2021'], ''],
    ['(1) GB/T 18354-2021', ['GB/T 18354-2021'], ''],
    ['GB/T 18354-2021和GB/T 191-2025', ['GB/T 18354-2021', 'GB/T 191-2025'], ''],
    ['ＧＢ／Ｔ 191、gb2760；HJ 819', ['GB/T 191', 'GB2760', 'HJ 819'], ''],
    ['GB/T 1.1-2020标准化工作导则.pdf', ['GB/T 1.1-2020'], '标准化工作导则.PDF'],
    ['db9902t12最新版', ['DB9902T12'], '最新版'],
    ['GB T 191和gb z 25', ['GB T 191', 'GB Z 25'], ''],
    ['GB/T 191 GB/T 191', ['GB/T 191'], ''],
    ['DB 44/T 1-2020 冷链', ['DB 44/T 1-2020'], '冷链'],
    ['冷链 DB11/ 500', ['DB11/ 500'], '冷链'],
    ['DB 11/500-2010和DBJ 50/T 1-2020', ['DB 11/500-2010', 'DBJ 50/T 1-2020'], ''],
    ['DB4401 / T 12 最新版', ['DB4401 / T 12'], '最新版'],
    ['GB / T 191 包装', ['GB / T 191'], '包装'],
    ['ISO 105-C06:2010 耐洗', ['ISO 105-C06:2010'], '耐洗'],
    ['声压级 DB 60', [], '声压级 DB 60'],
    ['国标191和团标T/SFCC 003', ['GB 191', 'T/SFCC 003'], '和团标'],
    ['硬度 HB 200 的钢', [], '硬度 HB 200 的钢'],
    ['HB 5835-1984 硬度', ['HB 5835-1984'], '硬度'],
    ['PM2.5 限值', [], 'PM2.5 限值'],
    ['冷链物流', [], '冷链物流'],
    ['', [], ''],
  ])('%s: %j, and %j', (query, numbers, rest) => {
    expect(textsOf(query)).toEqual(numbers);
    expect(readAsked(query).rest).toBe(rest);
  });

  test.each([
    'GB/T 191',
    'gbt191-2025',
    'GB/T 191 2008',
    'ISO/IEC 17025:2017',
    'Q/0212 ABC 001—2022',
  ])('%s is one number and nothing else', (query) => {
    expect(textsOf(query)).toEqual([]);
    expect(readAsked(query).words).toBe(query);
  });

  test('a number between marks is asked as that number', () => {
    for (const query of ['3. GB/T 191-2025', '（3）GB/T 191-2025；']) {
      expect(readAsked(query).words, query).toBe('GB/T 191-2025');
    }
  });

  test('of a long list all numbers are read, up to forty, and what follows is told', () => {
    const list = Array.from({ length: 45 }, (_, at) => `GB/T ${1000 + at}-2020`);
    const { words, numbers, leftOut } = readAsked(list.join('、'));
    expect(words).toBe('');
    expect(numbers.map(({ text }) => text)).toEqual(list.slice(0, 40));
    expect(leftOut).toBe(list.slice(40).join('、'));
    expect(readAsked(list.slice(0, 40).join('\n')).leftOut).toBe('');
  });

  test('words that are too long are cut between words, and the rest is told', () => {
    const query = Array.from({ length: 60 }, (_, at) => `冷藏运输${at}`).join('，');
    const { words, leftOut } = readAsked(query);
    expect(words.length).toBeLessThanOrEqual(200);
    expect(`${words}，${leftOut}`).toBe(query);
    expect(readAsked('冷'.repeat(250))).toMatchObject({
      words: '冷'.repeat(200),
      leftOut: '冷'.repeat(50),
    });
  });

  test('no number is lost or cut, whatever stands between them', () => {
    const numbers = ['GB/T 191-2025', 'DB9902/T 12-2023', 'T/SFCC 003-2024', 'ISO 9001:2015'];
    const between = constantFrom('、', ' ', '\n', '; ', '和', '，', ' 及 ', ') (', '》《');
    check(
      property(between, between, between, (...marks) => {
        const query = numbers.map((each, at) => `${each}${marks[at] ?? ''}`).join('');
        expect(textsOf(query)).toEqual(numbers);
      }),
    );
  });
});

test.each([
  ['国标191', 'GB 191'],
  ['国标 2760-2024', 'GB 2760-2024'],
  ['推荐性国家标准191', 'GB/T 191'],
  ['国标T18354', 'GB/T 18354'],
  ['国军标9001', 'GJB 9001'],
  ['国家标准有哪些', '国家标准有哪些'],
  ['国家标准191条文', 'GB 191条文'],
  ['国标2760项目', 'GB 2760项目'],
  ['国标 2760 2014年版', 'GB 2760 2014年版'],
  ['国标2760-2014年版', 'GB 2760-2014年版'],
  ['国家标准5750部分指标', 'GB 5750部分指标'],
  ['推荐性国家标准191包装', 'GB/T 191包装'],
  ['国家标准2024', 'GB 2024'],
  ['国家标准2024年计划', '国家标准2024年计划'],
  ['国家标准 2020～2024 年', '国家标准 2020～2024 年'],
  ['国家标准100项', '国家标准100项'],
  ['国家标准1,200余项', '国家标准1,200余项'],
  ['推荐性国家标准 5 项', '推荐性国家标准 5 项'],
  ['国标2760-2014年发布', 'GB 2760-2014年发布'],
  ['国家标准 2020-2024年', '国家标准 2020-2024年'],
  ['国家标准5-10项', '国家标准5-10项'],
  ['国标3个', '国标3个'],
  ['强制性国家标准2条', '强制性国家标准2条'],
  ['国家军用标准7部', '国家军用标准7部'],
  ['国家标准2.5万项', '国家标准2.5万项'],
  ['标准化工作导则第一部分', '标准化工作导则 第1部分'],
  ['农作物种子检验规程第十二部分', '农作物种子检验规程 第12部分'],
  ['第二十部分：术语', '第20部分 ：术语'],
  ['第1部分', '第1部分'],
  ['第一产业', '第一产业'],
])('%s is written %s', (spoken, written) => {
  expect(writeSpoken(spoken)).toBe(written);
});
