import type { Catalog, CatalogEntry } from '#core/catalog/index.ts';
import { facetSources, facetValues } from '#core/catalog/facets.ts';
import type { Systems } from '#core/systems/index.ts';
import type { FilterName } from './filter-names.ts';

/** Values of one standard by name; names without a value are left out. */
export type FilterValues = Readonly<Partial<Record<FilterName, readonly string[]>>>;

/** Names whose values are those of the catalog; of the others `valuesOf` says where they come from. */
const fromCatalog = [
  'kind',
  'nature',
  'status',
  'industry',
  'ics',
  'ccs',
  'issuer',
  'year',
  'city',
] as const;

/**
 * What a standard is found under, on the day the catalog is for. `text`: `yes` when hosted; `chain`: as it says itself and
 * as systems of that chain say; `node`: `<system>/<place>`.
 */
export function valuesOf(
  entry: CatalogEntry,
  catalog: Catalog,
  systems: Pick<Systems, 'facetsOf'>,
): FilterValues {
  const values: Partial<Record<FilterName, readonly string[]>> = {};
  const add = (name: FilterName, list: readonly string[]) => {
    if (list.length > 0) values[name] = [...new Set(list)];
  };
  for (const name of fromCatalog) {
    add(
      name,
      facetSources[name].flatMap((facet) => facetValues(entry, facet, catalog.statusOf)),
    );
  }
  const { chains, places } = systems.facetsOf(entry);
  add('chain', chains);
  add('node', places);
  const { row } = entry;
  if (row) {
    add('text', ['yes']);
    add('provision', Object.keys(row.provisions));
  }
  return values;
}
