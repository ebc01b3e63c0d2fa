import { collectModals } from '../meaning/collect-provisions.ts';
import { definePass } from './pass.ts';

/** Where do modal verbs stand? In Chinese texts only. */
export const modals = definePass({
  name: 'modals',
  reads: ['taggedRuns', 'language'],
  adds: ['modals'],
  run: ({ taggedRuns, language }) => ({
    modals: language === 'zh' ? collectModals(taggedRuns) : new Map(),
  }),
});
