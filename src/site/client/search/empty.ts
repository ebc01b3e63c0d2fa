import { parseNumber } from '#core/number/parse.ts';
import type { FilterName, Scope, SearchAnswer } from '#search/contract.ts';
import { toHref } from './engine.ts';
import type { Place } from './engine.ts';
import { BEST_WORDS } from '#site/i18n/browser/best-answer.ts';
import { renderNoAnswer, renderPlatforms } from './no-answer.ts';
import { hasFilters } from './state.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw } from '../draw.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

interface EmptyContext {
  readonly place: Place;
  readonly scope: Scope;
  /** A sentence on what was searched; empty when not known. */
  readonly searched: string;
  /** How the values chosen of a filter are called. */
  readonly nameFilter: (name: FilterName) => string;
  /** Ask again without a filter, or without any. */
  readonly drop: (name?: FilterName) => void;
}

/** Filters that stand between the reader and results: each can be taken away here. */
export function renderHidden(answer: SearchAnswer, context: EmptyContext): readonly HTMLElement[] {
  const { hidden } = answer;
  if (!hidden || hidden.total === 0) return [];
  const { place, nameFilter, drop } = context;
  const words = WORDS[place.language];
  const button = (text: string, name?: FilterName) => {
    const element = draw('button', { type: 'button', class: 'plain-button' }, text);
    element.addEventListener('click', () => drop(name));
    return draw('li', {}, element);
  };
  const single = hidden.without.filter(({ total }) => total > 0);
  return [
    draw(
      'section',
      { class: 'hidden-results' },
      draw('h2', {}, words.hiddenByFilters(formatCount(hidden.total))),
      draw(
        'ul',
        { role: 'list' },
        ...single.map(({ name, total }) =>
          button(words.without(nameFilter(name), formatCount(total)), name),
        ),
        ...(single.length === 1 && single[0]?.total === hidden.total
          ? []
          : [button(words.withoutAll(formatCount(hidden.total)))]),
      ),
    ),
  ];
}

/**
 * What is said when nothing was found: what was searched, what may help, and where else to look. For the number of a
 * standard that is not here, the places to look come first.
 */
export function renderNothing(answer: SearchAnswer, context: EmptyContext): HTMLElement {
  const { place, scope, searched } = context;
  const { language } = place;
  const words = WORDS[language];
  const parsed = parseNumber(answer.query);
  const family = parsed.ok ? parsed.number.family : undefined;
  const browse = language === 'en' ? '/en/browse/' : '/browse/';
  const link = draw('a', { href: toHref(place, browse) }, words.browse);
  const told = searched === '' ? [] : [draw('p', {}, searched)];
  const isHidden = (answer.hidden?.total ?? 0) > 0;
  const isAbsent = parsed.ok && scope === 'standards' && !isHidden && !answer.degraded;
  const isAsked =
    answer.query !== '' &&
    answer.nearest.length === 0 &&
    hasFilters(scope) &&
    !isHidden &&
    !answer.degraded;
  return draw(
    'div',
    { class: 'nothing' },
    ...(isAbsent
      ? [...renderNoAnswer(words.notHeld, language, family), ...told, draw('p', {}, link)]
      : [
          ...(isAsked ? [draw('p', { class: 'not-held' }, BEST_WORDS[language].noAnswer)] : []),
          ...told,
          draw('h2', {}, words.tips),
          draw(
            'ul',
            {},
            ...words.tryThis.map((line) => draw('li', {}, line)),
            draw('li', {}, link),
          ),
          ...renderPlatforms(family, language),
        ]),
  );
}
