import { listedReferences } from '../references.ts';
import type { DocumentRule } from '../rule.ts';

export const referenceDuplicate: DocumentRule = {
  id: 'reference-duplicate',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: { zh: '同一文件只列一次', en: 'A document is listed once' },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。',
  },
  *check(view) {
    const seen = new Map<string, number>();
    for (const { key, raw, range } of listedReferences(view)) {
      const line = seen.get(key);
      if (line === undefined) {
        seen.set(key, range.start.line);
        continue;
      }
      yield {
        range,
        message: {
          zh: `${raw} 在第 ${line} 行已经列过`,
          en: `${raw} is already listed on line ${line}`,
        },
        hint: { zh: '删去这一项', en: 'Delete this item' },
      };
    }
  },
};
