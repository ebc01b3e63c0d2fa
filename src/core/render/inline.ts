import type { Language } from '../model/standard.ts';
import type { Mark } from '../text/document.ts';
import { resolveLabels, splitMentions } from '../text/mentions.ts';
import { provisionTags } from '../text/runs.ts';
import { isComment, isFigureFile, isLineBreak, isSafeLink } from '../text/unsafe.ts';
import type { SyntaxNode } from '../text/syntax.ts';
import { makeFigureSource, makeHole } from './holes.ts';
import { escapeHtml } from './html.ts';
import { renderMath } from './math.ts';

/** What the emitters of one document share. */
export interface RenderContext {
  readonly language: Language;
  readonly marks: ReadonlyMap<SyntaxNode, Mark>;
  readonly labels: ReadonlyMap<string, string>;
  /** Prefix of footnote anchors of the table or figure being drawn, `fn` in running text. */
  readonly footnotePrefix: string;
  /** What stands inside a link makes no link of its own. */
  readonly inLink?: boolean;
  readonly onMath: (node: SyntaxNode, error: string | null) => void;
}

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
  const inner = (within = context): string => renderInline(node.children ?? [], within);
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
      return isSafeLink(node.url ?? '') && !context.inLink
        ? `<a href="${escapeHtml(node.url ?? '')}"${drawTitle(node)}${(node.url ?? '').startsWith('#') ? '' : ' rel="noopener nofollow"'}>${inner({ ...context, inLink: true })}</a>`
        : inner();
    case 'image':
      return drawImage(node);
    case 'footnoteReference': {
      const mark = context.marks.get(node);
      if (!mark) return '';
      const label = escapeHtml(mark.label);
      if (context.inLink) return `<sup class="footnote-ref">${label}</sup>`;
      const anchor = escapeHtml(footnoteAnchor(mark.label, context));
      const spoken = `${footnoteWord[context.language]} ${label}`;
      return `<sup class="footnote-ref"><a href="#${anchor}" aria-label="${spoken}">${label}</a></sup>`;
    }
    case 'textDirective': {
      if (node.name === 'sub' || node.name === 'sup')
        return `<${node.name}>${inner()}</${node.name}>`;
      const id = context.marks.get(node)?.id;
      const anchor = id ? ` id="${escapeHtml(id)}"` : '';
      return `<span class="provision"${anchor} data-type="${provisionTags[node.name as keyof typeof provisionTags] ?? ''}" data-by="author">${inner()}</span>`;
    }
    default:
      return inner();
  }
}

/** Read aloud before the mark of a footnote, which would else run into the word before it. */
const footnoteWord = { zh: '脚注', en: 'Footnote' } as const;

export function footnoteAnchor(label: string, { footnotePrefix }: RenderContext): string {
  return `${footnotePrefix}-${label.replace(')', '')}`;
}

function renderText(value: string, context: RenderContext): string {
  if (value === '') return '';
  if (context.inLink) return escapeHtml(resolveLabels(value, context.labels));
  let html = '';
  for (const piece of splitMentions(value)) {
    if (piece.kind === 'text') html += escapeHtml(keepUnits(piece.value, context.language));
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
  return `<img src="${makeFigureSource(node.url ?? '')}" alt="${escapeHtml(node.alt ?? '')}" loading="lazy" decoding="async"${drawTitle(node)}>`;
}

/** `[words](address "title")`: shown on hover. */
function drawTitle({ title }: SyntaxNode): string {
  return title ? ` title="${escapeHtml(title)}"` : '';
}

/** In Chinese text a unit never parts from its number at the end of a line. */
function keepUnits(text: string, language: Language): string {
  if (language !== 'zh' || !text.includes(' ')) return text;
  return text.replaceAll(/(?<=\d) (?=[°℃Ω‰µμ]|[A-Za-z]{1,4}(?![A-Za-z]))/g, '\u00A0');
}
