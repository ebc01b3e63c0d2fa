import { buildExhibits } from '../structure/exhibits.ts';
import { definePass } from './pass.ts';

/** What do tables, figures and formulae hold? */
export const exhibits = definePass({
  name: 'exhibits',
  reads: ['numbering', 'anchors', 'meta', 'report'],
  adds: ['exhibits'],
  run: ({ numbering, anchors, meta, report }) => ({
    exhibits: buildExhibits(numbering, anchors.exhibits, report, meta?.status === 'draft'),
  }),
});
