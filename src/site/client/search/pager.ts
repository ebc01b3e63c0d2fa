import { draw, isPlainClick } from '../draw.ts';
import type { Pages } from './count-pages.ts';
import type { SearchWords } from '#site/i18n/browser/search.ts';

/** Page numbers worth a link: the ends and the neighbours; `undefined` is a gap of two or more. */
export function listPageNumbers(page: number, pages: number): readonly (number | undefined)[] {
  const near = new Set([1, page - 1, page, page + 1, pages]);
  const shown = [...near].filter((at) => at >= 1 && at <= pages).sort((a, b) => a - b);
  return shown.flatMap((at, index) => {
    const before = shown[index - 1] ?? at - 1;
    if (at - before === 2) return [at - 1, at];
    return at - before > 2 ? [undefined, at] : [at];
  });
}

/** Links to the pages of the list, each with an address of its own; nothing for a single page. */
export function renderPager(
  page: number,
  { known, more }: Pages,
  hrefOf: (page: number) => string,
  go: (page: number) => void,
  words: SearchWords,
): readonly HTMLElement[] {
  if (known <= 1 && !more) return [];
  const link = (at: number, text: string, attributes: Readonly<Record<string, string>>) => {
    const element = draw('a', { href: hrefOf(at), ...attributes }, text);
    element.addEventListener('click', (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      go(at);
    });
    return element;
  };
  const shown = [...listPageNumbers(page, known), ...(more ? [undefined] : [])];
  const numbers = shown.map((at) =>
    draw(
      'li',
      {},
      at === undefined
        ? draw('span', { 'aria-hidden': 'true' }, '…')
        : link(at, String(at), {
            'aria-label': words.pageNumber(at),
            ...(at === page ? { 'aria-current': 'page' } : {}),
          }),
    ),
  );
  return [
    draw(
      'nav',
      { class: 'pager no-print', 'aria-label': words.pages },
      ...(page > 1 ? [link(page - 1, words.previous, { class: 'step', rel: 'prev' })] : []),
      draw('ol', { role: 'list' }, ...numbers),
      ...(page < known || more ? [link(page + 1, words.next, { class: 'step', rel: 'next' })] : []),
    ),
  ];
}
