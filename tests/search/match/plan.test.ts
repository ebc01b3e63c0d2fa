import { describe, expect, test } from 'vitest';
import { planAlone, planQuestion } from '#search/match/plan.ts';

const dictionary = {
  said: [
    { say: ['护工'], text: ['护理员', '养老护理员'] },
    { say: ['楼道', '过道'], text: ['公共走道'] },
    { say: ['cold store', 'cold storage'], text: ['冷库'] },
    { say: ['care'], text: ['照护'] },
    { say: ['car'], text: ['汽车'] },
  ],
  synonyms: [['冰箱', '电冰箱']],
};
const plan = (text: string) => planQuestion(text, dictionary);
const textsOf = (text: string) => plan(text).map((part) => part.text);
const waysOf = (text: string, part: string) =>
  plan(text)
    .find((each) => each.text === part)
    ?.ways.map((way) => way.text);

describe('the parts of a question', () => {
  test('leave out what it is asked with', () => {
    expect(textsOf('请问冷库停电多久应该报告？')).toEqual(
      expect.arrayContaining(['冷库', '停电', '报告']),
    );
    expect(textsOf('请问冷库停电多久应该报告？').join()).not.toMatch(/请问|多久|应该/);
    expect(textsOf('how long should a cold store be locked')).toEqual(['cold store', 'locked']);
  });

  test('have the words of texts beside those that people say, worth less', () => {
    expect(waysOf('一个护工看几个', '护工')).toEqual(['护工', '护理员', '养老护理员']);
    expect(waysOf('过道能停车吗', '过道')).toEqual(['过道', '公共走道']);
    expect(waysOf('冰箱门', '冰箱')).toEqual(['冰箱', '电冰箱']);
    const [own = 0, ...others] = plan('护工')[0]?.ways.map(({ weight }) => weight) ?? [];
    expect(own).toBe(1);
    expect(others.every((weight) => weight < 1 && weight > 0)).toBe(true);
  });

  test('take English words by their stems, the exact one before one that only ends alike', () => {
    expect(waysOf('Cold stores', 'cold stores')).toEqual(['cold stores', '冷库']);
    expect(waysOf('care of cars', 'care')).toEqual(['care', '照护']);
    expect(waysOf('care of cars', 'cars')).toEqual(['cars', '汽车']);
  });

  test('are pairs where no word is known, with the place of each', () => {
    const pairs = plan('冷链食品').filter(({ text }) => text.length === 2);
    expect(pairs.map(({ text, start }) => [text, start])).toEqual([
      ['冷链', 0],
      ['链食', 1],
      ['食品', 2],
    ]);
  });

  test.each([
    '',
    '？！',
    '怎么办',
    '什么',
    'how what',
    '\u0000'.repeat(50),
    '𠮷'.repeat(300),
    '的'.repeat(1000),
  ])('nothing throws: %j', (text) => {
    expect(() => plan(text)).not.toThrow();
  });

  test('each stands once', () => {
    expect(textsOf('温度 温度 温度')).toEqual(['温度']);
  });
});

describe('characters alone', () => {
  test('stand in for pairs that nothing holds, but for those that another part has', () => {
    const parts = plan('蔬果温度');
    const alone = planAlone(parts, (token) => token === '温度');
    expect(alone.map(({ text }) => text)).toEqual(['蔬', '果']);
  });
});
