import { citeGbt7714 } from '#core/catalog/citation-formats.ts';
import { localDay } from '#search/shared/day.ts';
import { addressOf, share, shareText } from './share.ts';
import type { Place } from './reading-place.ts';

const SAME = { zh: '同一条', en: 'same clause' };

const languageOf = () => (document.documentElement.lang === 'en' ? 'en' : 'zh');

/** The bar that stays: it names the clause at hand, leads to it in the edition in force, and copies its address. */
export function startReadingBar(): (place: Place | undefined) => void {
  const bar = document.querySelector<HTMLElement>('.reading-bar');
  if (!bar) return () => undefined;
  const here = bar.querySelector<HTMLAnchorElement>('.bar-here');
  const successors = [...bar.querySelectorAll<HTMLAnchorElement>('.bar-next')].map((link) => ({
    link,
    href: link.href,
  }));
  const { number = '', sample } = bar.dataset;
  let current: Place | undefined;
  bar.querySelector('.bar-copy')?.addEventListener('click', () => void share(number, current));
  bar
    .querySelector('.bar-cite')
    ?.addEventListener('click', () => void shareText(cite(number, sample !== undefined, current)));
  document.querySelector('.document')?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('.copy-link');
    const head = link?.closest('.clause')?.querySelector<HTMLElement>(':scope > [id]');
    if (link && head) void share(number, { head, label: link.dataset['label'] ?? '', title: '' });
  });
  return (place) => {
    current = place;
    if (here) {
      here.textContent = place ? `${place.label} ${place.title}`.trim() : '';
      if (place) here.href = `#${encodeURIComponent(place.head.id)}`;
      else here.removeAttribute('href');
    }
    const clause = place?.head.closest<HTMLElement>('.clause');
    const kept = clause?.dataset['kept'] !== undefined && place;
    for (const { link, href } of successors) {
      link.href = kept ? `${href}#${encodeURIComponent(place.head.id)}` : href;
      const address = link.querySelector('.bar-clause');
      // Its number there may be another.
      if (address) address.textContent = kept ? SAME[languageOf()] : '';
    }
  };
}

/**
 * The page as GB/T 7714 cites it, with the clause at hand, seen today; a record, whose text is elsewhere, without an
 * address.
 */
function cite(number: string, sample: boolean, place: Place | undefined): string {
  const title = document.querySelector('h1')?.textContent ?? '';
  const hosted = document.querySelector('.standard:not(.record)') !== null;
  const clause = place?.head.closest('.document') ? place : undefined;
  const standing = sayEnded();
  return citeGbt7714({
    number,
    title,
    ...(hosted && { url: addressOf(clause), accessed: localDay() }),
    ...(clause && { clause: clause.label }),
    ...(standing && { standing }),
    ...(sample && { sample: languageOf() }),
  });
}

/** What printed pages say of a standard that is replaced or withdrawn on the reader's day, without its kind of page. */
function sayEnded(): string | undefined {
  const status = document.querySelector<HTMLElement>('.cover .status')?.dataset['status'];
  if (status !== '被代替' && status !== '废止') return undefined;
  const states = JSON.parse(document.documentElement.dataset['printStates'] ?? '{}') as Readonly<
    Record<string, string>
  >;
  return states[status]?.split(' · ').at(-1);
}
