import { reportUnreadable } from '../syntax/bounds.ts';
import { parseMarkdown } from '../syntax/syntax.ts';
import { readTree } from '../syntax/tree.ts';
import { definePass } from './pass.ts';

/** What of the source is markup, and what text? */
export const tree = definePass({
  name: 'tree',
  reads: ['bounded', 'lineStarts', 'report'],
  adds: ['root', 'tree'],
  run: ({ bounded, lineStarts, report }) => {
    const root = parseMarkdown(bounded, lineStarts) ?? reportUnreadable(report);
    return { root, tree: readTree(root) };
  },
});
