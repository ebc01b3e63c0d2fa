import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivePalette, leastContrast, listColourPairs, standing } from '#core/settings/palette.ts';

const tokens = readFileSync('src/site/styles/tokens.css', 'utf8');
const [, light = '', dark = ''] = tokens.split(/color-scheme: (?:light|dark);/);

/** `#fff` and `#ffffff` are one colour. */
const long = (colour: string) => colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');

/** The contrast of two colours by the words of WCAG 2.2, apart from the library that the product asks. */
function contrastOf(first: string, second: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [luminance(first), luminance(second)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe('the palette of an accent', () => {
  it('stands on the colours of the sheets', () => {
    for (const [look, css] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      for (const [token, colour] of Object.entries(standing[look])) {
        const own = new RegExp(`--${token}: (#[0-9a-f]+);`).exec(css)?.[1] ?? '';
        expect(long(own), `${look} ${token}`).toBe(colour);
      }
    }
  });

  it.each(['#0b5876', '#8a1c1c', '#1f5f3a', '#5b2a86', '#7a4300', '#333333', '#000000'])(
    'of %s can be read everywhere, light and dark',
    (accent) => {
      const found = derivePalette(accent);
      if (!('palette' in found)) throw new Error(`refused: ${JSON.stringify(found)}`);
      expect(found.palette.light.accent).toBe(accent);
      const pairs = listColourPairs(found.palette);
      expect(pairs).toHaveLength(2 * (10 + 3 + 2));
      for (const { look, text, ground } of pairs) {
        const colours: Readonly<Record<string, string>> = {
          ...standing[look],
          ...found.palette[look],
        };
        const contrast = contrastOf(colours[text] ?? '', colours[ground] ?? '');
        expect(contrast, `${look}: ${text} on ${ground}`).toBeGreaterThanOrEqual(leastContrast);
      }
    },
  );

  it('of a bright colour is refused, with the pair and the nearest colour that works', () => {
    expect(derivePalette('#E8C547')).toMatchObject({
      pair: { look: 'light' },
      nearest: expect.stringMatching(/^#[0-9a-f]{6}$/) as string,
    });
  });

  it('is there for each colour, or for the nearest that is named in its place', () => {
    const hex = fc.integer({ min: 0, max: 0xff_ff_ff });
    fc.assert(
      fc.property(hex, (value) => {
        const found = derivePalette(`#${value.toString(16).padStart(6, '0')}`);
        if (!('nearest' in found)) return;
        expect(found.pair.contrast).toBeLessThan(leastContrast);
        expect(derivePalette(found.nearest)).toHaveProperty('palette');
      }),
      { numRuns: 60 },
    );
  });
});
