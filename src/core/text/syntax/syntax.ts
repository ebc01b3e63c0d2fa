import type { Definition, Nodes, Parents, Root, RootContent, Text } from 'mdast';
import { markdownToMdast } from 'satteri';
import { findAddresses } from './addresses.ts';
import type { FoundAddress } from './addresses.ts';
import { cleanSource, placeInSource } from './edits.ts';
import { closeTables, guardMarks } from './guard.ts';
import { hasHidden, reveal } from './hidden.ts';
import { childrenOf, sourceOf, spanOf } from './nodes.ts';
import type { Point } from './nodes.ts';
import { findLineStarts, positionAt } from './positions.ts';
import { inlineDirectives } from './directives.ts';

/** Text directives of the dialect; any other `:name` is the author's plain text (see also `guardMarks`). */
const textDirectives = new Set(inlineDirectives);
const deepest = 40;
/** What holds nothing but nodes of one kind goes with them. */
const levelsBelow: Readonly<Partial<Record<Nodes['type'], number>>> = { list: 1, table: 2 };
/** What stands within a line. */
const phrasing: ReadonlySet<Nodes['type']> = new Set([
  'emphasis',
  'strong',
  'delete',
  'superscript',
  'link',
  'linkReference',
  'textDirective',
]);

/**
 * The one place where Markdown is parsed. CommonMark + GFM + math + directives + front matter, as far as a mark is meant
 * for markup (`guardMarks`); what nobody sees is left out (`cleanSource`). Bare addresses are links, unknown text
 * directives the plain text they were meant to be. Nesting beyond 40 levels is kept as literal text, so later walks may
 * recurse. Soft line breaks are joined and `[text][id]` is a link like any other. Null where the parser itself gives up.
 */
export function parseMarkdown(source: string, lineStarts?: readonly number[]): Root | null {
  const clean = cleanSource(source);
  const guarded = guardMarks(clean.text);
  const { text, toSource: open, isMoved } = closeTables(guarded.text);
  const root = readMarkdown(text);
  if (!root) return null;
  const definitions = new Map<string, Definition>();
  if (source.includes(']:')) collectDefinitions(root, definitions, 0);
  const isHidden = text !== clean.text && hasHidden(text);
  const origin = { text, isHidden, definitions, isLink: false };
  const normalized: Root = { ...root, children: normalizeChildren(root, origin, 0) };
  if (!isMoved && !guarded.isMoved && !clean.isMoved) return normalized;
  const place = placeInSource(lineStarts ?? findLineStarts(source), (offset) =>
    clean.toSource(guarded.toSource(open(offset))),
  );
  relocate(normalized, place);
  return normalized;
}

function readMarkdown(text: string): Root | null {
  try {
    const root = markdownToMdast(text, { features });
    return root.type === 'root' ? root : null;
  } catch {
    return null;
  }
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
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Inside a link no address is one. */
  readonly isLink: boolean;
}

function collectDefinitions(
  node: Nodes,
  definitions: Map<string, Definition>,
  depth: number,
): void {
  if (depth > deepest) return;
  for (const child of childrenOf(node)) {
    if (child.type !== 'definition') collectDefinitions(child, definitions, depth + 1);
    else if (!definitions.has(child.identifier)) definitions.set(child.identifier, child);
  }
}

/** Give a tree that `normalizeTree` made the positions in the author's source. */
function relocate(node: Nodes, place: (offset: number) => Point): void {
  const span = spanOf(node);
  if (span) node.position = { start: place(span.start), end: place(span.end) };
  for (const child of childrenOf(node)) relocate(child, place);
}

/** A copy of a node of the parser, as the dialect means it. */
function normalizeTree(parsed: RootContent, origin: Origin, depth: number): RootContent {
  const node = revealNode(parsed, origin);
  if (!('children' in node)) return node;
  if (depth + (levelsBelow[node.type] ?? 0) >= deepest) return literal(node, origin);
  const within = node.type === 'link' && !origin.isLink ? { ...origin, isLink: true } : origin;
  return Object.assign(node, { children: normalizeChildren(node, within, depth) });
}

/** The children of a node as the dialect means them, with lines joined: of the same kinds, or plain text. */
function normalizeChildren(parent: Parents, origin: Origin, depth: number): RootContent[] {
  const children: RootContent[] = [];
  for (const each of parent.children) {
    const child = resolveReference(each, origin.definitions);
    for (const normalized of normalizeChild(child, origin, depth)) append(children, normalized);
  }
  for (const [index, child] of children.entries()) {
    if (child.type !== 'text' || !child.value.includes('\n')) continue;
    const before = children[index - 1];
    const after = children[index + 1];
    child.value = joinLines(
      child.value,
      before ? plainText(before).slice(-1) : '',
      after ? plainText(after).slice(0, 1) : '',
    );
  }
  return children;
}

function normalizeChild(child: RootContent, origin: Origin, depth: number): readonly RootContent[] {
  if (isLiteral(child, origin)) return [literal(child, origin)];
  if (child.type === 'text' && !origin.isLink) return linkAddresses(child, origin);
  return [normalizeTree(child, origin, depth + 1)];
}

/** A copy of a node with its strings as the author wrote them. */
function revealNode(node: RootContent, { isHidden }: Origin): RootContent {
  const copy: RootContent = { ...node };
  if (!isHidden) return copy;
  if ('value' in copy) copy.value = reveal(copy.value);
  if ('url' in copy) {
    copy.url = reveal(copy.url);
    if (copy.title) copy.title = reveal(copy.title);
  }
  if ('alt' in copy && copy.alt) copy.alt = reveal(copy.alt);
  if ('identifier' in copy && copy.identifier) copy.identifier = reveal(copy.identifier);
  if (copy.type === 'containerDirective' || copy.type === 'textDirective') {
    copy.name = reveal(copy.name);
    if (copy.attributes) copy.attributes = revealValues(copy.attributes);
  }
  if (copy.type === 'heading' && copy.data?.hProperties)
    copy.data = { ...copy.data, hProperties: revealValues(copy.data.hProperties) };
  return copy;
}

function revealValues<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      reveal(key),
      typeof value === 'string' ? (reveal(value) as T & string) : value,
    ]),
  );
}

/** A text with its bare addresses as links: `见https://example.com/a，` ends before the comma. */
function linkAddresses(node: Text, origin: Origin): readonly RootContent[] {
  const { value, position } = node;
  const span = spanOf(node);
  const inValue = findAddresses(value);
  if (!position || !span || inValue.length === 0) return [revealNode(node, origin)];
  const shown = origin.text.slice(span.start, span.end);
  const inSource = findAddresses(shown);
  if (inSource.length !== inValue.length) return [revealNode(node, origin)];
  const lineStarts = findLineStarts(shown);
  const { start, end } = position;
  const place = (offset: number): Point => {
    const { line, column } = positionAt(lineStarts, offset);
    return {
      line: start.line + line - 1,
      column: line === 1 ? start.column + column - 1 : column,
      offset: span.start + offset,
    };
  };
  const pieces: RootContent[] = [];
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
  node: RootContent,
  definitions: ReadonlyMap<string, Definition>,
): RootContent {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return node;
  const found = definitions.get(node.identifier);
  if (!found) return node;
  const { url, title } = found;
  return node.type === 'linkReference'
    ? { ...node, type: 'link', url, title }
    : { ...node, type: 'image', url, title };
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

function append(children: RootContent[], node: RootContent): void {
  if (node.type === 'text' && node.value === '') return;
  const last = children.at(-1);
  if (node.type === 'text' && last?.type === 'text' && touches(last, node)) {
    last.value += node.value;
    if (last.position && node.position) {
      last.position = { start: last.position.start, end: node.position.end };
    }
  } else children.push(node);
}

/** What the dialect does not know, and a directive whose bracket never closes. */
function isLiteral(node: RootContent, { text }: Origin): boolean {
  if (node.type === 'textDirective') {
    const { start, end } = spanOf(node) ?? { start: 0, end: 0 };
    const bracket = start + node.name.length + 1;
    const isWhole = text.charAt(bracket) === '[' && end > bracket && node.children.length > 0;
    return !textDirectives.has(node.name) || !isWhole;
  }
  return node.type === 'delete' || node.type === 'leafDirective';
}

/** A node as its author wrote it: text within a line, else a paragraph. */
function literal(node: RootContent, { text: source }: Origin): RootContent {
  const value = reveal(sourceOf(node, source));
  const text: Text = { type: 'text', value, position: node.position };
  return phrasing.has(node.type) ? text : { type: 'paragraph', children: [text] };
}

function touches(left: Nodes, right: Nodes): boolean {
  return left.position?.end.offset === right.position?.start.offset;
}

/** Plain text of a node's inline content: line breaks become spaces, markup falls away. */
export function plainText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
    case 'math':
    case 'code':
      return node.value;
    case 'break':
      return ' ';
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? ' ' : '';
    case 'image':
      return node.alt ?? '';
    case 'footnoteReference':
      return '';
    default:
      return childrenOf(node).map(plainText).join('');
  }
}
