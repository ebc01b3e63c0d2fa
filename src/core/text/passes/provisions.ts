import { collectProvisions } from '../meaning/collect-provisions.ts';
import { definePass } from './pass.ts';

/** What is required, recommended, permitted? A translation has the provisions of its original. */
export const provisions = definePass({
  name: 'provisions',
  reads: ['taggedRuns', 'clauses', 'modals', 'marks', 'meta', 'language'],
  adds: ['provisions'],
  run: ({ taggedRuns, clauses, modals, marks, meta, language }) => {
    const profile = meta?.profile ?? 'gbt1.1';
    return {
      provisions:
        language === 'zh' ? collectProvisions(taggedRuns, clauses, { modals, profile, marks }) : [],
    };
  },
});
