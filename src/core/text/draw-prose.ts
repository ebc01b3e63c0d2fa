import type { Nodes, RootContent } from 'mdast';
import { html, noHtml } from '../base/html.ts';
import type { Html, HtmlPart } from '../base/html.ts';
import { removeUnseen } from '../characters/index.ts';
import { childrenOf, sourceOf, valueOf } from './syntax/nodes.ts';
import type { NodeOf } from './syntax/nodes.ts';
import { parseMarkdown } from './syntax/syntax.ts';
import { isComment, isLineBreak } from './syntax/unsafe.ts';

/** How prose stands on its page. */
export interface ProseLooks {
  /** Where a link leads, and how; undefined where only its text is printed. */
  readonly linkOf: (url: string) => { readonly href: string; readonly rel?: string } | undefined;
  /** The level of its highest heading, and how many levels a heading of one `#` stands below `<h1>`. */
  readonly top: number;
  readonly below: number;
}

/**
 * Markdown beside standards as HTML: headings, paragraphs, lists with their first numbers, tables, quotations, code,
 * emphasis, footnotes at its end, and links where `linkOf` lets them lead. Everything is escaped. Comments and images are not
 * printed; all else that Markdown has is printed as it was typed. `reportProse` says which of it is not what its author meant.
 */
export function drawProse(markdown: string, looks: ProseLooks): Html {
  const root = parseMarkdown(markdown);
  if (!root) return html`<p>${markdown}</p>`;
  const pen: Pen = { ...looks, source: markdown, notes: [] };
  const body = root.children.map((node) => drawBlock(node, pen));
  return html`${body}${pen.notes}`;
}

interface Pen extends ProseLooks {
  readonly source: string;
  /** Footnotes that were met, as they stand at the end. */
  readonly notes: Html[];
}

const drawBlocks = (node: Nodes, pen: Pen): readonly Html[] =>
  childrenOf(node).map((child) => drawBlock(child, pen));

function drawBlock(node: Nodes, pen: Pen): Html {
  switch (node.type) {
    case 'paragraph':
      return html`<p>${drawInline(node, pen)}</p>`;
    case 'heading': {
      const level = Math.min(6, Math.max(pen.top, node.depth + pen.below));
      return html`<h${level}>${drawInline(node, pen)}</h${level}>`;
    }
    case 'list':
      return drawList(node, pen);
    case 'blockquote':
      return html`<blockquote>${drawBlocks(node, pen)}</blockquote>`;
    case 'code':
      return html`<pre class="prose-code" tabindex="0"><code>${node.value}</code></pre>`;
    case 'thematicBreak':
      return html`<hr>`;
    case 'table':
      return drawTable(node, pen);
    case 'footnoteDefinition':
      pen.notes.push(
        html`<div>${drawMarked(node, html`<sup>${node.label ?? node.identifier}</sup> `, pen)}</div>`,
      );
      return noHtml;
    // Links were put together with the addresses that these give.
    case 'definition':
      return noHtml;
    default:
      return isComment(node) ? noHtml : html`<p>${asTyped(node, pen)}</p>`;
  }
}

function drawList({ ordered, start, children }: NodeOf<'list'>, pen: Pen): Html {
  const items = children.map((item) => html`<li>${drawBlocks(item, pen)}</li>`);
  if (ordered !== true) return html`<ul>${items}</ul>`;
  return html`<ol${typeof start === 'number' && start !== 1 && html` start="${start}"`}>${items}</ol>`;
}

/** Blocks with a mark before the words of the first. */
function drawMarked(node: Nodes, mark: Html, pen: Pen): HtmlPart {
  const [first, ...rest] = childrenOf(node);
  if (first?.type !== 'paragraph') return [mark, ...drawBlocks(node, pen)];
  return [
    html`<p>${mark}${drawInline(first, pen)}</p>`,
    ...rest.map((child: RootContent) => drawBlock(child, pen)),
  ];
}

function drawTable({ children: [head, ...rows], align }: NodeOf<'table'>, pen: Pen): Html {
  const draw = (row: Nodes | undefined, isHead: boolean): Html => {
    const cells = row ? childrenOf(row) : [];
    return html`<tr>${cells.map((cell, at) => {
      const side = align?.[at];
      const as = (side === 'center' || side === 'right') && html` class="${side}"`;
      return isHead
        ? html`<th scope="col"${as}>${drawInline(cell, pen)}</th>`
        : html`<td${as}>${drawInline(cell, pen)}</td>`;
    })}</tr>`;
  };
  const body = rows.map((row) => draw(row, false));
  return html`<div class="prose-table" tabindex="0"><table><thead>${draw(head, true)}</thead><tbody>${body}</tbody></table></div>`;
}

function drawInline(node: Nodes, pen: Pen): readonly HtmlPart[] {
  return childrenOf(node).map((child): HtmlPart => {
    const inner = () => drawInline(child, pen);
    switch (child.type) {
      case 'text':
        return valueOf(child);
      case 'strong':
        return html`<strong>${inner()}</strong>`;
      case 'emphasis':
        return html`<em>${inner()}</em>`;
      case 'delete':
        return html`<del>${inner()}</del>`;
      case 'inlineCode':
        return html`<code>${child.value}</code>`;
      case 'break':
        return html`<br>`;
      case 'footnoteReference':
        return html`<sup>${child.label ?? child.identifier}</sup>`;
      case 'link': {
        const link = pen.linkOf(child.url);
        if (!link) return html`${inner()}`;
        return html`<a href="${link.href}"${link.rel !== undefined && html` rel="${link.rel}"`}>${inner()}</a>`;
      }
      case 'image':
        return noHtml;
      case 'html':
        return isLineBreak(child) ? html`<br>` : child.value;
      default:
        return asTyped(child, pen);
    }
  });
}

/** The source of a node, without what nobody sees. */
const asTyped = (node: Nodes, { source }: Pen): string => removeUnseen(sourceOf(node, source));
