import { gapsOf, isEmpty } from '../../core/systems/index.ts';
import type { Gaps, Place, System } from '../../core/systems/index.ts';
import type { Library } from '../../library/open.ts';

const kept = new WeakMap<System, Gaps>();

export function getGaps({ catalog }: Library, system: System): Gaps {
  let gaps = kept.get(system);
  if (!gaps) kept.set(system, (gaps = gapsOf(system, catalog)));
  return gaps;
}

/** Kinds of gaps, in the order of the columns; also the ids of their lists. */
export const gapKinds = ['old', 'stale', 'enterprise', 'empty', 'adoption'] as const;
export type GapKind = (typeof gapKinds)[number];

export function countGap(gaps: Gaps, kind: GapKind): number {
  return {
    old: gaps.old,
    stale: gaps.staleReferences,
    enterprise: gaps.enterpriseOnly,
    empty: gaps.empty,
    adoption: gaps.withoutAdoption,
  }[kind].length;
}

/** Of all lists of a system, with what is missing. */
export function countGaps(library: Library, system: System): number {
  const gaps = getGaps(library, system);
  return gapKinds.reduce((sum, kind) => sum + countGap(gaps, kind), system.counts.missing);
}

/**
 * How dark the square of a place is: 0 no standard at all (`isEmpty`), 1 none in force, then up to 5 complete; -1 where
 * nothing is expected and standards of other places apply.
 */
export function heatOf(place: Pick<Place, 'counts' | 'rows' | 'related'>): number {
  const { coverage } = place.counts;
  if (isEmpty(place)) return 0;
  if (coverage === null) return -1;
  if (coverage === 0) return 1;
  return coverage === 1 ? 5 : Math.min(4, 2 + Math.floor(coverage * 3));
}
