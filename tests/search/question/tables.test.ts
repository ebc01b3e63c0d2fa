import { describe, expect, test } from 'vitest';
import { pinyin } from 'pinyin-pro';
import { READINGS } from '#search/question/pinyin-table.ts';
import { SIMPLIFIED, TRADITIONAL } from '#search/record/traditional.ts';
import { drawReadings, drawTraditional, listGb2312 } from './tables.ts';

describe('the table of traditional characters', () => {
  test('is what OpenCC makes', async () => {
    await expect(drawTraditional()).toMatchFileSnapshot('../../../search/record/traditional.ts');
  });

  test('is small, one character to one, and leaves nothing to fold', () => {
    expect(Buffer.byteLength(TRADITIONAL + SIMPLIFIED)).toBeLessThanOrEqual(20 * 1024);
    expect(TRADITIONAL).toHaveLength(SIMPLIFIED.length);
    expect([...TRADITIONAL].filter((each) => SIMPLIFIED.includes(each))).toEqual([]);
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
