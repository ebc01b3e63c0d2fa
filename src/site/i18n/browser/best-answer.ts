import type { Language } from '#core/model/standard.ts';

/** What is said of an answer that holds most of a question. */
export interface BestWords {
  /** Over the clause that answers best. */
  readonly closest: string;
  readonly found: (count: string, query: string) => string;
  readonly byWords: string;
  readonly inClause: string;
  readonly elsewhere: string;
  readonly missing: string;
  /** Between a word of the question and what the text has for it, for those who hear it. */
  readonly textSays: string;
  readonly between: string;
  readonly cite: string;
  readonly citeFailed: string;
  readonly openClause: (clause: string) => string;
  /** Over further clauses of the same standard. */
  readonly near: string;
  /** Over clauses that state other values. */
  readonly others: string;
  readonly otherEdition: string;
  /** Nothing here answers. */
  readonly noAnswer: string;
  readonly noAnswerCount: (count: string, query: string) => string;
  readonly nearestPlaces: string;
}

const ZH: BestWords = {
  closest: '最接近的条文',
  found: (count, query) => `找到 ${count} 项与“${query}”有关的标准，最接近的在前`,
  byWords: '没有哪一处写着整个问题，以下按问题中的词查找',
  inClause: '本条写到',
  elsewhere: '本标准别处写到',
  missing: '没有写到',
  textSays: '文中作',
  between: '、',
  cite: '引用这一条',
  citeFailed: '没有取到，请再试一次',
  openClause: (clause) => `打开 ${clause}`,
  near: '同一标准里相近的条',
  others: '另有条文写到其他数值',
  otherEdition: '同一标准的另一版本',
  noAnswer: '本馆没有标准回答这个问题',
  noAnswerCount: (count, query) => `没有找到“${query}”的答案，最接近的 ${count} 项标准列在后面`,
  nearestPlaces: '最接近的几处',
};

const EN: BestWords = {
  closest: 'The clause that comes closest',
  found: (count, query) => `Standards that bear on “${query}”: ${count}, the closest first`,
  byWords: 'No text holds the whole question; it was searched for by its words',
  inClause: 'In this clause',
  elsewhere: 'Elsewhere in this standard',
  missing: 'Not found',
  textSays: 'in the text:',
  between: ', ',
  cite: 'Cite this clause',
  citeFailed: 'Not loaded: try again',
  openClause: (clause) => `Open ${clause}`,
  near: 'Close to it in the same standard',
  others: 'Other clauses state other values',
  otherEdition: 'another edition of the same standard',
  noAnswer: 'No standard here answers this question',
  noAnswerCount: (count, query) =>
    `No answer found to “${query}”; the closest standards are listed below: ${count}`,
  nearestPlaces: 'Nearest places',
};

export const BEST_WORDS: Readonly<Record<Language, BestWords>> = { zh: ZH, en: EN };
