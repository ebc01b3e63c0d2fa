import type { DocumentRule } from '../rule.ts';

export const referencesDivided: DocumentRule = {
  id: 'references-divided',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 1.1—2020, 8.6',
  summary: {
    zh: '“规范性引用文件”不分条',
    en: 'The chapter of normative references has no sub-clauses',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n## 国家标准\n\n## 行业标准\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
  },
  english: true,
  *check({ doc, childrenOf }) {
    for (const [index, clause] of doc.clauses.entries()) {
      if (clause.kind !== 'references') continue;
      for (const child of childrenOf(index)) {
        const sub = doc.clauses[child];
        if (!sub) continue;
        yield {
          range: sub.headingRange,
          message: {
            zh: '“规范性引用文件”不应分条',
            en: 'Normative references must not be divided into sub-clauses',
          },
          hint: {
            zh: '删去这一行标题，所有文件写成一个列表',
            en: 'Delete this heading; all documents make one list',
          },
        };
      }
    }
  },
};
