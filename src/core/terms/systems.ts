import type { Term } from './table.ts';

/** Where a node stands along its chain, in the order they are drawn. */
export const stageTerms = [
  { value: '上游', zh: '上游', en: 'Upstream' },
  { value: '中游', zh: '中游', en: 'Midstream' },
  { value: '下游', zh: '下游', en: 'Downstream' },
  { value: '支撑', zh: '支撑', en: 'Supporting' },
] as const satisfies readonly Term[];
export type ChainStage = (typeof stageTerms)[number]['value'];

/** What a standard system is of; `lead…`: who leads it. */
export const systemKindTerms = [
  {
    value: '产业链',
    zh: '产业链标准体系',
    en: 'System of an industrial chain',
    leadZh: '链长单位',
    leadEn: 'Lead of the chain',
  },
  {
    value: '领域',
    zh: '领域标准体系',
    en: 'System of a field',
    leadZh: '牵头单位',
    leadEn: 'Lead body',
  },
  {
    value: '企业',
    zh: '企业标准体系',
    en: 'System of an enterprise',
    leadZh: '牵头单位',
    leadEn: 'Lead body',
  },
] as const satisfies readonly (Term & { leadZh: string; leadEn: string })[];
export type SystemKind = (typeof systemKindTerms)[number]['value'];

/**
 * How far a row of a system has come; see docs/systems.md. `count` is its sum among the counts of a place, `expected`
 * whether it belongs to what there should be. `unverified`: its status, or the number itself, is not known.
 */
export const rowStateTerms = [
  { value: 'in-force', zh: '现行', en: 'In force', count: 'inForce', expected: true },
  { value: 'coming', zh: '即将实施', en: 'Not yet in force', count: 'coming', expected: true },
  { value: 'preparing', zh: '在研', en: 'Being written', count: 'preparing', expected: true },
  { value: 'to-make', zh: '待制定', en: 'Planned', count: 'toMake', expected: true },
  { value: 'unverified', zh: '待核', en: 'To be verified', count: 'unverified', expected: true },
  { value: 'replaced', zh: '被代替', en: 'Superseded', count: 'replaced', expected: false },
  { value: 'withdrawn', zh: '废止', en: 'Withdrawn', count: 'withdrawn', expected: false },
] as const satisfies readonly (Term & { count: string; expected: boolean })[];
export type RowState = (typeof rowStateTerms)[number]['value'];
