import type { PhrasingContent, RootContent } from 'mdast';
import { sliceNodes, widthOf } from '#core/render/slice.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import type { Mention } from '#core/text/meaning/mentions.ts';
import { readTagType } from '#core/text/meaning/runs.ts';
import { childrenOf } from '#core/text/syntax/nodes.ts';
import { isLineBreak, isSafeLink } from '#core/text/syntax/unsafe.ts';
import { asElement, makeSpan, makeText } from './nodes.ts';

/** What the nodes of one document share. */
export interface Context {
  readonly document: ParsedDocument;
  /** The address of another standard by its key; none where it has none. */
  readonly addressOf: (key: string) => string | undefined;
  /** Prefix of footnote anchors of the table or figure, `fn` in running text. */
  readonly footnotePrefix: string;
}

/** Returns the inline nodes of a block with `[#id]`, numbers of standards, footnotes, tags and formulae as what they are. */
export function toPhrasing(
  nodes: readonly RootContent[],
  context: Context,
  skip = 0,
): PhrasingContent[] {
  const block = context.document.mentions.get(nodes);
  const found = (block?.found ?? []).map((each) => ({
    ...each,
    start: each.start + (block?.skip ?? 0),
  }));
  return place(nodes, found, context, skip);
}

const endOf = ({ start, value }: Mention): number => start + value.length;

/** A node that holds a mention as a whole has it within; nodes that a mention goes across are cut at its ends. */
function place(
  nodes: readonly RootContent[],
  found: readonly Mention[],
  context: Context,
  skip: number,
): PhrasingContent[] {
  const placed: PhrasingContent[] = [];
  let at = 0;
  for (let index = 0; index < nodes.length;) {
    const from = at;
    const group: RootContent[] = [];
    do {
      const node = nodes[index++];
      if (!node) break;
      group.push(node);
      at += widthOf(node);
    } while (found.some((each) => each.start < at && endOf(each) > at));
    const inside = found
      .filter((each) => each.start >= from && endOf(each) <= at)
      .map((each) => ({ ...each, start: each.start - from }));
    const drop = from === 0 ? skip : 0;
    const [only] = group;
    if (group.length === 1 && only && 'children' in only)
      placed.push(...toInline(only, inside, context));
    else placed.push(...cut(group, inside, context, drop));
  }
  return placed;
}

function cut(
  nodes: readonly RootContent[],
  found: readonly Mention[],
  context: Context,
  skip: number,
): PhrasingContent[] {
  const inline = (part: readonly RootContent[]) =>
    part.flatMap((node) => toInline(node, [], context));
  const placed: PhrasingContent[] = [];
  let at = skip;
  for (const mention of found) {
    if (mention.start < at) continue;
    const end = endOf(mention);
    placed.push(...inline(sliceNodes(nodes, at, mention.start, true)));
    placed.push(toMention(mention, inline(sliceNodes(nodes, mention.start, end, false)), context));
    at = end;
  }
  placed.push(...inline(sliceNodes(nodes, at, Number.POSITIVE_INFINITY, true)));
  return placed;
}

function toMention(
  mention: Mention,
  inner: readonly PhrasingContent[],
  { document, addressOf }: Context,
): PhrasingContent {
  if (mention.kind === 'xref') {
    const label = document.labels.get(mention.id);
    if (label === undefined) return makeSpan('span', { className: ['xref', 'unknown'] }, inner);
    const link = { type: 'link' as const, url: `#${mention.id}`, children: [makeText(label)] };
    return asElement(link as never, 'a', { className: ['xref'], href: `#${mention.id}` });
  }
  const url = addressOf(mention.key);
  const properties = { className: ['standard'], dataKey: mention.key, href: url };
  return makeSpan(url === undefined ? 'span' : 'a', properties, inner);
}

function toInline(
  node: RootContent,
  found: readonly Mention[],
  context: Context,
): readonly PhrasingContent[] {
  // Inside a link nothing is a link.
  const children = () => place(childrenOf(node), node.type === 'link' ? [] : found, context, 0);
  switch (node.type) {
    case 'html':
      return isLineBreak(node) ? [{ type: 'break' }] : [makeText(node.value)];
    case 'inlineMath':
      return [makeMath(node.value, false)];
    case 'link':
      return isSafeLink(node.url) ? [{ ...node, children: children() }] : children();
    case 'superscript':
      return [makeSpan('sup', {}, children())];
    case 'footnoteReference': {
      const label = context.document.marks.get(node)?.label;
      if (label === undefined) return [];
      const href = `#${footnoteAnchor(label, context)}`;
      return [
        makeSpan('sup', { className: ['footnote-ref'] }, [
          makeSpan('a', { href }, [makeText(label)]),
        ]),
      ];
    }
    case 'textDirective': {
      const type = readTagType(node);
      if (type === undefined) return [makeSpan(node.name, {}, children())];
      const id = context.document.marks.get(node)?.id;
      const properties = { className: ['provision'], id, dataType: type };
      return [makeSpan('span', properties, children())];
    }
    default:
      return 'children' in node
        ? [{ ...node, children: children() } as PhrasingContent]
        : [node as PhrasingContent];
  }
}

/** Returns the anchor of a footnote, as the library's own pages have it. */
export function footnoteAnchor(label: string, { footnotePrefix }: Context): string {
  return `${footnotePrefix}-${label.replace(')', '')}`;
}

/** Returns a formula as `rehype-katex` and `rehype-mathjax` expect it. */
export function makeMath(value: string, isDisplay: boolean): PhrasingContent {
  const className = ['language-math', isDisplay ? 'math-display' : 'math-inline'];
  return makeSpan('code', { className }, [makeText(value)]);
}
