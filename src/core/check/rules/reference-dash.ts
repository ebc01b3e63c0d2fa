import { parseNumber } from '../../number/index.ts';
import type { DocumentRule } from '../rule.ts';

export const referenceDash: DocumentRule = {
  id: 'reference-dash',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: {
    zh: '注日期引用的年号前用一字线“—”',
    en: 'An em dash stands before the year of a dated number',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191-2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。',
  },
  keeps: ['2010-2020年', 'JS 500-2000型', 'GB 3100—93', 'ISO 9001:2015', 'T-2000', '0532-2010'],
  *check({ doc, rangeOf, fixOf }) {
    for (const run of doc.runs) {
      if (!/[^\d](?:19|20)\d{2}/.test(run.text)) continue;
      for (const match of run.text.matchAll(
        /(?<=\d[A-Z]?)(?:——|[-‐‑‒–―−－ー])(?=(?:19|20)\d{2}(?!\d|\s?型|\s?年))/g,
      )) {
        const start = match.index;
        const before = /[A-Z][A-Z0-9]*(?:\s?[/／]\s?[A-Z]+)*[\s　]?[\d.]+[A-Z]?$/.exec(
          run.text.slice(Math.max(0, start - 40), start),
        );
        if (!before) continue;
        const number = parseNumber(
          `${before[0]}-${run.text.slice(start + match[0].length, start + match[0].length + 4)}`,
        );
        if (
          !number.ok ||
          number.number.family === 'international' ||
          number.number.family === 'foreign'
        )
          continue;
        yield {
          range: rangeOf(run, start, start + match[0].length),
          message: {
            zh: `${before[0]} 的年号前是“${match[0]}”，应为一字线“—”`,
            en: `"${match[0]}" stands before the year of ${before[0]}; it should be an em dash "—"`,
          },
          hint: { zh: '改为 —（U+2014，一个）', en: 'Use one — (U+2014)' },
          fix: fixOf(run, start, start + match[0].length, '—'),
        };
      }
    }
  },
};
