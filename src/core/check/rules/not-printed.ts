import type { Nodes } from 'mdast';
import { directiveKind } from '#core/text/structure/block-kinds.ts';
import { readTagType } from '#core/text/meaning/runs.ts';
import { isSafeLink } from '#core/text/syntax/unsafe.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findLabel, sourceOf, spanOf } from '#core/text/syntax/nodes.ts';
import type { ContainerDirective, TextDirective } from '#core/text/syntax/nodes.ts';
import { listNodes, readTree } from '#core/text/syntax/tree.ts';

const exhibitKeys = ['id', 'unit', 'number'];
const keysOf: Readonly<Record<string, readonly string[]>> = {
  table: [...exhibitKeys, 'headRows'],
  figure: exhibitKeys,
  formula: ['id'],
  note: [],
  example: [],
};
const provisionKeys = ['id', 'object', 'characteristic', 'verify'];

/** Types of nodes of which something may not be printed. */
const silent = [
  'heading',
  'blockquote',
  'listItem',
  'containerDirective',
  'thematicBreak',
  'definition',
  'textDirective',
] as const;

function byStart(left: Nodes, right: Nodes): number {
  return (spanOf(left)?.start ?? 0) - (spanOf(right)?.start ?? 0);
}

type Remark = Omit<Finding, 'range'>;

export const notPrinted: DocumentRule = {
  id: 'not-printed',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '写了就印出：分隔线、没有用到的链接定义、块名后面的字、不认识的属性、行首的 > 和 + 不印出，逐一指出',
    en: 'What is written is printed: rules, link definitions nobody uses, words behind the name of a block, unknown attributes, > and + at the head of a line are not, and are pointed out',
  },
  examples: {
    bad: '样例应完整。\n\n---\n\n样例应清洁。',
    good: '样例应完整。\n\n样例应清洁。',
  },
  english: true,
  *check({ doc: { source }, nodes, nodesOf, sourceRange }) {
    const used = new Set<string>();
    for (const node of nodesOf('definition').length === 0 ? [] : nodes) {
      if (node.type !== 'definition' && 'identifier' in node && node.identifier !== undefined)
        used.add(node.identifier);
    }
    const defined = new Set<string>();
    for (const node of silent
      .flatMap((type): readonly Nodes[] => nodesOf(type))
      .toSorted(byStart)) {
      const span = spanOf(node);
      if (!span) continue;
      const written = sourceOf(node, source);
      if (written === '') continue;
      const { start } = span;
      for (const said of sayOf(node, written, used, defined)) {
        const end = start + (written.split('\n')[0] ?? '').length;
        yield { range: sourceRange(start, end), ...said };
      }
      const closing = node.type === 'containerDirective' ? wordsAtEnd(written) : '';
      if (closing !== '') {
        const end = start + written.length;
        yield { range: sourceRange(end - closing.length, end), ...behindEnd(closing) };
      }
    }
  },
};

function* sayOf(
  node: Nodes,
  written: string,
  used: ReadonlySet<string>,
  defined: Set<string>,
): Iterable<Remark> {
  switch (node.type) {
    case 'thematicBreak':
      yield rule;
      break;
    case 'definition': {
      const id = node.identifier;
      if (!used.has(id) || defined.has(id) || !isSafeLink(node.url)) yield definition;
      defined.add(id);
      break;
    }
    case 'blockquote':
      if (/^>[ \t]*[≥≤=]?[ \t]*[-−+]?\d/.test(written)) yield greater;
      break;
    case 'listItem':
      if (/^\+[ \t]+\d/.test(written)) yield plus;
      break;
    case 'heading':
      if (/[|｜]/.test(written) && linksOf(node).some(({ title }) => title)) yield linkTitle;
      break;
    case 'containerDirective':
      yield* sayOfDirective(node, written);
      break;
    case 'textDirective': {
      const keys = readTagType(node) ? provisionKeys : [];
      yield* sayUnknown(node, keys);
      const last = node.children.at(-1);
      const end = (last && spanOf(last)?.end) ?? 0;
      yield* sayOdd(written.slice(Math.max(0, end - (spanOf(node)?.start ?? 0))));
    }
  }
}

const linksOf = (node: Nodes) => listNodes(readTree(node), 'link');

/** What stands behind the `:::` that ends a block, on its line. */
function wordsAtEnd(written: string): string {
  const last = written.slice(written.lastIndexOf('\n') + 1);
  return (written.includes('\n') && /^[\s>]*:{3,}(?!:)[ \t]*(\S.*)$/.exec(last)?.[1]) || '';
}

const behindEnd = (words: string): Remark => ({
  message: {
    zh: `结束块的 ::: 后面的“${words.slice(0, 40)}”没有印出`,
    en: `"${words.slice(0, 40)}" behind the ::: that ends the block is not printed`,
  },
  hint: { zh: '另起一行', en: 'Begin a new line' },
});

/** Each part ends where it can go no further: else the ways to divide a long name would grow without bound. */
const attributeList =
  /^\]?\{\s*(?:(?:#[^\s{}"#\\]+(?![^\s{}"#\\])|\.[\w-]+(?![\w-])|[\p{L}_][\w-]*(?![\w-])(?:=(?:"[^"]*"|'[^']*'|[^\s"'{}]+(?![^\s"'{}])))?)\s*)*\}/u;

/** Braces that are no list of attributes, or that name an id twice. */
function* sayOdd(tail: string): Iterable<Remark> {
  if (!/^\]?\{/.test(tail)) return;
  const known = attributeList.exec(tail)?.[0];
  if (known !== undefined && known.replaceAll(/"[^"]*"|'[^']*'/g, '').split('#').length <= 2)
    return;
  yield {
    message: {
      zh: '花括号里的写法看不懂，有的字没有印出',
      en: 'What stands in braces is not understood and partly not printed',
    },
    hint: { zh: '写作 {#标识 object="对象"}', en: 'Write {#id object="object"}' },
  };
}

function* sayOfDirective(node: ContainerDirective, written: string): Iterable<Remark> {
  const kind = directiveKind(node);
  if (kind === null) return;
  yield* sayUnknown(node, keysOf[kind] ?? []);
  const { headRows } = node.attributes ?? {};
  if (headRows !== undefined && !/^[1-9]\d?$/.test(headRows ?? ''))
    yield {
      message: {
        zh: `headRows="${(headRows ?? '').slice(0, 20)}" 看不懂，表头按一行印`,
        en: `headRows="${(headRows ?? '').slice(0, 20)}" is no number of rows; the head has one`,
      },
    };
  const label = findLabel(node);
  if (kind === 'formula' && label)
    yield {
      message: {
        zh: '公式没有题名，方括号里的字没有印出',
        en: 'A formula has no title; the words in brackets are not printed',
      },
      hint: { zh: '写在公式前的正文里', en: 'Write them in the text before the formula' },
    };
  const line = written.split('\n')[0] ?? '';
  const [opening = ''] = /^:{3,}[ \t]*[\p{L}\p{N}_-]+/u.exec(line) ?? [];
  const labelled = label && spanOf(label);
  const whole = spanOf(node);
  const from = labelled && whole ? labelled.end - whole.start : opening.length;
  const rest = line
    .slice(from)
    .replace(/\{[^{}]*\}/, '')
    .trim();
  if (rest === '' || opening === '') return;
  yield {
    message: {
      zh: `块名后面的“${rest.slice(0, 40)}”没有印出`,
      en: `"${rest.slice(0, 40)}" behind the name of the block is not printed`,
    },
    hint: label
      ? { zh: '另起一行', en: 'Begin a new line' }
      : {
          zh: `题名写在方括号里：${opening}[${rest.slice(0, 40)}]`,
          en: `Put a title in brackets: ${opening}[${rest.slice(0, 40)}]`,
        },
  };
}

function* sayUnknown(
  { attributes }: ContainerDirective | TextDirective,
  known: readonly string[],
): Iterable<Remark> {
  const unknown = Object.keys(attributes ?? {}).filter((key) => !known.includes(key));
  if (unknown.length === 0) return;
  const names = unknown.slice(0, 5).join('、');
  yield {
    message: {
      zh: `没有“${names}”这种属性，它和它的值没有印出`,
      en: `There is no attribute ${unknown.slice(0, 5).join(', ')}; it and its value are not printed`,
    },
    hint:
      known.length === 0
        ? { zh: '删去花括号', en: 'Delete the braces' }
        : { zh: `可用的有 ${known.join('、')}`, en: `There are ${known.join(', ')}` },
  };
}

const rule: Remark = {
  message: { zh: '分隔线不印出', en: 'A rule across the page is not printed' },
  hint: {
    zh: '删去它；要空行填写用全角空格加下划线以外的写法，或做成表',
    en: 'Delete it; make a table for blanks to fill in',
  },
};

const definition: Remark = {
  message: {
    zh: '这一行成了链接的定义，没有印出',
    en: 'This line became the definition of a link and is not printed',
  },
  hint: {
    zh: '是正文就写全角冒号“：”；是链接的定义，[标记] 要用到，地址要以 https:// 开头，各定义一次',
    en: 'Use the full-width colon if this is text; else mention [mark], define it once, and begin the address with https://',
  },
};

const linkTitle: Remark = {
  message: {
    zh: '术语条目的链接不印出，只印它的文字',
    en: 'A link in the heading of a term is not printed, its words are',
  },
  hint: { zh: '写在定义里', en: 'Put it into the definition' },
};

const greater: Remark = {
  message: {
    zh: '行首的“>”成了引用，没有印出',
    en: 'The > at the head of the line became a quotation and is not printed',
  },
  hint: { zh: '大于号写“＞”或 \\>', en: 'Write ＞ or \\> for "greater than"' },
};

const plus: Remark = {
  message: {
    zh: '行首的“+”成了列项符号，没有印出',
    en: 'The + at the head of the line became a list mark and is not printed',
  },
  hint: { zh: '正号写 \\+，或与数字连写', en: 'Write \\+, or join it to the number' },
};
