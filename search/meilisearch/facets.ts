import type { FacetCount, Facets, FilterName, Filters, SearchAnswer } from '../contract.ts';
import { listCounts, MOST_VALUES } from '../shared/facet-counts.ts';
import { filterNames } from '../record/filter-names.ts';
import { provisionTypes } from '../record/provision-types.ts';
import { unique } from '../record/spelling.ts';
import { isAmong, isEqual } from './filter.ts';
import type { Condition } from './filter.ts';
import type { Query, Result } from './http.ts';
import { narrow } from './pages.ts';

/** The attribute of a document that holds the values of a filter. */
export const attributeOf = (name: FilterName) => `values.${name}`;

/** What a reader has chosen, as conditions. */
export interface Narrowing {
  readonly names: readonly FilterName[];
  readonly valuesOf: (name: FilterName) => readonly string[];
  /** Of all names, or of all but one. */
  readonly conditions: (except?: FilterName) => readonly string[];
}

/**
 * Filters as conditions of the server; names without values are left out. `instead`: conditions that stand for those
 * of a name.
 */
export function readFilters(
  filters: Filters = {},
  instead: Readonly<Partial<Record<FilterName, string>>> = {},
): Narrowing {
  const valuesOf = (name: FilterName) => unique(filters[name] ?? []);
  const names = filterNames.filter((name) => valuesOf(name).length > 0);
  return {
    names,
    valuesOf,
    conditions: (except) =>
      names.flatMap((name) => {
        const among = instead[name] ?? isAmong(attributeOf(name), valuesOf(name));
        return name === except || among === null ? [] : [among];
      }),
  };
}

/** An index, what the question finds there, and how documents are counted. */
export interface Counted {
  readonly indexUid: string;
  readonly filter: Condition;
  readonly narrowing: Narrowing;
  /** The attribute of which each value counts once. */
  readonly distinct?: string;
}

/** A query whose answer has the exact count of what passes the filter and all conditions, and no hits. */
export function countQuery(
  { indexUid, filter, distinct }: Omit<Counted, 'narrowing'>,
  conditions: readonly string[],
): Query {
  return {
    indexUid,
    filter: narrow(filter, conditions),
    page: 1,
    hitsPerPage: 0,
    ...(distinct && { distinct }),
  };
}

/** Questions to ask along, and how their answers are read. */
export interface SubQueries<T> {
  readonly queries: readonly Query[];
  readonly read: (results: readonly Result[]) => T;
}

/**
 * Counts of names: each under the question and all filters but those of its own name. The first query is under all filters;
 * `always`: it is asked even where no name is counted.
 */
export function askFacets(
  counted: Counted,
  names: readonly FilterName[],
  always = false,
): SubQueries<Facets> {
  if (names.length === 0 && !always) return { queries: [], read: () => ({}) };
  const { narrowing } = counted;
  const chosen = narrowing.names.filter((name) => names.includes(name));
  const free = names.filter((name) => !chosen.includes(name));
  const singles = chosen.flatMap((name) =>
    narrowing
      .valuesOf(name)
      .slice(0, MOST_VALUES)
      .map((value) => ({ name, value })),
  );
  const queries: readonly Query[] = [
    { ...countQuery(counted, narrowing.conditions()), facets: free.map(attributeOf) },
    ...chosen.map((name) => ({
      ...countQuery(counted, narrowing.conditions(name)),
      facets: [attributeOf(name)],
    })),
    ...singles.map(({ name, value }) =>
      countQuery(counted, [...narrowing.conditions(name), isEqual(attributeOf(name), value)]),
    ),
  ];
  const read = (results: readonly Result[]): Facets => {
    const facets: Partial<Record<FilterName, readonly FacetCount[]>> = {};
    for (const name of names) {
      const at = chosen.indexOf(name) + 1;
      const counts = Object.entries(results[at]?.facets[attributeOf(name)] ?? {});
      const known = singles.flatMap((single, index) =>
        single.name === name
          ? [{ value: single.value, count: results[1 + chosen.length + index]?.total ?? 0 }]
          : [],
      );
      const listed = listCounts(
        counts.map(([value, count]) => ({ value, count })),
        known,
      );
      if (listed.length > 0) facets[name] = listed;
    }
    return facets;
  };
  return { queries, read };
}

/** The clauses that are counted by the kinds of their provisions: it tells which kinds standards are to be counted by. */
export function askProvisions(counted: Counted): SubQueries<ProvisionCounts> {
  const { narrowing, distinct: _, ...clauses } = counted;
  const attribute = attributeOf('provision');
  return {
    queries: [{ ...countQuery(clauses, narrowing.conditions('provision')), facets: [attribute] }],
    read: ([result]) => ({ counted, clauses: result?.facets[attribute] ?? {} }),
  };
}

/** What `askProvisions` learns. */
interface ProvisionCounts {
  readonly counted: Counted;
  readonly clauses: Readonly<Record<string, number>>;
}

/** Clauses of which a server tells the standards one by one within some 10 ms of its processor. */
const MOST_TOLD_APART = 5_000;

/** Whether to count standards by the kinds of these clauses takes longer than to find them. */
export function isDear({ clauses }: ProvisionCounts): boolean {
  return provisionTypes.some((kind) => (clauses[kind] ?? 0) > MOST_TOLD_APART);
}

/**
 * Standards by the provisions of those of their clauses that are counted: one question for each kind of which there are several
 * clauses, since a count of values where each standard counts once would know but one clause of it.
 */
export async function countProvisions(
  { counted, clauses }: ProvisionCounts,
  ask: (queries: readonly Query[]) => Promise<readonly Result[]>,
): Promise<Facets> {
  const { narrowing } = counted;
  const conditions = narrowing.conditions('provision');
  const chosen = narrowing.valuesOf('provision').slice(0, MOST_VALUES);
  const kinds = unique([...provisionTypes, ...chosen]);
  const several = kinds.filter((kind) => (clauses[kind] ?? 0) > 1);
  const results = await ask(
    several.map((kind) =>
      countQuery(counted, [...conditions, isEqual(attributeOf('provision'), kind)]),
    ),
  );
  const counts = kinds.map((value) => {
    const at = several.indexOf(value);
    return { value, count: at < 0 ? (clauses[value] ?? 0) : (results[at]?.total ?? 0) };
  });
  const provision = listCounts(
    counts.filter(({ count }) => count > 0),
    counts.filter(({ value }) => chosen.includes(value)),
  );
  return provision.length > 0 ? { provision } : {};
}

/** How many there would be without all filters, and without those of each name. */
export function askHidden(counted: Counted): SubQueries<NonNullable<SearchAnswer['hidden']>> {
  const { names, conditions } = counted.narrowing;
  return {
    queries: [
      countQuery(counted, []),
      ...names.map((name) => countQuery(counted, conditions(name))),
    ],
    read: (results) => ({
      total: results[0]?.total ?? 0,
      without: names.map((name, at) => ({ name, total: results[at + 1]?.total ?? 0 })),
    }),
  };
}
