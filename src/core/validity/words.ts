import type { Bilingual } from '../base/bilingual.ts';
import { dayStatusTerms } from '../terms/index.ts';
import type { DayStatus } from '../terms/index.ts';
import type { Verdict } from './checked.ts';

const nameStatus = (status: DayStatus): Bilingual => {
  const { zh, en } = dayStatusTerms.find(({ value }) => value === status) ?? {
    zh: status,
    en: status,
  };
  return { zh, en };
};

/**
 * What a verdict is called, in the order in which counts are told: what needs work first. Those that are statuses are
 * called as they are everywhere.
 */
export const verdictWords: readonly (Bilingual & { readonly verdict: Verdict })[] = [
  { verdict: 'replaced', ...nameStatus('被代替') },
  { verdict: 'withdrawn', ...nameStatus('废止') },
  { verdict: 'other-edition', zh: '年号不同', en: 'Another year' },
  { verdict: 'question', zh: '待确认', en: 'To be confirmed' },
  { verdict: 'absent', zh: '库中没有', en: 'Not in this library' },
  { verdict: 'unreadable', zh: '认不出编号', en: 'No number read' },
  { verdict: 'unknown', ...nameStatus('未知') },
  { verdict: 'not-issued', ...nameStatus('尚未发布') },
  { verdict: 'coming', ...nameStatus('即将实施') },
  { verdict: 'valid', ...nameStatus('现行') },
];
