import type { Nodes } from 'mdast';
import { html, noHtml } from '../base/html.ts';
import type { Html, HtmlPart } from '../base/html.ts';
import { childrenOf, sourceOf, valueOf } from '../text/syntax/nodes.ts';
import { parseMarkdown } from '../text/syntax/syntax.ts';
import { isComment } from '../text/syntax/unsafe.ts';

/** Where a link leads; undefined where only its text is printed. */
type HrefOf = (url: string) => string | undefined;

const outside: HrefOf = (url) => (/^(?:https?:\/\/|mailto:)/i.test(url) ? url : undefined);

/**
 * The text of a notice as HTML: paragraphs, headings, lists, emphasis and links to http(s) or mail, or where `hrefOf` lets them
 * lead; of other links the text. Images and comments are not printed, whatever else Markdown has is printed as it was typed.
 */
export function renderNotice(body: string, hrefOf: HrefOf = outside): string {
  const root = parseMarkdown(body);
  if (!root) return html`<p>${body}</p>`.markup;
  return html`${root.children.map((node) => drawBlock(node, body, hrefOf))}`.markup;
}

function drawBlock(node: Nodes, source: string, hrefOf: HrefOf): Html {
  const inside = () => childrenOf(node).map((child) => drawBlock(child, source, hrefOf));
  switch (node.type) {
    case 'paragraph':
      return html`<p>${drawInline(node, source, hrefOf)}</p>`;
    case 'heading':
      return html`<h2>${drawInline(node, source, hrefOf)}</h2>`;
    case 'list':
      return node.ordered ? html`<ol>${inside()}</ol>` : html`<ul>${inside()}</ul>`;
    case 'listItem':
      return html`<li>${inside()}</li>`;
    case 'blockquote':
      return html`<blockquote>${inside()}</blockquote>`;
    default:
      return isComment(node) ? noHtml : html`<p>${sourceOf(node, source)}</p>`;
  }
}

function drawInline(node: Nodes, source: string, hrefOf: HrefOf): readonly HtmlPart[] {
  return childrenOf(node).map((child): HtmlPart => {
    switch (child.type) {
      case 'text':
        return valueOf(child);
      case 'strong':
        return html`<strong>${drawInline(child, source, hrefOf)}</strong>`;
      case 'emphasis':
        return html`<em>${drawInline(child, source, hrefOf)}</em>`;
      case 'break':
        return html`<br />`;
      case 'link': {
        const href = hrefOf(child.url);
        if (href === undefined) return html`${drawInline(child, source, hrefOf)}`;
        const outwards = outside(href) !== undefined && html` rel="nofollow"`;
        return html`<a href="${href}"${outwards}>${drawInline(child, source, hrefOf)}</a>`;
      }
      case 'image':
        return '';
      default:
        return sourceOf(child, source);
    }
  });
}
