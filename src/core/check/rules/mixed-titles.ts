import type { DocumentRule } from '../rule.ts';
import { nameClause } from '../rule-context.ts';

export const mixedTitles: DocumentRule = {
  id: 'mixed-titles',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 7.3',
  summary: {
    zh: '同一层次的条，要么都有标题，要么都没有',
    en: 'Sibling clauses all have titles, or none has',
  },
  examples: {
    bad: '## 外观\n\n样例应完整。\n\n##\n\n样例应合格。',
    good: '##\n\n样例应完整。\n\n##\n\n样例应合格。',
  },
  english: true,
  *check({ doc, childrenOf }) {
    for (const [index, parent] of doc.clauses.entries()) {
      const siblings = childrenOf(index).flatMap((child) => doc.clauses[child] ?? []);
      const untitled = siblings.filter(({ title }) => title === '');
      const [first] = untitled;
      if (!first || untitled.length === siblings.length) continue;
      yield {
        range: first.headingRange,
        message: {
          zh: `${nameClause(parent)} 之下有的条有标题，${first.address} 没有`,
          en: `Some sub-clauses of ${nameClause(parent)} have titles, ${first.address} has none`,
        },
        hint: {
          zh: '给它加上标题，或把同级的标题都去掉',
          en: 'Give it a title, or remove the titles of its siblings',
        },
      };
    }
  },
};
