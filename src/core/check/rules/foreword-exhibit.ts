import { findBlocks } from '../blocks.ts';
import type { DocumentRule } from '../rule.ts';

export const forewordExhibit: DocumentRule = {
  id: 'foreword-exhibit',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.3',
  summary: {
    zh: '前言里没有图、表、公式',
    en: 'No figure, table or formula in the foreword',
  },
  examples: {
    bad: '# 前言\n\n本文件的变化用下式表示。\n\n$$\na = b\n$$\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
    good: '# 前言\n\n本文件由使用者试用过。\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应满足下式。\n\n$$\na = b\n$$',
  },
  english: true,
  *check({ doc, sourceRange }) {
    for (const { kind, heading, blocks } of doc.clauses) {
      if (kind !== 'foreword' || heading === null) continue;
      for (const { start, end } of findBlocks(blocks, ['table', 'image', 'math'])) {
        yield {
          range: sourceRange(start, end),
          message: {
            zh: '前言里有图、表或公式',
            en: 'The foreword holds a figure, a table or a formula',
          },
          hint: {
            zh: '移到引言、正文或附录，前言里只用文字说明',
            en: 'Move it to the introduction, a chapter or an annex, and say it in words here',
          },
        };
      }
    }
  },
};
