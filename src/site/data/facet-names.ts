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
