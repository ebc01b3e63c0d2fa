import type { Heading, Nodes } from 'mdast';
import type { DocumentRule } from '../rule.ts';
import { childrenOf } from '#core/text/syntax/nodes.ts';
import { fileStart } from '#core/text/report.ts';

export const headingInDirective: DocumentRule = {
  id: 'heading-in-directive',
  scope: 'document',
  severity: 'error',
  source: '标链',
  summary: {
    zh: ':::块里没有标题；有标题多半是块没有收尾',
    en: 'A ::: block holds no heading; one that does was most likely not closed',
  },
  examples: {
    bad: ':::note\n样例说明。\n\n## 尺寸\n\n样例为一件。',
    good: ':::note\n样例说明。\n:::\n\n样例为一件。',
  },
  english: true,
  *check({ doc }) {
    for (const block of doc.root.children) {
      if (block.type !== 'containerDirective') continue;
      const heading = findHeading(block);
      if (!heading) continue;
      const line = heading.position?.start.line ?? 1;
      const start = block.position?.start;
      yield {
        range: start ? { start, end: { line: start.line, column: start.column + 3 } } : fileStart,
        message: {
          zh: `这个 :::${block.name} 没有收尾，吞掉了第 ${line} 行的标题和其后的条文`,
          en: `This :::${block.name} is not closed and swallows the heading on line ${line} and what follows`,
        },
        hint: {
          zh: '在块的末尾另起一行写 :::（冒号与开头一样多）',
          en: 'Close the block with ::: on a line of its own (as many colons as at its start)',
        },
      };
    }
  },
};

function findHeading(node: Nodes): Heading | undefined {
  for (const child of childrenOf(node)) {
    const found = child.type === 'heading' ? child : findHeading(child);
    if (found) return found;
  }
  return undefined;
}
