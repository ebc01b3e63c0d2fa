import type { Term } from './table.ts';

/** What becomes of a comment on a draft (意见汇总处理表). */
export const decisionTerms = [
  { value: '采纳', zh: '采纳', en: 'Accepted' },
  { value: '部分采纳', zh: '部分采纳', en: 'Accepted in part' },
  { value: '不采纳', zh: '不采纳', en: 'Not accepted' },
] as const satisfies readonly Term[];
export type Decision = (typeof decisionTerms)[number]['value'];
