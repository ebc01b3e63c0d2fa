/**
 * The values a reader meets as filters, badges and columns, each once: how it is stored, what it is called in Chinese and
 * in English, and in which order it is shown. Pages, engines, importers and commands read them here; a value added here is
 * a value everywhere. Plain data, so that browsers can load it.
 */
interface Term {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * Statuses of a standard on a day (标准状态). `id` is the name in addresses, `row` the state of a row of a system that the
 * standard stands in, `recorded` whether a list of other people's can say it: drafts are in no catalogue.
 */
export const statusTerms = [
  { value: '现行', zh: '现行', en: 'In force', id: 'current', row: 'in-force', recorded: true },
  {
    value: '即将实施',
    zh: '即将实施',
    en: 'Not yet in force',
    id: 'upcoming',
    row: 'coming',
    recorded: true,
  },
  {
    value: '被代替',
    zh: '被代替',
    en: 'Superseded',
    id: 'superseded',
    row: 'replaced',
    recorded: true,
  },
  { value: '废止', zh: '废止', en: 'Withdrawn', id: 'withdrawn', row: 'withdrawn', recorded: true },
  { value: '草案', zh: '草案', en: 'Draft', id: 'draft', row: 'preparing', recorded: false },
  {
    value: '未知',
    zh: '状态未知',
    en: 'Status unknown',
    id: 'unknown',
    row: 'unverified',
    recorded: true,
  },
] as const satisfies readonly (Term & { id: string; row: string; recorded: boolean })[];
export type Status = (typeof statusTerms)[number]['value'];
/** What a source can say about a standard, on the day it says it. */
export type RecordedStatus = Extract<(typeof statusTerms)[number], { recorded: true }>['value'];

/** What a status means to a reader, in a sentence. */
export const statusMeanings: Readonly<Record<Status, Pick<Term, 'zh' | 'en'>>> = {
  现行: {
    zh: '已经实施，没有被代替或废止。',
    en: 'In use: neither superseded nor withdrawn.',
  },
  即将实施: {
    zh: '已经发布，实施日期还没有到。在此之前，旧版仍然有效。',
    en: 'Issued, but its day has not come. Until then the older edition holds.',
  },
  被代替: {
    zh: '新的标准已经实施，页首给出代替它的标准。',
    en: 'A newer standard is in force; the top of the page names it.',
  },
  废止: { zh: '发布机构已宣布停止使用。', en: 'The issuing body has ended its use.' },
  草案: {
    zh: '还没有发布的文稿，不能作为依据。',
    en: 'A text that has not been issued; it is not to be relied on.',
  },
  未知: {
    zh: '没有可靠的状态信息，请向发布机构核实。',
    en: 'No reliable information; ask the issuing body.',
  },
};

/** What lists call a recorded status, in small letters and without spaces. */
export const statusSynonyms: Readonly<Record<RecordedStatus, string>> = {
  现行: '现行 现行有效 有效 正在执行 确认有效 继续有效 现行标准 current valid active inforce effective published confirmed',
  即将实施:
    '即将实施 未生效 尚未生效 未实施 尚未实施 待实施 已发布未实施 即将生效 upcoming notyetinforce pending',
  被代替:
    '被代替 被替代 已被代替 已被替代 已代替 已替代 被取代 被全部代替 superseded replaced revised',
  废止: '废止 作废 已废止 已作废 失效 已失效 废除 撤销 已撤销 withdrawn abolished cancelled canceled obsolete void',
  未知: '未知 不详 unknown',
};

/** The recorded statuses, as text that is read from a file may be one of them. */
export const recordedStatuses: ReadonlySet<unknown> = new Set(
  statusTerms.filter(({ recorded }) => recorded).map(({ value }) => value),
);

/**
 * Who issues a standard, in the order of chapter 2 (GB/T 1.1—2020, 8.6): national, industry, local, group, enterprise,
 * international, others. `metrology`: the national documents of metrology (JJF, JJG), which are no standards (计量法).
 * `many` heads a list, `short` stands in a column.
 */
export const familyTerms = [
  {
    value: 'national',
    zh: '国家标准',
    en: 'National standard',
    many: 'National standards',
    shortZh: '国家标准',
    shortEn: 'National',
  },
  {
    value: 'metrology',
    zh: '国家计量技术规范、检定规程',
    en: 'National metrology document',
    many: 'National metrology documents',
    shortZh: '国家计量规程规范',
    shortEn: 'National metrology',
  },
  {
    value: 'industry',
    zh: '行业标准',
    en: 'Industry standard',
    many: 'Industry standards',
    shortZh: '行业标准',
    shortEn: 'Industry',
  },
  {
    value: 'local',
    zh: '地方标准',
    en: 'Local standard',
    many: 'Local standards',
    shortZh: '地方标准',
    shortEn: 'Local',
  },
  {
    value: 'group',
    zh: '团体标准',
    en: 'Group standard',
    many: 'Group standards',
    shortZh: '团体标准',
    shortEn: 'Group',
  },
  {
    value: 'enterprise',
    zh: '企业标准',
    en: 'Enterprise standard',
    many: 'Enterprise standards',
    shortZh: '企业标准',
    shortEn: 'Enterprise',
  },
  {
    value: 'international',
    zh: '国际标准',
    en: 'International standard',
    many: 'International standards',
    shortZh: '国际标准',
    shortEn: 'International',
  },
  {
    value: 'foreign',
    zh: '国外标准',
    en: 'Foreign standard',
    many: 'Foreign standards',
    shortZh: '国外标准',
    shortEn: 'Foreign',
  },
  {
    value: 'other',
    zh: '其他文件',
    en: 'Other document',
    many: 'Other documents',
    shortZh: '其他',
    shortEn: 'Other',
  },
] as const satisfies readonly (Term & { many: string; shortZh: string; shortEn: string })[];
export type Family = (typeof familyTerms)[number]['value'];

/** What the number says of a standard's force (《标准化法》第二条); see `classifyNature`. */
export const natureTerms = [
  { value: 'mandatory', zh: '强制性', en: 'Mandatory' },
  { value: 'recommended', zh: '推荐性', en: 'Recommended' },
  { value: 'guidance', zh: '指导性技术文件', en: 'Guidance document' },
  { value: 'unknown', zh: '编号未标明', en: 'Not said by the number' },
] as const satisfies readonly Term[];
export type StatedNature = (typeof natureTerms)[number]['value'];

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

/** How grave a finding is, the gravest first. */
export const severityTerms = [
  { value: 'error', zh: '错误', en: 'error' },
  { value: 'warning', zh: '警告', en: 'warning' },
  { value: 'info', zh: '提示', en: 'info' },
] as const satisfies readonly Term[];
export type Severity = (typeof severityTerms)[number]['value'];

/** The values of a table, in its order. */
export const valuesOf = <V extends string>(table: readonly { readonly value: V }[]): readonly V[] =>
  table.map(({ value }) => value);

/** One column of a table by value: `pick(statusTerms, 'en')` gives the English name of each status. */
export function pick<T extends { readonly value: string }, K extends keyof T>(
  table: readonly T[],
  column: K,
): Readonly<Record<T['value'], T[K]>> {
  return Object.fromEntries(table.map((term) => [term.value, term[column]])) as Record<
    T['value'],
    T[K]
  >;
}
