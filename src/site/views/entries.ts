import type { CatalogEntry, Relation } from '#core/catalog/index.ts';
import { holdsOn } from '#core/model/partner.ts';
import { pickFacts } from '#core/model/standard-facts.ts';
import type { Library } from '#library/open.ts';
import { isCoded } from '#core/terms/index.ts';
import type { Facet } from '../data/facet-names.ts';
import { findFacetValue, findNames } from '../data/facets.ts';
import type { FacetPage } from '../data/facets.ts';
import { memo } from '#core/base/memo.ts';
import { recordsPageOf } from '../data/record-pages.ts';
import type { ShownEntry, ShownList, ShownMention, ShownValue } from './shapes.ts';

/** What the entries of a library are looked up in. */
type WithCatalog = Pick<Library, 'catalog'>;

const namedOf = memo(({ catalog }: WithCatalog) =>
  memo((entry: CatalogEntry): ShownEntry => {
    const { row } = entry;
    const { withdrawn: _withdrawn, ...facts } = pickFacts(entry);
    return {
      ...facts,
      hosted: row !== undefined,
      sample: row?.meta.sample ?? false,
      ...(entry.origin && { origin: entry.origin.short }),
      ...(isRecognised(catalog, entry) && { recognised: true }),
      status: catalog.statusOf(entry).status,
      facts: catalog.laterOf(entry).length > 0 ? catalog.factsOf(entry) : undefined,
    };
  }),
);

const entriesOf = memo((library: Library) =>
  memo((entry: CatalogEntry): ShownEntry => {
    const among = recordsPageOf(library, entry);
    const shown = showNamed(library, entry);
    return among === undefined ? shown : { ...shown, among };
  }),
);

/** Whether a recognition of an entry holds on the day of a catalog. */
export function isRecognised(catalog: Library['catalog'], entry: CatalogEntry): boolean {
  return catalog.recognitionsOf(entry).some((each) => holdsOn(each, catalog.asOf));
}

/** An entry as lists and sentences show it; the same object each time. */
export function showEntry(library: Library, entry: CatalogEntry): ShownEntry {
  return entriesOf(library)(entry);
}

/** An entry that a system has, as pages show it: it has a page of its own. */
export function showNamed(library: WithCatalog, entry: CatalogEntry): ShownEntry {
  return namedOf(library)(entry);
}

/** A standard that is named by its key, known or not. */
export function showMention(library: Library, key: string, partial?: string): ShownMention {
  const entry = library.catalog.byKey(key);
  return {
    number: entry?.number ?? key.replace(/-(\d{4})$/, '—$1'),
    entry: entry && showEntry(library, entry),
    partial,
  };
}

/** Standards that replace one or are replaced by it, in their order, as a page names them; `partial` is kept. */
export function showRelations(
  library: Library,
  relations: readonly Relation[],
): readonly ShownMention[] {
  return relations.map(({ key, partial }) => showMention(library, key, partial));
}

/** A value of a facet with its own list, or that of the narrowest wider code which has one. */
export function showValue(library: Library, facet: Facet, value: string): ShownValue {
  return {
    facet,
    value,
    names: findNames(library, facet, value),
    id: findList(library, facet, value),
  };
}

function findList(library: Library, facet: Facet, value: string): string | undefined {
  for (let length = value.length; length > 0; length -= 1) {
    const page = findFacetValue(library, facet, value.slice(0, length));
    if (page || !isCoded(facet)) return page?.id;
  }
  return undefined;
}

/** A list to browse as other pages lead to it: its address, its names and its counts. */
export function showList(library: Library, page: FacetPage): ShownList {
  const { facet, value, id, count, hosted } = page;
  return { facet, value, id, count, hosted, names: findNames(library, facet, value) };
}

/** English names of bodies, by their Chinese ones; those without are left out. */
export function nameBodies(
  { vocabulary }: Pick<Library, 'vocabulary'>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const en = vocabulary.bodies.get(name)?.en;
      return en ? [[name, en]] : [];
    }),
  );
}
