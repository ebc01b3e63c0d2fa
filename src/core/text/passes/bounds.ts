import { boundSource } from '../syntax/bounds.ts';
import { definePass } from './pass.ts';

/** How much of the source could a person have written? */
export const bounds = definePass({
  name: 'bounds',
  reads: ['source', 'report'],
  adds: ['bounded'],
  run: ({ source, report }) => ({ bounded: boundSource(source, report) }),
});
