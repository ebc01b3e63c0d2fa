import type { FilterName } from '#search/contract.ts';
import type { Place } from './engine.ts';
import { createFacetView, listSeenNames, renderFacets } from './facets.ts';
import type { PageEvents } from './page-events.ts';
import type { PageParts } from './page-parts.ts';
import type { SearchPage } from './reducer.ts';
import { change, hasFilters, listFilters } from './state.ts';
import { formatTotal } from './view.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

/** The filters beside the results, or above them. */
export interface FilterView {
  /** Keeps the place they will have, so that nothing moves when they come. */
  readonly makeRoom: (page: SearchPage) => void;
  /** Draws the groups with the counts there are; nothing before there is an answer. */
  readonly show: (page: SearchPage) => void;
  /** Names of filters whose counts the reader sees, or would. */
  readonly listSeen: (page: SearchPage) => readonly FilterName[];
}

/** What draws the filters; opening them asks for counts that are not there yet. */
export function createFilterView(
  { filters, filterCount, filterGroups, showResults, body }: PageParts,
  { language }: Place,
  { go, seeFilters }: Pick<PageEvents, 'go' | 'seeFilters'>,
): FilterView {
  const words = WORDS[language];
  const view = createFacetView();
  filters.addEventListener('toggle', () => filters.open && seeFilters());
  const hide = (hidden: boolean): void => {
    filters.hidden = hidden;
    body.classList.toggle('wide', hidden);
  };
  return {
    makeRoom: ({ asked }) => hide(!hasFilters(asked.scope)),
    show: ({ asked, labels, shown }) => {
      if (!shown) return;
      const { answer, counted } = shown;
      view.dear = answer.uncounted ?? [];
      const groups = renderFacets({
        facets: answer.facets,
        counted,
        filters: asked.filters,
        labels,
        language,
        view,
        onChange: (next) => go(change(asked, { filters: next })),
        onOpen: seeFilters,
      });
      const chosen = listFilters(asked).length;
      const idle = groups.length === 0 || (answer.total === 0 && chosen === 0);
      hide(!hasFilters(asked.scope) || idle);
      filterCount.textContent = chosen > 0 ? words.filtersChosen(chosen) : '';
      filterGroups.replaceChildren(...groups);
      showResults.textContent = words.showResults(formatTotal(answer));
    },
    listSeen: ({ asked }) => (filters.open ? listSeenNames(view, asked.filters) : []),
  };
}
