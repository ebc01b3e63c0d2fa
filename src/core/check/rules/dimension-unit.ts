import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';

const number = '\\d+(?:\\.\\d+)?';
const factors = new RegExp(
  `(?<![\\w.×*∶:/+±~～φΦØ-]|\\d[ \\u2009])(?<first>${number})\\s?×\\s?(?<second>${number})(?:\\s?×\\s?(?<third>${number}))?\\s?(?<unit>mm|cm|μm|km|m)(?![A-Za-z0-9_²³/·])`,
  'g',
);

/** Words that say that a size follows: elsewhere 2×50 m may be two lengths of 50 m. */
const size =
  /(?:尺寸|大小|外形|长×宽|面积|幅面|版面|洞口|开口|净空|样方|截面|规格)[^，。；]{0,12}$/;

export const dimensionUnit: DocumentRule = {
  id: 'dimension-unit',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020',
  summary: {
    zh: '尺寸的每个数都写单位：80 mm×25 mm',
    en: 'Each number of a size carries its unit: 80 mm×25 mm',
  },
  examples: {
    bad: '外形尺寸应为 80×25 mm。',
    good: '外形尺寸应为 80 mm×25 mm。',
  },
  keeps: ['3×2.5 mm²', '4×100 m 接力', 'M8×20 mm', '2×50 m', '1920×1080', '3×25 kg'],
  *check(view) {
    for (const run of runsIn(view, bodyPlaces, 'times')) {
      const text = view.proseOf(run);
      for (const { 0: whole, index, groups } of text.matchAll(factors)) {
        const { first = '', second = '', third, unit = '' } = groups ?? {};
        const saysSize = size.test(text.slice(Math.max(0, index - 24), index));
        // A single digit before × may be a count.
        if (!saysSize && third === undefined && (unit === 'm' || /^\d$/.test(first))) continue;
        const numbers = [first, second, ...(third === undefined ? [] : [third])];
        const right = numbers.map((each) => `${each} ${unit}`).join('×');
        const end = index + whole.length;
        yield {
          range: view.rangeOf(run, index, end),
          message: {
            zh: `“${whole}”只有末一个数有单位`,
            en: `Only the last number of "${whole}" has a unit`,
          },
          hint: { zh: `是尺寸就写作“${right}”`, en: `If it is a size write "${right}"` },
          ...(saysSize && { fix: view.fixOf(run, index, end, right) }),
        };
      }
    }
  },
};
