import { scopes } from '#search/contract.ts';
import type { FilterName, Scope, SearchAnswer, SearchHit } from '#search/contract.ts';
import {
  countPages,
  renderAnswer,
  renderSuggestion,
  renderUnanswered,
  sayCount,
} from './answer.ts';
import { renderChips, renderScopes, renderSort, keepFocus } from './controls.ts';
import type { Go } from './controls.ts';
import type { Place } from './engine.ts';
import { createFacetView, renderFacets, listSeenNames } from './facets.ts';
import type { Labels } from './labels.ts';
import type { PageParts } from './page-parts.ts';
import { renderPager } from './pager.ts';
import { renderRecents } from './recents-list.ts';
import { change, hasFilters, listFilters, writeState } from './state.ts';
import type { PageState } from './state.ts';
import { draw, renderWords, formatTotal } from './view.ts';
import { WORDS } from './words.ts';

/** An answer and what is said with it. */
export interface Shown {
  readonly state: PageState;
  readonly answer: SearchAnswer;
  /** Names of filters that were counted. */
  readonly counted: ReadonlySet<FilterName>;
  readonly labels: Labels;
  /** A sentence on what was searched, when nothing was found; else empty. */
  readonly searched: string;
  /** What a degraded answer lacks; else empty. */
  readonly lack: string;
  /** What answers before the list does. */
  readonly cards: readonly HTMLElement[];
}

export interface PageView {
  /** Another question: what belongs to the one before goes. */
  readonly begin: (state: PageState) => void;
  /** Nothing is asked. */
  readonly showIntro: () => void;
  readonly showAnswer: (shown: Shown) => void;
  /** The first hits of an answer that is not whole yet. */
  readonly showEarly: (state: PageState, answer: SearchAnswer) => void;
  /** What came too late to stand above the list. */
  readonly addCards: (cards: readonly HTMLElement[]) => void;
  /** Names of filters whose counts the reader sees, or would. */
  readonly listSeen: (state: PageState) => readonly FilterName[];
  /** The counts of an answer that is shown, once there are more of them. */
  readonly showCounts: (shown: Shown) => void;
  readonly showFailure: (retry: () => void) => void;
  /** Counts that the tabs lack. */
  readonly countsMissing: () => readonly Scope[];
  readonly addCount: (state: PageState, scope: Scope, answer: SearchAnswer) => void;
}

/**
 * Draws the page of results. `go` asks something else; `turn` does so and leads to the top of the list; `onLack`: filters
 * are seen that have not been counted.
 */
export function createPageView(
  page: HTMLElement,
  parts: PageParts,
  place: Place,
  go: Go,
  turn: Go,
  onLack: () => void,
): PageView {
  const { count, notices, results } = parts;
  const words = WORDS[place.language];
  const facetView = createFacetView();
  const picked = new Map<string, SearchHit>();
  let counts = new Map<Scope, string>();
  let question = '';

  const showScopes = (state: PageState) =>
    keepFocus(
      parts.scopes,
      () => parts.scopes.replaceChildren(renderScopes(state, counts, go, words)),
      results,
    );

  const begin = (state: PageState) => {
    const { text, exact, filters } = state;
    const asked = JSON.stringify([text, exact, filters]);
    if (asked !== question) {
      counts = new Map();
      picked.clear();
      question = asked;
    }
    const idle = text === '' && listFilters(state).length === 0;
    parts.intro.hidden = !idle;
    parts.body.hidden = idle;
    showScopes(state);
  };

  const showIntro = () => {
    count.textContent = '';
    notices.replaceChildren();
    results.replaceChildren();
    results.removeAttribute('aria-busy');
    renderRecents(parts.recents, words);
  };

  const showAnswer = (shown: Shown) => {
    const { state, answer, labels, searched, lack, cards } = shown;
    counts.set(state.scope, formatTotal(answer));
    const redraw = () => {
      count.replaceChildren(...renderWords(sayCount(answer, state, words)));
      notices.replaceChildren(
        ...renderSuggestion(answer, state, go, words),
        ...renderUnanswered(answer, state, go, words),
        ...(lack === '' ? [] : [draw('p', { class: 'notice' }, lack)]),
      );
      showScopes(state);
      showFilters(shown);
      parts.chips.replaceChildren(...renderChips(state, labels, go, words));
      showTools(state, answer);
      const context = { state, place, labels, searched, go, isPicked, onPick };
      results.replaceChildren(...cards, ...renderAnswer(answer, context));
      parts.pager.replaceChildren(
        ...renderPager(
          state.page,
          countPages(answer, state.page),
          (at) => writeState({ ...state, page: at }),
          (at) => turn({ ...state, page: at }),
          words,
        ),
      );
    };
    keepFocus(page, redraw, results);
  };

  const isPicked = (slug: string) => picked.has(slug);
  const showEarly = (state: PageState, answer: SearchAnswer) => {
    const redraw = () => {
      count.textContent = words.loading;
      notices.replaceChildren();
      parts.pager.replaceChildren();
      // The place the filters will have.
      parts.filters.hidden = !hasFilters(state.scope);
      const context = { state, place, labels: {}, searched: '', go, isPicked, onPick };
      results.replaceChildren(...renderAnswer(answer, context));
    };
    keepFocus(page, redraw, results);
  };

  const showFilters = ({ state, answer, counted, labels }: Shown) => {
    const { filters, filterCount, filterGroups, showResults, body } = parts;
    const groups = renderFacets({
      facets: answer.facets,
      counted,
      filters: state.filters,
      labels,
      language: place.language,
      view: facetView,
      onChange: (next) => go(change(state, { filters: next })),
      onOpen: onLack,
    });
    const chosen = listFilters(state).length;
    const idle = groups.length === 0 || (answer.total === 0 && chosen === 0);
    filters.hidden = !hasFilters(state.scope) || idle;
    body.classList.toggle('wide', filters.hidden);
    filterCount.textContent = chosen > 0 ? words.filtersChosen(chosen) : '';
    filterGroups.replaceChildren(...groups);
    showResults.textContent = words.showResults(formatTotal(answer));
  };

  const showTools = (state: PageState, answer: SearchAnswer) => {
    const listed = hasFilters(state.scope) && answer.total > 0;
    parts.tools.replaceChildren(
      ...(listed && answer.total > 1 ? [renderSort(state, turn, words)] : []),
      ...(listed ? [renderExport(state, answer)] : []),
    );
  };
  const sayExport = () => (picked.size > 0 ? words.exportChosen(picked.size) : words.export);
  const renderExport = (state: PageState, answer: SearchAnswer) => {
    const button = draw(
      'button',
      { type: 'button', class: 'plain-button export', 'data-key': 'export' },
      sayExport(),
    );
    button.addEventListener('click', () => {
      import('./export-dialog.ts').then(
        ({ openExport }) => openExport({ state, answer, picked, place, onUnpick: unpick }),
        () => {
          button.textContent = words.exportFailed;
        },
      );
    });
    return button;
  };
  const onPick = (hit: SearchHit, chosen: boolean) => {
    if (chosen) picked.set(hit.slug, hit);
    else picked.delete(hit.slug);
    const button = parts.tools.querySelector('.export');
    if (button) button.textContent = sayExport();
  };
  const unpick = () => {
    picked.clear();
    for (const box of results.querySelectorAll<HTMLInputElement>('.pick input')) {
      box.checked = false;
    }
    const button = parts.tools.querySelector('.export');
    if (button) button.textContent = sayExport();
  };

  const showFailure = (again: () => void) => {
    count.textContent = words.failed;
    parts.filters.hidden = true;
    const retry = draw('button', { type: 'button', class: 'plain-button retry' }, words.retry);
    retry.addEventListener('click', again);
    for (const part of [notices, parts.chips, parts.tools, parts.pager]) part.replaceChildren();
    results.replaceChildren(retry);
  };

  parts.filters.addEventListener('toggle', () => parts.filters.open && onLack());

  return {
    begin,
    showIntro,
    showAnswer,
    showEarly,
    listSeen: ({ filters }) => (parts.filters.open ? listSeenNames(facetView, filters) : []),
    showCounts: (shown) =>
      keepFocus(parts.filterGroups, () => showFilters(shown), parts.filterGroups),
    showFailure,
    addCards: (cards) => results.append(...cards),
    countsMissing: () => scopes.filter((scope) => !counts.has(scope)),
    addCount: (state, scope, answer) => {
      counts.set(scope, formatTotal(answer));
      showScopes(state);
    },
  };
}
