import { clampChroma, converter, formatHex, wcagContrast } from 'culori';
import type { Look, Palette } from './palette-tokens.ts';

/** Tokens of `tokens.css` that stand on or under those of the accent; a test holds them equal. */
export const standing: Readonly<Record<Look, Readonly<Record<string, string>>>> = {
  light: {
    paper: '#ffffff',
    ground: '#f3f6f7',
    sunk: '#eaeff1',
    'grey-wash': '#eceff1',
    ink: '#14212b',
    'ink-2': '#3f4f5b',
    'ink-3': '#566672',
  },
  dark: {
    paper: '#10181e',
    ground: '#0b1116',
    sunk: '#1a252d',
    'grey-wash': '#232e36',
    ink: '#e7edf0',
    'ink-2': '#b9c6ce',
    'ink-3': '#9aabb6',
  },
};

/** WCAG 2.2, 1.4.3: text of ordinary size. */
export const leastContrast = 4.5;

/** A text and its ground, with their contrast. */
export interface ColourPair {
  readonly look: Look;
  readonly text: string;
  readonly ground: string;
  readonly contrast: number;
}

/** A palette, or why there is none: the pair that cannot be read, and the nearest colour that can. */
export type DerivedPalette =
  | { readonly palette: Palette }
  | { readonly pair: ColourPair; readonly nearest: string };

const toOklch = converter('oklch');
const grounds = ['paper', 'ground', 'sunk', 'grey-wash', 'accent-wash'];

/** Every pair of a text and a ground in which a colour of the accent takes part, with its contrast. */
export function listColourPairs(palette: Palette): readonly ColourPair[] {
  return (['light', 'dark'] as const).flatMap((look) => {
    const colours: Readonly<Record<string, string>> = { ...standing[look], ...palette[look] };
    const pair = (text: string, ground: string): ColourPair => ({
      look,
      text,
      ground,
      contrast: wcagContrast(colours[text] ?? '', colours[ground] ?? ''),
    });
    return [
      ...['accent', 'accent-2'].flatMap((text) => grounds.map((ground) => pair(text, ground))),
      ...['ink', 'ink-2', 'ink-3'].map((text) => pair(text, 'accent-wash')),
      ...['accent', 'accent-2'].map((ground) => pair('on-accent', ground)),
    ];
  });
}

/**
 * The colours of a site from its accent (`#rrggbb`), light and dark: the accent itself is that of light pages, all others
 * keep its hue. Refused where a text of that colour, or on it, could not be read on light pages.
 */
export function derivePalette(accent: string): DerivedPalette {
  const palette = mixPalette(accent.toLowerCase());
  const pair = findUnreadable(palette);
  return pair ? { pair, nearest: findNearest(accent) } : { palette };
}

function findUnreadable(palette: Palette): ColourPair | undefined {
  return listColourPairs(palette)
    .filter(({ contrast }) => contrast < leastContrast)
    .toSorted((a, b) => a.contrast - b.contrast)[0];
}

/** The lightest colour of the same hue that can be read: a step of lightness at a time, finer than a hex digit. */
function findNearest(accent: string): string {
  const { l = 0 } = toOklch(accent) ?? {};
  for (let lightness = l; lightness > 0; lightness -= 0.002) {
    const colour = mix(accent, lightness);
    if (!findUnreadable(mixPalette(colour))) return colour;
  }
  return '#000000';
}

function mixPalette(accent: string): Palette {
  const { l = 0, c = 0 } = toOklch(accent) ?? {};
  return {
    light: {
      accent,
      // What is nearly black has no darker neighbour that could be told from it.
      'accent-2': mix(accent, l < 0.3 ? l + 0.1 : l - 0.1),
      'accent-wash': mix(accent, 0.95, Math.min(0.016, c)),
      'on-accent': '#ffffff',
    },
    dark: {
      accent: mix(accent, 0.785, Math.min(0.11, c)),
      'accent-2': mix(accent, 0.875, Math.min(0.06, c)),
      'accent-wash': mix(accent, 0.295, Math.min(0.045, c)),
      'on-accent': mix(accent, 0.225, Math.min(0.04, c)),
    },
  };
}

/** A colour of the same hue with another lightness and perhaps another chroma, as near to grey as screens need it. */
function mix(accent: string, l: number, c?: number): string {
  const { c: own = 0, h } = toOklch(accent) ?? {};
  return formatHex(
    clampChroma({ mode: 'oklch', l, c: c ?? own, ...(h !== undefined && { h }) }, 'oklch'),
  );
}
