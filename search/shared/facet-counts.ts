import { filterNames } from '../contract.ts';
import type { FacetCount, FilterName, SearchRequest } from '../contract.ts';

/** Names whose counts are wanted, in the order a reader sees them. */
export function wantedNames({ facets = false }: SearchRequest): readonly FilterName[] {
  if (typeof facets === 'boolean') return facets ? filterNames : [];
  return filterNames.filter((name) => facets.includes(name));
}

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
