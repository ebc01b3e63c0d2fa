import { findBlocks } from '../blocks.ts';
import type { DocumentRule } from '../rule.ts';

const whole = (entry: string): string =>
  `# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样例 | sample {#sample}\n\n${entry}\n\n# 样例要求\n\n样例应完整。`;

export const termsForm: DocumentRule = {
  id: 'terms-form',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.7',
  summary: {
    zh: '术语条目不用表的形式，也没有脚注',
    en: 'Term entries are not set as a table and carry no footnotes',
  },
  examples: {
    bad: whole('供展示用的物品[^1]\n\n[^1]: 指一件。'),
    good: whole('供展示用的物品\n\n注：指一件。'),
  },
  english: true,
  *check({ doc, sourceRange }) {
    for (const { kind, title, blocks } of doc.clauses) {
      // Symbols and abbreviations that share the chapter may stand in a table.
      if (kind !== 'term' && (kind !== 'terms' || /符号|缩略语|symbol|abbreviat/i.test(title)))
        continue;
      for (const { start, end } of findBlocks(blocks, ['table', 'footnoteReference'])) {
        const isTable = doc.source.slice(start, end).includes('|');
        yield {
          range: sourceRange(start, end),
          message: isTable
            ? { zh: '术语写成了表', en: 'Terms are set as a table' }
            : { zh: '术语条目里有脚注', en: 'A term entry has a footnote' },
          hint: isTable
            ? { zh: '每条术语写一个 ## 条目', en: 'Write each term as an entry of its own (##)' }
            : { zh: '改写成条目里的“注：”', en: 'Write it as a note (注：) of the entry' },
        };
      }
    }
  },
};
