import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';

/** 「偏差不超过±0.5 ℃」 is said in words and understood; a sign before a sign is not. */
const doubled = /[≤≥<>＜＞≦≧]\s?±\s?\d[\d.]*\s?[%‰℃°A-Za-zμΩ]{0,4}/g;

export const toleranceSign: DocumentRule = {
  id: 'tolerance-sign',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020',
  summary: {
    zh: '允差写 ±3% 或“绝对值不大于 3%”，“≤”与“±”不连用',
    en: 'A tolerance is ±3% or an absolute value of at most 3%; "≤" and "±" do not stand together',
  },
  examples: {
    bad: '示值误差应≤±3%。',
    good: '示值误差的绝对值应不大于 3%。',
  },
  *check(view) {
    for (const run of runsIn(view, bodyPlaces, 'plus-minus')) {
      const text = view.proseOf(run);
      if (!text.includes('±')) continue;
      for (const { 0: whole, index } of text.matchAll(doubled)) {
        const limit = whole.slice(whole.indexOf('±') + 1).trim();
        yield {
          range: view.rangeOf(run, index, index + whole.trimEnd().length),
          message: {
            zh: `“${whole.trim()}”里比较号与“±”连用：不知道是哪一个界限`,
            en: `"${whole.trim()}" puts a comparison before "±": it is not clear which limit is meant`,
          },
          hint: {
            zh: `允差写“±${limit}”，界限写“绝对值不大于 ${limit}”`,
            en: `Write "±${limit}" for a tolerance, or an absolute value of at most ${limit}`,
          },
        };
      }
    }
  },
};
