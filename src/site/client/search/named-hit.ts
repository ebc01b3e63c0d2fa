import type { SystemHit, TermHit } from '#search/contract.ts';
import { markText, listSearchTerms } from '#search/shared/highlight.ts';
import { formatCount } from '#core/base/format-count.ts';
import { WORDS } from '#site/i18n/browser/search.ts';
import { linkToTerm } from '../compared-terms.ts';
import { draw, langOf, renderStatus } from '../draw.ts';
import { toHref } from './engine.ts';
import { WALK } from './hit.ts';
import type { HitContext } from './hit.ts';
import { readStatus, renderSnippet, renderWords } from './view.ts';

/** A term in the list of results, with its definition and the standard that defines it. */
export function renderTerm(hit: TermHit, { place, query }: HitContext): HTMLElement {
  const { language } = place;
  const words = WORDS[language];
  const { status } = readStatus(hit);
  const mark = (text: string) => renderSnippet(markText(text, listSearchTerms(query)));
  const source = draw(
    'p',
    { class: 'line source' },
    words.definedIn,
    draw('span', { class: 'figures' }, ...renderWords(hit.number)),
    draw('span', langOf(hit.title, language), hit.title),
    renderStatus(status, words),
  );
  void linkToTerm(hit.term, place.base, language).then((link) => {
    if (link) source.append(link);
  });
  return draw(
    'li',
    { class: 'hit term-hit', 'data-status': status },
    draw(
      'h2',
      {},
      draw(
        'a',
        { href: toHref(place, hit.path), ...WALK },
        draw('span', langOf(hit.term, language), ...mark(hit.term)),
      ),
      ...(hit.termEn && hit.termEn !== hit.term
        ? [' ', draw('span', { class: 'term-en', lang: 'en' }, ...mark(hit.termEn))]
        : []),
    ),
    draw(
      'p',
      { class: 'definition', ...langOf(hit.definition.map(({ text }) => text).join(''), language) },
      ...renderSnippet(hit.definition),
    ),
    source,
  );
}

/**
 * A system or one of its places in the list of results, with its count of standards; named in Chinese where it has no
 * English name.
 */
export function renderSystem(hit: SystemHit, { place, query }: HitContext): HTMLElement {
  const { language } = place;
  const name = language === 'en' ? hit.nameEn || hit.name : hit.name;
  return draw(
    'li',
    { class: 'hit system-hit' },
    draw(
      'h2',
      langOf(name, language),
      draw(
        'a',
        { href: toHref(place, hit.path), ...WALK },
        ...renderSnippet(markText(name, listSearchTerms(query))),
      ),
    ),
    draw('p', { class: 'dates' }, WORDS[language].systemCount(formatCount(hit.count))),
  );
}
