import type { SearchHit } from '#search/contract.ts';
import type { Go } from './controls.ts';

/** What the reader does on the page. */
export interface PageEvents {
  /** Asks something else. */
  readonly go: Go;
  /** Does so and is led to the top of the list. */
  readonly turn: Go;
  readonly retry: () => void;
  readonly pick: (hit: SearchHit, picked: boolean) => void;
  readonly unpick: () => void;
  /** Sees filters, counted or not. */
  readonly seeFilters: () => void;
}
