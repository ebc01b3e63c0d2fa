import type { Language } from '../model/standard.ts';
import type { Mark } from '../text/document.ts';
import { splitMentions } from '../text/mentions.ts';
import { isComment, isFigureFile, isLineBreak, isSafeLink } from '../text/unsafe.ts';
import type { SyntaxNode } from '../text/syntax.ts';
import { makeFigureSource, makeHole } from './holes.ts';
import { escapeHtml, joinLines } from './html.ts';
import { renderMath } from './math.ts';

/** What the emitters of one document share. */
export interface RenderContext {
  readonly language: Language;
  readonly marks: ReadonlyMap<SyntaxNode, Mark>;
  readonly labels: ReadonlyMap<string, string>;
  /** Prefix of footnote anchors of the table or figure being drawn, `fn` in running text. */
  readonly footnotePrefix: string;
  readonly onMath: (node: SyntaxNode, error: string | null) => void;
}

const provisionTypes: Readonly<Record<string, string>> = {
  req: 'requirement',
  inst: 'instruction',
  rec: 'recommendation',
  perm: 'permission',
  cap: 'capability',
  poss: 'possibility',
  stat: 'statement',
};

/** `skip`: characters of the first text to leave out (`注：`, `{#id} `). */
export function renderInline(
  nodes: readonly SyntaxNode[],
  context: RenderContext,
  skip = 0,
): string {
  let html = '';
  nodes.forEach((node, index) => {
    html += renderNode(node, context, index === 0 ? skip : 0);
  });
  return html;
}

function renderNode(node: SyntaxNode, context: RenderContext, skip: number): string {
  const inner = (): string => renderInline(node.children ?? [], context);
  switch (node.type) {
    case 'text':
      return renderText((node.value ?? '').slice(skip), context);
    case 'emphasis':
      return `<em>${inner()}</em>`;
    case 'strong':
      return `<strong>${inner()}</strong>`;
    case 'superscript':
      return `<sup>${inner()}</sup>`;
    case 'inlineCode':
      return `<code>${escapeHtml(node.value ?? '')}</code>`;
    case 'break':
      return '<br>';
    case 'html':
      if (isLineBreak(node)) return '<br>';
      return isComment(node) ? '' : escapeHtml(node.value ?? '');
    case 'inlineMath':
      return drawMath(node, false, context);
    case 'link':
      return isSafeLink(node.url ?? '')
        ? `<a href="${escapeHtml(node.url ?? '')}"${(node.url ?? '').startsWith('#') ? '' : ' rel="noopener nofollow"'}>${inner()}</a>`
        : inner();
    case 'image':
      return drawImage(node);
    case 'footnoteReference': {
      const mark = context.marks.get(node);
      if (!mark) return '';
      const anchor = `${context.footnotePrefix}-${mark.label.replace(')', '')}`;
      return `<sup class="footnote-ref"><a href="#${anchor}">${escapeHtml(mark.label)}</a></sup>`;
    }
    case 'textDirective': {
      if (node.name === 'sub' || node.name === 'sup')
        return `<${node.name}>${inner()}</${node.name}>`;
      const id = node.attributes?.id;
      const anchor = id ? ` id="${escapeHtml(id)}"` : '';
      return `<span class="provision"${anchor} data-type="${provisionTypes[node.name ?? ''] ?? ''}" data-by="author">${inner()}</span>`;
    }
    default:
      return inner();
  }
}

function renderText(value: string, context: RenderContext): string {
  if (value === '') return '';
  let html = '';
  for (const piece of splitMentions(joinLines(value))) {
    if (piece.kind === 'text') html += escapeHtml(piece.value);
    else if (piece.kind === 'standard')
      html += makeHole(piece.key, piece.targetClause, piece.value);
    else {
      const label = context.labels.get(piece.id);
      html += label
        ? `<a class="xref" href="#${escapeHtml(piece.id)}">${escapeHtml(label)}</a>`
        : `<span class="xref unknown">${escapeHtml(piece.value)}</span>`;
    }
  }
  return html;
}

export function drawMath(node: SyntaxNode, display: boolean, context: RenderContext): string {
  const { html, error } = renderMath(node.value ?? '', display);
  context.onMath(node, error);
  return error === null ? html : `<code class="math-error">${escapeHtml(node.value ?? '')}</code>`;
}

export function drawImage(node: SyntaxNode): string {
  if (!isFigureFile(node.url ?? '')) return `<em>${escapeHtml(node.alt ?? '')}</em>`;
  return `<img src="${makeFigureSource(node.url ?? '')}" alt="${escapeHtml(node.alt ?? '')}" loading="lazy" decoding="async">`;
}
