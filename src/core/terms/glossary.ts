import type { Term } from './table.ts';

/** Fields of the glossary of standardization, in the order they are shown. */
export const glossaryFields = [
  { value: 'basics', zh: '基础', en: 'Basics' },
  { value: 'numbers', zh: '编号', en: 'Numbers' },
  { value: 'status', zh: '状态', en: 'Status' },
  { value: 'elements', zh: '文件的要素', en: 'Elements of a document' },
  { value: 'provisions', zh: '条款', en: 'Provisions' },
  { value: 'terms', zh: '术语', en: 'Terms' },
  { value: 'functions', zh: '功能类型', en: 'Types by function' },
  { value: 'life', zh: '一项标准的一生', en: 'Life of a standard' },
  { value: 'catalogue', zh: '目录与分类', en: 'Catalogues and classes' },
  { value: 'international', zh: '国际', en: 'International' },
  { value: 'conformity', zh: '合格评定', en: 'Conformity' },
  { value: 'enterprise', zh: '企业与实施', en: 'Enterprises and use' },
  { value: 'systems', zh: '标准体系', en: 'Standard systems' },
  { value: 'digital', zh: '数字', en: 'Digital' },
] as const satisfies readonly Term[];
export type GlossaryField = (typeof glossaryFields)[number]['value'];
