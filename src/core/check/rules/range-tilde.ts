import type { DocumentRule } from '../rule.ts';
import { unitSymbols } from '../units.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';

/** Between two values: a number, or a unit behind a number; 「H~2~O」 is a subscript of other dialects. */
const tilde = new RegExp(
  `(?<=(?:\\d|\\d\\s?(?:${unitSymbols}|[%‰°′″d]))\\s?)~(?!\\d{1,3}~)(?=\\s?[-−]?\\d)`,
  'g',
);
/** The left value is the end of a formula: C~6~H~12~O. */
const insideFormula = /[A-Za-z\])]~\d*$/;

export const rangeTilde: DocumentRule = {
  id: 'range-tilde',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 15834—2011',
  summary: {
    zh: '数值范围用浪纹线“～”，不用半角 ~',
    en: 'A range of values is written with "～", not with the ASCII tilde',
  },
  examples: {
    bad: '温度应为 2 ℃~8 ℃。',
    good: '温度应为 2 ℃～8 ℃。',
  },
  keeps: ['H~2', 'CO~2', 'A~B', '~3'],
  *check(view) {
    for (const run of runsIn(view, bodyPlaces, 'tilde')) {
      const text = view.proseOf(run);
      if (!text.includes('~')) continue;
      for (const match of text.matchAll(tilde)) {
        if (insideFormula.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
        const end = match.index + 1;
        yield {
          range: view.rangeOf(run, match.index, end),
          message: { zh: '数值范围用了半角“~”', en: 'The range is written with an ASCII tilde' },
          hint: { zh: '改为“～”', en: 'Use "～"' },
          fix: view.fixOf(run, match.index, end, '～'),
        };
      }
    }
  },
};
