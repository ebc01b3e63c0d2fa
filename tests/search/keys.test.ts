import { describe, expect, test } from 'vitest';
import { pinyinTokens } from '#search/record/pinyin.ts';
import { dropNature, glueNumber, guessNumbers, numberTokens } from '#search/record/numbers.ts';
import { cleanQuery, foldText, pairsOf, splitText } from '#search/record/spelling.ts';
import { bareTitle, titleToken, titleTokens } from '#search/record/titles.ts';

describe('numbers', () => {
  test.each([
    ['DB9902/T 12-2023', 'db9902t12', '2023'],
    ['GB/T 1.1-2020', 'gbt1.1', '2020'],
    ['GB/T 11-1998', 'gbt11', '1998'],
    ['T/SFCC 003-2024', 'tsfcc3', '2024'],
    ['ISO/IEC 27001:2013', 'isoiec27001', '2013'],
    ['农业部1025号公告-11-2008', '农业部1025号公告11', '2008'],
    ['JJF (建材) 142-2018', 'jjf建材142', '2018'],
    ['GB/T 5750(所有部分)', 'gbt5750', null],
    ['GB/T 191', 'gbt191', null],
  ])('%s is %s of %s', (key, stem, year) => {
    expect(glueNumber(key)).toEqual({ stem, year });
  });

  test.each([
    ['db9902t122023', ['db9902t122023', 'db9902t12/2023']],
    ['GB/T 191 2008', ['gbt191/2008', 'gbt1912008']],
    ['GB 3100-93', ['gb310093', 'gb3100/1993']],
    ['9902-12', ['990212', '9902/2012']],
    ['冷链', []],
    ['2023', ['2023']],
  ])('%s may mean %j', (typed, meanings) => {
    const guesses = guessNumbers(foldText(typed));
    expect(guesses.map(({ stem, year }) => (year === null ? stem : `${stem}/${year}`))).toEqual(
      meanings,
    );
  });

  test.each([
    ['db9902t12', 'db990212'],
    ['gbt191', 'gb191'],
    ['gbz2.1', 'gb2.1'],
    ['db990212', 'db990212'],
    ['jt123', 'jt123'],
  ])('%s without its nature is %s', (stem, bare) => {
    expect(dropNature(stem)).toBe(bare);
  });

  test('tokens hold the number with and without year, nature and code', () => {
    expect(numberTokens(['DB9902/T 12-2023'])).toEqual(
      expect.arrayContaining([
        '#db9902t12',
        '#db9902t12-2023',
        '%db990212',
        '%9902t12',
        '%990212',
        '%12-2023',
      ]),
    );
  });
});

describe('text', () => {
  test('is folded: width, case, dashes, what cannot be seen', () => {
    expect(foldText('ＤＢ９９０２／Ｔ　１２—２０２３\u200b\u0000 ℃')).toBe('db9902/t 12-2023°c');
  });

  test('is cut into runs and words', () => {
    expect(splitText(foldText('冷链HFC-134a温度 1.1'))).toEqual({
      runs: ['冷链', '温度'],
      words: ['hfc', '134a', '1.1'],
    });
    expect(splitText(foldText('≥ 85 %，-18 ℃放置，0.4 kV、300 mg/kg与5 VDC')).words).toEqual([
      '85%',
      '18°c',
      '0.4kv',
      '300mg',
      'kg',
      '5',
      'vdc',
    ]);
    expect(pairsOf('冷链物流')).toEqual(['冷链', '链物', '物流']);
    expect(pairsOf('冷')).toEqual(['冷']);
    expect(pairsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
  });

  test('a question is bounded and loses what cannot be seen', () => {
    expect(cleanQuery(` a\u0000b${'c'.repeat(500)}`)).toHaveLength(502);
    expect(cleanQuery('GB/T\t1.1\n')).toBe('GB/T 1.1');
  });

  test('a title is told by its letters alone', () => {
    expect(bareTitle('标准化基本术语第一部分')).toBe(bareTitle('标准化基本术语 第1部分'));
    expect(bareTitle('标准化工作导则　第1部分：结构')).toBe(
      bareTitle('标准化工作导则 第1部分:结构'),
    );
    expect(titleToken('冷库')).not.toBe(titleToken('冷车'));
    expect(titleTokens('冷库 HFC')).toEqual(['冷库', '库', '_hfc']);
    expect(titleTokens('HL7 V3')).toEqual(['_hl7', '_v3']);
    expect(titleTokens('12 m2帐篷')).toEqual(expect.arrayContaining(['_12m2', '_12', '_m2']));
    expect(titleTokens('85%RH')).toEqual(titleTokens('85 % RH'));
    expect(titleTokens('0.4 kV 90 %')).toEqual(['_0.4kv', '_0.4', '_kv', '_90%', '_90']);
  });

  test('pinyin begins at each character', () => {
    expect(pinyinTokens('冷链物流企业')).toEqual(
      expect.arrayContaining(['~lenglianwuliu', '~wuliuqiye', '^llwlqy', '^wlqy']),
    );
  });
});
