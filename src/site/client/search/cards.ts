import { findGuide } from '#search/guide/guide.ts';
import { readGuide } from '#search/guide/read-guide.ts';
import type { GuideEntry } from '#search/guide/guide.ts';
import type { SearchAnswer, TermHit } from '#search/contract.ts';
import type { PlaceAnswer } from '#search/places/answer-place.ts';
import { ask } from '#search/ask.ts';
import { markText, listSearchTerms } from '#search/shared/highlight.ts';
import { dropAsking } from '#search/question/words.ts';
import { bareTitle } from '#search/record/titles.ts';
import { getEngine, isThrifty, toHref } from './engine.ts';
import type { Place } from './engine.ts';
import { renderTerm } from './named-hit.ts';
import { findPlaceCard, renderPlaceCard } from './place-card.ts';
import type { PageState } from './state.ts';
import { draw } from '../draw.ts';
import { renderSnippet, findQuery } from './view.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

const TERMS_SHOWN = 2;
/** No term is longer. */
const LONGEST_TERM = 40;

/** What answers a question before any list does, with the words that are marked in it. */
export type Card =
  | { readonly type: 'place'; readonly answer: PlaceAnswer }
  | { readonly type: 'term'; readonly term: TermHit; readonly query: string }
  | { readonly type: 'guide'; readonly entry: GuideEntry; readonly query: string };

/**
 * The place of a standard system that is asked for, the definition of a term, the section of the help on what is asked. Empty for other questions, on later
 * pages, and when neither can be read.
 */
export async function findCards(
  { page, scope }: PageState,
  answer: SearchAnswer,
  place: Place,
  signal: AbortSignal,
): Promise<readonly Card[]> {
  if (page > 1 || (scope !== 'standards' && scope !== 'clauses')) return [];
  const query = findQuery(answer);
  const asksForGuide = answer.total === 0 || dropAsking(answer.query) !== undefined;
  const [found, terms, guide] = await Promise.all([
    findPlaceCard(answer, place).catch(() => undefined),
    findTerms(query, place, signal).catch(() => []),
    asksForGuide || !isThrifty() ? loadGuide(place).catch(() => []) : [],
  ]);
  return [
    ...(found ? [{ type: 'place' as const, answer: found }] : []),
    ...findGuide(guide, answer.query).map((entry) => ({ type: 'guide' as const, entry, query })),
    ...terms.map((term) => ({ type: 'term' as const, term, query })),
  ];
}

/** What stands above the list: the place of a trade, a section of the help, or the definition of a term. */
export function renderCard(card: Card, place: Place): HTMLElement {
  switch (card.type) {
    case 'place':
      return renderPlaceCard(card.answer, place);
    case 'guide':
      return renderGuide(card.entry, card.query, place);
    case 'term':
      return renderTermCard(card.term, card.query, place);
  }
}

async function findTerms(
  text: string,
  place: Place,
  signal: AbortSignal,
): Promise<readonly TermHit[]> {
  const name = bareTitle(text);
  if (name === '' || text.length > LONGEST_TERM) return [];
  const { language } = place;
  const request = { text, language, scope: 'terms', size: TERMS_SHOWN, asWritten: true } as const;
  const { terms } = await ask(getEngine(place), request, signal);
  return terms.filter(({ term, termEn }) =>
    [term, termEn].some((each) => bareTitle(each) === name),
  );
}

function renderTermCard(term: TermHit, query: string, place: Place): HTMLElement {
  const context = { place, query, isPicked: () => false, onPick: () => undefined };
  return draw('section', { class: 'card' }, ...renderTerm(term, context).childNodes);
}

function renderGuide({ path, title, text }: GuideEntry, query: string, place: Place): HTMLElement {
  return draw(
    'section',
    { class: 'card' },
    draw(
      'h2',
      {},
      draw(
        'a',
        { href: toHref(place, path), 'data-walk': '' },
        ...renderSnippet(markText(title, listSearchTerms(query))),
      ),
    ),
    draw('p', { class: 'definition' }, text),
    draw('p', { class: 'line source' }, WORDS[place.language].helpTitle),
  );
}

let loading: Promise<readonly GuideEntry[]> | undefined;

/** The help, from its page. */
function loadGuide({ base, language }: Place): Promise<readonly GuideEntry[]> {
  const path = language === 'en' ? '/en/help/' : '/help/';
  return (loading ??= fetch(base + path.slice(1))
    .then(async (response) => {
      if (!response.ok) throw new Error(String(response.status));
      return readGuide(await response.text(), path);
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
