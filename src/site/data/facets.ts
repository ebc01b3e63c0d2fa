import type { CatalogEntry, FacetName } from '../../core/catalog/index.ts';
import { families, statedNatures } from '../../core/number/index.ts';
import type { Language } from '../../core/model/standard.ts';
import type { Library } from '../../library/open.ts';
import { messagesOf } from '../i18n/index.ts';
import { chooseLabel } from '../lib/labels.ts';
import type { Label } from '../lib/labels.ts';

export const FACETS = [
  'kind',
  'nature',
  'status',
  'chain',
  'ics',
  'ccs',
  'industry',
  'issuer',
  'year',
  'text',
] as const;

/** A way to browse; also the folder under `/browse/`. */
export type Facet = (typeof FACETS)[number];

/** One list to browse: a value of a facet. */
export interface FacetPage {
  readonly facet: Facet;
  /** Folder name under the facet's: `01.140`, `current`, an issuer's name. */
  readonly id: string;
  readonly value: string;
  readonly count: number;
  readonly hosted: number;
  /** `id` of the value one level up. */
  readonly parent?: string;
  readonly source: FacetName;
}

/** Catalogue facets of a way to browse, from wide to narrow. */
const SOURCES: Readonly<Record<Facet, readonly FacetName[]>> = {
  kind: ['family'],
  nature: ['nature'],
  status: ['status'],
  chain: ['chain'],
  ics: ['ics-field', 'ics-group'],
  ccs: ['ccs-class', 'ccs'],
  industry: ['industry'],
  issuer: ['issuer'],
  year: ['year'],
  text: ['hosted'],
};

const STATUS_IDS: Readonly<Record<string, string>> = {
  现行: 'current',
  即将实施: 'upcoming',
  被代替: 'superseded',
  废止: 'withdrawn',
  草案: 'draft',
  未知: 'unknown',
};

/** Length of the code one level up: `01` of `01.140`, `A` of `A85`, `G` of `G59`. */
const PARENT_LENGTH: Readonly<Partial<Record<Facet, number>>> = { ics: 2, ccs: 1, industry: 1 };

const KIND_ORDER: readonly string[] = families;
const NATURE_ORDER: readonly string[] = statedNatures;
const STATUS_ORDER = ['现行', '即将实施', '被代替', '废止', '草案', '未知'];

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
  return facet === 'issuer' || facet === 'chain' ? toFolderName(value) : value.toLowerCase();
}

function listPagesOf({ catalog, vocabulary }: Library, facet: Facet): readonly FacetPage[] {
  const taken = new Set<string>();
  const pages = SOURCES[facet].flatMap((source) =>
    catalog.facet(source).flatMap(({ value, count, hosted }): readonly FacetPage[] => {
      if (facet === 'text' && value !== 'yes') return [];
      let id = idOf(facet, value);
      for (let n = 2; taken.has(id); n += 1) id = `${idOf(facet, value)}-${n}`;
      taken.add(id);
      const length = PARENT_LENGTH[facet];
      const parent =
        length !== undefined && value.length > length
          ? value.slice(0, length).toLowerCase()
          : undefined;
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

const kept = new WeakMap<Library, Map<Facet, readonly FacetPage[]>>();

/** The values of a facet that have entries, in the order a reader expects. */
export function getFacetPages(library: Library, facet: Facet): readonly FacetPage[] {
  let map = kept.get(library);
  if (!map) kept.set(library, (map = new Map()));
  let pages = map.get(facet);
  if (!pages) map.set(facet, (pages = listPagesOf(library, facet)));
  return pages;
}

const byIdKept = new WeakMap<readonly FacetPage[], ReadonlyMap<string, FacetPage>>();

export function findFacetPage(library: Library, facet: Facet, id: string): FacetPage | undefined {
  const pages = getFacetPages(library, facet);
  let map = byIdKept.get(pages);
  if (!map) byIdKept.set(pages, (map = new Map(pages.map((page) => [page.id, page]))));
  return map.get(id);
}

const byValueKept = new WeakMap<readonly FacetPage[], ReadonlyMap<string, FacetPage>>();

/** The list of a value, for links from metadata. */
export function findFacetValue(
  library: Library,
  facet: Facet,
  value: string,
): FacetPage | undefined {
  const pages = getFacetPages(library, facet);
  let map = byValueKept.get(pages);
  if (!map) byValueKept.set(pages, (map = new Map(pages.map((page) => [page.value, page]))));
  return map.get(value);
}

export function listEntries(library: Library, page: FacetPage): readonly CatalogEntry[] {
  return library.catalog.listFacet(page.source, page.value);
}

export function facetPath({ facet, id }: FacetPage, page = 1): string {
  return `/browse/${facet}/${id}/${page > 1 ? `${page}/` : ''}`;
}

/** Name of a value: `现行`, `冷链物流`, `化工技术`; the bare code where no name is known. */
export function nameValue(
  language: Language,
  { vocabulary }: Library,
  facet: Facet,
  value: string,
): Label {
  const m = messagesOf(language);
  switch (facet) {
    case 'kind':
      return { text: m.kind[value as keyof typeof m.kind] ?? value };
    case 'nature':
      return { text: m.nature[value as keyof typeof m.nature] ?? value };
    case 'status':
      return { text: m.status[value as keyof typeof m.status] ?? value };
    case 'text':
      return { text: m.hostedOnly };
    case 'chain': {
      const chain = vocabulary.chains.find(({ id }) => id === value);
      return chain ? chooseLabel(language, chain.zh, chain.en) : { text: value };
    }
    case 'ics':
    case 'ccs':
    case 'industry': {
      const names = {
        ics: vocabulary.ics,
        ccs: vocabulary.ccs,
        industry: vocabulary.industries,
      }[facet].get(value);
      return chooseLabel(language, names?.zh ?? '', names?.en);
    }
    case 'issuer':
      return chooseLabel(language, value, vocabulary.bodies.get(value)?.en);
    default:
      return chooseLabel(language, value);
  }
}

/** The kind of one standard: that of its family, of a document of metrology its own (国家计量检定规程). */
export function nameKind(language: Language, { family, parsed }: CatalogEntry): string {
  const m = messagesOf(language);
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = m.metrology;
  return own[parsed?.prefix ?? '']?.[family] ?? m.coverKind[family];
}

/** Whether a value of a facet is a code that is printed before its name. */
export function isCoded(facet: Facet): boolean {
  return facet === 'ics' || facet === 'ccs' || facet === 'industry';
}
