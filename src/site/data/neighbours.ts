import { memo } from '#core/base/memo.ts';
import { collectAdoptions, listNeighbours, listReferenceDays } from '#core/catalog/index.ts';
import type { Catalog, CatalogEntry, Neighbour } from '#core/catalog/index.ts';
import type { Place } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';

const adoptionsOf = memo(({ rows }: Library) => collectAdoptions(rows));

/** Texts that must cite a standard which is known by its facts only, before it has a page of its references. */
const leastCiting = 10;

/** Whether a standard has a page of its references: any relation where its text is here, else many texts that cite it. */
export function hasReferences(library: Library, entry: CatalogEntry): boolean {
  const { catalog } = library;
  const { row } = entry;
  if (!row) return catalog.citedBy(entry).length >= leastCiting;
  return (
    row.meta.adopts.length > 0 ||
    row.citations.length > 0 ||
    catalog.citedBy(entry).length > 0 ||
    catalog.replacesOf(entry).length > 0 ||
    catalog.replacedByOf(entry).length > 0 ||
    catalog.amends(entry) !== undefined ||
    catalog.amendmentsOf(entry).length > 0
  );
}

/** The neighbours of a standard on the day of a catalog. */
export function neighboursOf(
  library: Library,
  entry: CatalogEntry,
  catalog: Catalog,
): readonly Neighbour[] {
  return listNeighbours(entry, catalog, adoptionsOf(library));
}

/** Days on which the neighbours of a standard may be others. */
export function listNeighbourDays({ catalog }: Library, { row }: CatalogEntry): readonly string[] {
  return row ? listReferenceDays(row, catalog) : [];
}

/** The standards of a place of a system, of its own and of others that apply there, each once. */
export function listMembers({ rows, related }: Place): readonly CatalogEntry[] {
  const entries = [...rows, ...related].flatMap(({ subject }) =>
    subject.kind === 'standard' ? [subject.entry] : [],
  );
  return [...new Set(entries)];
}

/** Whether a place has a page of the references of its standards: one of them has its text here. */
export function placeHasReferences(library: Library, place: Place): boolean {
  return listMembers(place).some((entry) => entry.row && hasReferences(library, entry));
}
