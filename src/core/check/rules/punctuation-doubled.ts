import type { DocumentRule } from '../rule.ts';
import { allPlaces, runsIn } from '../rule-context.ts';

/** Two marks that end or part a sentence, side by side; dots of an ellipsis and ？！ are none. */
const doubled = /[，、；：][，、；：。？！]|[。？！][，、；：]|。[。？！]|[？！]。/g;

/** Most runs hold none of it. */
const twoMarks = /[，、；：。？！]{2}/;

export const punctuationDoubled: DocumentRule = {
  id: 'punctuation-doubled',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 15834—2011',
  summary: {
    zh: '点号不连用：没有“。。”“，。”“；。”',
    en: 'Stops do not stand side by side: no 。。, ，。 or ；。',
  },
  examples: {
    bad: '样例应完整。。',
    good: '样例应完整。',
  },
  keeps: ['“，”、“。”', '？！', '……'],
  *check(view) {
    for (const run of runsIn(view, allPlaces)) {
      if (!twoMarks.test(run.text)) continue;
      for (const { 0: marks, index } of view.proseOf(run).matchAll(doubled)) {
        const end = index + marks.length;
        const isTwice = marks.charAt(0) === marks.charAt(1);
        yield {
          range: view.rangeOf(run, index, end),
          message: {
            zh: `点号连用：“${marks}”`,
            en: `Two stops side by side: "${marks}"`,
          },
          hint: isTwice
            ? { zh: `只留一个“${marks.charAt(0)}”`, en: `Keep one "${marks.charAt(0)}"` }
            : { zh: '留下该用的一个', en: 'Keep the one that belongs there' },
          ...(isTwice && { fix: view.fixOf(run, index, end, marks.charAt(0)) }),
        };
      }
    }
  },
};
