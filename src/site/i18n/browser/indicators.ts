import type { Language } from '#core/model/standard.ts';

/** What the script of indicators says of a reader's own value. */
interface OwnWords {
  readonly noNumber: string;
  readonly unknownUnit: (unit: string) => string;
  readonly otherKind: (unit: string, wanted: string) => string;
  readonly kept: string;
  readonly missed: string;
  readonly summary: (own: string, kept: number, all: number) => string;
  readonly grade: (name: string, stars: number) => string;
  readonly noGrade: string;
  /** Above a page that shows the standards of a basket only. */
  readonly ofBasket: (name: string, count: number) => string;
  readonly noneOfBasket: (name: string) => string;
  readonly badBasket: string;
  readonly all: string;
}

export const OWN_WORDS: Readonly<Record<Language, OwnWords>> = {
  zh: {
    noNumber: '读不出数：写一个数和单位，如 0.5 h。',
    unknownUnit: (unit) => `不认识单位“${unit}”。`,
    otherKind: (unit, wanted) =>
      `${unit || '没有单位的数'} 不能换算成 ${wanted || '没有单位的数'}。`,
    kept: '符合',
    missed: '不符合',
    summary: (own, kept, all) => `${own}：${all} 项标准中符合 ${kept} 项。`,
    grade: (name, stars) => `水平：${name}（${stars} 星）。`,
    noGrade: '未达到基准水平。',
    ofBasket: (name, count) => `只比标准篮${name && `“${name}”`}里的 ${count} 项。`,
    noneOfBasket: (name) => `标准篮${name && `“${name}”`}里没有本组比对的标准，以下是全部。`,
    badBasket: '网址里的标准篮读不出来，以下是全部。',
    all: '看全部',
  },
  en: {
    noNumber: 'No number was read: write a number and its unit, such as 0.5 h.',
    unknownUnit: (unit) => `The unit "${unit}" is not known.`,
    otherKind: (unit, wanted) =>
      `${unit || 'A number without a unit'} cannot be said in ${wanted || 'a number without a unit'}.`,
    kept: 'met',
    missed: 'not met',
    summary: (own, kept, all) => `${own} meets ${kept} of ${all} standards.`,
    grade: (name, stars) => `Grade: ${name} (${stars} stars).`,
    noGrade: 'It does not reach the baseline.',
    ofBasket: (name, count) => `Only the ${count} of the basket${name && ` "${name}"`}.`,
    noneOfBasket: (name) =>
      `The basket${name && ` "${name}"`} has no standard of this group; all are shown.`,
    badBasket: 'The basket of the address cannot be read; all are shown.',
    all: 'Show all',
  },
};
