import type { Heading, Image, Link, Nodes, RootContent, Table } from 'mdast';
import type { Language } from '../model/standard.ts';
import type { BlockMentions, Mark } from '../text/document.ts';
import { clauseAddress } from '../text/meaning/cited-clauses.ts';
import type { Mention } from '../text/meaning/mentions.ts';
import type { TableGrid } from '../text/structure/table-grid.ts';
import { readTagType } from '../text/meaning/runs.ts';
import { isFigureFile, isLineBreak, isSafeLink } from '../text/syntax/unsafe.ts';
import { childrenOf } from '../text/syntax/nodes.ts';
import type { NodeOf } from '../text/syntax/nodes.ts';
import { makeFigureSource, makeHole } from './holes.ts';
import { asHtml, html, noHtml, toHtml } from '../base/html.ts';
import type { Html } from '../base/html.ts';
import { renderMath } from './math.ts';
import { sliceNodes, widthOf } from './slice.ts';

export type MathNode = NodeOf<'math'> | NodeOf<'inlineMath'>;

type FoundMentions = Pick<BlockMentions, 'skip' | 'found'>;

/** What the emitters of one document share. */
export interface RenderContext {
  readonly language: Language;
  readonly marks: ReadonlyMap<Nodes, Mark>;
  readonly labels: ReadonlyMap<string, string>;
  readonly grids: ReadonlyMap<Table, TableGrid>;
  readonly mentions: ReadonlyMap<readonly Nodes[], FoundMentions>;
  /** Mentions that stand as a whole within one element of a block, for the nodes of that element. */
  readonly nested?: FoundMentions & { readonly nodes: readonly Nodes[] };
  /** Prefix of footnote anchors of the table or figure being drawn, `fn` in running text. */
  readonly footnotePrefix: string;
  /** What stands inside a link makes no link of its own. */
  readonly inLink?: boolean;
  readonly onMath: (node: MathNode, error: string | null, unshown: readonly string[]) => void;
}

/** `skip`: characters of the first text to leave out (`注：`, `{#id} `). */
export function renderInline(
  nodes: readonly RootContent[],
  context: RenderContext,
  skip = 0,
): Html {
  const { nested } = context;
  const mentions = nested?.nodes === nodes ? nested : context.mentions.get(nodes);
  if (mentions && mentions.found.length > 0) return renderMentions(nodes, mentions, context, skip);
  return renderPlain(nodes, context, skip);
}

function renderPlain(nodes: readonly RootContent[], context: RenderContext, skip = 0): Html {
  const [only] = nodes;
  if (only && nodes.length === 1) return renderNode(only, context, skip);
  return html`${nodes.map((node, index) => renderNode(node, context, index === 0 ? skip : 0))}`;
}

/** A title without its markup, as the outline read it from a heading, with what the heading mentions. */
export function renderTitle(title: string, heading: Heading, context: RenderContext): Html {
  const nodes: readonly RootContent[] = [{ type: 'text', value: title }];
  let at = 0;
  const found = (context.mentions.get(heading.children)?.found ?? []).flatMap((mention) => {
    const value = mention.value.replaceAll(/\s+/g, ' ');
    const start = title.indexOf(value, at);
    if (start === -1) return [];
    at = start + value.length;
    return [{ ...mention, start, value }];
  });
  return renderMentions(nodes, { skip: 0, found }, context, 0);
}

/** Nodes with what their text mentions; a node that holds a mention as a whole draws it within. */
function renderMentions(
  nodes: readonly RootContent[],
  { skip: left, found }: FoundMentions,
  context: RenderContext,
  skip: number,
): Html {
  const drawn: Html[] = [];
  let at = 0;
  for (let index = 0; index < nodes.length;) {
    const from = at;
    let to = from;
    const group: RootContent[] = [];
    do {
      const node = nodes[index++];
      if (!node) break;
      group.push(node);
      to += widthOf(node);
    } while (found.some((each) => left + each.start < to && left + endOf(each) > to));
    at = to;
    const inside = found
      .filter((each) => left + each.start >= from && left + endOf(each) <= to)
      .map((each) => ({ ...each, start: left + each.start - from }));
    const drop = from === 0 ? skip : 0;
    const [only] = group;
    if (inside.length === 0) drawn.push(renderPlain(group, context, drop));
    else if (group.length === 1 && only && 'children' in only) {
      const nested = { nodes: only.children, skip: 0, found: inside };
      drawn.push(renderNode(only, { ...context, nested }, 0));
    } else drawn.push(renderCut(group, inside, context, drop));
  }
  return html`${drawn}`;
}

const endOf = ({ start, value }: Mention): number => start + value.length;

/** Nodes cut at their mentions, so that markup inside one is inside its link: `GB/T **191**—2008`. */
function renderCut(
  nodes: readonly RootContent[],
  found: readonly Mention[],
  context: RenderContext,
  skip: number,
): Html {
  const drawn: Html[] = [];
  let at = skip;
  for (const mention of found) {
    if (mention.start < at) continue;
    const end = endOf(mention);
    drawn.push(renderPlain(sliceNodes(nodes, at, mention.start, true), context));
    const inner = renderPlain(sliceNodes(nodes, mention.start, end, false), context);
    drawn.push(
      context.inLink && mention.kind === 'standard'
        ? inner
        : renderMention(mention, inner, context),
    );
    at = end;
  }
  const rest = renderPlain(sliceNodes(nodes, at, Number.POSITIVE_INFINITY, true), context);
  return html`${drawn}${rest}`;
}

function renderMention(mention: Mention, inner: Html, context: RenderContext): Html {
  if (mention.kind === 'standard')
    return makeHole(mention.key, clauseAddress(mention.targetClauses?.[0] ?? ''), inner);
  const label = context.labels.get(mention.id);
  if (context.inLink) return html`${label ?? mention.value}`;
  return label
    ? html`<a class="xref" href="#${mention.id}">${label}</a>`
    : html`<span class="xref unknown">${mention.value}</span>`;
}

function renderNode(node: RootContent, context: RenderContext, skip: number): Html {
  const inner = (within = context): Html => renderInline(childrenOf(node), within);
  switch (node.type) {
    case 'text':
      return renderText(node.value.slice(skip), context);
    case 'emphasis':
      return html`<em>${inner()}</em>`;
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'superscript':
      return html`<sup>${inner()}</sup>`;
    case 'inlineCode':
      return html`<code>${node.value}</code>`;
    case 'break':
      return lineBreak;
    case 'html':
      return isLineBreak(node) ? lineBreak : html`${node.value}`;
    case 'inlineMath':
      return renderMathNode(node, false, context);
    case 'link':
      return isSafeLink(node.url) && !context.inLink
        ? html`<a href="${node.url}"${renderHoverTitle(node)}${!node.url.startsWith('#') && leadsAway}>${inner({ ...context, inLink: true })}</a>`
        : inner();
    case 'image':
      return renderImage(node);
    case 'footnoteReference': {
      const mark = context.marks.get(node);
      if (!mark) return noHtml;
      const { label } = mark;
      if (context.inLink) return html`<sup class="footnote-ref">${label}</sup>`;
      const anchor = footnoteAnchor(label, context);
      const spoken = `${footnoteWord[context.language]} ${label}`;
      return html`<sup class="footnote-ref"><a href="#${anchor}" aria-label="${spoken}">${label}</a></sup>`;
    }
    case 'textDirective': {
      if (node.name === 'sub' || node.name === 'sup')
        return html`<${node.name}>${inner()}</${node.name}>`;
      const id = context.marks.get(node)?.id;
      const anchor = id && html` id="${id}"`;
      return html`<span class="provision"${anchor} data-type="${readTagType(node) ?? ''}" data-by="author">${inner()}</span>`;
    }
    default:
      return inner();
  }
}

const lineBreak = html`<br>`;
const leadsAway = html` rel="noopener nofollow"`;

/** Read aloud before the mark of a footnote, which would else run into the word before it. */
const footnoteWord = { zh: '脚注', en: 'Footnote' } as const;

/** The anchor of a footnote, by its label and the prefix of what it belongs to. */
export function footnoteAnchor(label: string, { footnotePrefix }: RenderContext): string {
  return `${footnotePrefix}-${label.replace(')', '')}`;
}

function renderText(value: string, { language }: RenderContext): Html {
  return toHtml(keepUnits(value, language));
}

/** The HTML of a formula; one that cannot be drawn is printed as it is written, and told to `onMath`. */
export function renderMathNode(node: MathNode, display: boolean, context: RenderContext): Html {
  const { html: drawn, error, unshown } = renderMath(node.value, display);
  context.onMath(node, error, unshown);
  return error === null ? asHtml(drawn) : html`<code class="math-error">${node.value}</code>`;
}

/** The HTML of a figure; of an image that is no figure of the folder, its alternative text. */
export function renderImage(node: Image): Html {
  if (!isFigureFile(node.url)) return html`<em>${node.alt ?? ''}</em>`;
  return html`<img src="${makeFigureSource(node.url)}" alt="${node.alt ?? ''}" loading="lazy" decoding="async"${renderHoverTitle(node)}>`;
}

/** `[words](address "title")`: shown on hover. */
function renderHoverTitle({ title }: Image | Link): Html {
  return title ? html` title="${title}"` : noHtml;
}

/** Returns a text in which a unit never parts from its number at the end of a line; in Chinese texts only. */
export function keepUnits(text: string, language: Language): string {
  if (language !== 'zh' || !text.includes(' ')) return text;
  return text.replaceAll(/(?<=\d) (?=[°℃Ω‰µμ]|[A-Za-z]{1,4}(?![A-Za-z]))/g, '\u00A0');
}
