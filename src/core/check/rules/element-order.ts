import type { ClauseKind } from '#core/model/standard.ts';
import type { DocumentRule } from '../rule.ts';

const places: Readonly<Partial<Record<ClauseKind, number>>> = {
  foreword: 0,
  introduction: 1,
  scope: 2,
  references: 3,
  terms: 4,
  chapter: 5,
  annex: 6,
  bibliography: 7,
  index: 8,
};

export const elementOrder: DocumentRule = {
  id: 'element-order',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 1.1—2020, 6.2',
  summary: {
    zh: '要素的顺序：前言、引言、范围、规范性引用文件、术语和定义、其他章、附录、参考文献、索引',
    en: 'Order of elements: foreword, introduction, scope, normative references, terms and definitions, other chapters, annexes, bibliography, index',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 术语和定义\n\n# 规范性引用文件\n\n# 样例要求\n\n样例应完整。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
  },
  english: true,
  *check({ doc, roots }) {
    let highest = -1;
    let before = '';
    for (const index of roots) {
      const clause = doc.clauses[index];
      const place = clause && places[clause.kind];
      if (!clause || place === undefined) continue;
      if (place < highest) {
        yield {
          range: clause.headingRange,
          message: {
            zh: `“${clause.title}”不应在“${before}”之后`,
            en: `"${clause.title}" must not come after "${before}"`,
          },
          hint: { zh: `把这一部分移到“${before}”之前`, en: `Move this part before "${before}"` },
        };
      } else {
        highest = place;
        before = clause.title;
      }
    }
  },
};
