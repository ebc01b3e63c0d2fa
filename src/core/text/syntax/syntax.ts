import { markdownToMdast } from 'satteri';
import { findAddresses } from './addresses.ts';
import type { FoundAddress } from './addresses.ts';
import { cleanSource, placeInSource } from './edits.ts';
import { closeTables, guardMarks } from './guard.ts';
import { hasHidden, reveal } from './hidden.ts';
import { findLineStarts, positionAt } from './positions.ts';
import { inlineDirectives } from './directives.ts';

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
  /** Of an ordered list: the first number as typed. */
  readonly start?: number | null;
  /** Of a fenced code block. */
  readonly lang?: string | null;
  readonly meta?: string | null;
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

/** Text directives of the dialect; any other `:name` is the author's plain text (see also `guardMarks`). */
const textDirectives = new Set(inlineDirectives);
const deepest = 40;

/**
 * The one place where Markdown is parsed. CommonMark + GFM + math + directives + front matter, as far as a mark is meant
 * for markup (`guardMarks`); what nobody sees is left out (`cleanSource`). Bare addresses are links, unknown text
 * directives the plain text they were meant to be. Nesting beyond 40 levels is kept as literal text, so later walks may
 * recurse. Soft line breaks are joined and `[text][id]` is a link like any other. Null where the parser itself gives up.
 */
export function parseMarkdown(source: string, lineStarts?: readonly number[]): SyntaxNode | null {
  const clean = cleanSource(source);
  const guarded = guardMarks(clean.text);
  const { text, toSource: open, isMoved } = closeTables(guarded.text);
  let root: SyntaxNode;
  try {
    root = markdownToMdast(text, { features }) as unknown as SyntaxNode;
  } catch {
    return null;
  }
  const definitions = new Map<string, SyntaxNode>();
  if (source.includes(']:')) collectDefinitions(root, definitions, 0);
  const isHidden = text !== clean.text && hasHidden(text);
  const normalized = normalizeTree(root, { text, isHidden, definitions, isLink: false }, 0);
  if (!isMoved && !guarded.isMoved && !clean.isMoved) return normalized;
  const place = placeInSource(lineStarts ?? findLineStarts(source), (offset) =>
    clean.toSource(guarded.toSource(open(offset))),
  );
  relocate(normalized, place);
  return normalized;
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
  /** The text given to the parser. */
  readonly text: string;
  /** Some marks of it are hidden and have to be revealed. */
  readonly isHidden: boolean;
  /** `[id]: address` by id. */
  readonly definitions: ReadonlyMap<string, SyntaxNode>;
  /** Inside a link no address is one. */
  readonly isLink: boolean;
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

/** Give a tree that `normalizeTree` made the positions in the author's source. */
function relocate(node: Mutable<SyntaxNode>, place: (offset: number) => Point): void {
  const { position, children } = node;
  if (position)
    node.position = { start: place(position.start.offset), end: place(position.end.offset) };
  if (children) for (const child of children) relocate(child, place);
}

/** A copy of a node of the parser, as the dialect means it. */
function normalizeTree(parsed: SyntaxNode, origin: Origin, depth: number): Mutable<SyntaxNode> {
  const node = revealNode(parsed, origin);
  if (node.children === undefined) return node;
  if (depth >= deepest) return literal(node, origin);
  const within = node.type === 'link' && !origin.isLink ? { ...origin, isLink: true } : origin;
  const children: Mutable<SyntaxNode>[] = [];
  for (const each of node.children) {
    const child = resolveReference(each, origin.definitions);
    for (const normalized of normalizeChild(child, within, depth)) append(children, normalized);
  }
  for (const [index, child] of children.entries()) {
    if (child.type !== 'text' || !child.value?.includes('\n')) continue;
    const before = children[index - 1];
    const after = children[index + 1];
    child.value = joinLines(
      child.value,
      before ? plainText(before).slice(-1) : '',
      after ? plainText(after).slice(0, 1) : '',
    );
  }
  node.children = children;
  return node;
}

function normalizeChild(
  child: SyntaxNode,
  origin: Origin,
  depth: number,
): readonly Mutable<SyntaxNode>[] {
  if (isLiteral(child, origin)) return [literal(child, origin)];
  if (child.type === 'text' && !origin.isLink) return linkAddresses(child, origin);
  return [normalizeTree(child, origin, depth + 1)];
}

/** A copy of a node with its strings as the author wrote them. */
function revealNode(node: SyntaxNode, { isHidden }: Origin): Mutable<SyntaxNode> {
  const copy: Mutable<SyntaxNode> = { ...node };
  if (!isHidden) return copy;
  const { value, url, title, alt, identifier, attributes, data, name } = node;
  if (value !== undefined) copy.value = reveal(value);
  if (url !== undefined) copy.url = reveal(url);
  if (title) copy.title = reveal(title);
  if (alt) copy.alt = reveal(alt);
  if (identifier !== undefined) copy.identifier = reveal(identifier);
  if (name !== undefined) copy.name = reveal(name);
  if (attributes) copy.attributes = revealValues(attributes);
  if (data?.hProperties) copy.data = { ...data, hProperties: revealValues(data.hProperties) };
  return copy;
}

function revealValues<T>(values: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      reveal(key),
      typeof value === 'string' ? (reveal(value) as T & string) : value,
    ]),
  );
}

/** A text with its bare addresses as links: `见https://example.com/a，` ends before the comma. */
function linkAddresses(node: SyntaxNode, origin: Origin): readonly Mutable<SyntaxNode>[] {
  const value = node.value ?? '';
  const { position } = node;
  const inValue = findAddresses(value);
  if (!position || inValue.length === 0) return [revealNode(node, origin)];
  const shown = origin.text.slice(position.start.offset, position.end.offset);
  const inSource = findAddresses(shown);
  if (inSource.length !== inValue.length) return [revealNode(node, origin)];
  const lineStarts = findLineStarts(shown);
  const { start, end } = position;
  const place = (offset: number): Point => {
    const { line, column } = positionAt(lineStarts, offset);
    return {
      line: start.line + line - 1,
      column: line === 1 ? start.column + column - 1 : column,
      offset: start.offset + offset,
    };
  };
  const pieces: Mutable<SyntaxNode>[] = [];
  const addText = (from: number, to: number, first: Point, last: Point): void => {
    if (to > from)
      pieces.push({
        type: 'text',
        value: reveal(value.slice(from, to)),
        position: { start: first, end: last },
      });
  };
  let at = 0;
  let open = start;
  inValue.forEach((found, index) => {
    const opens = inSource[index]?.start ?? found.start;
    const { address, typed } = followAddress(found, value, shown.slice(opens));
    const from = place(opens);
    const to = place(opens + typed);
    addText(at, address.start, open, from);
    const label = reveal(value.slice(address.start, address.end));
    const whole = { start: from, end: to };
    pieces.push({
      type: 'link',
      url: reveal(address.url),
      title: null,
      position: whole,
      children: [{ type: 'text', value: label, position: whole }],
    });
    at = address.end;
    open = to;
  });
  addText(at, value.length, open, end);
  return pieces;
}

/** A character of the source as the parser reads it: an escape and an entity stand for one. */
const readAsOne = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,31});|[^]/g;

/**
 * An address with the length of its source. An escaped bracket or quote ends it: whoever writes `https://a.cn\(` means
 * the bracket to be text.
 */
function followAddress(
  { start, end, url }: FoundAddress,
  value: string,
  source: string,
): { readonly address: FoundAddress; readonly typed: number } {
  let at = start;
  let typed = 0;
  for (const [written] of source.matchAll(readAsOne)) {
    if (at >= end || /^\\[()[\]{}"'<>]/.test(written)) break;
    at += value.startsWith(written, at) ? written.length : 1;
    typed += written.length;
  }
  const stop = Math.min(at, end);
  return { address: { start, end: stop, url: url.slice(0, url.length - (end - stop)) }, typed };
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

function append(children: Mutable<SyntaxNode>[], node: Mutable<SyntaxNode>): void {
  if (node.type === 'text' && node.value === '') return;
  const last = children.at(-1);
  if (node.type === 'text' && last?.type === 'text' && touches(last, node)) {
    last.value = `${last.value ?? ''}${node.value ?? ''}`;
    if (last.position && node.position) {
      last.position = { start: last.position.start, end: node.position.end };
    }
  } else children.push(node);
}

/** What the dialect does not know, and a directive whose bracket never closes. */
function isLiteral(node: SyntaxNode, { text }: Origin): boolean {
  if (node.type === 'textDirective') {
    const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } };
    const bracket = start.offset + (node.name?.length ?? 0) + 1;
    const isWhole =
      text.charAt(bracket) === '[' && end.offset > bracket && node.children?.length !== 0;
    return !textDirectives.has(node.name ?? '') || !isWhole;
  }
  return node.type === 'delete' || node.type === 'leafDirective';
}

function literal(node: SyntaxNode, { text: source }: Origin): Mutable<SyntaxNode> {
  const value = reveal(
    source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
  );
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
