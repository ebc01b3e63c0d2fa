import type { Nodes } from 'mdast';
import { findUnseen, foldRadicals, removeUnseen } from '#core/characters/index.ts';
import { checkDocument } from '#core/check/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { renderBody, renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';
import { childrenOf, isLabel, spanOf, valueOf } from '#core/text/syntax/nodes.ts';

/** Something an author wrote that is neither on the page, nor markup, nor named by a finding. */
export interface Loss {
  readonly line: number;
  readonly why: string;
  readonly text: string;
}

/** Findings that say of words or marks that they are not printed, or not as they look. */
const naming =
  /^(?:anchor-|code-block|heading-|not-printed|foreign-markup|emphasis-star|list-|html-|link-|image-|directive-|table-|footnote-|text-|id-|invisible-character|formula-|figure-|literal-syntax|xref-|annex-|term-|too-many)/;

/** What may stand between the children of a node, blanks and the > of quotations left out. */
const gaps: Readonly<Record<string, RegExp>> = {
  heading: /^(?:#{1,6}|#*(?:\{[^{}]*\})?|[=-]+)$/,
  listItem: /^(?:[-+*]|\d{1,9}[.)])?$/,
  table: /^[|:-]*$/,
  tableRow: /^\|*$/,
  tableCell: /^\|{0,2}$/,
  strong: /^(?:\*\*|__)$/,
  emphasis: /^[*_]$/,
  superscript: /^\^$/,
  link: /^(?:\[|\]\([^]*\)|\]\[[^]*\]|\]|<|)$/,
  textDirective: /^(?::(?:req|inst|rec|perm|cap|poss|stat|sub|sup)\[|\](?:\{[^{}]*\})?)$/,
  containerDirective:
    /^(?::{3,}[\p{L}]*|\{[^{}]*\}|:{3,}[\p{L}]*\{[^{}]*\}|\{[^{}]*\}:{3,}|:{3,}|)$/u,
  footnoteDefinition: /^(?:\[\^[^\]]+\]:)?$/,
};
const label = /^[[\]]?$/;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00A0',
  mdash: '—',
  ge: '≥',
  le: '≤',
  times: '×',
  deg: '°',
  minus: '−',
};

/** Source of a text as CommonMark reads it, without blanks. */
function decode(slice: string): string {
  return foldRadicals(removeUnseen(slice))
    .replaceAll(/\n[ \t>]*/g, '\n')
    .replaceAll(
      /\\([!-/:-@[-`{-~])|&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g,
      (whole, mark, decimal, hex, name) => {
        if (mark) return mark;
        const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
        if (code !== null) {
          const found = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
          return findUnseen(found).length > 0 ? whole : found;
        }
        return entities[name] ?? whole;
      },
    );
}

const squeeze = (text: string): string => text.replaceAll(/\s/g, '');

/** The text of a page without tags; formulae as their TeX, images by their words. */
function textOfPage(html: string): string {
  return squeeze(
    html
      .replaceAll(/<annotation[^>]*>([^]*?)<\/annotation>/g, '⟨$1⟩')
      .replaceAll(/<[^<>]*>/g, (tag) =>
        Array.from(tag.matchAll(/ (?:alt|title)="([^"]*)"/g), (match) => match[1]).join(' '),
      )
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&amp;', '&'),
  );
}

/** All losses of a file of the dialect; empty when what went in came out or was named. */
export function findLosses(source: string): readonly Loss[] {
  const document = parseDocument(source, { file: 'x.md' });
  const drawn = renderDocument(document);
  const found = [...document.diagnostics, ...drawn.diagnostics, ...checkDocument(document)];
  if (found.some(({ rule }) => /^(?:text-unreadable|text-too-long|too-many-findings)$/.test(rule)))
    return [];
  const page = textOfPage(renderBody(drawn.text, { resolve: () => null, figures: '' }));
  const losses = [
    ...findUncovered(document.root, source),
    ...findUnprinted(document, page),
    ...findUnmeant(document.root, source),
  ];
  const named = linesOf(found.filter(({ rule }) => naming.test(rule)));
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length;
  return losses
    .map(({ start, end, why, text }) => ({
      line: lineAt(start),
      last: lineAt(Math.max(start, end)),
      why,
      text,
    }))
    .filter(({ line, last }) => {
      for (let at = line; at <= last; at++) if (named.has(at)) return false;
      return true;
    })
    .map(({ line, why, text }) => ({ line, why, text }));
}

function linesOf(found: readonly Diagnostic[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { range } of found)
    for (let line = range.start.line; line <= range.end.line; line++) lines.add(line);
  return lines;
}

interface Suspect {
  readonly start: number;
  readonly end: number;
  readonly why: string;
  readonly text: string;
}

/** Source that no leaf of the tree holds and that is no markup of the node it stands in. */
function* findUncovered(node: Nodes, source: string): Iterable<Suspect> {
  const span = spanOf(node);
  if (!span) return;
  const { start: from, end: to } = span;
  if (node.type === 'text') {
    const isAddress = source.charAt(from - 1) === '<' && source.charAt(to) === '>';
    const slice = source.slice(from, to);
    const written = squeeze(isAddress ? foldRadicals(removeUnseen(slice)) : decode(slice));
    const value = squeeze(node.value);
    if (written !== value)
      yield {
        start: from,
        end: to,
        why: `text reads ${JSON.stringify(value)}`,
        text: source.slice(from, to),
      };
    return;
  }
  if (!('children' in node)) return;
  const allowed = isLabel(node) ? label : (gaps[node.type] ?? /^$/);
  let at = node.type === 'root' ? 0 : from;
  const check = function* (end: number): Iterable<Suspect> {
    const raw = removeUnseen(source.slice(at, end)).replaceAll('>', '');
    // A blank parts the name of a block from words that follow it.
    const gap =
      node.type === 'containerDirective'
        ? raw.replaceAll(/[ \t]*\n[ \t]*/g, '').trim()
        : raw.replaceAll(/\s/g, '');
    if (
      gap !== '' &&
      !allowed.test(gap) &&
      !(node.type === 'link' && allowed.test(removeUnseen(source.slice(at, end))))
    )
      yield { start: at, end, why: `${node.type} swallows`, text: source.slice(at, end) };
  };
  for (const child of node.children) {
    const inner = spanOf(child);
    if (!inner) continue;
    yield* check(inner.start);
    yield* findUncovered(child, source);
    at = inner.end;
  }
  yield* check(to);
}

/** Leaves of the tree that the page does not show. */
function* findUnprinted(
  { root, labels }: ReturnType<typeof parseDocument>,
  page: string,
): Iterable<Suspect> {
  let at = 0;
  const look = (value: string): boolean => {
    const wanted = squeeze(value);
    if (wanted === '') return true;
    const after = page.indexOf(wanted, at);
    if (after !== -1) at = after + wanted.length;
    return after !== -1 || page.includes(wanted);
  };
  const visit = function* (
    node: Nodes,
    parents: readonly Nodes[],
    index: number,
  ): Iterable<Suspect> {
    const { type } = node;
    const span = spanOf(node);
    const value = valueOf(node);
    const pieces: string[] = [];
    if (type === 'text') {
      const first = index === 0 && parents.at(-1)?.type === 'paragraph';
      const plain = first
        ? value
            .replace(/^\{#[^\s{}]+\}\s*/, '')
            .replace(/^(?:注|示例|note|example)\s*[：:]\s*/i, '')
        : value;
      const isMerge = /^\s*(?:\^\^|<<)\s*$/.test(plain) && parents.at(-1)?.type === 'tableCell';
      const inHeading = parents.some((parent) => parent.type === 'heading');
      const printed = plain.replaceAll(
        /\[#([^\s\][]{1,100})\]/g,
        (whole, id: string) => labels.get(id) ?? whole,
      );
      if (!isMerge)
        pieces.push(
          ...(inHeading
            ? printed
                .replace(/^\s*(?:附\s*录|annex)[^）)]*[）)]?/i, '')
                .split(/[|｜]/)
                .map((piece) => piece.replace(/^\s*(?:许用|admitted)\s*[：:]/i, ''))
            : [printed]),
        );
    } else if (type === 'inlineCode' || type === 'code') pieces.push(value);
    else if (type === 'inlineMath' || type === 'math') pieces.push(value);
    else if (type === 'html' && !/^<br\s*\/?>$/i.test(value) && !value.startsWith('<!--'))
      pieces.push(value);
    else if (type === 'image') pieces.push(node.alt ?? '', node.title ?? '');
    else if (type === 'link') pieces.push(node.title ?? '');
    for (const piece of pieces) {
      if (!look(piece) && span)
        yield {
          ...span,
          why: `${type} is not on the page`,
          text: piece,
        };
    }
    for (const [place, child] of childrenOf(node).entries())
      if (child.position) yield* visit(child, [...parents, node], place);
  };
  yield* visit(root, [], 0);
}

/** Markup that nobody can have meant. */
function* findUnmeant(node: Nodes, source: string): Iterable<Suspect> {
  const say = (why: string): Suspect => ({
    ...(spanOf(node) ?? { start: 0, end: 0 }),
    why,
    text: JSON.stringify('children' in node ? node.children.map(valueOf) : valueOf(node)),
  });
  const words = childrenOf(node).map(valueOf).join('');
  if (node.type === 'superscript' && /[\s，。；：！？]/.test(words)) yield say('raised words');
  if (node.type === 'inlineMath' && /[，。；！？]/.test(node.value.replaceAll(/\{[^{}]*\}/g, '')))
    yield say('formula of words');
  if (
    node.type === 'link' &&
    words === node.url &&
    /[^!-~]/.test(words) &&
    source.charAt(spanOf(node)?.start ?? 0) !== '<'
  )
    yield say('address of words');
  const children = childrenOf(node);
  for (const [index, child] of children.entries()) {
    const before = textBeside(children[index - 1]).slice(-1);
    const after = textBeside(children[index + 1]).slice(0, 1);
    if (child.type === 'emphasis' && /\d/.test(before) && /\d/.test(after))
      yield { ...say('stressed number'), text: before + after };
    yield* findUnmeant(child, source);
  }
}

const textBeside = (node: Nodes | undefined): string => (node ? valueOf(node) : '');
