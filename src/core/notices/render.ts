import type { Nodes } from 'mdast';
import { html } from '../base/html.ts';
import type { Html, HtmlPart } from '../base/html.ts';
import { childrenOf, sourceOf, valueOf } from '../text/syntax/nodes.ts';
import { parseMarkdown } from '../text/syntax/syntax.ts';

/**
 * The text of a notice as HTML: paragraphs, headings, lists, emphasis and links to http(s) or mail. Whatever else Markdown has
 * is printed as it was typed.
 */
export function renderNotice(body: string): string {
  const root = parseMarkdown(body);
  if (!root) return html`<p>${body}</p>`.markup;
  return html`${root.children.map((node) => drawBlock(node, body))}`.markup;
}

function drawBlock(node: Nodes, source: string): Html {
  const inside = () => childrenOf(node).map((child) => drawBlock(child, source));
  switch (node.type) {
    case 'paragraph':
      return html`<p>${drawInline(node, source)}</p>`;
    case 'heading':
      return html`<h2>${drawInline(node, source)}</h2>`;
    case 'list':
      return node.ordered ? html`<ol>${inside()}</ol>` : html`<ul>${inside()}</ul>`;
    case 'listItem':
      return html`<li>${inside()}</li>`;
    case 'blockquote':
      return html`<blockquote>${inside()}</blockquote>`;
    default:
      return html`<p>${sourceOf(node, source)}</p>`;
  }
}

function drawInline(node: Nodes, source: string): readonly HtmlPart[] {
  return childrenOf(node).map((child): HtmlPart => {
    switch (child.type) {
      case 'text':
        return valueOf(child);
      case 'strong':
        return html`<strong>${drawInline(child, source)}</strong>`;
      case 'emphasis':
        return html`<em>${drawInline(child, source)}</em>`;
      case 'break':
        return html`<br />`;
      case 'link':
        return /^(?:https?:\/\/|mailto:)/i.test(child.url)
          ? html`<a href="${child.url}" rel="nofollow">${drawInline(child, source)}</a>`
          : sourceOf(child, source);
      default:
        return sourceOf(child, source);
    }
  });
}
