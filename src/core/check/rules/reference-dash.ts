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
  *check({ wrongMarks, rangeOf, fixOf }) {
    for (const { run, found, start, end, written, right, beforeYear } of wrongMarks) {
      if (!beforeYear) continue;
      const before = run.text.slice(found.start, start).trimEnd();
      yield {
        range: rangeOf(run, start, end),
        message: {
          zh: `${before} 的年号前是“${written}”，应为一字线“—”`,
          en: `"${written}" stands before the year of ${before}; it should be an em dash "—"`,
        },
        hint: { zh: '改为 —（U+2014，一个）', en: 'Use one — (U+2014)' },
        fix: fixOf(run, start, end, right),
      };
    }
  },
};
