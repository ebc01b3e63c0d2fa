import { collectReferences } from '../meaning/references.ts';
import { definePass } from './pass.ts';

/** Which standards, clauses and exhibits does the text mention? */
export const references = definePass({
  name: 'references',
  reads: ['taggedRuns', 'clauses', 'labels', 'report'],
  adds: ['references', 'mentions', 'numbers'],
  run: ({ taggedRuns, clauses, labels, report }) =>
    collectReferences(taggedRuns, clauses, labels, report),
});
