import { markdownToMdast } from 'satteri';

interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** An mdast node (CommonMark, GFM, directives, math), as far as the dialect looks at it. */
export interface SyntaxNode {
  readonly type: string;
  readonly children?: readonly SyntaxNode[];
  readonly value?: string;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly url?: string;
  readonly alt?: string | null;
  readonly title?: string | null;
  /** Directives only. */
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, string | null | undefined>> | null;
  readonly align?: readonly (string | null)[] | null;
  /** Footnotes only. */
  readonly identifier?: string;
  readonly data?: {
    readonly hProperties?: Readonly<Record<string, unknown>>;
    readonly directiveLabel?: boolean;
  };
  /** Offsets and columns count UTF-16 code units. Absent on generated nodes. */
  readonly position?: { readonly start: Point; readonly end: Point };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Text directives of the dialect; any other `:name` is the author's plain text (`ISO 9001:2015`). */
const inlineDirectives = new Set([
  'req',
  'inst',
  'rec',
  'perm',
  'cap',
  'poss',
  'stat',
  'sub',
  'sup',
]);
const deepest = 40;

/**
 * The one place where Markdown is parsed. CommonMark + GFM + math + directives + front matter;
 * single tildes and unknown text directives stay the plain text they were meant to be.
 * Nesting beyond 40 levels is kept as literal text, so later walks may recurse. Soft line breaks are
 * joined and `[text][id]` is a link like any other. Null where the parser itself gives up.
 */
export function parseMarkdown(source: string): SyntaxNode | null {
  const { text, inserted } = closeTables(source);
  let root: SyntaxNode;
  try {
    root = markdownToMdast(text, { features }) as unknown as SyntaxNode;
  } catch {
    return null;
  }
  const definitions = new Map<string, SyntaxNode>();
  if (source.includes(']:')) collectDefinitions(root, definitions, 0);
  return settle(root, { source, inserted, definitions }, 0);
}

const features = {
  gfm: true,
  frontmatter: true,
  math: true,
  directive: true,
  headingAttributes: true,
  superscript: true,
};

interface Origin {
  readonly source: string;
  /** Offsets, in the text given to the parser, of the line ends put in by `closeTables`. */
  readonly inserted: readonly number[];
  /** `[id]: address` by id. */
  readonly definitions: ReadonlyMap<string, SyntaxNode>;
}

function collectDefinitions(
  node: SyntaxNode,
  definitions: Map<string, SyntaxNode>,
  depth: number,
): void {
  if (depth > deepest) return;
  for (const child of node.children ?? []) {
    if (child.type !== 'definition') collectDefinitions(child, definitions, depth + 1);
    else if (!definitions.has(child.identifier ?? ''))
      definitions.set(child.identifier ?? '', child);
  }
}

/** The parser takes a `:::` right below a table for a row: give it an empty line, and remember where. */
function closeTables(source: string): { text: string; inserted: readonly number[] } {
  if (!source.includes('|\n:::')) return { text: source, inserted: [] };
  const inserted: number[] = [];
  const text = source.replaceAll(/\|\n(?=:{3,}[ \t]*(?:\n|$))/g, (match, at: number) => {
    inserted.push(at + match.length + inserted.length);
    return `${match}\n`;
  });
  return { text, inserted };
}

/** The same node at its place in the author's source. */
function moveBack(node: SyntaxNode, inserted: readonly number[]): SyntaxNode {
  if (inserted.length === 0 || !node.position) return node;
  const move = (point: Point): Point => {
    let count = 0;
    let high = inserted.length;
    while (count < high) {
      const middle = (count + high) >> 1;
      if ((inserted[middle] ?? 0) < point.offset) count = middle + 1;
      else high = middle;
    }
    return { line: point.line - count, column: point.column, offset: point.offset - count };
  };
  return { ...node, position: { start: move(node.position.start), end: move(node.position.end) } };
}

function settle(node: SyntaxNode, origin: Origin, depth: number): SyntaxNode {
  if (node.children === undefined) return node;
  if (depth >= deepest) return literal(node, origin.source);
  const children: Mutable<SyntaxNode>[] = [];
  for (const parsed of node.children) {
    const child = resolveReference(moveBack(parsed, origin.inserted), origin.definitions);
    const settled = isLiteral(child)
      ? splitFootnote(literal(child, origin.source))
      : [settle(child, origin, depth + 1)];
    for (const each of settled) append(children, each);
  }
  children.forEach((child, index) => {
    if (child.type !== 'text' || !child.value?.includes('\n')) return;
    const before = children[index - 1];
    const after = children[index + 1];
    child.value = joinLines(
      child.value,
      before ? plainText(before).slice(-1) : '',
      after ? plainText(after).slice(0, 1) : '',
    );
  });
  return { ...node, children };
}

/** `[text][id]` and `![text][id]` as the link and the image they stand for. */
function resolveReference(
  node: SyntaxNode,
  definitions: ReadonlyMap<string, SyntaxNode>,
): SyntaxNode {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return node;
  const found = definitions.get(node.identifier ?? '');
  if (!found) return node;
  const type = node.type === 'linkReference' ? 'link' : 'image';
  return { ...node, type, url: found.url, title: found.title };
}

const softBreak =
  /(?<=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…])\n\s*(?=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…])/gu;

/**
 * Soft line breaks: nothing between Chinese characters, a space elsewhere. `before` and `after` are
 * the characters beside the text, where it has neighbours.
 */
export function joinLines(text: string, before = '', after = ''): string {
  if (!text.includes('\n')) return text;
  const joined = (before + text + after).replaceAll(softBreak, '').replaceAll(/\n\s*/g, ' ');
  return joined.slice(before.length, joined.length - after.length);
}

function append(children: Mutable<SyntaxNode>[], node: SyntaxNode): void {
  const last = children.at(-1);
  if (node.type === 'text' && last?.type === 'text' && touches(last, node)) {
    last.value = `${last.value ?? ''}${node.value ?? ''}`;
    if (last.position && node.position) {
      last.position = { start: last.position.start, end: node.position.end };
    }
  } else children.push({ ...node });
}

/** `08:00[^x]` was read as a directive `:00` with a label: the footnote is one again. */
function splitFootnote(node: SyntaxNode): readonly SyntaxNode[] {
  const match = /^(:[^[]*)\[\^([^\]\s]+)\]$/.exec(node.value ?? '');
  if (!match || !node.position) return [node];
  const [, before = '', identifier = ''] = match;
  const { start, end } = node.position;
  const middle = {
    line: start.line,
    column: start.column + before.length,
    offset: start.offset + before.length,
  };
  return [
    { type: 'text', value: before, position: { start, end: middle } },
    { type: 'footnoteReference', identifier, position: { start: middle, end } },
  ];
}

function isLiteral(node: SyntaxNode): boolean {
  if (node.type === 'textDirective') return !inlineDirectives.has(node.name ?? '');
  return node.type === 'delete' || node.type === 'leafDirective';
}

function literal(node: SyntaxNode, source: string): SyntaxNode {
  const value = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  const text: SyntaxNode = { type: 'text', value, position: node.position };
  return node.type === 'leafDirective' ? { type: 'paragraph', children: [text] } : text;
}

function touches(left: SyntaxNode, right: SyntaxNode): boolean {
  return left.position?.end.offset === right.position?.start.offset;
}

/** Plain text of a node's inline content: line breaks become spaces, markup falls away. */
export function plainText(node: SyntaxNode): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
    case 'math':
    case 'code':
      return node.value ?? '';
    case 'break':
      return ' ';
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value ?? '') ? ' ' : '';
    case 'image':
      return node.alt ?? '';
    case 'footnoteReference':
      return '';
    default:
      return (node.children ?? []).map(plainText).join('');
  }
}
