import type { DocumentRule } from '../rule.ts';
import { sourceOf, spanOf } from '#core/text/syntax/nodes.ts';

export const headingUnderlined: DocumentRule = {
  id: 'heading-underlined',
  scope: 'document',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '标题只用 # 写；段落下面的 === 或 --- 会把它变成章条，后面的编号都会变',
    en: 'Headings are written with # only; === or --- below a paragraph makes it a clause and moves all numbers after it',
  },
  examples: {
    bad: '样例应完整\n---\n\n样例应清洁\n---',
    good: '样例应完整。\n\n样例应清洁。',
  },
  english: true,
  *check({ doc: { source }, nodesOf, sourceRange }) {
    for (const node of nodesOf('heading')) {
      const span = spanOf(node);
      if (!span) continue;
      const written = sourceOf(node, source);
      const line = /\n[ \t>]*([=-]+)[ \t]*$/.exec(written);
      if (!line || written.startsWith('#')) continue;
      const mark = (line[1] ?? '').slice(0, 3);
      yield {
        range: sourceRange(span.start, span.end),
        message: {
          zh: `下面的“${mark}”把这一段变成了${node.depth === 1 ? '一章' : '一条'}`,
          en: `"${mark}" below it makes this paragraph a heading`,
        },
        hint: {
          zh: '是正文就删去那一行；是标题就写 # 或 ##',
          en: 'Delete that line if this is text; write # or ## if it is a heading',
        },
      };
    }
  },
};
