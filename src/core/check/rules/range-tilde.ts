import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../view.ts';

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
  *check(view) {
    for (const run of runsIn(view, bodyPlaces)) {
      const text = view.proseOf(run);
      if (!text.includes('~')) continue;
      for (const match of text.matchAll(/(?<=[\d℃%°A-Za-z]\s?)~(?=\s?[-−]?\d)/g)) {
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
