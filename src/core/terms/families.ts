import type { Bilingual } from '../base/bilingual.ts';
import type { Term } from './table.ts';

/**
 * Who issues a standard, in the order of chapter 2 (GB/T 1.1—2020, 8.6): national, industry, local, group, enterprise,
 * international, others. `metrology`: the national documents of metrology (JJF, JJG), which are no standards (计量法).
 * `many` heads a list.
 */
export const familyTerms = [
  {
    value: 'national',
    zh: '国家标准',
    en: 'National standard',
    many: 'National standards',
  },
  {
    value: 'metrology',
    zh: '国家计量技术规范、检定规程',
    en: 'National metrology document',
    many: 'National metrology documents',
  },
  {
    value: 'industry',
    zh: '行业标准',
    en: 'Industry standard',
    many: 'Industry standards',
  },
  {
    value: 'local',
    zh: '地方标准',
    en: 'Local standard',
    many: 'Local standards',
  },
  {
    value: 'group',
    zh: '团体标准',
    en: 'Group standard',
    many: 'Group standards',
  },
  {
    value: 'enterprise',
    zh: '企业标准',
    en: 'Enterprise standard',
    many: 'Enterprise standards',
  },
  {
    value: 'international',
    zh: '国际标准',
    en: 'International standard',
    many: 'International standards',
  },
  {
    value: 'foreign',
    zh: '国外标准',
    en: 'Foreign standard',
    many: 'Foreign standards',
  },
  {
    value: 'other',
    zh: '其他文件',
    en: 'Other document',
    many: 'Other documents',
  },
] as const satisfies readonly (Term & { many: string })[];
export type Family = (typeof familyTerms)[number]['value'];

/** What a column says of a family. */
export const shortFamilies: Readonly<Record<Family, Bilingual>> = {
  national: { zh: '国家标准', en: 'National' },
  metrology: { zh: '国家计量规程规范', en: 'National metrology' },
  industry: { zh: '行业标准', en: 'Industry' },
  local: { zh: '地方标准', en: 'Local' },
  group: { zh: '团体标准', en: 'Group' },
  enterprise: { zh: '企业标准', en: 'Enterprise' },
  international: { zh: '国际标准', en: 'International' },
  foreign: { zh: '国外标准', en: 'Foreign' },
  other: { zh: '其他', en: 'Other' },
};

/** Whether a family is one of bodies outside China, whose titles need not be Chinese. */
export const isForeign = (family: Family): boolean =>
  family === 'international' || family === 'foreign';

/** Families whose texts a library holds, each in a folder of its name. */
export const hostedFamilies = ['local', 'group', 'enterprise'] as const satisfies readonly Family[];
export type HostedFamily = (typeof hostedFamilies)[number];

/** The same family where a library holds its texts, else undefined. */
export const asHosted = (family: string): HostedFamily | undefined =>
  hostedFamilies.find((each) => each === family);

/**
 * 宜定级别 of a planned standard (GB/T 13016—2018), by the word an author writes; `family` is what its number will belong
 * to, `written` how lists begin to write it, in small letters.
 */
export const levelTerms = [
  { value: '国家', family: 'national', written: '国家(?:标准)?|国标|gb|national' },
  { value: '行业', family: 'industry', written: '行业(?:标准)?|行标|industry|sector' },
  { value: '地方', family: 'local', written: '地方(?:标准)?|地标|省|市|db|local' },
  { value: '团体', family: 'group', written: '团体(?:标准)?|团标|group|association' },
  { value: '企业', family: 'enterprise', written: '企业(?:标准)?|企标|enterprise|company' },
  { value: '国际', family: 'international', written: '国际(?:标准)?|iso|iec|international' },
] as const satisfies readonly { value: string; family: Family; written: string }[];
export type LevelWord = (typeof levelTerms)[number]['value'];

const abroad: Bilingual = {
  zh: '国际标准可在发布组织的网站查询和购买，也可向国内标准文献机构查阅。',
  en: 'International standards can be found and bought on the site of the organization that publishes them.',
};

/** Where the text of a standard that is not here can be read, by its family. */
export const familySources: Readonly<Record<Family, Bilingual>> = {
  national: {
    zh: '强制性国家标准和非采标的推荐性国家标准，可在国家标准化管理委员会的“国家标准全文公开系统”按标准号查询阅读；采用国际标准的，受版权限制，通常须向出版单位购买。',
    en: 'Mandatory national standards, and recommended ones that adopt no international standard, can be read by number in the national standards full-text public system of the Standardization Administration (国家标准全文公开系统). Adoptions of international standards are under copyright and usually have to be bought from the publisher.',
  },
  metrology: {
    zh: '国家计量技术规范、国家计量检定规程不是国家标准，由国务院计量行政部门公布，可在“国家计量技术规范全文公开系统”按编号查询阅读。',
    en: 'National metrology specifications and verification regulations are not national standards. They are issued by the metrology authority and can be read by number in its full-text system (国家计量技术规范全文公开系统).',
  },
  industry: {
    zh: '行业标准由国务院有关行政主管部门公布，可在“行业标准信息服务平台”按标准号查询。',
    en: 'Industry standards are published by the competent ministries; look up the number on the industry standards information platform (行业标准信息服务平台).',
  },
  local: {
    zh: '地方标准免费公开，可在“地方标准信息服务平台”或发布该标准的市场监督管理部门网站查询。',
    en: 'Local standards are free. Look up the number on the local standards information platform (地方标准信息服务平台) or on the site of the market supervision authority that issued it.',
  },
  group: {
    zh: '团体标准由社会团体发布，可在“全国团体标准信息平台”查询；是否公开全文由该团体决定。',
    en: 'Group standards are issued by societies; look up the number on the national group standards platform (全国团体标准信息平台). The society decides whether the full text is public.',
  },
  enterprise: {
    zh: '企业标准由企业自行公开，可在“企业标准信息公共服务平台”按企业名称或标准号查询。',
    en: 'Enterprise standards are disclosed by the enterprise itself on the enterprise standards public service platform (企业标准信息公共服务平台).',
  },
  international: abroad,
  foreign: abroad,
  other: {
    zh: '请按文件号向发布机构查询。',
    en: 'Ask the issuing body by the number of the document.',
  },
};
