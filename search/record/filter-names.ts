import { facetTerms, valuesOf } from '#core/terms/index.ts';
import type { FacetTerm } from '#core/terms/index.ts';

/**
 * Names that lists of results are narrowed by, in the order a reader sees them; `FilterName` of the contract. `nature`:
 * `mandatory`, `recommended`, `guidance` or `unknown` as the number says; none where the division is not made.
 */
export const filterNames = valuesOf(facetTerms);
export type FilterName = FacetTerm;
