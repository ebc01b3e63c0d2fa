import { filterNames, scopes, sorts } from '#search/contract.ts';
import type { FilterName, Filters, Scope, Sort } from '#search/contract.ts';
import { cleanQuery } from '#search/record/spelling.ts';
import { upperCode } from '#core/terms/index.ts';
import { listedValues } from '#site/i18n/browser/listed-values.ts';

/** What is asked: all of it stands in the address, a long text as far as its start; nothing else does. */
export interface PageState {
  readonly text: string;
  /** Search for what is written, without a suggestion in its place. */
  readonly exact: boolean;
  readonly scope: Scope;
  readonly filters: Filters;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
}

export const HITS_PER_PAGE = 10;
/** No engine gives more than a thousand hits. */
export const MOST_PAGES = 100;
const MOST_VALUES = 20;

const ANY_VALUE = /^[^\p{Cc}\p{Cs}]{1,100}$/u;

/** What each filter takes from an address: one of a list, in the order a reader sees it, or what has a shape. */
const TAKEN = {
  ...listedValues,
  chain: ANY_VALUE,
  node: ANY_VALUE,
  industry: /^[A-Z](?:\d{2})?$/,
  ics: /^\d{2}(?:\.\d{3})?$/,
  ccs: /^[A-Z](?:\d{2})?$/,
  issuer: ANY_VALUE,
  year: /^\d{4}$/,
  city: /^[a-z0-9][a-z0-9-]{0,39}$/,
} as const satisfies Readonly<Record<FilterName, readonly string[] | RegExp>>;

/** All values of a filter that is a list, in the order a reader sees them; undefined for others. */
export function listKnownValues(name: FilterName): readonly string[] | undefined {
  const taken: readonly string[] | RegExp = TAKEN[name];
  return taken instanceof RegExp ? undefined : taken;
}

function isValue(name: FilterName, value: string): boolean {
  const taken: readonly string[] | RegExp = TAKEN[name];
  return taken instanceof RegExp ? taken.test(value) : taken.includes(value);
}

const pick = <T extends string>(all: readonly T[], asked: string | null, other: T): T =>
  all.find((each) => each === asked) ?? other;

/** Read from an address; what is not understood is left out. */
export function readState(params: URLSearchParams): PageState {
  const filters: Partial<Record<FilterName, readonly string[]>> = {};
  for (const name of filterNames) {
    const values = [...new Set(params.getAll(name))].filter((value) => isValue(name, value));
    if (values.length > 0) filters[name] = values.slice(0, MOST_VALUES);
  }
  const page = /^[1-9]\d{0,3}$/.test(params.get('page') ?? '') ? Number(params.get('page')) : 1;
  return {
    text: cleanQuery(params.get('q') ?? ''),
    exact: params.get('exact') === '1',
    scope: pick(scopes, params.get('scope'), 'standards'),
    filters,
    sort: pick(sorts, params.get('sort'), 'relevance'),
    page: Math.min(page, MOST_PAGES),
  };
}

/** Characters of a text in the address, as it is encoded: hosts refuse addresses that are longer than some 2,000. */
const LONGEST_IN_ADDRESS = 2_000;

/** The beginning of a text that has room in the address. */
function fitAddress(text: string): string {
  let length = 0;
  let fitting = '';
  for (const character of text) {
    length += new URLSearchParams({ q: character }).toString().length - 2;
    if (length > LONGEST_IN_ADDRESS) break;
    fitting += character;
  }
  return fitting;
}

/** The address's question mark and all after it; empty when nothing is asked. */
export function writeState({ text, exact, scope, filters, sort, page }: PageState): string {
  const params = new URLSearchParams();
  if (text !== '') params.set('q', fitAddress(text));
  if (exact && text !== '') params.set('exact', '1');
  if (scope !== 'standards') params.set('scope', scope);
  for (const name of filterNames) {
    for (const value of filters[name] ?? []) params.append(name, value);
  }
  if (sort !== 'relevance') params.set('sort', sort);
  if (page > 1) params.set('page', String(page));
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

/** Another question from the same page starts at its first page. */
export function change(state: PageState, changed: Partial<PageState>): PageState {
  return { ...state, page: 1, ...changed };
}

/** Filters narrow standards, alone or by clause; terms and systems have none. */
export function hasFilters(scope: Scope): boolean {
  return scope === 'standards' || scope === 'clauses';
}

/** Each chosen value with its name, in the order of the filters; none in scopes that have no filters. */
export function listFilters({
  filters,
  scope,
}: PageState): readonly { readonly name: FilterName; readonly value: string }[] {
  if (!hasFilters(scope)) return [];
  return filterNames.flatMap((name) => (filters[name] ?? []).map((value) => ({ name, value })));
}

/**
 * With a value chosen or not. Values of a name are alternatives, so a group takes the place of its field, and a field
 * that of its groups: together they would be as wide as the field.
 */
export function toggleFilter(
  filters: Filters,
  name: FilterName,
  value: string,
  chosen: boolean,
): Filters {
  const before = filters[name] ?? [];
  const others = before.filter(
    (each) =>
      each !== value &&
      !(chosen && (each === upperCode(name, value) || upperCode(name, each) === value)),
  );
  const { [name]: _replaced, ...rest } = filters;
  const values = chosen ? [...others, value] : others;
  return values.length > 0 ? { ...rest, [name]: values } : rest;
}

/** The filters without any value of a name; those given stay as they are. */
export function withoutFilter(filters: Filters, name: FilterName): Filters {
  const { [name]: _removed, ...rest } = filters;
  return rest;
}
