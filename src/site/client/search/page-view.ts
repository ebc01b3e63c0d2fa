import type { FilterName, Scope } from '#search/contract.ts';
import { renderScopes, keepFocus } from './controls.ts';
import type { Place } from './engine.ts';
import { createFacetView, listSeenNames } from './facet-view.ts';
import { renderHit, renderHits } from './hit.ts';
import type { PageEvents } from './page-events.ts';
import { hideFilters } from './page-parts.ts';
import type { PageParts } from './page-parts.ts';
import { renderRecents } from './recents-list.ts';
import type { SearchPage } from './reducer.ts';
import { hasFilters } from './state.ts';
import { draw } from '../draw.ts';
import { findQuery, formatTotal } from './view.ts';
import { startWholeView } from './whole-view.ts';
import type { CardFinding } from './whole-view.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

export interface PageView {
  /** Draws what is different from before. */
  readonly update: (page: SearchPage, before: SearchPage) => void;
  /** Names of filters whose counts the reader sees, or would. */
  readonly listSeen: (page: SearchPage) => readonly FilterName[];
  /** Begins to load what draws a whole answer; one that is answered is drawn only after it. Rejects when it cannot be had. */
  readonly loadWhole: () => Promise<CardFinding>;
}

/** The page of results, drawn from what is known. */
export function createPageView(
  root: HTMLElement,
  parts: PageParts,
  place: Place,
  events: PageEvents,
): PageView {
  const { count, filters, results } = parts;
  const words = WORDS[place.language];
  const facetView = createFacetView();
  const whole = startWholeView(parts, facetView, place, events);
  filters.addEventListener('toggle', () => filters.open && events.seeFilters());

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
    // The filters keep the place they will have, so that nothing moves when they come.
    if (!idle) return hideFilters(parts, !hasFilters(page.asked.scope));
    for (const part of [count, parts.notices, results]) part.replaceChildren();
    renderRecents(parts.recents, words);
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
    else if (page.phase === 'early')
      keepFocus(root, () => showEarly(parts, place, page, events), results);
    else if (page.phase === 'answered') keepFocus(root, () => whole.show(page), results);
    else if (page.phase === 'failed') showFailure();
    if (isWaiting(page)) results.setAttribute('aria-busy', 'true');
    else results.removeAttribute('aria-busy');
  };

  /** Counts and cards that come after the answer; the list stays as it is. */
  const showMore = (page: SearchPage, before: SearchPage) => {
    const late = page.shown?.lateCards ?? [];
    if (page.shown?.counted !== before.shown?.counted) {
      keepFocus(parts.filterGroups, () => whole.showFilters(page), parts.filterGroups);
    }
    if (late !== before.shown?.lateCards) {
      results.append(...whole.renderCards(late));
    }
  };

  return {
    update: (page, before) => {
      const anew = page.round !== before.round;
      if (anew) begin(page);
      if (anew || page.totals !== before.totals) showScopes(page);
      if (page.picked !== before.picked) whole.showPicked(page);
      if (anew || page.phase !== before.phase) showPhase(page);
      else if (page.shown !== before.shown) showMore(page, before);
    },
    listSeen: ({ asked, shown }) =>
      filters.open
        ? listSeenNames(facetView, { filters: asked.filters, uncounted: shown?.answer.uncounted })
        : [],
    loadWhole: whole.load,
  };
}

const isWaiting = ({ phase }: SearchPage) =>
  phase === 'asking' || phase === 'slow' || phase === 'early';

const sayTotals = ({ totals }: SearchPage): ReadonlyMap<Scope, string> =>
  new Map([...totals].map(([scope, total]) => [scope, formatTotal(total)]));

/** The first hits of an answer that is not whole yet. */
function showEarly(
  { count, notices, pager, results }: PageParts,
  place: Place,
  { early, picked }: SearchPage,
  { pick }: Pick<PageEvents, 'pick'>,
): void {
  if (!early) return;
  const context = {
    place,
    query: findQuery(early),
    isPicked: (slug: string) => picked.has(slug),
    onPick: pick,
  };
  count.textContent = WORDS[place.language].loading;
  for (const part of [notices, pager]) part.replaceChildren();
  results.replaceChildren(renderHits(early.hits.map((hit) => renderHit(hit, context))));
}
