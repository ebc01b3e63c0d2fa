import { describe, expect, test } from 'vitest';
import { findQuantities, readKind } from '#search/match/asked.ts';

describe('what a clause states a value of', () => {
  test.each([
    ['温度不应高于 -18 ℃', ['temperature']],
    ['应在 30 min 内报告', ['minute']],
    ['每 6 个月校准一次，误差不大于 2 %', ['month', 'share']],
    ['间距不应小于 6.0 m', ['length']],
    ['面积不应小于 0.5 m2', ['area']],
    ['配备护士不少于 1 名', ['count']],
    ['噪声不得大于 30 dB（A）', ['sound']],
    ['亮度不应小于 700 cd/m2', ['light']],
    ['保存期限不应少于 2 年', ['year']],
    ['within 3 days of receipt', ['day']],
  ])('%s: %j', (text, expected) => {
    expect(findQuantities(text)).toEqual(expect.arrayContaining(expected));
  });

  test.each(['应符合 GB/T 191 的规定', '2023 年第 5 号公告', ''])('%s: none', (text) => {
    expect(findQuantities(text)).toEqual([]);
  });
});

describe('what kind of answer is asked', () => {
  test.each([
    ['冷库要多少度', 'temperature'],
    ['多久校准一次', 'month'],
    ['几分钟之内要到', 'minute'],
    ['要留几天', 'day'],
    ['走廊要多宽', 'length'],
    ['一个护工看几个老人', 'count'],
    ['冰箱多少分贝', 'sound'],
    ['how often is it calibrated', 'month'],
    ['how wide is the door', 'length'],
  ] as const)('%s: a value of %s', (question, quantity) => {
    const kind = readKind(question);
    expect(kind.quantities).toContain(quantity);
  });

  test.each(['能不能关机', '可以用旧轮胎吗', '要不要检疫', 'May I park here'])(
    '%s: whether it may be done',
    (question) => {
      expect(readKind(question).permission).toBe(true);
    },
  );

  test.each(['什么是冷链', '冷链是什么意思', '什么叫预冷'])('%s: what a word means', (question) => {
    expect(readKind(question).meaning).toBe(true);
  });

  test('a plain phrase asks for nothing of the kind', () => {
    expect(readKind('冷链物流企业')).toEqual({
      quantities: [],
      value: false,
      permission: false,
      meaning: false,
      scope: false,
      method: false,
    });
  });
});
