import type { DocumentRule } from '../rule.ts';
import { isUnitName, unitSymbols } from '../units.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';

const value = '[-−]?\\d+(?:\\.\\d+)?';
const range = new RegExp(
  `(?<![A-Za-z0-9_#/.,:，—－–×*+±≤≥<>～~\\-−第表图章条款式号])(?<low>${value})\\s?[~～]\\s?(?<high>${value})(?<gap>\\s?)(?<unit>[%‰]|${unitSymbols}|d|A)(?![A-Za-z0-9_\\-²³/·~级类型款号码])`,
  'g',
);

/** Whether a range counts or names things: 第 3～5 d, 型号 5～7L, 1～3A 规格. */
function isNamed(before: string, after: string): boolean {
  return (
    /(?:第|型号|规格|牌号|选用|编号|代号)\s?$/.test(before) ||
    /^\s?(?:规格|型号|款|店|档)/.test(after)
  );
}

export const rangeUnit: DocumentRule = {
  id: 'range-unit',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020',
  summary: {
    zh: '数值范围的两端都写单位：2 ℃～8 ℃、30%～60%',
    en: 'Both ends of a range of values carry the unit: 2 ℃～8 ℃, 30%～60%',
  },
  examples: {
    bad: '湿度应为 30～60%。',
    good: '湿度应为 30%～60%。',
  },
  keeps: [
    '3～5G',
    '1～4K',
    '1∶2～8',
    'M6～8',
    '5.2～5.4',
    '附录A～C',
    '（2～8）℃',
    '第 3～5 d',
    '选用 1～3A 规格',
    '型号 5～7L',
  ],
  *check(view) {
    for (const run of runsIn(view, bodyPlaces, 'tilde')) {
      const text = view.proseOf(run);
      if (!/[~～]/.test(text)) continue;
      for (const { 0: whole, index, groups } of text.matchAll(range)) {
        const { low = '', high = '', unit = '', gap = '' } = groups ?? {};
        if (isNamed(text.slice(0, index), text.slice(index + whole.length))) continue;
        const at = index + whole.length - unit.length - gap.length - high.length;
        if (gap === '' && isUnitName(text, high + unit, unit, at)) continue;
        const full = /[%‰]/.test(unit) ? `${low}${unit}` : `${low} ${unit}`;
        const end = index + low.length;
        yield {
          range: view.rangeOf(run, index, index + whole.length),
          message: {
            zh: `“${whole}”只在末尾写了单位`,
            en: `"${whole}" has its unit at the end only`,
          },
          hint: {
            zh: `两端都写单位：“${full}～${/[%‰]/.test(unit) ? high : `${high} `}${unit}”`,
            en: `Write the unit at both ends: "${full}～${/[%‰]/.test(unit) ? high : `${high} `}${unit}"`,
          },
          fix: view.fixOf(run, index, end, full),
        };
      }
    }
  },
};
