import type { DocumentRule } from '../rule.ts';
import { nameClause } from '../rule-context.ts';

export const singleSubclause: DocumentRule = {
  id: 'single-subclause',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 7.3',
  summary: {
    zh: '一章或一条之下不应只有一条',
    en: 'A chapter or clause is not divided into a single sub-clause',
  },
  examples: {
    bad: '## 外观\n\n样例应完整。',
    good: '## 外观\n\n样例应完整。\n\n## 尺寸\n\n样例应合格。',
  },
  english: true,
  *check({ doc, childrenOf }) {
    for (const [index, clause] of doc.clauses.entries()) {
      const [only, ...others] = childrenOf(index);
      const child = only === undefined ? undefined : doc.clauses[only];
      if (!child || others.length > 0 || child.kind === 'term' || clause.kind === 'terms') continue;
      if (clause.kind === 'references') continue;
      yield {
        range: child.headingRange,
        message: {
          zh: `“${nameClause(clause)}”之下只有 ${child.address} 一条`,
          en: `${child.address} is the only sub-clause of "${nameClause(clause)}"`,
        },
        hint: {
          zh: '删去这一行标题，或分成两条以上',
          en: 'Delete this heading, or divide the text into two or more',
        },
      };
    }
  },
};
