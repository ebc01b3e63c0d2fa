import type { Nodes } from 'mdast';
import { hasHan } from '../../characters/chinese.ts';
import { plainText } from '#core/text/syntax/syntax.ts';
import { childrenOf, spanOf } from '#core/text/syntax/nodes.ts';
import type { DocumentRule } from '../rule.ts';

export const emphasisStar: DocumentRule = {
  id: 'emphasis-star',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '汉字两边的单个星号会印成斜体，星号不见；相乘写 ×，强调写 **',
    en: 'Single asterisks around Chinese characters print italics and vanish: multiply with ×, stress with **',
  },
  examples: { bad: '用量应为每日*天数*人数。', good: '用量应为每日×天数×人数，其中*t*为时间。' },
  *check({ nodes, nodesOf, sourceRange }) {
    if (nodesOf('emphasis').length === 0) return;
    for (const parent of nodes) {
      const children = childrenOf(parent);
      if (!children.some(({ type }) => type === 'emphasis')) continue;
      for (const [index, node] of children.entries()) {
        const span = node.type === 'emphasis' ? spanOf(node) : null;
        if (!span) continue;
        const text = plainText(node);
        if (!hasHan(text) || !isInside(children, index)) continue;
        yield {
          range: sourceRange(span.start, span.end),
          message: {
            zh: `“${text.slice(0, 20)}”印成斜体，两边的星号没有印出`,
            en: `"${text.slice(0, 20)}" prints in italics; the asterisks around it are not printed`,
          },
          hint: {
            zh: '相乘写 ×；强调写 **；星号本身写 \\*',
            en: 'Multiply with ×, stress with **, write \\* for an asterisk itself',
          },
        };
      }
    }
  },
};

/** Between words, not a stressed word between punctuation marks. */
function isInside(siblings: readonly Nodes[], index: number): boolean {
  const [left, right] = [siblings[index - 1], siblings[index + 1]];
  const before = left ? plainText(left).slice(-1) : '';
  const after = right ? plainText(right).slice(0, 1) : '';
  return hasHan(before) || hasHan(after) || /[\p{L}\p{N}]/u.test(before + after);
}
