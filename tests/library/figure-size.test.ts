import { describe, expect, it } from 'vitest';
import { measureFigure } from '#library/figure-size.ts';

const svg = (source: string) =>
  measureFigure({ bytes: new TextEncoder().encode(source), type: 'image/svg+xml' });
const bytes = (type: string, ...values: readonly number[]) =>
  measureFigure({ bytes: new Uint8Array(values), type });
const text = (word: string) => [...word].map((letter) => letter.charCodeAt(0));

describe('the size of a figure', () => {
  it.each([
    ['<svg viewBox="0 0 360 260" width="10" height="10">', { width: 360, height: 260 }],
    [
      "<?xml version='1.0'?>\n<svg xmlns='x' viewBox='-5,0, 100.4 , 50'>",
      { width: 100, height: 50 },
    ],
    ['<svg width="64px" height="32">', { width: 64, height: 32 }],
    ['<svg aria-label="a > b" viewBox="0 0 3 4">', { width: 3, height: 4 }],
    ['<svg width="100%" height="100%">', undefined],
    ['<svg viewBox="0 0 0 4">', undefined],
    ['no drawing', undefined],
  ])('of %s', (source, size) => {
    expect(svg(source)).toEqual(size);
  });

  it('of PNG, JPEG and WebP stands in their headers', () => {
    expect(
      bytes(
        'image/png',
        0x89,
        ...text('PNG'),
        13,
        10,
        26,
        10,
        0,
        0,
        0,
        13,
        ...text('IHDR'),
        0,
        0,
        1,
        44,
        0,
        0,
        0,
        200,
      ),
    ).toEqual({ width: 300, height: 200 });
    expect(
      bytes('image/jpeg', 0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 0, 100, 1, 0),
    ).toEqual({ width: 256, height: 100 });
    const riff = [...text('RIFF'), 0, 0, 0, 0, ...text('WEBP')];
    expect(
      bytes(
        'image/webp',
        ...riff,
        ...text('VP8 '),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0x9d,
        1,
        0x2a,
        44,
        1,
        200,
        0,
      ),
    ).toEqual({ width: 300, height: 200 });
    expect(
      bytes('image/webp', ...riff, ...text('VP8X'), 0, 0, 0, 0, 0, 0, 0, 0, 43, 1, 0, 199, 0, 0),
    ).toEqual({ width: 300, height: 200 });
    expect(
      bytes('image/webp', ...riff, ...text('VP8L'), 0, 0, 0, 0, 0x2f, 0x2b, 0xc1, 0x31, 0),
    ).toEqual({ width: 300, height: 200 });
  });

  it('is not known where a file ends before it says', () => {
    for (const type of ['image/png', 'image/jpeg', 'image/webp']) {
      expect(bytes(type, 0xff, 0xd8, 0xff, 0xe0)).toBeUndefined();
      expect(bytes(type)).toBeUndefined();
    }
  });
});
