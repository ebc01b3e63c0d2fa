import { describe, expect, test } from 'vitest';
import { pinyin } from 'pinyin-pro';
import { READINGS } from '#search/question/pinyin-table.ts';
import { listTwins } from '#search/record/simplify.ts';
import { SIMPLIFIED_PACKED, TRADITIONAL_PACKED } from '#search/record/traditional.ts';
import { drawReadings, drawTraditional, listGb2312, listTraditional } from './tables.ts';

describe('the table of traditional characters', () => {
  test('is what OpenCC makes', async () => {
    await expect(drawTraditional()).toMatchFileSnapshot('../../../search/record/traditional.ts');
  });

  test('is small, one character to one, and leaves nothing to fold', () => {
    const { traditional, simplified } = listTwins();
    expect((TRADITIONAL_PACKED + SIMPLIFIED_PACKED).length).toBeLessThanOrEqual(10 * 1024);
    expect(traditional).toHaveLength(simplified.length);
    expect([...traditional].filter((each) => simplified.includes(each))).toEqual([]);
  });

  test('is read as it was packed', () => {
    const pairs = listTraditional();
    const { traditional, simplified } = listTwins();
    expect([...traditional]).toEqual([...pairs.keys()]);
    expect([...simplified]).toEqual([...pairs.values()]);
  });
});

describe('the table of readings', () => {
  test('is what pinyin-pro makes', async () => {
    await expect(drawReadings()).toMatchFileSnapshot('../../../search/question/pinyin-table.ts');
  });

  test('has nearly all characters of GB 2312', () => {
    const known = new Set(READINGS);
    expect(listGb2312().filter((each) => !known.has(each)).length).toBeLessThan(20);
    expect(pinyin('冷', { toneType: 'none' })).toBe('leng');
  });
});
