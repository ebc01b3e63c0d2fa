import type { Language } from '#core/model/standard.ts';
import { COMMON } from './browser/common.ts';
import { SYSTEM_WORDS } from './system.ts';

/** Columns of the 明细表 as a file: those of GB/T 13016—2018, then what makes the table whole. */
export const detailColumns = [
  'ordinal',
  'code',
  'branch',
  'title',
  'number',
  'responsible',
  'level',
  'implemented',
  'remark',
  'role',
  'state',
  'node',
  'branchCode',
  'year',
  'plan',
  'issuer',
  'nature',
  'asOf',
  'stateSince',
  'stateUntil',
  'address',
] as const;
export type DetailColumn = (typeof detailColumns)[number];

interface ExportWords {
  readonly title: string;
  readonly failed: string;
  readonly json: string;
  readonly sheets: Readonly<Record<'list' | 'tree' | 'statistics' | 'explanation', string>>;
  readonly columns: Readonly<Record<DetailColumn, string>>;
  /** Between which days the statuses and counts of a file hold; `until` is empty where no change is announced. */
  readonly holds: (since: string, until: string) => string;
  readonly tree: Readonly<
    Record<'code' | 'name' | 'english' | 'expected' | 'existing' | 'share', string>
  >;
  readonly statistics: Readonly<Record<'expected' | 'existing' | 'share', string>>;
  readonly facts: Readonly<Record<'name' | 'kind' | 'explanation', string>>;
  readonly belongs: string;
  readonly related: string;
  readonly relatedTo: (codes: string) => string;
  readonly existing: string;
  readonly shown: string;
  readonly saved: (count: string) => string;
  readonly notSaved: string;
  readonly page: string;
}

/** Words of files made of a standard system. The importer reads the heads in both languages. */
export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = {
  zh: {
    title: '下载',
    failed: '没有生成 PNG，请用 SVG。',
    json: '数据',
    sheets: {
      list: SYSTEM_WORDS.zh.list,
      tree: SYSTEM_WORDS.zh.tree,
      statistics: SYSTEM_WORDS.zh.statistics,
      explanation: SYSTEM_WORDS.zh.explanation,
    },
    columns: {
      ordinal: SYSTEM_WORDS.zh.columns.ordinal,
      code: SYSTEM_WORDS.zh.columns.code,
      branch: '子体系名称',
      title: SYSTEM_WORDS.zh.columns.title,
      number: '引用标准编号',
      responsible: '归口部门',
      level: '宜定级别',
      implemented: '实施日期',
      remark: SYSTEM_WORDS.zh.columns.remark,
      role: SYSTEM_WORDS.zh.roleHead,
      state: SYSTEM_WORDS.zh.columns.state,
      node: SYSTEM_WORDS.zh.columns.node,
      branchCode: '子体系编号',
      year: '计划年份',
      plan: '计划号',
      issuer: COMMON.zh.heads.issuer,
      nature: '强制或推荐',
      asOf: COMMON.zh.heads.factsDay,
      stateSince: '状态适用起日',
      stateUntil: '状态将变日',
      address: '网址',
    },
    holds: (since, until) => `状态与计数自 ${since} 起适用${until && `，至 ${until} 将有变化`}`,
    tree: {
      code: '子体系编号',
      name: '子体系名称',
      english: '英文名称',
      expected: '应有数',
      existing: '现有数',
      share: '现有数/应有数',
    },
    statistics: { expected: '应有数', existing: '现有数', share: '现有数/应有数' },
    facts: { name: '名称', kind: '类型', explanation: SYSTEM_WORDS.zh.explanation },
    belongs: '实线：属于',
    related: '虚线：相关（同一标准也用于另一处），数字为标准项数',
    relatedTo: (codes) => `相关 ${codes}`,
    existing: '框内为 现有数/应有数',
    shown: '下载所示各行',
    saved: (count) => `已下载 ${count} 项`,
    notSaved: '没有生成文件，请再试一次，或改下 CSV。',
    page: '第 &P 页，共 &N 页',
  },
  en: {
    title: 'Downloads',
    failed: 'No PNG could be made; please take the SVG.',
    json: 'Data',
    sheets: {
      list: SYSTEM_WORDS.en.list,
      tree: SYSTEM_WORDS.en.tree,
      statistics: SYSTEM_WORDS.en.statistics,
      explanation: SYSTEM_WORDS.en.explanation,
    },
    columns: {
      ordinal: SYSTEM_WORDS.en.columns.ordinal,
      code: SYSTEM_WORDS.en.columns.code,
      branch: 'Sub-system',
      title: SYSTEM_WORDS.en.columns.title,
      number: 'Standard number',
      responsible: 'Responsible body',
      level: 'Level',
      implemented: 'Implementation date',
      remark: SYSTEM_WORDS.en.columns.remark,
      role: SYSTEM_WORDS.en.roleHead,
      state: SYSTEM_WORDS.en.columns.state,
      node: SYSTEM_WORDS.en.columns.node,
      branchCode: 'Sub-system code',
      year: 'Planned year',
      plan: 'Plan number',
      issuer: COMMON.en.heads.issuer,
      nature: 'Force',
      asOf: COMMON.en.heads.factsDay,
      stateSince: 'Status holds from',
      stateUntil: 'Status changes on',
      address: 'Address',
    },
    holds: (since, until) =>
      `Statuses and counts hold from ${since}${until && `; a change is announced for ${until}`}`,
    tree: {
      code: 'Sub-system code',
      name: 'Sub-system',
      english: 'Chinese name',
      expected: 'Expected',
      existing: 'Existing',
      share: 'Existing/expected',
    },
    statistics: { expected: 'Expected', existing: 'Existing', share: 'Existing/expected' },
    facts: { name: 'Name', kind: 'Kind', explanation: SYSTEM_WORDS.en.explanation },
    belongs: 'Solid line: belongs to',
    related: 'Dashed line: related (a standard serves both), with the number of standards',
    relatedTo: (codes) => `related ${codes}`,
    existing: 'In each box: existing/expected',
    shown: 'Download the rows shown',
    saved: (count) => `${count} downloaded`,
    notSaved: 'The file could not be made: try again, or take the CSV.',
    page: 'Page &P of &N',
  },
};
