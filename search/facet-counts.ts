import type { FacetCount } from './contract.ts';

/** Values of one name that a list shows. */
export const MOST_VALUES = 50;

/** Most frequent first, `MOST_VALUES` at most, and those chosen, which may have no hits. */
export function listCounts(
  counts: readonly FacetCount[],
  chosen: readonly FacetCount[],
): readonly FacetCount[] {
  const shown = [...counts]
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
  const have = new Set(shown.map(({ value }) => value));
  return [...shown, ...chosen.filter(({ value }) => !have.has(value))];
}
