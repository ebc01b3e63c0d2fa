import type { FilterName, Scope } from '#search/contract.ts';
import { createAnswerView } from './answer-view.ts';
import { renderCard } from './cards.ts';
import { renderScopes, keepFocus } from './controls.ts';
import type { Place } from './engine.ts';
import { createFilterView } from './filter-view.ts';
import type { PageEvents } from './page-events.ts';
import type { PageParts } from './page-parts.ts';
import { renderRecents } from './recents-list.ts';
import type { SearchPage } from './reducer.ts';
import { createToolView } from './tool-view.ts';
import { draw, formatTotal } from './view.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

export interface PageView {
  /** Draws what is different from before. */
  readonly update: (page: SearchPage, before: SearchPage) => void;
  /** Names of filters whose counts the reader sees, or would. */
  readonly listSeen: (page: SearchPage) => readonly FilterName[];
}

/** The page of results, drawn from what is known. */
export function createPageView(
  root: HTMLElement,
  parts: PageParts,
  place: Place,
  events: PageEvents,
): PageView {
  const { count, results } = parts;
  const words = WORDS[place.language];
  const filterView = createFilterView(parts, place, events);
  const toolView = createToolView(parts, place, events);
  const answerView = createAnswerView(parts, place, events);

  const showScopes = (page: SearchPage) =>
    keepFocus(
      parts.scopes,
      () =>
        parts.scopes.replaceChildren(renderScopes(page.asked, sayTotals(page), events.go, words)),
      results,
    );

  const begin = (page: SearchPage) => {
    const idle = page.phase === 'idle';
    parts.intro.hidden = !idle;
    parts.body.hidden = idle;
    if (!idle) return filterView.makeRoom(page);
    for (const part of [count, parts.notices, results]) part.replaceChildren();
    renderRecents(parts.recents, words);
  };

  const showAnswer = (page: SearchPage) => {
    answerView.show(page);
    filterView.show(page);
    toolView.show(page);
  };

  const showFailure = () => {
    count.textContent = words.failed;
    parts.filters.hidden = true;
    const retry = draw('button', { type: 'button', class: 'plain-button retry' }, words.retry);
    retry.addEventListener('click', events.retry);
    for (const part of [parts.notices, parts.chips, parts.tools, parts.pager]) {
      part.replaceChildren();
    }
    results.replaceChildren(retry);
  };

  const showPhase = (page: SearchPage) => {
    if (page.phase === 'slow') count.textContent = words.loading;
    else if (page.phase === 'early') keepFocus(root, () => answerView.showEarly(page), results);
    else if (page.phase === 'answered') keepFocus(root, () => showAnswer(page), results);
    else if (page.phase === 'failed') showFailure();
    if (isWaiting(page)) results.setAttribute('aria-busy', 'true');
    else results.removeAttribute('aria-busy');
  };

  /** Counts and cards that come after the answer; the list stays as it is. */
  const showMore = (page: SearchPage, before: SearchPage) => {
    const late = page.shown?.lateCards ?? [];
    if (page.shown?.counted !== before.shown?.counted) {
      keepFocus(parts.filterGroups, () => filterView.show(page), parts.filterGroups);
    }
    if (late !== before.shown?.lateCards) {
      results.append(...late.map((card) => renderCard(card, place)));
    }
  };

  return {
    update: (page, before) => {
      const anew = page.round !== before.round;
      if (anew) begin(page);
      if (anew || page.totals !== before.totals) showScopes(page);
      if (page.picked !== before.picked) toolView.showPicked(page);
      if (anew || page.phase !== before.phase) showPhase(page);
      else if (page.shown !== before.shown) showMore(page, before);
    },
    listSeen: filterView.listSeen,
  };
}

const isWaiting = ({ phase }: SearchPage) =>
  phase === 'asking' || phase === 'slow' || phase === 'early';

const sayTotals = ({ totals }: SearchPage): ReadonlyMap<Scope, string> =>
  new Map([...totals].map(([scope, total]) => [scope, formatTotal(total)]));
