import type { SearchAnswer } from '#search/contract.ts';
import { HITS_PER_PAGE, MOST_PAGES } from './state.ts';

/** Pages of a list as far as they are known. */
export interface Pages {
  readonly known: number;
  /** There may be more behind them. */
  readonly more: boolean;
}

/** How many standards, terms and systems a page of an answer has. */
export function countShown({ hits, terms, systems }: SearchAnswer): number {
  return hits.length + terms.length + systems.length;
}

/** Pages there are by the total, and by the page shown where the total is but a lower bound. */
export function countPages(answer: SearchAnswer, page: number): Pages {
  const { total, exact } = answer;
  const shown = countShown(answer);
  const least = exact || shown === 0 ? 0 : page;
  const known = Math.min(Math.max(Math.ceil(total / HITS_PER_PAGE), least), MOST_PAGES);
  const more = !exact && shown === HITS_PER_PAGE && known < MOST_PAGES;
  return { known, more };
}
