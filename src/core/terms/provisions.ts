import type { Term } from './table.ts';

/**
 * Types of provisions with the verb that makes them (GB/T 1.1—2020, table 1 and annex C; classes as in the ISO/IEC SMART
 * core ontology), strongest first.
 */
export const provisionTerms = [
  { value: 'requirement', zh: '要求', en: 'Requirement', verbZh: '应', verbEn: 'shall' },
  { value: 'instruction', zh: '指示', en: 'Instruction', verbZh: '祈使句', verbEn: 'imperative' },
  { value: 'recommendation', zh: '推荐', en: 'Recommendation', verbZh: '宜', verbEn: 'should' },
  { value: 'permission', zh: '允许', en: 'Permission', verbZh: '可', verbEn: 'may' },
  { value: 'capability', zh: '能力', en: 'Capability', verbZh: '能', verbEn: 'can' },
  { value: 'possibility', zh: '可能性', en: 'Possibility', verbZh: '可能', verbEn: 'might' },
  { value: 'statement', zh: '陈述', en: 'Statement', verbZh: '', verbEn: '' },
] as const satisfies readonly (Term & { verbZh: string; verbEn: string })[];
export type ProvisionType = (typeof provisionTerms)[number]['value'];

/** The directive by which an author marks a provision of each type in the text: `:req[…]`. */
export const provisionDirectives = {
  requirement: 'req',
  instruction: 'inst',
  recommendation: 'rec',
  permission: 'perm',
  capability: 'cap',
  possibility: 'poss',
  statement: 'stat',
} as const satisfies Readonly<Record<ProvisionType, string>>;
