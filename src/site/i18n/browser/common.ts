import type { Language } from '#core/model/standard.ts';

/** Words that pages and scripts say alike. */
export interface CommonWords {
  readonly systems: string;
  readonly terms: string;
  readonly clauses: string;
  readonly helpTitle: string;
  readonly sampleMark: string;
  readonly statusLabel: string;
  readonly hostedOnly: string;
  readonly recents: string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
  readonly pageNumber: (page: number) => string;
  readonly moreValues: (count: number | string) => string;
  readonly fewerValues: string;
  readonly findValue: (name: string) => string;
  readonly successor: string;
  /** Of fields and columns. */
  readonly heads: Readonly<
    Record<'number' | 'titleEn' | 'issued' | 'implemented' | 'issuer' | 'factsDay', string>
  >;
}

/** Each said once: pages and scripts take it from here, and what only pages say is not in what browsers load. */
export const COMMON: Readonly<Record<Language, CommonWords>> = {
  zh: {
    systems: '标准体系',
    terms: '术语',
    clauses: '条文',
    helpTitle: '使用帮助',
    sampleMark: '样例',
    statusLabel: '状态',
    hostedOnly: '有全文的标准',
    recents: '最近搜索',
    pages: '分页',
    previous: '上一页',
    next: '下一页',
    pageNumber: (page) => `第 ${page} 页`,
    moreValues: (count) => `更多（${count}）`,
    fewerValues: '收起',
    findValue: (name) => `在“${name}”中查找`,
    successor: '代替它的标准',
    heads: {
      number: '标准号',
      titleEn: '英文名称',
      issued: '发布日期',
      implemented: '实施日期',
      issuer: '发布机构',
      factsDay: '目录采集日期',
    },
  },
  en: {
    systems: 'Systems',
    terms: 'Terms',
    clauses: 'Clauses',
    helpTitle: 'Help',
    sampleMark: 'SAMPLE',
    statusLabel: 'Status',
    hostedOnly: 'Full-text standards',
    recents: 'Recent searches',
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    pageNumber: (page) => `Page ${page}`,
    moreValues: (count) => `More (${count})`,
    fewerValues: 'Fewer',
    findValue: (name) => `Find in ${name}`,
    successor: 'Superseded by',
    heads: {
      number: 'Number',
      titleEn: 'English title',
      issued: 'Issued',
      implemented: 'In force from',
      issuer: 'Issued by',
      factsDay: 'Facts as of',
    },
  },
};
