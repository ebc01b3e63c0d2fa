import type { Term } from './table.ts';

/** 功能类型 of a standard (GB/T 20001): what it is written for. */
export const functionTypeTerms = [
  { value: '术语', zh: '术语', en: 'Terminology' },
  { value: '符号', zh: '符号', en: 'Symbols' },
  { value: '分类', zh: '分类', en: 'Classification' },
  { value: '试验方法', zh: '试验方法', en: 'Test method' },
  { value: '规范', zh: '规范', en: 'Specification' },
  { value: '规程', zh: '规程', en: 'Code of practice' },
  { value: '指南', zh: '指南', en: 'Guide' },
  { value: '评价', zh: '评价', en: 'Evaluation' },
  { value: '产品', zh: '产品', en: 'Product' },
] as const satisfies readonly Term[];
export type FunctionType = (typeof functionTypeTerms)[number]['value'];

/** What a review found (复审结论). */
export const reviewTerms = [
  { value: '继续有效', zh: '继续有效', en: 'reaffirmed' },
  { value: '修订', zh: '修订', en: 'to be revised' },
  { value: '废止', zh: '废止', en: 'to be withdrawn' },
] as const satisfies readonly Term[];
export type ReviewResult = (typeof reviewTerms)[number]['value'];

/** 一致性程度 with an international standard (GB/T 1.2—2020); NEQ is correspondence and no adoption. */
export const degreeTerms = [
  { value: 'IDT', zh: '等同', en: 'identical' },
  { value: 'MOD', zh: '修改', en: 'modified' },
  { value: 'NEQ', zh: '非等效', en: 'not equivalent' },
] as const satisfies readonly Term[];
export type AdoptionDegree = (typeof degreeTerms)[number]['value'];

/** Kinds of indicators an enterprise discloses (《标准化法》第二十七条). */
export const indicatorTerms = [
  { value: '功能', zh: '功能', en: 'Functional' },
  { value: '性能', zh: '性能', en: 'Performance' },
] as const satisfies readonly Term[];

/** By which rules a text is written: GB/T 1.1, or those of engineering construction (必须, 严禁). */
export const profileTerms = [
  { value: 'gbt1.1', zh: 'GB/T 1.1', en: 'GB/T 1.1' },
  { value: 'construction', zh: '工程建设标准', en: 'Engineering construction' },
] as const satisfies readonly Term[];
export type Profile = (typeof profileTerms)[number]['value'];
