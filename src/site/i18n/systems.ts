import type { Language } from '../../core/model/standard.ts';

/** Words of the overview of systems. */
export const OVERVIEW_WORDS = {
  zh: { title: '标准体系', lead: '每条产业链从上游到下游有哪些标准，还缺什么。' },
  en: {
    title: 'Standard systems',
    lead: 'Which standards each industrial chain has from upstream to downstream, and what is missing.',
  },
} satisfies Record<Language, unknown>;
