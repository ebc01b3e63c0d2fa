import { gapsOf } from '../../core/systems/index.ts';
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

/** 0 nothing, to 4 complete; -1 where nothing is expected. */
export function heatOf({ counts: { coverage } }: Pick<Place, 'counts'>): number {
  if (coverage === null) return -1;
  if (coverage === 0) return 0;
  return coverage === 1 ? 4 : Math.min(3, 1 + Math.floor(coverage * 3));
}
