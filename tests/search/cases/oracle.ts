import type { Facets, FilterName, Filters } from '#search/contract.ts';
import { filterNames } from '#search/contract.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import { classifyNature } from '#core/number/index.ts';
import type { Library } from '#library/open.ts';

/** Values of a standard by name, read from the catalog without the code of either engine. */
export type Values = Readonly<Record<FilterName, readonly string[]>>;

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** By the spelling alone: `/T` and `/Z` say so; the rest of the division is held by the tests of the grammar. */
function readNature({ parsed, key }: CatalogEntry): readonly string[] {
  if (/^(?:GB|GBZ|DB\d+|[A-Z]{2,3}|NB\/SH)\/T /.test(key)) return ['recommended'];
  if (/^(?:GB|DB\d+|[A-Z]{2,3})\/Z /.test(key)) return ['guidance'];
  const nature = parsed === null ? null : classifyNature(parsed);
  return nature === null ? [] : [nature];
}

function readValues(entry: CatalogEntry, { catalog, systems }: Library): Values {
  const { row, ics, ccs, industries } = entry;
  const { chains, places } = systems.facetsOf(entry);
  return {
    kind: [entry.family],
    nature: readNature(entry),
    status: [catalog.statusOf(entry).status],
    text: row ? ['yes'] : [],
    chain: unique([...entry.chains, ...chains]),
    node: unique(places),
    industry: unique(industries.flatMap((code) => [code.slice(0, 1), code.slice(0, 3)])),
    ics: unique(
      ics.flatMap((code) => [code.slice(0, 2), ...(code.length >= 6 ? [code.slice(0, 6)] : [])]),
    ),
    ccs: unique(
      ccs.flatMap((code) => {
        const bare = code.replaceAll(' ', '');
        return bare.length >= 3 ? [bare.slice(0, 1), bare.slice(0, 3)] : [bare.slice(0, 1), bare];
      }),
    ),
    issuer: unique(entry.issuers),
    year: entry.year === undefined ? [] : [entry.year],
    city: entry.city === undefined ? [] : [entry.city],
    provision: Object.entries(row?.provisions ?? {})
      .filter(([, count]) => count > 0)
      .map(([type]) => type),
  };
}

/** What is right, by the catalog alone. */
export interface Oracle {
  readonly entries: readonly CatalogEntry[];
  readonly entryOf: (slug: string) => CatalogEntry;
  readonly valuesOf: (slug: string) => Values;
  /** Slugs of those that pass the filters, `except` one name. */
  readonly pass: (
    slugs: readonly string[],
    filters: Filters,
    except?: FilterName,
  ) => readonly string[];
  /** Counts of each name among slugs, under the filters of all other names. */
  readonly count: (slugs: readonly string[], filters: Filters) => Counts;
}

export type Counts = Readonly<Record<FilterName, ReadonlyMap<string, number>>>;

export function openOracle(library: Library): Oracle {
  const { entries } = library.catalog;
  const bySlug = new Map(
    entries.map((entry) => [entry.slug, { entry, values: readValues(entry, library) }]),
  );
  const find = (slug: string) => {
    const found = bySlug.get(slug);
    if (!found) throw new Error(`the library has no ${slug}`);
    return found;
  };
  const pass: Oracle['pass'] = (slugs, filters, except) =>
    slugs.filter((slug) =>
      filterNames.every((name) => {
        const wanted = name === except ? undefined : filters[name];
        return !wanted || wanted.some((value) => find(slug).values[name].includes(value));
      }),
    );
  const countName = (slugs: readonly string[], name: FilterName) => {
    const counts = new Map<string, number>();
    for (const slug of slugs) {
      for (const value of find(slug).values[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  return {
    entries,
    entryOf: (slug) => find(slug).entry,
    valuesOf: (slug) => find(slug).values,
    pass,
    count: (slugs, filters) =>
      Object.fromEntries(
        filterNames.map((name) => [name, countName(pass(slugs, filters, name), name)]),
      ) as Record<FilterName, Map<string, number>>,
  };
}

/** In what the counts of an answer are not those they should be; empty when all is right. */
export function findFaults(
  facets: Facets,
  counts: Partial<Counts>,
  filters: Filters,
): readonly string[] {
  const faults: string[] = [];
  for (const name of filterNames) {
    const right = counts[name];
    if (!right) continue;
    const given = facets[name] ?? [];
    for (const { value, count } of given) {
      if (count !== (right.get(value) ?? 0)) {
        faults.push(`${name} ${value}: ${count}, not ${right.get(value) ?? 0}`);
      }
    }
    const known = new Set(given.map(({ value }) => value));
    if (known.size !== given.length) faults.push(`${name} has a value twice`);
    const chosen = filters[name] ?? [];
    if (given.length > 50 + chosen.length) faults.push(`${name} has ${given.length} values`);
    const least = given.filter(({ value }) => !chosen.includes(value)).at(-1)?.count ?? 0;
    const missed = [...right].filter(
      ([value, count]) => !known.has(value) && (given.length < 50 || count > least),
    );
    for (const [value, count] of missed) faults.push(`${name} ${value} (${count}) is missing`);
    const order = given.map(({ count }) => count);
    if (order.some((count, at) => at > 0 && count > (order[at - 1] ?? 0))) {
      const tail = given.slice(-chosen.length);
      const isTail = tail.every(({ value }) => chosen.includes(value));
      if (!isTail) faults.push(`${name} is not in order of counts: ${order.join(' ')}`);
    }
  }
  return faults;
}
