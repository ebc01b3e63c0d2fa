import type { DocumentRule } from '../rule.ts';
import { sourceOf, spanOf } from '#core/text/syntax/nodes.ts';

export const listNumbers: DocumentRule = {
  id: 'list-numbers',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 7.5',
  summary: {
    zh: '列项从 a) 起自动编号，手打的 3.、5. 印不出来；行首的“年份.”也会被当作列项',
    en: 'List items are numbered from a) on: 3. and 5. as typed are not printed, and a year with a full stop at the head of a line makes a list',
  },
  examples: {
    bad: '样例应：\n\n3. 完整；\n4. 清洁。',
    good: '样例应：\n\n1. 完整；\n2. 清洁。',
  },
  english: true,
  *check({ doc: { source }, nodesOf, sourceRange }) {
    for (const node of nodesOf('list')) {
      if (node.ordered !== true) continue;
      const items = node.children;
      const typed = items.map((item) => Number(/^\d+/.exec(sourceOf(item, source))?.[0] ?? 1));
      const isLazy = typed.every((number) => number === 1);
      for (const [index, item] of items.entries()) {
        const number = typed[index] ?? 1;
        const span = spanOf(item);
        if (isLazy || number === index + 1 || !span) continue;
        yield {
          range: sourceRange(span.start, span.start + String(number).length + 1),
          message: {
            zh: `手打的“${number}.”印成列项的第 ${index + 1} 项`,
            en: `"${number}." as typed prints as item ${index + 1} of the list`,
          },
          hint: {
            zh: '接着上一个列项就并在一起；不是列项就写作 3\\.',
            en: 'Join it with the list above if it goes on; write 3\\. if it is no list',
          },
        };
        break;
      }
    }
  },
};
