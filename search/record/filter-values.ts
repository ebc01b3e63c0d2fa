import type { Catalog, CatalogEntry, FacetName } from '#core/catalog/index.ts';
import { facetValues } from '#core/catalog/facets.ts';
import type { Systems } from '#core/systems/index.ts';
import type { FilterName } from './filter-names.ts';

/** Values of one standard by name; names without a value are left out. */
export type FilterValues = Readonly<Partial<Record<FilterName, readonly string[]>>>;

/** Facets of the catalog that make up each name: a field and a group of ICS, a class and a code of CCS. */
const SOURCES: readonly (readonly [FilterName, readonly FacetName[]])[] = [
  ['kind', ['family']],
  ['nature', ['nature']],
  ['status', ['status']],
  ['industry', ['industry']],
  ['ics', ['ics-field', 'ics-group']],
  ['ccs', ['ccs-class', 'ccs']],
  ['issuer', ['issuer']],
  ['year', ['year']],
];

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
  for (const [name, facets] of SOURCES) {
    add(
      name,
      facets.flatMap((facet) => facetValues(entry, facet, catalog.statusOf)),
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
