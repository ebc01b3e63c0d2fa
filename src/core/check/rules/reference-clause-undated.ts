import { isOwn } from '../references.ts';
import type { DocumentRule } from '../rule.ts';

export const referenceClauseUndated: DocumentRule = {
  id: 'reference-clause-undated',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 9.5',
  summary: {
    zh: '提及其他文件的具体章条、图、表时注日期',
    en: 'A clause, figure or table of another document is cited with the year',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n标志应符合 GB/T 191 中 3.1 的规定。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n标志应符合 GB/T 191—2008 中 3.1 的规定。',
  },
  *check(view) {
    for (const { dated, targetClauses, raw, range, role, key } of view.doc.references) {
      if (dated || !targetClauses || role === 'normative-list' || isOwn(view, key)) continue;
      const named = targetClauses.join('、');
      yield {
        range,
        message: {
          zh: `提及 ${raw} 的 ${named} 却没有注日期：下一版的条号可能不同`,
          en: `Clause ${targetClauses.join(', ')} of ${raw} is cited without a year; its number may change in the next edition`,
        },
        hint: {
          zh: '写出年号，如“GB/T 191—2008中3.1”',
          en: 'Add the year, as in "GB/T 191—2008中3.1"',
        },
      };
    }
  },
};
