import type { Term } from './table.ts';

/** How grave a finding is, the gravest first. */
export const severityTerms = [
  { value: 'error', zh: '错误', en: 'error' },
  { value: 'warning', zh: '警告', en: 'warning' },
  { value: 'info', zh: '提示', en: 'info' },
] as const satisfies readonly Term[];
export type Severity = (typeof severityTerms)[number]['value'];
