import { facetTerms } from '#core/terms/index.ts';

/** A way to browse; also the folder under `/browse/`. */
export type Facet = Extract<(typeof facetTerms)[number], { readonly pages: true }>['value'];

/** Ways to browse, in the order of the filters of search. */
export const FACETS: readonly Facet[] = facetTerms.flatMap((term) =>
  term.pages ? [term.value] : [],
);
