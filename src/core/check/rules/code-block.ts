import type { Code } from 'mdast';
import { hasHan } from '../../characters/chinese.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { sourceOf, spanOf } from '#core/text/syntax/nodes.ts';

const fence = /^(`{3,}|~{3,})/;

export const codeBlock: DocumentRule = {
  id: 'code-block',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '正文不缩进四格（会印成代码）；代码块有始有终，开头一行只写语言',
    en: 'Text is not indented by four spaces, which prints it as code; code blocks are closed, and their first line names a language only',
  },
  examples: {
    bad: '样例应完整。\n\n    样例应清洁。',
    good: '样例应完整。\n\n　　样例应清洁。',
  },
  keeps: ['```json'],
  english: true,
  *check(view) {
    for (const node of view.nodesOf('code')) {
      if (!node.position) continue;
      const written = sourceOf(node, view.doc.source);
      const mark = fence.exec(written)?.[1];
      const finding = mark === undefined ? sayIndented(node, view) : sayFenced(written, mark, node);
      if (finding)
        yield { range: view.sourceRange(...rangeOfBlock(node, view.doc.source)), ...finding };
    }
  },
};

/** The first line of a block. */
function rangeOfBlock(node: Code, source: string): [number, number] {
  const { start, end } = spanOf(node) ?? { start: 0, end: 0 };
  const line = source.indexOf('\n', start);
  return [start, line === -1 ? end : Math.min(line, end)];
}

function sayIndented(node: Code, { doc: { source } }: RuleContext): Omit<Finding, 'range'> {
  const span = spanOf(node) ?? { start: 0, end: 0 };
  const start = source.lastIndexOf('\n', span.start - 1) + 1;
  const { end } = span;
  const lines = source.slice(start, end).split('\n');
  const isPlain = lines.every((line) => /^[ \t]*[^\s>]|^[ \t]*$/.test(line));
  const text = lines.map((line) => line.trimStart()).join('\n');
  const isProse = isPlain && hasHan(node.value) && !/^(?:[-+*#|>]|\d+[.)]|:::)/m.test(text);
  return {
    message: {
      zh: '行首缩进四格以上，印成了代码',
      en: 'Lines indented by four spaces or more print as code',
    },
    hint: {
      zh: '是正文就删去行首的空格（首行缩进由页面排）；是代码就用 ``` 围起来',
      en: 'Delete the spaces if this is text (paragraphs are indented by the page); put code between ```',
    },
    ...(isProse && { fix: { start, end, text } }),
  };
}

function sayFenced(
  written: string,
  mark: string,
  { lang, meta }: Code,
): Omit<Finding, 'range'> | null {
  const last = written
    .slice(written.lastIndexOf('\n') + 1)
    .replace(/^[ \t>]*/, '')
    .trimEnd();
  if (
    !written.includes('\n') ||
    !last.startsWith(mark) ||
    last.replaceAll(mark.charAt(0), '') !== ''
  )
    return {
      severity: 'error',
      message: {
        zh: `代码块没有结束，后面的内容都印成了代码`,
        en: 'The code block is not closed; all that follows prints as code',
      },
      hint: { zh: `在代码之后另起一行写 ${mark}`, en: `Write ${mark} on a line after the code` },
    };
  const info = [lang, meta].filter(Boolean).join(' ');
  if (/^[\w+#.-]{0,30}$/.test(info)) return null;
  return {
    message: {
      zh: `${mark} 后面的“${info.slice(0, 40)}”没有印出`,
      en: `"${info.slice(0, 40)}" behind ${mark} is not printed`,
    },
    hint: { zh: '另起一行', en: 'Begin a new line' },
  };
}
