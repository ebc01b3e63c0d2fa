import type { Term } from './table.ts';

/**
 * The stages in the life of a standard, in their usual order; which of them a kind of standards has is said by the library
 * (`project-kinds.yaml`). `id` is the word in addresses. `lasts`: the stage goes on for days; the others are done on one.
 */
export const lifeStageTerms = [
  { value: '立项建议', zh: '立项建议', en: 'Proposal', id: 'proposal', lasts: true },
  { value: '立项', zh: '立项', en: 'Plan', id: 'plan', lasts: false },
  { value: '起草', zh: '起草', en: 'Drafting', id: 'drafting', lasts: true },
  { value: '征求意见', zh: '征求意见', en: 'Public comments', id: 'comments', lasts: true },
  { value: '技术审查', zh: '技术审查', en: 'Technical review', id: 'examination', lasts: true },
  { value: '公示', zh: '公示', en: 'Public notice', id: 'notice', lasts: true },
  { value: '批准', zh: '批准', en: 'Approval', id: 'approval', lasts: false },
  { value: '编号', zh: '编号', en: 'Numbering', id: 'numbering', lasts: false },
  { value: '发布', zh: '发布', en: 'Issue', id: 'issue', lasts: false },
  { value: '备案', zh: '备案', en: 'Filing', id: 'filing', lasts: false },
  { value: '实施', zh: '实施', en: 'Implementation', id: 'implementation', lasts: false },
  { value: '实施评估', zh: '实施评估', en: 'Assessment', id: 'assessment', lasts: true },
  { value: '复审', zh: '复审', en: 'Periodic review', id: 'review', lasts: true },
  { value: '废止', zh: '废止', en: 'Withdrawal', id: 'withdrawal', lasts: false },
] as const satisfies readonly (Term & { id: string; lasts: boolean })[];
export type LifeStage = (typeof lifeStageTerms)[number]['value'];
