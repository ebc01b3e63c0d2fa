import type { Bilingual } from '../base/bilingual.ts';
import type { Verdict } from './check-list.ts';

/** What a verdict is called, in the order in which counts are told: what needs work first. */
export const verdictWords: readonly (Bilingual & { readonly verdict: Verdict })[] = [
  { verdict: 'replaced', zh: '被代替', en: 'Replaced' },
  { verdict: 'withdrawn', zh: '废止', en: 'Withdrawn' },
  { verdict: 'other-edition', zh: '年号不同', en: 'Another year' },
  { verdict: 'question', zh: '待确认', en: 'To be confirmed' },
  { verdict: 'absent', zh: '库中没有', en: 'Not in this library' },
  { verdict: 'unreadable', zh: '认不出编号', en: 'No number read' },
  { verdict: 'unknown', zh: '状态未知', en: 'Status unknown' },
  { verdict: 'coming', zh: '即将实施', en: 'Coming into force' },
  { verdict: 'valid', zh: '现行', en: 'In force' },
];
