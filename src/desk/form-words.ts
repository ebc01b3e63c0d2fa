import type { Bilingual } from '#core/base/bilingual.ts';
import type { FieldKind } from './client/shapes.ts';

/** The parts of the form, in their order. */
export const groups: readonly { readonly id: string; readonly label: Bilingual }[] = [
  { id: 'name', label: { zh: '名称与编号', en: 'Name and number' } },
  { id: 'days', label: { zh: '状态与日期', en: 'Status and days' } },
  { id: 'classes', label: { zh: '分类', en: 'Classification' } },
  { id: 'bodies', label: { zh: '单位与人', en: 'Bodies and people' } },
  { id: 'relations', label: { zh: '与其他标准', en: 'Other standards' } },
  { id: 'summary', label: { zh: '摘要与检索', en: 'Abstract and search' } },
  { id: 'more', label: { zh: '前言与其他', en: 'Foreword and more' } },
];

interface FieldWords {
  readonly label: Bilingual;
  readonly group: string;
  /** Where the schema does not say it. */
  readonly kind?: FieldKind;
}

const field = (group: string, zh: string, en: string, kind?: FieldKind): FieldWords => ({
  label: { zh, en },
  group,
  ...(kind && { kind }),
});

const words: Readonly<Record<string, FieldWords>> = {
  number: field('name', '标准编号', 'Number'),
  title: field('name', '中文名称', 'Chinese title'),
  titleEn: field('name', '英文名称', 'English title'),
  recordNumber: field('days', '备案号', 'Record number'),
  planNumber: field('days', '计划号', 'Plan number'),
  status: field('days', '状态', 'Status'),
  draftStage: field('days', '草案阶段', 'Stage of the draft'),
  issued: field('days', '发布日期', 'Day of issue', 'day'),
  implemented: field('days', '实施日期', 'Comes into force', 'day'),
  withdrawn: field('days', '废止日期', 'Withdrawn', 'day'),
  recorded: field('days', '备案日期', 'Recorded', 'day'),
  reviews: field('days', '复审', 'Reviews'),
  'reviews.date': field('days', '日期', 'Day', 'day'),
  'reviews.result': field('days', '结论', 'Result'),
  ics: field('classes', 'ICS 国际标准分类号', 'ICS'),
  ccs: field('classes', 'CCS 中国标准文献分类号', 'CCS'),
  industries: field('classes', '国民经济行业', 'Industries (GB/T 4754)'),
  chains: field('classes', '产业链与领域', 'Chains and fields'),
  functionType: field('classes', '功能类型', 'Function type'),
  profile: field('classes', '编写规则', 'Drafting rules'),
  issuers: field('bodies', '发布机构', 'Issued by'),
  proposedBy: field('bodies', '提出单位', 'Proposed by'),
  administeredBy: field('bodies', '归口单位', 'Administered by'),
  draftedBy: field('bodies', '起草单位', 'Drafted by'),
  drafters: field('bodies', '起草人', 'Drafters'),
  replaces: field('relations', '代替', 'Replaces'),
  'replaces.number': field('relations', '标准编号', 'Number'),
  'replaces.partial': field('relations', '代替的部分', 'Part replaced'),
  adopts: field('relations', '采用国际标准', 'Adopts'),
  'adopts.number': field('relations', '标准编号', 'Number'),
  'adopts.degree': field('relations', '一致性程度', 'Degree'),
  'adopts.note': field('relations', '说明', 'Note'),
  formerly: field('relations', '曾用编号', 'Former numbers'),
  abstract: field('summary', '摘要', 'Abstract', 'long'),
  abstractEn: field('summary', '英文摘要', 'English abstract', 'long'),
  keywords: field('summary', '关键词', 'Keywords'),
  keywordsEn: field('summary', '英文关键词', 'English keywords'),
  translationNote: field('more', '译文说明', 'Note on the translation', 'long'),
  foreword: field('more', '前言', 'Foreword'),
  'foreword.basis': field('more', '起草依据', 'Drafted after'),
  'foreword.part': field('more', '分部分的说明', 'Parts'),
  'foreword.changes': field('more', '与上一版的主要变化', 'Main changes'),
  'foreword.patent': field('more', '专利声明', 'Patent statement'),
  'foreword.history': field('more', '历次版本', 'Earlier editions'),
  indicators: field('more', '指标', 'Indicators'),
  'indicators.name': field('more', '名称', 'Name'),
  'indicators.nameEn': field('more', '英文名称', 'English name'),
  'indicators.clause': field('more', '条', 'Clause'),
  'indicators.kind': field('more', '种类', 'Kind'),
  'indicators.min': field('more', '下限', 'Lower limit'),
  'indicators.max': field('more', '上限', 'Upper limit'),
  'indicators.value': field('more', '值', 'Value'),
  'indicators.unit': field('more', '单位', 'Unit'),
  'indicators.method': field('more', '方法', 'Method'),
  bodyRestricted: field('more', '不公开正文的原因', 'Why the text is not public', 'long'),
  sample: field('more', '样例', 'Sample'),
};

/** What a field is called and where it stands; one that nobody named is called by its key. */
export function describeField(path: string): FieldWords {
  return words[path] ?? field('more', path, path);
}

const pickers: Readonly<Record<string, string>> = {
  ics: 'ics',
  ccs: 'ccs',
  industries: 'industries',
  chains: 'chains',
  issuers: 'bodies',
  proposedBy: 'bodies',
  administeredBy: 'bodies',
  draftedBy: 'bodies',
  replaces: 'standards',
  'adopts.number': 'standards',
};

/** The list that a field is chosen from, where there is one. */
export function pickerOf(path: string): string | undefined {
  return pickers[path];
}
