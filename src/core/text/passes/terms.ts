import { collectTerms } from '../meaning/terms.ts';
import { definePass } from './pass.ts';

/** Which terms are defined? */
export const terms = definePass({
  name: 'terms',
  reads: ['clauses', 'outline'],
  adds: ['terms'],
  run: ({ clauses, outline }) => ({ terms: collectTerms(clauses, outline) }),
});
