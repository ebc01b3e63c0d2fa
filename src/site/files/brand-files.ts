import { memo } from '#core/base/memo.ts';
import { accentTokens } from '#core/settings/palette-tokens.ts';
import type { AccentColours } from '#core/settings/palette-tokens.ts';
import { shortDigest } from '#library/digest.ts';
import type { LibrarySettings } from '#library/settings.ts';
import { brandIcon, brandStyles } from '../lib/brand.ts';

/** Files of the colours and the logo of a library, by their names. */
export type BrandFiles = ReadonlyMap<string, string>;

/** The files of the colours and the logo that a library says; none where it says neither. */
export const listBrandFiles = memo((settings: LibrarySettings): BrandFiles => {
  const { palette, logo } = settings;
  const files = new Map<string, string>();
  if (!palette && !logo) return files;
  files.set(brandStyles, writeStyles(settings));
  if (logo) {
    files.set('logo.svg', logo.light.svg);
    files.set('logo-dark.svg', logo.dark.svg);
  } else if (palette) files.set(brandIcon, drawIcon(palette.light.accent, palette.dark.accent));
  return files;
});

/** The folder of these files, which changes with what is in them: `/brand/0a1b2c3d/`. Undefined where there are none. */
export const brandFolder = memo((settings: LibrarySettings): string | undefined => {
  const files = listBrandFiles(settings);
  if (files.size === 0) return undefined;
  return `/brand/${shortDigest(JSON.stringify([...files])).slice(0, 8)}/`;
});

/** After all other styles, and in no layer: what it says holds. The looks are those of `tokens.css`. */
function writeStyles({ palette, logo }: LibrarySettings): string {
  const looks = {
    light: [
      ...(palette ? [writeTokens(palette.light)] : []),
      ...(logo ? ['--logo:url(logo.svg)'] : []),
    ],
    dark: [
      ...(palette ? [writeTokens(palette.dark)] : []),
      ...(logo ? ['--logo:url(logo-dark.svg)'] : []),
    ],
  };
  const rule = (selector: string, look: 'light' | 'dark') =>
    `${selector}{${looks[look].join(';')}}`;
  return [
    rule(":root,[data-theme='light']", 'light'),
    `@media screen and (prefers-color-scheme:dark){${rule(":root:not([data-theme='light'])", 'dark')}}`,
    `@media screen{${rule("[data-theme='dark']", 'dark')}}`,
    ...(logo
      ? [
          `.brand-logo{flex:none;display:block;block-size:var(--control);aspect-ratio:${logo.light.width}/${logo.light.height};background:var(--logo) center/contain no-repeat}`,
        ]
      : []),
    '',
  ].join('\n');
}

const writeTokens = (colours: AccentColours): string =>
  accentTokens.map((token) => `--${token}:${colours[token]}`).join(';');

const drawIcon = (ground: string, second: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="${ground}"/><g fill="none" stroke-width="3"><path stroke="#fff" d="M14 20H8.5A2.5 2.5 0 0 1 6 17.5v-6A2.5 2.5 0 0 1 8.5 9h9A2.5 2.5 0 0 1 20 11.5V14"/><path stroke="${second}" d="M18 12h5.5a2.5 2.5 0 0 1 2.5 2.5v6a2.5 2.5 0 0 1-2.5 2.5h-9a2.5 2.5 0 0 1-2.5-2.5V18"/></g></svg>\n`;
