import type { Facets, FilterName, MatchKind, SearchAnswer, SearchRequest } from '../contract.ts';
import { unique } from '../record/spelling.ts';
import { listCounts, wantedNames } from '../shared/facet-counts.ts';
import { readFilters } from './facets.ts';
import { listValues } from './read.ts';
import type { Document } from './read.ts';

/** A standard that holds much of a question. */
export interface BestStandard {
  readonly document: Document;
  readonly match: MatchKind;
  /** Best first. */
  readonly clauses: readonly BestClause[];
}

interface BestClause {
  readonly document: Document;
  readonly provisions: readonly string[];
  /** What is marked in its text. */
  readonly listMarks: (text: string) => readonly string[];
}

export interface NarrowedBest {
  readonly listed: readonly BestStandard[];
  readonly facets: Facets;
  readonly hidden?: SearchAnswer['hidden'];
}

/** Standards that pass the filters, in the order asked for, and counts of all: there are few, and they are all at hand. */
export function narrowBest(best: readonly BestStandard[], request: SearchRequest): NarrowedBest {
  const { filters, scope } = request;
  const { names, valuesOf } = readFilters(filters);
  const inScope = best.filter(({ clauses }) => scope !== 'clauses' || clauses.length > 0);
  const fails = (each: BestStandard) =>
    names.filter((name) => !listOwn(each, name).some((own) => valuesOf(name).includes(own)));
  const failed = inScope.map((each) => ({ each, names: fails(each) }));
  const without = (name?: FilterName) =>
    failed.filter((one) => one.names.every((own) => own === name)).map(({ each }) => each);
  const listed = without();
  const provisions = valuesOf('provision');
  const narrow = (each: BestStandard): BestStandard => ({
    ...each,
    clauses: each.clauses.filter((clause) =>
      clause.provisions.some((own) => provisions.includes(own)),
    ),
  });
  const facets: Partial<Record<FilterName, Facets[FilterName]>> = {};
  for (const name of wantedNames(request)) {
    const values = without(name).flatMap((each) => listOwn(each, name));
    const counts = countValues(values);
    const counted = listCounts(
      counts,
      valuesOf(name).map(
        (value) => counts.find((each) => each.value === value) ?? { value, count: 0 },
      ),
    );
    if (counted.length > 0) facets[name] = counted;
  }
  return {
    listed: sortBest(provisions.length > 0 ? listed.map(narrow) : listed, request),
    facets,
    ...(listed.length === 0 &&
      names.length > 0 && {
        hidden: {
          total: inScope.length,
          without: names.map((name) => ({ name, total: without(name).length })),
        },
      }),
  };
}

/** Values of a standard; provisions are those of its clauses that may answer. */
function listOwn({ document, clauses }: BestStandard, name: FilterName): readonly string[] {
  return name === 'provision'
    ? unique(clauses.flatMap(({ provisions }) => provisions))
    : unique(listValues(document, name));
}

function countValues(values: readonly string[]) {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

const ORDERS = { issued: 'issued', implemented: 'implemented', number: 'numberOrder' } as const;

/** Days newest first, numbers in their own order; what has none last, and what is equal as it was. */
function sortBest(
  listed: readonly BestStandard[],
  { sort = 'relevance' }: SearchRequest,
): readonly BestStandard[] {
  if (sort === 'relevance') return listed;
  const keyOf = ({ document }: BestStandard) => {
    const key = document[ORDERS[sort]];
    return typeof key === 'string' ? key : '';
  };
  const newest = sort === 'number' ? 1 : -1;
  return [...listed].sort((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === right) return 0;
    if (left === '' || right === '') return left === '' ? 1 : -1;
    return left < right ? -newest : newest;
  });
}
