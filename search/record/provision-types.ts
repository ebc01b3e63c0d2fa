import { provisionTerms, valuesOf } from '#core/terms/index.ts';

/** All types of provisions, in the order a reader sees them and the index keeps them. */
export const provisionTypes = valuesOf(provisionTerms);
