import type { Language } from '#core/model/standard.ts';
import type { Scope, SearchAnswer } from '#search/contract.ts';
import { nameChoice } from './controls.ts';
import type { Go } from './controls.ts';
import { renderBestHit } from './best-answer.ts';
import { BEST_WORDS } from '#site/i18n/browser/best-answer.ts';
import { renderHidden, renderNothing } from './empty.ts';
import { renderNoAnswer } from './no-answer.ts';
import { renderHit, renderHits } from './hit.ts';
import type { HitContext } from './hit.ts';
import { renderSystem, renderTerm } from './named-hit.ts';
import type { Labels } from './labels.ts';
import { countPages, countShown } from './count-pages.ts';
import { change, hasFilters, HITS_PER_PAGE, withoutFilter, writeState } from './state.ts';
import type { PageState } from './state.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw, isPlainClick } from '../draw.ts';
import { findQuery, formatTotal, sayInstead, shortenQuery } from './view.ts';
import { WORDS } from '#site/i18n/browser/search.ts';
import type { SearchWords } from '#site/i18n/browser/search.ts';

export interface AnswerContext extends Omit<HitContext, 'query'> {
  readonly state: PageState;
  readonly labels: Labels;
  /** A sentence on what was searched; empty when not known. */
  readonly searched: string;
  readonly go: Go;
}

/** How many were found and which of them are shown. */
export function sayCount(answer: SearchAnswer, state: PageState, language: Language): string {
  const words = WORDS[language];
  if (answer.total === 0) return words.nothing(shortenQuery(answer.query));
  const found = sayFound(answer, state.scope, language);
  const { known, more } = countPages(answer, state.page);
  if (known === 1 && !more) return found;
  const from = (state.page - 1) * HITS_PER_PAGE;
  const range = words.range(formatCount(from + 1), formatCount(from + countShown(answer)));
  return `${found}${words.comma}${range}`;
}

function sayFound(answer: SearchAnswer, scope: Scope, language: Language): string {
  const { best } = answer;
  const count = formatTotal(answer);
  const query = shortenQuery(findQuery(answer));
  if (!best) return WORDS[language].found[scope](count, query);
  const says = BEST_WORDS[language];
  return best.likely ? says.found(count, query) : says.noAnswerCount(count, query);
}

/** A longer question is a sentence: as it was typed no text holds it. */
const LONGEST_PHRASE = 16;

/** That the question was looked for by its words, with the way back to it as it was typed; nothing where that is told already. */
export function renderByWords(
  { best, query }: SearchAnswer,
  state: PageState,
  go: Go,
  language: Language,
): readonly HTMLElement[] {
  if (!best?.likely) return [];
  const told = draw('span', {}, BEST_WORDS[language].byWords);
  if (query.length > LONGEST_PHRASE) return [draw('p', { class: 'suggested' }, told)];
  const next = change(state, { exact: true });
  const text = WORDS[language].asWritten(shortenQuery(query));
  const link = draw('a', { href: writeState(next), 'data-key': 'as-written' }, text);
  link.addEventListener('click', (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go(next);
  });
  return [draw('p', { class: 'suggested' }, told, ' · ', link)];
}

/** What was asked in place of what was typed, with the way back; or what may have been meant. */
export function renderSuggestion(
  { suggestion, query }: SearchAnswer,
  state: PageState,
  go: Go,
  words: SearchWords,
): readonly HTMLElement[] {
  if (!suggestion) return [];
  const link = (text: string, next: PageState, key: string) => {
    const element = draw('a', { href: writeState(next), 'data-key': key }, text);
    element.addEventListener('click', (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      go(next);
    });
    return element;
  };
  const { text, applied, why } = suggestion;
  const instead = draw('strong', {}, sayInstead(query, suggestion, words));
  // The number with its year is of one edition, which is not here: asked as written it finds nothing.
  if (applied && why === 'year') return [draw('p', { class: 'suggested' }, instead)];
  return [
    applied
      ? draw(
          'p',
          { class: 'suggested' },
          instead,
          ' · ',
          link(words.asWritten(shortenQuery(query)), change(state, { exact: true }), 'as-written'),
        )
      : draw(
          'p',
          { class: 'suggested' },
          words.didYouMean,
          ' ',
          link(text, change(state, { text, exact: false }), 'did-you-mean'),
          words.questionMark,
        ),
  ];
}

/** Which of the numbers in a question are not held, each with the way to ask for it alone; and what of it was not asked. */
export function renderUnanswered(
  { named = [], leftOut, suggestion }: SearchAnswer,
  state: PageState,
  go: Go,
  words: SearchWords,
): readonly HTMLElement[] {
  const link = (text: string) => {
    const next = change(state, { text, exact: false, scope: 'standards', filters: {} });
    const attributes = { class: 'figures', href: writeState(next), 'data-key': `number-${text}` };
    const element = draw('a', attributes, text);
    element.addEventListener('click', (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      go(next);
    });
    return element;
  };
  const list = (held: 'no' | 'edition', says: string) => {
    const numbers = named.filter((each) => each.held === held);
    if (numbers.length === 0) return [];
    const links = numbers.flatMap(({ text }, at) =>
      at === 0 ? [link(text)] : [words.and, link(text)],
    );
    return [draw('p', { class: 'notice' }, says, ...links)];
  };
  const held = named.filter((each) => each.held !== 'no').length;
  return [
    ...(named.length > 1
      ? [draw('p', { class: 'suggested' }, words.numbersHeld(named.length, held))]
      : []),
    ...list('no', words.numbersAbsent),
    ...(suggestion?.why === 'year' ? [] : list('edition', words.numbersOtherEdition)),
    ...(leftOut ? [draw('p', { class: 'notice' }, words.leftOut(shortenQuery(leftOut)))] : []),
  ];
}

/** The list of hits, or what is to be said when there are none. */
export function renderAnswer(answer: SearchAnswer, context: AnswerContext): readonly HTMLElement[] {
  const { state, place, labels, go } = context;
  const words = WORDS[place.language];
  const hitContext = { ...context, query: findQuery(answer) };
  const { best } = answer;
  if (answer.total > 0 && best?.likely === false) {
    return [
      draw(
        'section',
        { class: 'nothing no-answer' },
        ...renderNoAnswer(BEST_WORDS[place.language].noAnswer, place.language),
        ...(context.searched === '' ? [] : [draw('p', {}, context.searched)]),
      ),
      draw('h2', { class: 'nearest' }, BEST_WORDS[place.language].nearestPlaces),
      renderHits(
        answer.hits.map((hit) => renderHit(hit, { ...hitContext, nearest: true })),
        ' faint',
      ),
    ];
  }
  if (answer.total > 0) {
    return [
      renderHits([
        ...answer.hits.map((hit, at) =>
          best && at === 0 && state.page === 1 && state.sort === 'relevance'
            ? renderBestHit(hit, answer, best, hitContext)
            : renderHit(hit, hitContext),
        ),
        ...answer.terms.map((term) => renderTerm(term, hitContext)),
        ...answer.systems.map((system) => renderSystem(system, hitContext)),
      ]),
    ];
  }
  const empty = {
    place,
    scope: state.scope,
    searched: context.searched,
    nameFilter: (name: keyof typeof state.filters) =>
      (state.filters[name] ?? [])
        .map((value) => nameChoice(name, value, labels, words))
        .join(words.and),
    drop: (name?: keyof typeof state.filters) =>
      go(change(state, { filters: name ? withoutFilter(state.filters, name) : {} })),
  };
  return [
    ...(hasFilters(state.scope) ? renderHidden(answer, empty) : []),
    ...(answer.nearest.length > 0
      ? [
          draw('h2', { class: 'nearest' }, words.nearest),
          renderHits(answer.nearest.map((hit) => renderHit(hit, { ...hitContext, nearest: true }))),
        ]
      : []),
    renderNothing(answer, empty),
  ];
}
