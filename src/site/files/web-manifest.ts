import type { Language } from '#core/model/standard.ts';
import { findIcon } from '../lib/brand.ts';
import type { View } from '../views/index.ts';
import { languageTag } from '../i18n/index.ts';

/** `--ground` and `--accent` of `tokens.css`, as pages have them without a palette of a library. */
const ground = '#f3f6f7';
const accent = '#0b5876';

/** The web application manifest of a portal (W3C). All its addresses are from its own, so the folder of the site is not in it. */
export function writeWebManifest(
  { names, colour, folder, logo }: View<'web-manifest'>,
  language: Language,
): string {
  const home = language === 'zh' ? './' : '../';
  const icon = folder === undefined ? 'favicon.svg' : folder.slice(1) + findIcon(logo);
  const manifest = {
    name: names.full[language],
    short_name: names.short[language],
    lang: languageTag(language),
    start_url: './',
    scope: home,
    display: 'standalone',
    background_color: ground,
    theme_color: colour ?? accent,
    icons: [{ src: home + icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
