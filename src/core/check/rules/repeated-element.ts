import type { ClauseKind } from '#core/model/standard.ts';
import type { DocumentRule } from '../rule.ts';

export const repeatedElement: DocumentRule = {
  id: 'repeated-element',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 1.1—2020, 6.2',
  summary: {
    zh: '前言、引言、范围、规范性引用文件、术语和定义、参考文献、索引各只有一个',
    en: 'Foreword, introduction, scope, normative references, terms, bibliography and index stand once each',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 范围\n\n本文件适用于样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
    good: '# 范围\n\n本文件规定了样例。\n\n本文件适用于样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
  },
  english: true,
  *check({ doc, roots }) {
    const seen = new Set<ClauseKind>();
    for (const index of roots) {
      const clause = doc.clauses[index];
      if (!clause || clause.kind === 'chapter' || clause.kind === 'annex') continue;
      if (seen.has(clause.kind)) {
        yield {
          range: clause.headingRange,
          message: { zh: `“${clause.title}”出现了两次`, en: `"${clause.title}" stands twice` },
          hint: {
            zh: '并入前一个，删去这一行标题',
            en: 'Merge it into the first and delete this heading',
          },
        };
      }
      seen.add(clause.kind);
    }
  },
};
