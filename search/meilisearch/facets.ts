import { filterNames } from '../record/filter-values.ts';
import type { FacetCount, Facets, FilterName, Filters } from '../contract.ts';
import { isAmong, isEqual } from './filter.ts';
import type { Query, Result } from './http.ts';
import { narrow } from './pages.ts';

/** Values of one name that a list shows. */
const MOST_VALUES = 50;

const attributeOf = (name: FilterName) => `values.${name}`;

/** Conditions of filters, leaving out those of one name. Names without values count for nothing. */
export function listFilters(filters: Filters, except?: FilterName): readonly string[] {
  return namesOf(filters).flatMap((name) => {
    const among = name === except ? null : isAmong(attributeOf(name), filters[name] ?? []);
    return among === null ? [] : [among];
  });
}

/** Names by which a question is narrowed. */
export function namesOf(filters: Filters): readonly FilterName[] {
  return filterNames.filter((name) => (filters[name]?.length ?? 0) > 0);
}

/** An index, what the question finds there, and how documents are counted. */
export interface Counted {
  readonly indexUid: string;
  readonly filter: string | null;
  readonly filters: Filters;
  /** The attribute of which each value counts once. */
  readonly distinct?: string;
}

function count({ indexUid, filter, distinct }: Counted, filters: readonly string[]): Query {
  return {
    indexUid,
    filter: narrow(filter, filters),
    page: 1,
    hitsPerPage: 0,
    ...(distinct && { distinct }),
  };
}

interface FacetQueries {
  readonly queries: readonly Query[];
  readonly read: (results: readonly Result[]) => Facets;
}

/** Counts of all names: each under the question and all filters but those of its own name. */
export function askFacets(counted: Counted): FacetQueries {
  const { filters } = counted;
  const chosen = namesOf(filters);
  const free = filterNames.filter((name) => !chosen.includes(name));
  const singles = chosen.flatMap((name) =>
    (filters[name] ?? []).slice(0, MOST_VALUES).map((value) => ({ name, value })),
  );
  const queries: readonly Query[] = [
    { ...count(counted, listFilters(filters)), facets: free.map(attributeOf) },
    ...chosen.map((name) => ({
      ...count(counted, listFilters(filters, name)),
      facets: [attributeOf(name)],
    })),
    ...singles.map(({ name, value }) =>
      count(counted, [...listFilters(filters, name), isEqual(attributeOf(name), value)]),
    ),
  ];
  const read = (results: readonly Result[]): Facets => {
    const facets: Partial<Record<FilterName, readonly FacetCount[]>> = {};
    for (const name of filterNames) {
      const at = chosen.indexOf(name) + 1;
      const counts = Object.entries(results[at]?.facets[attributeOf(name)] ?? {});
      const values = counts
        .map(([value, number]): FacetCount => ({ value, count: number }))
        .sort(compareCounts)
        .slice(0, MOST_VALUES);
      const shown = new Set(values.map(({ value }) => value));
      const extra = singles.flatMap((single, index): FacetCount[] =>
        single.name === name && !shown.has(single.value)
          ? [{ value: single.value, count: results[1 + chosen.length + index]?.total ?? 0 }]
          : [],
      );
      if (values.length + extra.length > 0) facets[name] = [...values, ...extra];
    }
    return facets;
  };
  return { queries, read };
}

function compareCounts(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}

/** How many there would be without all filters, and without those of each name. */
export function askHidden(counted: Counted): {
  readonly queries: readonly Query[];
  readonly read: (results: readonly Result[]) => {
    readonly total: number;
    readonly without: readonly { readonly name: FilterName; readonly total: number }[];
  };
} {
  const names = namesOf(counted.filters);
  return {
    queries: [
      count(counted, []),
      ...names.map((name) => count(counted, listFilters(counted.filters, name))),
    ],
    read: (results) => ({
      total: results[0]?.total ?? 0,
      without: names.map((name, at) => ({ name, total: results[at + 1]?.total ?? 0 })),
    }),
  };
}
