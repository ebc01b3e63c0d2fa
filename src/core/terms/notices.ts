import type { Term } from './table.ts';

/** What a notice (公告) tells. */
export const noticeTerms = [
  { value: 'issued', zh: '发布', en: 'Issue' },
  { value: 'replaced', zh: '代替', en: 'Replacement' },
  { value: 'withdrawn', zh: '废止', en: 'Withdrawal' },
  { value: 'confirmed', zh: '复审继续有效', en: 'Confirmation' },
  { value: 'amended', zh: '修改单', en: 'Amendment' },
  { value: 'corrected', zh: '勘误', en: 'Correction' },
  { value: 'renumbered', zh: '编号变更', en: 'Renumbering' },
  { value: 'promotion', zh: '宣贯', en: 'Promotion' },
] as const satisfies readonly Term[];
export type NoticeKind = (typeof noticeTerms)[number]['value'];
