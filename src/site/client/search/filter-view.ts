import type { Place } from './engine.ts';
import type { FacetView } from './facet-view.ts';
import { renderFacets } from './facets.ts';
import type { PageEvents } from './page-events.ts';
import { hideFilters } from './page-parts.ts';
import type { PageParts } from './page-parts.ts';
import type { SearchPage } from './reducer.ts';
import { change, hasFilters, listFilters } from './state.ts';
import { formatTotal } from './view.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

/** The filters beside the results, or above them. */
export interface FilterView {
  /** Draws the groups with the counts there are; nothing before there is an answer. */
  readonly show: (page: SearchPage) => void;
}

/** What draws the filters, as the reader has opened them. */
export function createFilterView(
  parts: PageParts,
  view: FacetView,
  { language }: Place,
  { go, seeFilters }: Pick<PageEvents, 'go' | 'seeFilters'>,
): FilterView {
  const words = WORDS[language];
  const { filterCount, filterGroups, showResults } = parts;
  return {
    show: ({ asked, labels, shown }) => {
      if (!shown) return;
      const { answer, counted } = shown;
      const groups = renderFacets({
        facets: answer.facets,
        counted,
        filters: asked.filters,
        uncounted: answer.uncounted,
        labels,
        language,
        view,
        onChange: (next) => go(change(asked, { filters: next })),
        onOpen: seeFilters,
      });
      const chosen = listFilters(asked).length;
      const idle = groups.length === 0 || (answer.total === 0 && chosen === 0);
      hideFilters(parts, !hasFilters(asked.scope) || idle);
      filterCount.textContent = chosen > 0 ? words.filtersChosen(chosen) : '';
      filterGroups.replaceChildren(...groups);
      showResults.textContent = words.showResults(formatTotal(answer));
    },
  };
}
