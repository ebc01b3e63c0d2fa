import { readFileSync } from 'node:fs';
import { assert, constant, array, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cutAtSynonyms, expandSynonyms } from '#search/question/synonyms.ts';
import { foldText } from '#search/record/spelling.ts';

const groups = parse(
  readFileSync('content/vocabulary/synonyms.yaml', 'utf8'),
) as readonly (readonly string[])[];

const expand = (text: string, limit?: number) => expandSynonyms(foldText(text), groups, limit);

describe('a question with synonyms', () => {
  test.each([
    ['冷藏运输车 温度', ['冷藏车 温度']],
    ['HACCP体系', ['危害分析与关键控制点体系']],
    ['LCD 背光', ['液晶显示 背光']],
    ['pm2.5浓度', ['细颗粒物浓度']],
    ['养老院', ['养老机构', '敬老院']],
    ['房间空调能效', ['房间空气调节器能效', '房间空调能源效率', '房间空气调节器能源效率']],
    ['color of fiber', ['colour of fiber', 'color of fibre', 'colour of fibre']],
    ['液晶显示2024', ['lcd 2024']],
  ])('%s may be asked as %j', (typed, variants) => {
    expect(expand(typed)).toEqual(variants);
  });

  test.each([
    // Words of letters stand alone.
    'colorado',
    'scod',
    'PM2.51',
    'GB/T 2.5',
    // What has 电冰箱 has 冰箱.
    '冰箱',
    '',
    '冷链',
  ])('%s has no other way', (typed) => {
    expect(expand(typed)).toEqual([]);
  });

  test('the longest word counts where two overlap', () => {
    expect(expand('有机发光二极管')).toEqual(['oled']);
    expect(expand('挥发性有机化合物')[0]).toBe('挥发性有机物');
  });

  test('pieces joined are the text', () => {
    expect(cutAtSynonyms('家用电冰箱耗电量', groups)).toEqual([
      { text: '家用', others: [] },
      { text: '电冰箱', others: ['冰箱'] },
      { text: '耗电量', others: [] },
    ]);
  });

  test('variants are few, differ and are not the question, whatever was typed', () => {
    const words = groups.flat().map((word) => constant(foldText(word)));
    assert(
      property(array(oneof(string({ unit: 'binary' }), ...words), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const variants = expandSynonyms(text, groups);
        expect(variants.length).toBeLessThanOrEqual(4);
        expect(new Set(variants).size).toBe(variants.length);
        expect(variants).not.toContain(text);
        expect(
          cutAtSynonyms(text, groups)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

test('the vocabulary has no word twice', () => {
  const words = groups.flat().map(foldText);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  expect(groups.length).toBeGreaterThanOrEqual(60);
});
