import type { Term } from './table.ts';

/**
 * What standards are browsed, filtered and counted by, in the order a reader sees them. Places of systems (`node`) and
 * types of provisions narrow a search only: `pages` says whether there are lists to browse.
 */
export const facetTerms = [
  { value: 'kind', zh: '标准类别', en: 'Kind', pages: true },
  { value: 'nature', zh: '强制与推荐', en: 'Mandatory or recommended', pages: true },
  { value: 'status', zh: '状态', en: 'Status', pages: true },
  { value: 'text', zh: '全文', en: 'Full text', pages: true },
  { value: 'chain', zh: '产业链', en: 'Industry chain', pages: true },
  { value: 'node', zh: '环节', en: 'Segment', pages: false },
  { value: 'industry', zh: '国民经济行业', en: 'Economic sector', pages: true },
  { value: 'ics', zh: '国际标准分类 ICS', en: 'ICS', pages: true },
  { value: 'ccs', zh: '中国标准分类 CCS', en: 'CCS', pages: true },
  { value: 'issuer', zh: '发布机构', en: 'Issuing body', pages: true },
  { value: 'year', zh: '年份', en: 'Year', pages: true },
  { value: 'provision', zh: '条款类型', en: 'Provisions', pages: false },
] as const satisfies readonly (Term & { pages: boolean })[];
export type FacetTerm = (typeof facetTerms)[number]['value'];

/** Facets whose values are codes, printed before their names: the length of the code one level up, `01` of `01.140`. */
const upperLengths: Readonly<Partial<Record<FacetTerm, number>>> = { industry: 1, ics: 2, ccs: 1 };

/** Whether the values of a facet are codes. */
export const isCoded = (facet: FacetTerm): boolean => upperLengths[facet] !== undefined;

/** The code one level up: `01` of `01.140`, `A` of `A85`; undefined for what has no levels. */
export function upperCode(facet: FacetTerm, code: string): string | undefined {
  const length = upperLengths[facet];
  return length !== undefined && code.length > length ? code.slice(0, length) : undefined;
}
