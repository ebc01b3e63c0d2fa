import type { Nodes } from 'mdast';
import { html, noHtml } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import { childrenOf } from '#core/text/syntax/nodes.ts';
import { parseMarkdown } from '#core/text/syntax/syntax.ts';
import { isComment, isSafeLink } from '#core/text/syntax/unsafe.ts';

/** Elements that an explanation may have; all else is printed as the text it holds. */
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  inlineCode: 'code',
  blockquote: 'blockquote',
  listItem: 'li',
};

/**
 * Markdown of an explanation as HTML: headings (from `<h3>` down), paragraphs, lists, emphasis, code and links to
 * http(s), mail or `#id`. Everything is escaped; HTML in it is printed as written, comments and images are not printed.
 */
export function renderProse(markdown: string): string {
  const root = parseMarkdown(markdown);
  return (root ? draw(root, false) : html`<p>${markdown}</p>`).markup;
}

function draw(node: Nodes, inRun: boolean): Html {
  const holdsRun = inRun || node.type === 'paragraph' || node.type === 'heading';
  const inner = () => childrenOf(node).map((child) => draw(child, holdsRun));
  const element = ELEMENTS[node.type];
  if (element) return html`<${element}>${'value' in node ? node.value : inner()}</${element}>`;
  switch (node.type) {
    case 'heading': {
      const level = Math.min(6, Math.max(3, node.depth + 1));
      return html`<h${level}>${inner()}</h${level}>`;
    }
    case 'list':
      return node.ordered ? html`<ol>${inner()}</ol>` : html`<ul>${inner()}</ul>`;
    case 'break':
      return html`<br>`;
    case 'thematicBreak':
      return html`<hr>`;
    case 'link':
      return isSafeLink(node.url)
        ? html`<a href="${node.url}" rel="noopener">${inner()}</a>`
        : html`${inner()}`;
    case 'html':
      return !inRun && isComment(node) ? noHtml : html`${node.value}`;
    default:
      return html`${'value' in node ? node.value : inner()}`;
  }
}
