import { buildOutline } from '../structure/outline.ts';
import { definePass } from './pass.ts';

/** Which clauses did the author head, and what are their numbers? */
export const outline = definePass({
  name: 'outline',
  reads: ['root', 'language', 'report'],
  adds: ['headed'],
  run: ({ root, language, report }) => ({
    headed: buildOutline(root.children, language, report),
  }),
});
