import { reportUnsafe } from '../syntax/unsafe.ts';
import { definePass } from './pass.ts';

/** What of the text is not printed as it is meant: HTML, links and images that lead elsewhere? */
export const unsafe = definePass({
  name: 'unsafe',
  reads: ['root', 'tree', 'report'],
  adds: [],
  run: ({ root, tree, report }) => {
    reportUnsafe(root, tree, report);
    return {};
  },
});
