import type { ClauseAlignment } from './align-clauses.ts';
import type { UnitAlignment } from './align-units.ts';
import type { ChangeList } from './changes.ts';
import type { ComparableText } from './model.ts';
import type { Places } from './normalise.ts';
import type { Parts } from './parts.ts';
import type { ClauseContent, Unit } from './units.ts';

/** How far a comparison is: steps done and all there are. */
export interface CompareProgress {
  readonly done: number;
  readonly total: number;
}

/** All units of a text in its order, and where those of each clause begin. */
export interface UnitList {
  readonly contents: readonly ClauseContent[];
  readonly units: readonly Unit[];
  readonly starts: readonly number[];
}

/** All that is known of two texts when their sections are put together. */
export interface SectionContext {
  readonly texts: { readonly from: ComparableText; readonly to: ComparableText };
  readonly lists: { readonly from: UnitList; readonly to: UnitList };
  readonly clauses: ClauseAlignment;
  readonly moves: ReadonlyMap<number, 'renumbered' | 'moved'>;
  readonly exhibits: ReadonlyMap<number, number>;
  readonly aligned: UnitAlignment;
  readonly parts: Parts;
  readonly places: Places;
  readonly changes: ChangeList;
  readonly progress: CompareProgress;
}

/** Clauses of one text or of both, by index. */
export interface Spot {
  readonly from?: number;
  readonly to?: number;
}
