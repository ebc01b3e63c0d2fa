/**
 * Names that lists of results are narrowed by, in the order a reader sees them; `FilterName` of the contract. `nature`:
 * `mandatory`, `recommended`, `guidance` or `unknown` as the number says; none where the division is not made.
 */
export const filterNames = [
  'kind',
  'nature',
  'status',
  'text',
  'chain',
  'node',
  'industry',
  'ics',
  'ccs',
  'issuer',
  'year',
  'provision',
] as const;
export type FilterName = (typeof filterNames)[number];
