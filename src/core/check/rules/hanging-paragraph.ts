import type { DocumentRule } from '../rule.ts';
import { nameClause } from '../rule-context.ts';

/** Leads of terms and of symbols are allowed before the entries. */
const leadAllowed = /^(术语|符号|缩略语|Terms|Symbols)/;

export const hangingParagraph: DocumentRule = {
  id: 'hanging-paragraph',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 7.4',
  summary: {
    zh: '标题与它的第一条之间没有段（悬置段）；术语、符号和缩略语的引导语除外',
    en: 'No text stands between a heading and its first sub-clause, save the leads of terms and symbols',
  },
  examples: {
    bad: '样例分为两种。\n\n## 外观\n\n样例应完整。\n\n## 尺寸\n\n样例应合格。',
    good: '## 分类\n\n样例分为两种。\n\n## 尺寸\n\n样例应合格。',
  },
  english: true,
  *check({ doc, childrenOf, firstRunOf, rangeOf }) {
    for (const [index, clause] of doc.clauses.entries()) {
      if (childrenOf(index).length === 0 || clause.title === '') continue;
      if (clause.kind === 'terms' || clause.kind === 'references' || clause.kind === 'foreword')
        continue;
      if (leadAllowed.test(clause.title)) continue;
      const run = firstRunOf(index);
      if (!run) continue;
      yield {
        range: rangeOf(run),
        message: {
          zh: `悬置段：“${nameClause(clause)}”的标题与第一条之间有文字，无法提及`,
          en: `Hanging paragraph: text between the heading "${nameClause(clause)}" and its first sub-clause cannot be referred to`,
        },
        hint: {
          zh: '在它前面加一个标题（例如“## 总体要求”或“## 概述”），或并入下面的条',
          en: 'Give it a heading of its own (for example "## General"), or move it into a sub-clause',
        },
      };
    }
  },
};
