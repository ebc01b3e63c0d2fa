/** Ways to browse, in the order of the filters of search. */
export const FACETS = [
  'kind',
  'nature',
  'status',
  'text',
  'chain',
  'industry',
  'ics',
  'ccs',
  'issuer',
  'year',
] as const;

/** A way to browse; also the folder under `/browse/`. */
export type Facet = (typeof FACETS)[number];
