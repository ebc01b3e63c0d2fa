import type { Card } from './cards.ts';
import type { Place } from './engine.ts';
import type { FacetView } from './facet-view.ts';
import type { PageEvents } from './page-events.ts';
import type { PageParts } from './page-parts.ts';
import type { SearchPage } from './reducer.ts';

/** What the first hits do without: what draws a whole answer, and finds what stands above its list. */
async function loadWhole() {
  const {
    createAnswerView,
    createFilterView,
    createToolView,
    findCards,
    renderCard,
    warmPlaceCard,
  } = await import('./whole-answer.ts');
  const finding = { findCards, warmPlaceCard };
  return { createAnswerView, createFilterView, createToolView, renderCard, finding };
}

type Loaded = Awaited<ReturnType<typeof loadWhole>>;

/** Finds what stands above a list. */
export type CardFinding = Loaded['finding'];

/** A whole answer with its filters and tools; what draws it is loaded once, and nothing is drawn before. */
export interface WholeView {
  /** Rejects when it cannot be had; it may be asked for again. */
  readonly load: () => Promise<CardFinding>;
  readonly show: (page: SearchPage) => void;
  readonly showFilters: (page: SearchPage) => void;
  /** Hits were picked or let go. */
  readonly showPicked: (page: SearchPage) => void;
  readonly renderCards: (cards: readonly Card[]) => readonly HTMLElement[];
}

/** The view of a whole answer; `facetView`: the groups of filters as the reader opens them. */
export function startWholeView(
  parts: PageParts,
  facetView: FacetView,
  place: Place,
  events: PageEvents,
): WholeView {
  let views: ReturnType<typeof createViews> | undefined;
  const createViews = (loaded: Loaded) => ({
    answer: loaded.createAnswerView(parts, place, events),
    filters: loaded.createFilterView(parts, facetView, place, events),
    tools: loaded.createToolView(parts, place, events),
    renderCard: loaded.renderCard,
  });
  return {
    load: async () => {
      const loaded = await loadWhole();
      views ??= createViews(loaded);
      return loaded.finding;
    },
    show: (page) => {
      views?.answer.show(page);
      views?.filters.show(page);
      views?.tools.show(page);
    },
    showFilters: (page) => views?.filters.show(page),
    showPicked: (page) => views?.tools.showPicked(page),
    renderCards: (cards) => cards.flatMap((card) => views?.renderCard(card, place) ?? []),
  };
}
