import type { Term } from './table.ts';

/** What standards are browsed, filtered and counted by, in the order a reader sees them. */
export const facetTerms = [
  { value: 'kind', zh: '标准类别', en: 'Kind' },
  { value: 'nature', zh: '强制与推荐', en: 'Mandatory or recommended' },
  { value: 'status', zh: '状态', en: 'Status' },
  { value: 'text', zh: '全文', en: 'Full text' },
  { value: 'chain', zh: '产业链', en: 'Industry chain' },
  { value: 'node', zh: '环节', en: 'Segment' },
  { value: 'industry', zh: '国民经济行业', en: 'Economic sector' },
  { value: 'ics', zh: '国际标准分类 ICS', en: 'ICS' },
  { value: 'ccs', zh: '中国标准分类 CCS', en: 'CCS' },
  { value: 'issuer', zh: '发布机构', en: 'Issuing body' },
  { value: 'year', zh: '年份', en: 'Year' },
  { value: 'city', zh: '城市', en: 'City' },
  { value: 'provision', zh: '条款类型', en: 'Provisions' },
] as const satisfies readonly Term[];
export type FacetTerm = (typeof facetTerms)[number]['value'];

/** Those that narrow a search only: there are no lists to browse of places and of types of provisions. */
export const searchFacets = ['node', 'provision'] as const satisfies readonly FacetTerm[];
/** A way to browse. */
export type BrowsedFacet = Exclude<FacetTerm, (typeof searchFacets)[number]>;

/** Facets whose values are codes, printed before their names: the length of the code one level up, `01` of `01.140`. */
const upperLengths: Readonly<Partial<Record<FacetTerm, number>>> = { industry: 1, ics: 2, ccs: 1 };

/** Whether the values of a facet are codes. */
export const isCoded = (facet: FacetTerm): boolean => upperLengths[facet] !== undefined;

/** The code one level up: `01` of `01.140`, `A` of `A85`; undefined for what has no levels. */
export function upperCode(facet: FacetTerm, code: string): string | undefined {
  const length = upperLengths[facet];
  return length !== undefined && code.length > length ? code.slice(0, length) : undefined;
}
