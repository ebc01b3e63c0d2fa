import type { Language } from '#core/model/standard.ts';

interface GlossaryWords {
  readonly title: string;
  readonly lead: (count: string) => string;
  readonly none: string;
  /** The other page of words: those that hosted standards define. */
  readonly toTerms: string;
  readonly fromTerms: string;
  readonly initials: string;
  readonly also: string;
  readonly see: string;
  readonly source: string;
  readonly asOf: (day: string) => string;
  readonly field: string;
  readonly allFields: string;
  readonly find: string;
  /** `{n}` stands for the number of entries. */
  readonly shown: string;
  readonly noneShown: string;
}

export const GLOSSARY_WORDS: Readonly<Record<Language, GlossaryWords>> = {
  zh: {
    title: '标准化词表',
    lead: (count) =>
      `读标准、写标准、用标准时会遇到的${count}个词，用我们自己的话解释，写明依据和核对日期。不是任何标准的原文。`,
    none: '还没有词条。',
    toTerms: '各项标准定义的术语，在《术语》里',
    fromTerms: '“规范性引用”“能愿动词”这类标准化用语，见标准化词表',
    initials: '按拼音首字母',
    also: '也叫',
    see: '相关',
    source: '依据',
    asOf: (day) => `${day} 核对`,
    field: '方面',
    allFields: '全部方面',
    find: '词或解释中的字',
    shown: '显示 {n} 条',
    noneShown: '没有这样的词条。',
  },
  en: {
    title: 'Glossary of standardization',
    lead: (count) =>
      `${count} words met in reading, writing and using standards, explained in our own words, with what each rests on and the day it was looked at. None is the text of a standard.`,
    none: 'There are no entries yet.',
    toTerms: 'Terms that standards themselves define are under Terms',
    fromTerms: 'Words of standardization itself are explained in the glossary',
    initials: 'By initial',
    also: 'also',
    see: 'See also',
    source: 'Based on',
    asOf: (day) => `looked at ${day}`,
    field: 'Field',
    allFields: 'All fields',
    find: 'A word, or part of an explanation',
    shown: '{n} shown',
    noneShown: 'There is no such entry.',
  },
};
