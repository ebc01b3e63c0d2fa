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
  },
};
