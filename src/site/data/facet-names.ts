import { facetTerms, searchFacets, valuesOf } from '#core/terms/index.ts';
import type { BrowsedFacet, FacetTerm } from '#core/terms/index.ts';

/** A way to browse; also the folder under `/browse/`. */
export type Facet = BrowsedFacet;

const isBrowsed = (facet: FacetTerm): facet is Facet =>
  searchFacets.every((each) => each !== facet);

/** Ways to browse, in the order of the filters of search. */
export const FACETS: readonly Facet[] = valuesOf(facetTerms).filter(isBrowsed);
