import type { Bilingual } from '../model/diagnostic.ts';
import type { Clause, CompiledStandard, CompiledText } from '../model/standard.ts';
import { findElement, isElement, isMention, readCompiledHtml, textOf } from './compiled-html.ts';
import type { HtmlElement, HtmlNode } from './compiled-html.ts';

/**
 * A text for programs that read only text: number and title, notices, then each clause under its number. Cells of tables
 * stand between tabs, formulae as TeX, what is raised or lowered behind `^` and `_`.
 */
export function writePlainText(
  standard: CompiledStandard,
  text: CompiledText,
  notices: readonly Bilingual[] = [],
): string {
  const { number, meta } = standard;
  const title = text.language === 'en' ? (meta.titleEn ?? meta.title) : meta.title;
  const head = [number, title, ...notices.map((notice) => notice[text.language])];
  const clauses = text.clauses.map(
    (clause) => `${writeHeading(clause, text)}\n${writeBody(clause)}`,
  );
  return `${head.join('\n')}\n\n${clauses.join('\n')}`;
}

function writeHeading(
  { kind, address, label, title, titleEn }: Clause,
  text: CompiledText,
): string {
  const number = kind === 'annex' ? label : address;
  const words =
    kind === 'term' && titleEn && text.language === 'zh' ? `${title} ${titleEn}` : title;
  return [number, words].filter((part) => part !== '').join(' ');
}

function writeBody({ html }: Clause): string {
  const lines = readCompiledHtml(html).flatMap(writeBlock);
  return lines.map((line) => `${line}\n`).join('');
}

const BLOCKS = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'figure',
  'figcaption',
  'table',
  'thead',
  'tbody',
  'blockquote',
  'pre',
]);

/** Lines of a node that is a block, of its blocks, or of its words. */
function writeBlock(node: HtmlNode): readonly string[] {
  if (typeof node === 'string' || !isElement(node)) return keepLine(writeWords([node]));
  if (node.tag === 'tr') return [node.children.map((cell) => writeWords([cell]).trim()).join('\t')];
  const isBlock = (child: HtmlNode): child is HtmlElement =>
    typeof child !== 'string' && isElement(child) && (BLOCKS.has(child.tag) || child.tag === 'tr');
  const lines: string[] = [];
  let words: HtmlNode[] = [];
  for (const child of node.children) {
    if (!isBlock(child)) {
      words.push(child);
      continue;
    }
    lines.push(...keepLine(writeWords(words)));
    words = [];
    lines.push(...writeBlock(child));
  }
  return [...lines, ...keepLine(writeWords(words))];
}

const keepLine = (line: string): readonly string[] => (line.trim() === '' ? [] : [line.trim()]);

function writeWords(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node.replaceAll(/\s+/g, ' ');
      if (isMention(node)) return textOf(node.children);
      if (node.tag === 'sup' || node.tag === 'sub') {
        return `${node.tag === 'sup' ? '^' : '_'}${writeWords(node.children)}`;
      }
      if (node.classes.includes('katex-html') || node.tag === 'math') return writeFormula(node);
      if (node.tag === 'br') return ' ';
      if (node.tag === 'img') return node.attributes['alt'] ?? '';
      return writeWords(node.children);
    })
    .join('');
}

/** KaTeX draws a formula twice: the one for the eye is left out, of the other its source is taken. */
function writeFormula(node: HtmlElement): string {
  if (node.classes.includes('katex-html')) return '';
  const source = findElement(node.children, ({ tag }) => tag === 'annotation');
  return source ? `$${textOf(source.children)}$` : textOf(node.children);
}
