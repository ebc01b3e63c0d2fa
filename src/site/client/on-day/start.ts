import { dayStatusTerms, pick } from '#core/terms/index.ts';
import type { Language } from '#core/model/standard.ts';
import { DAY_WORDS } from '#site/i18n/browser/on-day.ts';
import { draw } from '../draw.ts';
import { withDay } from '../shown-day.ts';
import type { ShownDay } from '../shown-day.ts';
import { slugOfAddress } from '../home.ts';
import { showStandings } from './badges.ts';
import { showBanner } from './banner.ts';
import { loadKnown } from './known.ts';

/**
 * A page with a day in its address says so, with the way back. What follows from days to come stands in the page; what
 * was on a day that is past follows from the facts of all standards, which are loaded.
 */
export async function startOnDay({ day, today, fault }: ShownDay): Promise<void> {
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
  const words = DAY_WORDS[language];
  const main = document.querySelector('main');
  if (!main) return;
  const line = draw('p', { class: 'shown-day wrap' });
  const say = (...sentences: readonly string[]) =>
    line.replaceChildren(
      ...sentences.flatMap((sentence) => [draw('span', {}, sentence), ' ']),
      draw(
        'a',
        {
          href: withDay(new URL(window.location.href)).href,
          class: 'touch-link',
          'data-leaves-day': '',
        },
        words.back,
      ),
    );
  main.prepend(line);
  if (fault !== undefined) {
    line.classList.add('fault');
    say(words.fault(fault.slice(0, 40), today));
    return;
  }
  const figures = document.querySelector<HTMLElement>('[data-figures-day]');
  const since = figures?.dataset['since'];
  const reaches = day > today || (since !== undefined && day >= since);
  if (figures && reaches) figures.textContent = words.figures(day);
  say(words.shown(day));
  if (!figures || reaches) printDay(words.printed(day));
  if (day > today) return;
  if (figures) {
    if (!reaches && since !== undefined) say(words.figuresStay(day, since));
    return;
  }
  const isShown = await showPast(main, day, language);
  if (!isShown) say(words.unreachable);
  else if (main.querySelector('.rows, .facet-group, .facets, [data-search-page]'))
    say(words.shown(day), words.listsStay);
}

/** Shows on a page what was on a day; false where that cannot be known now. */
async function showPast(main: HTMLElement, day: string, language: Language): Promise<boolean> {
  const article = main.querySelector<HTMLElement>('article.standard');
  if (!article && !main.querySelector('.status, .std-ref')) return true;
  const known = await loadKnown(day);
  if (!known) return false;
  showStandings(main, known, language);
  const own = known.bySlug.get(slugOfAddress(window.location.href) ?? '');
  if (!article || !own) return true;
  showBanner(article, own, known, language);
  const { status } = known.standingOf(own);
  const word = pick(dayStatusTerms, language)[status];
  const field = article.querySelector('[data-field="status"]');
  if (field) field.textContent = word;
  for (const mark of article.querySelectorAll<HTMLElement>('.cover-status .flag time'))
    if ((mark.textContent ?? '') > day) mark.closest('.flag')?.remove();
  const said = `${word} · ${DAY_WORDS[language].printed(day)}`;
  document.documentElement.style.setProperty('--print-state', JSON.stringify(said));
  return true;
}

/** The margins of printed pages say the day of the statuses: beside the status of a standard, or else beside the day of printing. */
function printDay(text: string): void {
  const mark = document.documentElement.dataset['printStates'] === undefined ? 'day' : 'state';
  const { style } = document.documentElement;
  const before = style.getPropertyValue(`--print-${mark}`).trim();
  // Strings of CSS side by side are one.
  style.setProperty(`--print-${mark}`, `${before} ${JSON.stringify(` · ${text}`)}`);
}
