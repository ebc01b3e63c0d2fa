import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';

const grouped = /(?<![\dA-Za-z.,，:：/\-—（([])\d{1,3}(?:,\d{3})+(?![\d,A-Za-z]|-\S)(?:\.\d+)?/g;

export const digitGrouping: DocumentRule = {
  id: 'digit-grouping',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020；GB/T 15835—2011',
  summary: {
    zh: '多位数字三位一节，节间空四分之一字（写一个空格），不用逗号',
    en: 'Digits are grouped in threes by a space, never by a comma',
  },
  examples: {
    bad: '亮度应不低于 5,000 lx。',
    good: '亮度应不低于 5 000 lx。',
  },
  *check(view) {
    for (const run of runsIn(view, bodyPlaces, 'comma')) {
      const text = view.proseOf(run);
      if (!/\d,\d{3}/.test(text)) continue;
      for (const { 0: whole, index } of text.matchAll(grouped)) {
        const instead = whole.replaceAll(',', ' ');
        yield {
          range: view.rangeOf(run, index, index + whole.length),
          message: {
            zh: `“${whole}”用逗号分节，会看成两个数`,
            en: `"${whole}" is grouped by commas and may be read as several numbers`,
          },
          hint: {
            zh: `是一个数的，写“${instead}”；是几个数的，用顿号隔开`,
            en: `Write "${instead}" for one number; set several numbers apart by 、`,
          },
        };
      }
    }
  },
};
