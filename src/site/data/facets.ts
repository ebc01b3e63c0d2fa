import { cutPages } from '#core/base/cuts.ts';
import { memo } from '#core/base/memo.ts';
import type { CatalogEntry, FacetName, Status } from '#core/catalog/index.ts';
import { families, statedNatures } from '#core/number/index.ts';
import { facetSources } from '#core/catalog/index.ts';
import { statusIds, statusTerms, upperCode, valuesOf } from '#core/terms/index.ts';
import type { Timed } from '#core/model/timed.ts';
import type { Library } from '#library/open.ts';
import type { ShownName } from '../views/shapes.ts';
import type { Facet } from './facet-names.ts';
import { listChains } from './chain-lists.ts';
import { hasRecordsPages } from './record-pages.ts';
import { listStatuses } from './status-lists.ts';

/** One list to browse: a value of a facet. */
export interface FacetPage {
  readonly facet: Facet;
  /** Folder name under the facet's: `01.140`, `current`, an issuer's name. */
  readonly id: string;
  readonly value: string;
  readonly count: Timed<number>;
  readonly hosted: number;
  /** `id` of the value one level up. */
  readonly parent?: string;
  readonly source: FacetName;
}

const STATUS_IDS: Readonly<Record<string, string>> = statusIds;

const KIND_ORDER: readonly string[] = families;
const NATURE_ORDER: readonly string[] = statedNatures;
const STATUS_ORDER: readonly string[] = valuesOf(statusTerms);

/** A folder name that every file system and server can carry; letters of any script stay. */
export function toFolderName(value: string): string {
  const name = value
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  return [...name].slice(0, 60).join('').toLowerCase() || 'x';
}

function idOf(facet: Facet, value: string): string {
  if (facet === 'status') return STATUS_IDS[value] ?? 'unknown';
  if (facet === 'text') return 'full';
  return toFolderName(value);
}

/** Values of a facet with their counts; of statuses and chains those to come too. */
function listValues(library: Library, source: FacetName) {
  const lists =
    source === 'status'
      ? listStatuses(library)
      : source === 'chain'
        ? listChains(library)
        : undefined;
  if (lists) {
    return [...lists].map(([value, { count, hosted }]) => ({
      value,
      count,
      hosted,
    }));
  }
  return library.catalog
    .facet(source)
    .map(({ value, count, hosted }) => ({ value, hosted, count: [{ value: count }] }));
}

function listPagesOf(library: Library, facet: Facet): readonly FacetPage[] {
  const { vocabulary } = library;
  const taken = new Set<string>();
  const pages = facetSources[facet].flatMap((source) =>
    listValues(library, source).flatMap(({ value, count, hosted }): readonly FacetPage[] => {
      if (facet === 'text' && value !== 'yes') return [];
      let id = idOf(facet, value);
      for (let n = 2; taken.has(id); n += 1) id = `${idOf(facet, value)}-${n}`;
      taken.add(id);
      const parent = upperCode(facet, value)?.toLowerCase();
      return [{ facet, id, value, count, hosted, source, ...(parent && { parent }) }];
    }),
  );
  const order = {
    kind: KIND_ORDER,
    nature: NATURE_ORDER,
    status: STATUS_ORDER,
    chain: vocabulary.chains.map(({ id }) => id),
  }[facet as 'kind'];
  if (!order) return pages;
  const rank = ({ value }: FacetPage) =>
    (order.indexOf(value) + order.length + 1) % (order.length + 1);
  return pages.toSorted((a, b) => rank(a) - rank(b));
}

const pagesOf = memo((library: Library) => memo((facet: Facet) => listPagesOf(library, facet)));

/** The values of a facet that have entries, in the order a reader expects. */
export function getFacetPages(library: Library, facet: Facet): readonly FacetPage[] {
  return pagesOf(library)(facet);
}

const byId = memo((pages: readonly FacetPage[]) => new Map(pages.map((page) => [page.id, page])));

/** The list of a facet with that id, the last part of its address; undefined where there is none. */
export function findFacetPage(library: Library, facet: Facet, id: string): FacetPage | undefined {
  return byId(getFacetPages(library, facet)).get(id);
}

const byValue = memo(
  (pages: readonly FacetPage[]) => new Map(pages.map((page) => [page.value, page])),
);

/** The list of a value, for links from metadata. */
export function findFacetValue(
  library: Library,
  facet: Facet,
  value: string,
): FacetPage | undefined {
  return byValue(getFacetPages(library, facet)).get(value);
}

const entriesOf = memo((library: Library) =>
  memo((page: FacetPage) => collectEntries(library, page)),
);

/** Entries of a list by number; of a status or a chain also those that will have it, each with the days it has. */
export function listEntries(
  library: Library,
  page: FacetPage,
): readonly Timed<CatalogEntry | null>[] {
  return entriesOf(library)(page);
}

/** Rows on a page of a list, about. */
const rowsPerPage = 50;

/** Pages of a list where there are very many records: who reads on narrows it, or goes by number. */
const mostPages = 10;

const cutOf = memo((library: Library) =>
  memo((page: FacetPage) => {
    const rows = listEntries(library, page);
    const cut = hasRecordsPages(library);
    // A page has no more than half as many again.
    return cutPages(
      cut ? rows.slice(0, mostPages * rowsPerPage * 2) : rows,
      (row) => row.find(({ value }) => value)?.value?.key ?? '',
      rowsPerPage,
    ).slice(0, cut ? mostPages : undefined);
  }),
);

/**
 * The pages of a list, at least one, each with its rows; a row that comes or goes changes few of them. Where not every record
 * has a page of its own, a long list ends after some.
 */
export function listFacetPages(
  library: Library,
  page: FacetPage,
): readonly (readonly Timed<CatalogEntry | null>[])[] {
  return cutOf(library)(page);
}

/** Whether a list has more standards than its pages show. */
export function isCutShort(library: Library, page: FacetPage): boolean {
  const shown = listFacetPages(library, page).reduce((sum, rows) => sum + rows.length, 0);
  return shown < listEntries(library, page).length;
}

function collectEntries(library: Library, page: FacetPage): readonly Timed<CatalogEntry | null>[] {
  if (page.facet === 'status') return listStatuses(library).get(page.value as Status)?.items ?? [];
  if (page.facet === 'chain') return listChains(library).get(page.value)?.items ?? [];
  return library.catalog.listFacet(page.source, page.value).map((value) => [{ value }]);
}

/** What the vocabulary calls a value; absent where it says nothing of it. */
export function findNames(
  { vocabulary, partners, settings }: Library,
  facet: Facet,
  value: string,
): ShownName | undefined {
  switch (facet) {
    case 'chain':
      return vocabulary.chains.find(({ id }) => id === value);
    case 'ics':
      return vocabulary.ics.get(value);
    case 'ccs':
      return vocabulary.ccs.get(value);
    case 'industry':
      return vocabulary.industries.get(value);
    case 'issuer':
      return vocabulary.bodies.get(value);
    case 'city':
      return (
        partners.find(({ id }) => id === value)?.name ??
        settings.city?.name ?? { zh: '本市', en: 'This city' }
      );
    default:
      return undefined;
  }
}
