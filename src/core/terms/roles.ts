import type { Term } from './table.ts';

/** Kinds of standards by what they are about, the rows of the 统计表 (GB/T 13016—2018). */
export const roleTerms = [
  { value: '基础', zh: '基础', en: 'Basis' },
  { value: '方法', zh: '方法', en: 'Method' },
  { value: '产品', zh: '产品', en: 'Product' },
  { value: '过程', zh: '过程', en: 'Process' },
  { value: '服务', zh: '服务', en: 'Service' },
  { value: '安全', zh: '安全', en: 'Safety' },
  { value: '卫生', zh: '卫生', en: 'Health' },
  { value: '环保', zh: '环保', en: 'Environment' },
  { value: '管理', zh: '管理', en: 'Management' },
  { value: '其他', zh: '其他', en: 'Other' },
] as const satisfies readonly Term[];
export type Role = (typeof roleTerms)[number]['value'];

/** What else lists call a role, in small letters and without 标准. */
export const roleSynonyms: Readonly<Record<Role, string>> = {
  基础: 'basis basic',
  方法: 'method 试验方法 检测方法',
  产品: 'product',
  过程: 'process',
  服务: 'service',
  安全: 'safety 安全卫生环保',
  卫生: 'health',
  环保: 'environment 环境保护 环境',
  管理: 'management',
  其他: 'other',
};
