import type { Filters } from '#search/contract.ts';

/** Questions of every kind, each with at least one answer in the sample library. */
export const texts = [
  'DB9902/T 12',
  'GB/T 191-2008',
  '冷链物流企业温度控制规范',
  '冷链',
  '温度',
  '控制规',
  '冷链 温度',
  'lenglian',
  'temperature control',
  '累计超温量',
  '抽测货物的中心温度',
  '-18 ℃',
  '标准',
];

/** Filters of every kind: one value, alternatives, several names. */
export const filterSets: readonly Filters[] = [
  { kind: ['local'] },
  { kind: ['local', 'group'] },
  { nature: ['mandatory'] },
  { status: ['现行'] },
  { status: ['被代替', '废止'] },
  { text: ['yes'] },
  { chain: ['cold-chain'] },
  { node: ['standardization/competence', 'standardization/education'] },
  { industry: ['G'] },
  { ics: ['67'] },
  { ccs: ['A'] },
  { issuer: ['示范市市场监督管理局'] },
  { year: ['2023', '2024'] },
  { city: ['9903'] },
  { provision: ['permission'] },
  { kind: ['local'], status: ['现行'], text: ['yes'] },
  { kind: ['national', 'industry'], ccs: ['A'], year: ['2020'] },
];
