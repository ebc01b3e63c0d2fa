import { collectRuns } from '../meaning/runs.ts';
import { definePass } from './pass.ts';

/** What is the plain text of each block, and where does it stand? */
export const runs = definePass({
  name: 'runs',
  reads: ['outline', 'source', 'numbering'],
  adds: ['taggedRuns', 'runs'],
  run: ({ outline, source, numbering: { footnotes, marks } }) => {
    const printed = [...footnotes, ...[...marks.values()].flatMap((mark) => mark.footnotes ?? [])];
    const taggedRuns = collectRuns(outline, source, new Set(printed.map(({ blocks }) => blocks)));
    return { taggedRuns, runs: taggedRuns.filter(({ segments }) => segments.length > 0) };
  },
});
