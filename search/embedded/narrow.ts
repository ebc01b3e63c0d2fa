import { filterNames } from '../contract.ts';
import type { FacetCount, Facets, FilterName, Filters } from '../contract.ts';
import type { Column } from './directory/columns.ts';
import { listCounts } from '../shared/facet-counts.ts';
import { unique } from '../record/spelling.ts';

/** Columns of the names that were asked for; null for a name no record has a value of. */
export type Columns = ReadonlyMap<FilterName, Column | null>;

/** Filters with something chosen, of names there are. */
export function listChosen(filters: Filters = {}): readonly (readonly [FilterName, Set<string>])[] {
  return filterNames.flatMap((name) => {
    const values = filters[name] ?? [];
    return values.length > 0 ? [[name, new Set(values)] as const] : [];
  });
}

/** Which filters a record fails: none, one by its name, or several. */
export type CandidateFilter = (id: number) => FilterName | 'several' | null;

/**
 * Tells of an id which name of the filters it fails: null for none, `several` for more than one. Names without a
 * loaded column are passed over.
 */
export function createFilter(filters: Filters, columns: Columns): CandidateFilter {
  const tests = listChosen(filters).flatMap(([name, chosen]) => {
    const column = columns.get(name);
    if (column === undefined) return [];
    const passing = column?.sets.map((set) =>
      set.some((place) => chosen.has(column.values[place] ?? '')),
    );
    return [{ name, codes: column?.codes, passing }];
  });
  return (id) => {
    let failed: FilterName | null = null;
    for (const { name, codes, passing } of tests) {
      if (codes && passing?.[codes[id] ?? -1]) continue;
      if (failed !== null) return 'several';
      failed = name;
    }
    return failed;
  };
}

/** Counts of each name under all filters but its own. */
export function countFacets(
  ids: readonly number[],
  judge: CandidateFilter,
  columns: Columns,
  filters: Filters = {},
): Facets {
  const tallies = [...columns].flatMap(([name, column]) =>
    column ? [{ name, column, counts: new Uint32Array(column.sets.length) }] : [],
  );
  const byName = new Map(tallies.map((tally) => [tally.name, [tally]]));
  for (const id of ids) {
    const failed = judge(id);
    if (failed === 'several') continue;
    for (const { column, counts } of failed === null ? tallies : (byName.get(failed) ?? [])) {
      const set = column.codes[id] ?? 0;
      counts[set] = (counts[set] ?? 0) + 1;
    }
  }
  const facets: Partial<Record<FilterName, readonly FacetCount[]>> = {};
  for (const { name, column, counts } of tallies) {
    const sums = new Map<string, number>();
    column.sets.forEach((set, at) => {
      const count = counts[at] ?? 0;
      if (count === 0) return;
      for (const place of set) {
        const value = column.values[place] ?? '';
        sums.set(value, (sums.get(value) ?? 0) + count);
      }
    });
    const listed = listSums(sums, filters[name]);
    if (listed.length > 0) facets[name] = listed;
  }
  return facets;
}

/** Counts of values as a list of a filter shows them. */
export function listSums(
  sums: ReadonlyMap<string, number>,
  chosen: readonly string[] = [],
): readonly FacetCount[] {
  return listCounts(
    [...sums].map(([value, count]) => ({ value, count })),
    unique(chosen).map((value) => ({ value, count: sums.get(value) ?? 0 })),
  );
}
