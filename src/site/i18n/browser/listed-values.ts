import {
  familyTerms,
  natureTerms,
  provisionTerms,
  statusTerms,
  valuesOf,
} from '#core/terms/index.ts';
import type { FilterName } from '#search/contract.ts';

/** All values of the filters that have few, in the order a reader sees them; each has a name in `filters.ts`. */
export const listedValues = {
  kind: valuesOf(familyTerms),
  nature: valuesOf(natureTerms),
  status: valuesOf(statusTerms),
  text: ['yes'],
  provision: valuesOf(provisionTerms),
} as const satisfies Readonly<Partial<Record<FilterName, readonly string[]>>>;

/** Filters whose values are a list: words for each value stand in `SearchWords.values`. */
export type ListedName = keyof typeof listedValues;
export type ListedValue<Name extends ListedName> = (typeof listedValues)[Name][number];
