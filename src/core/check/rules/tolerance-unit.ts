import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';
import { unitSymbols } from '../units.ts';

const value = '\\d+(?:\\.\\d+)?';
const bare = new RegExp(
  `(?<![\\w.+±×*/^~～-]|\\d[ \\u2009])(?<mean>${value})\\s?±\\s?(?<by>${value})(?<gap>\\s?)(?<unit>[%‰]|${unitSymbols}|d|A)(?![A-Za-z0-9_²³/·级类型款号])`,
  'g',
);

export const toleranceUnit: DocumentRule = {
  id: 'tolerance-unit',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020',
  summary: {
    zh: '带公差的值，单位对两个数都管用：（65±2）%、（20±2）℃，或 20 ℃±2 ℃',
    en: 'The unit of a value with a tolerance holds for both numbers: （65±2）%, （20±2）℃, or 20 ℃±2 ℃',
  },
  examples: {
    bad: '湿度应为 65±2%。',
    good: '湿度应为（65±2）%。',
  },
  keeps: ['（65±2）%', '65%±2%', '20 ℃±2 ℃', '±0.5 ℃', '1.5±0.1', '10±1 A级'],
  *check(view) {
    for (const run of runsIn(view, bodyPlaces, 'plus-minus')) {
      for (const { 0: whole, index, groups } of view.proseOf(run).matchAll(bare)) {
        const { mean = '', by = '', gap = '', unit = '' } = groups ?? {};
        const end = index + whole.length;
        const right = `（${mean}±${by}）${unit}`;
        yield {
          range: view.rangeOf(run, index, end),
          message: {
            zh: `“${whole}”的单位只管后一个数`,
            en: `The unit of "${whole}" belongs to its second number only`,
          },
          hint: { zh: `写作“${right}”`, en: `Write "${right}"` },
          fix: view.fixOf(run, index, end - unit.length - gap.length, `（${mean}±${by}）`),
        };
      }
    }
  },
};
