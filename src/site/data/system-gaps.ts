import { isEmpty } from '#core/systems/index.ts';
import type { Place } from '#core/systems/index.ts';

/**
 * How dark the square of a place is: 0 no standard at all (`isEmpty`), 1 none in force, then up to 5 complete; -1 where
 * nothing is expected and standards of other places apply.
 */
export function heatOf(place: Pick<Place<unknown>, 'counts' | 'rows' | 'related'>): number {
  const { coverage } = place.counts;
  if (isEmpty(place)) return 0;
  if (coverage === null) return -1;
  if (coverage === 0) return 1;
  return coverage === 1 ? 5 : Math.min(4, 2 + Math.floor(coverage * 3));
}
