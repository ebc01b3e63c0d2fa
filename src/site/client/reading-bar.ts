import { share } from './share.ts';
import type { Place } from './reading-place.ts';

const SAME = { zh: '同一条', en: 'same clause' };

const languageOf = () => (document.documentElement.lang === 'en' ? 'en' : 'zh');

/** The bar that stays: it names the clause at hand, leads to it in the edition in force, copies its address and cites it. */
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
  for (const button of document.querySelectorAll('.bar-cite, .cite-button')) {
    button.addEventListener('click', () => {
      void import('./page-citation.ts').then(({ citePage }) =>
        citePage(number, sample !== undefined, current),
      );
    });
  }
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
