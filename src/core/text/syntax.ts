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
 * Nesting beyond 40 levels is kept as literal text, so later walks may recurse.
 */
export function parseMarkdown(source: string): SyntaxNode {
  const { text, inserted } = closeTables(source);
  const root = markdownToMdast(text, {
    features: {
      gfm: true,
      frontmatter: true,
      math: true,
      directive: true,
      headingAttributes: true,
      superscript: true,
    },
  }) as unknown as SyntaxNode;
  return settle(root, source, inserted, 0);
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
    while (count < inserted.length && (inserted[count] ?? 0) < point.offset) count++;
    return { line: point.line - count, column: point.column, offset: point.offset - count };
  };
  return { ...node, position: { start: move(node.position.start), end: move(node.position.end) } };
}

function settle(
  node: SyntaxNode,
  source: string,
  inserted: readonly number[],
  depth: number,
): SyntaxNode {
  if (node.children === undefined) return node;
  if (depth >= deepest) return literal(node, source);
  const children: Mutable<SyntaxNode>[] = [];
  for (const parsed of node.children) {
    const child = moveBack(parsed, inserted);
    const settled = isLiteral(child)
      ? splitFootnote(literal(child, source))
      : [settle(child, source, inserted, depth + 1)];
    for (const each of settled) append(children, each);
  }
  return { ...node, children };
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
