import { filterNames } from '../contract.ts';
import type { FacetCount, Facets, FilterName, Filters } from '../contract.ts';
import type { Column } from '../directory/columns.ts';

/** Columns of the names that were asked for; null for a name no record has a value of. */
export type Columns = ReadonlyMap<FilterName, Column | null>;

const MOST_VALUES = 50;

/** Filters with something chosen, of names there are. */
export function listChosen(filters: Filters = {}): readonly (readonly [FilterName, Set<string>])[] {
  return filterNames.flatMap((name) => {
    const values = filters[name] ?? [];
    return values.length > 0 ? [[name, new Set(values)] as const] : [];
  });
}

/** Which filters a record fails: none, one by its name, or several. */
export type Judge = (id: number) => FilterName | 'several' | null;

/** Names without a loaded column are passed over. */
export function makeJudge(filters: Filters, columns: Columns): Judge {
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
  judge: Judge,
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
    const listed = listCounts(sums, filters[name]);
    if (listed.length > 0) facets[name] = listed;
  }
  return facets;
}

/** Most frequent first, fifty at most, and those chosen, which may have none. */
export function listCounts(
  sums: ReadonlyMap<string, number>,
  chosen: readonly string[] = [],
): readonly FacetCount[] {
  const all = [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const shown = all.slice(0, MOST_VALUES);
  const have = new Set(shown.map(({ value }) => value));
  const others = [...new Set(chosen)]
    .filter((value) => !have.has(value))
    .map((value) => ({ value, count: sums.get(value) ?? 0 }));
  return [...shown, ...others];
}
