import { describe, expect, test } from 'vitest';
import { countTokens, wordToken } from '#search/match/tokens.ts';

describe('tokens of a text', () => {
  test('are pairs of characters, characters that mean something, stems, values and their parts', () => {
    const tokens = countTokens('冷库的温度不应高于 -18 ℃。Stored goods');
    expect([...tokens.keys()]).toEqual(
      expect.arrayContaining(['冷库', '温度', '冷', '库', '_18°c', '_18', '_stor', '_good']),
    );
    expect(tokens.has('的')).toBe(false);
    // No pair across a mark or a space.
    expect(tokens.has('于1')).toBe(false);
  });

  test('are counted, full width and traditional spelling as one', () => {
    expect(countTokens('冷库、冷庫、冷库').get('冷库')).toBe(3);
    expect(countTokens('ＬＥＤ led').get('_led')).toBe(2);
  });

  test.each([
    ['stores', 'stored', 'storing'],
    ['calibrated', 'calibrate', 'calibrates'],
    ['stopping', 'stopped', 'stops'],
    ['batteries', 'battery', 'battery'],
    ['washes', 'washing', 'washed'],
  ])('%s, %s and %s are one word', (...words) => {
    expect(new Set(words.map(wordToken)).size).toBe(1);
  });

  test.each([
    ['car', 'care'],
    ['gas', 'ga'],
    ['glass', 'glas'],
    ['status', 'statu'],
    ['this', 'thi'],
  ])('%s is not %s', (one, other) => {
    expect(wordToken(one)).not.toBe(wordToken(other));
  });
});
