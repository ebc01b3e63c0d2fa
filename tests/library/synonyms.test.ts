import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSynonyms } from '#library/synonyms.ts';

const read = (text: string) => {
  const { groups, diagnostics } = readSynonyms(text, 'vocabulary/synonyms.yaml');
  return {
    groups,
    told: diagnostics.map(
      ({ range, message }) => `${range.start.line}:${range.start.column} ${message.zh}`,
    ),
  };
};

describe('the list of synonyms', () => {
  test('of the sample library is sound', () => {
    const { groups, told } = read(readFileSync('content/vocabulary/synonyms.yaml', 'utf8'));
    expect(told).toEqual([]);
    expect(groups.length).toBeGreaterThanOrEqual(60);
  });

  test('is read in groups; an empty file has none', () => {
    expect(read('- [冷柜, 冰柜]\n- [3PL, 第三方物流]\n')).toEqual({
      groups: [
        ['冷柜', '冰柜'],
        ['3PL', '第三方物流'],
      ],
      told: [],
    });
    expect(read('# 空\n')).toEqual({ groups: [], told: [] });
  });

  test.each([
    [
      '- [a, b]\n- [c, ＡＢ, B]\n',
      '2:11 “B”已在另一组里',
      [
        ['a', 'b'],
        ['c', 'ＡＢ'],
      ],
    ],
    ['- [冷柜, 冰柜, 冷柜]\n', '1:12 “冷柜”在这一组里写了两次', [['冷柜', '冰柜']]],
    ['- [a, b]\n- [一个]\n', '2:3 一组应有', [['a', 'b']]],
    ['- [a, b]\n- 词\n', '2:3 一组应有', [['a', 'b']]],
    ['- [a, [b]]\n', '1:7 应是不超过', []],
    [`- [a, b, ${'长'.repeat(41)}]\n`, '1:10 应是不超过', [['a', 'b']]],
    ['a: b\n', '1:1 应是词组的列表', []],
    ['- [a, b\n', '2:1 词表读不通', []],
  ])('%j is told with its place', (text, told, groups) => {
    const result = read(text);
    expect(result.told).toHaveLength(1);
    expect(result.told[0]).toContain(told);
    expect(result.groups).toEqual(groups);
  });
});
