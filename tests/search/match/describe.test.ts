import { describe, expect, test } from 'vitest';
import { describeMatch } from '#search/match/describe.ts';
import type { Part } from '#search/match/plan.ts';

const partOf = (text: string, start: number, weight = 1, as?: string): Part => ({
  text,
  start,
  weight,
  ways: [
    { text, tokens: [text], weight: 1 },
    ...(as === undefined ? [] : [{ text: as, tokens: [as], weight: 1 }]),
  ],
});

/** The words told of a question whose parts at `found` are found, each in its last way. */
function say(parts: readonly Part[], found: readonly number[]): readonly string[] {
  const ways = found.map((part) => ({ part, way: (parts[part]?.ways.length ?? 1) - 1 }));
  const standard = { standard: 0, score: 1, share: 1, clauses: [], found: ways };
  const { words } = describeMatch({ parts, standards: [standard], strength: 1 });
  return words.map(
    ({ text, found: isFound, as }) => `${isFound ? '+' : '-'}${text}${as ? `=${as}` : ''}`,
  );
}

describe('the words of a question', () => {
  test('a pair across two words is not told as missing where both words are found', () => {
    const parts = [
      partOf('冷库', 0),
      partOf('库停', 1, 0.6),
      partOf('停电', 2),
      partOf('库', 1, 0.6),
    ];
    expect(say(parts, [0, 2, 3])).toEqual(['+冷库', '+停电']);
  });

  test('a word that is missing is told as a whole, though one of its characters is found', () => {
    expect(say([partOf('猫粮', 0), partOf('粮', 1, 0.6), partOf('蛋白质', 3)], [1, 2])).toEqual([
      '-猫粮',
      '+蛋白质',
    ]);
  });

  test('a character that is missing is told though its neighbour is found', () => {
    expect(say([partOf('猫粮', 0, 0.6), partOf('粮', 1, 0.6)], [1])).toEqual(['-猫', '+粮']);
  });

  test('a word that the text says otherwise is told with what it has', () => {
    expect(say([partOf('坏了', 0, 1, '故障'), partOf('冷库', 3)], [0, 1])).toEqual([
      '+坏了=故障',
      '+冷库',
    ]);
  });

  test('pairs that overlap and share their fate are one, without what says nothing at the ends', () => {
    expect(say([partOf('记录', 0), partOf('录仪', 1), partOf('仪不', 2, 0.6)], [0, 1, 2])).toEqual([
      '+记录仪',
    ]);
    expect(say([partOf('pizza', 0), partOf('naples', 9)], [])).toEqual(['-pizza', '-naples']);
  });
});
