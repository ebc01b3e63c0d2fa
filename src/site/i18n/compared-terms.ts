import type { Language } from '#core/model/standard.ts';

interface ComparedTermsWords {
  readonly title: string;
  readonly lead: string;
  readonly count: (count: string) => string;
  readonly none: string;
  readonly term: string;
  readonly english: string;
  readonly standards: string;
  readonly wordings: string;
  readonly verdict: string;
  readonly agree: string;
  readonly differ: (wordings: number) => string;
  readonly otherEnglish: string;
  readonly sameEnglish: string;
  readonly titleOf: (term: string) => string;
  readonly said: (standards: number, wordings: number) => string;
  readonly saidAlike: (standards: number) => string;
  readonly saidOnce: string;
  readonly wording: (at: number) => string;
  readonly marked: string;
  readonly added: string;
  readonly removed: string;
  readonly ends: string;
  readonly uses: string;
  readonly usedIn: (count: number) => string;
  readonly notUsed: string;
  readonly moreUses: (count: number) => string;
  readonly elsewhere: string;
  readonly namesDiffer: string;
  readonly othersHead: string;
  readonly admitted: string;
  readonly abbreviations: string;
  readonly source: string;
  readonly noTranslation: string;
  readonly notSaid: string;
}

/** What the pages say on which terms of several standards stand side by side. */
export const COMPARED_TERMS_WORDS: Readonly<Record<Language, ComparedTermsWords>> = {
  zh: {
    title: '术语对照',
    lead: '同一个术语，几项标准各自下了定义：并排看，哪里说法不同，英文名称是否一致。',
    count: (count) => `共 ${count} 个术语。`,
    none: '没有几项标准都下定义的术语。',
    term: '术语',
    english: '英文名称',
    standards: '下定义的标准',
    wordings: '几种说法',
    verdict: '结论',
    agree: '定义相同',
    differ: (wordings) => `定义不同（${wordings} 种）`,
    otherEnglish: '英文名称不同',
    sameEnglish: '英文名称与别的术语相同',
    titleOf: (term) => `“${term}”的定义对照`,
    said: (standards, wordings) => `${standards} 项标准给出 ${wordings} 种说法。`,
    saidAlike: (standards) => `${standards} 项标准的定义相同。`,
    saidOnce: '只有一项标准给出定义。',
    wording: (at) => `说法 ${at}`,
    marked: '从第二种说法起，与第一种对比：加下划线的是多出的，加删除线的是没有的。',
    added: '多出：',
    removed: '没有：',
    ends: '。',
    uses: '用在哪里',
    usedIn: (count) => `${count} 条用到`,
    notUsed: '条文里没有用到',
    moreUses: (count) => `另有 ${count} 条`,
    elsewhere: '在全部条文里搜索这个术语',
    namesDiffer: '英文名称不一致：',
    othersHead: '英文名称相同的其他术语',
    admitted: '许用术语',
    abbreviations: '缩略语',
    source: '来源',
    noTranslation: '没有英文译文',
    notSaid: '没有英文名称',
  },
  en: {
    title: 'Terms side by side',
    lead: 'Terms that several standards define: their definitions beside each other, where the wording differs, and whether the English names agree.',
    count: (count) => `Terms: ${count}.`,
    none: 'No term is defined by several standards.',
    term: 'Term',
    english: 'Other names',
    standards: 'Defined in',
    wordings: 'Wordings',
    verdict: 'Result',
    agree: 'Definitions agree',
    differ: (wordings) => `Definitions differ (${wordings} wordings)`,
    otherEnglish: 'English names differ',
    sameEnglish: 'Another term has the same English name',
    titleOf: (term) => `Definitions of "${term}"`,
    said: (standards, wordings) => `Standards: ${standards}; wordings: ${wordings}.`,
    saidAlike: (standards) => `The definitions of ${standards} standards agree.`,
    saidOnce: 'One standard only defines it.',
    wording: (at) => `Wording ${at}`,
    marked:
      'From the second wording on, each is compared with the first: underlined is what it has more, struck out what it lacks.',
    added: 'more: ',
    removed: 'lacking: ',
    ends: '. ',
    uses: 'Where it is used',
    usedIn: (count) => `used in ${count} ${count === 1 ? 'clause' : 'clauses'}`,
    notUsed: 'not used in the clauses',
    moreUses: (count) => `and ${count} more`,
    elsewhere: 'Search all clauses for this term',
    namesDiffer: 'English names differ: ',
    othersHead: 'Other terms with the same English name',
    admitted: 'Admitted term',
    abbreviations: 'Abbreviations',
    source: 'Source',
    noTranslation: 'Not translated',
    notSaid: 'No English name',
  },
};
