import { numberBlocks } from '../structure/numbering.ts';
import { definePass } from './pass.ts';

/** What is printed before tables, figures, formulae, notes, items and footnotes? */
export const numbering = definePass({
  name: 'numbering',
  reads: ['outline', 'tree', 'language', 'report'],
  adds: ['numbering', 'grids', 'footnotes'],
  run: ({ outline, tree, language, report }) => {
    const numbered = numberBlocks(outline, tree, language, report);
    return { numbering: numbered, grids: numbered.grids, footnotes: numbered.footnotes };
  },
});
