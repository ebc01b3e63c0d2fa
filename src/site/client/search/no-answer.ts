import { rankPlatforms } from '#core/number/platforms.ts';
import type { Platform } from '#core/number/platforms.ts';
import type { Family } from '#core/number/types.ts';
import type { Language } from '#core/model/standard.ts';
import { draw } from '../draw.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

/** What is said where no standard here answers, and where else to look; those of the family asked for first. */
export function renderNoAnswer(
  sentence: string,
  language: Language,
  family?: Family,
): readonly HTMLElement[] {
  return [draw('p', { class: 'not-held' }, sentence), ...renderPlatforms(family, language)];
}

/** Where the library itself says that what it lacks is read. */
function readOwnPlatforms(): readonly Platform[] {
  const said = document.querySelector<HTMLElement>('[data-platforms]')?.dataset['platforms'];
  return said === undefined ? [] : (JSON.parse(said) as Platform[]);
}

/** The platforms of the library and of the country, as links that open a window of their own. */
export function renderPlatforms(
  family: Family | undefined,
  language: Language,
): readonly HTMLElement[] {
  const words = WORDS[language];
  return [
    draw('h2', {}, words.elsewhere),
    draw('p', { class: 'quiet' }, words.elsewhereNote),
    draw(
      'ul',
      { class: 'platforms', role: 'list' },
      ...rankPlatforms(family, readOwnPlatforms()).map(({ zh, en, url }) =>
        draw(
          'li',
          {},
          draw(
            'a',
            {
              class: 'touch-link',
              href: url,
              target: '_blank',
              rel: 'noopener external',
              title: words.newWindow,
            },
            language === 'en' ? en : zh,
          ),
          draw('span', { class: 'host' }, new URL(url).host),
        ),
      ),
    ),
  ];
}
