import { parseMarkdown } from '#core/text/syntax/syntax.ts';
import type { SyntaxNode } from '#core/text/syntax/syntax.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escape = (text: string): string => text.replace(/[&<>"]/g, (each) => ENTITIES[each] ?? '');

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
 * http(s). Everything is escaped; HTML in it is printed as written.
 */
export function renderProse(markdown: string): string {
  const root = parseMarkdown(markdown);
  return root ? draw(root) : `<p>${escape(markdown)}</p>`;
}

function draw(node: SyntaxNode): string {
  const inner = () => (node.children ?? []).map(draw).join('');
  const element = ELEMENTS[node.type];
  if (element)
    return `<${element}>${node.value === undefined ? inner() : escape(node.value)}</${element}>`;
  switch (node.type) {
    case 'heading': {
      const level = Math.min(6, Math.max(3, (node.depth ?? 1) + 1));
      return `<h${level}>${inner()}</h${level}>`;
    }
    case 'list':
      return node.ordered ? `<ol>${inner()}</ol>` : `<ul>${inner()}</ul>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'link':
      return /^https?:\/\//.test(node.url ?? '')
        ? `<a href="${escape(node.url ?? '')}" rel="noopener">${inner()}</a>`
        : inner();
    default:
      return node.value === undefined ? inner() : escape(node.value);
  }
}
