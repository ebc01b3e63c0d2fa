import type { Nodes, RootContent, Table } from 'mdast';
import type { Language } from '../model/standard.ts';
import { keepUnits } from '../render/inline.ts';
import { sliceNodes } from '../render/slice.ts';
import { unbroken } from '../render/unbroken.ts';
import type { Footnote, Mark, ParsedDocument } from '../text/document.ts';
import { isLineBreak, isSafeLink } from '../text/syntax/unsafe.ts';
import { childrenOf } from '../text/syntax/nodes.ts';
import type { TableGrid } from '../text/structure/table-grid.ts';
import { translateMath } from './math.ts';
import { noTypst, toContent, typst } from './typst.ts';
import type { Typst } from './typst.ts';

/** What the writers of one document share. */
export interface TypstContext {
  readonly language: Language;
  readonly marks: ReadonlyMap<Nodes, Mark>;
  readonly labels: ReadonlyMap<string, string>;
  readonly grids: ReadonlyMap<Table, TableGrid>;
  readonly mentions: ParsedDocument['mentions'];
  /** Files of the standard's figures that are there. */
  readonly figures: ReadonlySet<string>;
  /** Formulae that are printed as they are written. */
  readonly literal: ReadonlySet<string>;
  /** Footnotes of the text by their names, each till it is mentioned. */
  readonly footnotes: Map<string, Footnote>;
  /** Names of bodies in English, of a foreword that is written by itself. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly renderBlocks: (blocks: readonly RootContent[], context: TypstContext) => Typst;
  /** How many quotations this is in. */
  readonly depth?: number;
  /** Printed of an image that has no words of its own. */
  readonly alternative?: string;
  /** Of what is inside a table or a figure: its footnotes stand below it. */
  readonly inExhibit?: boolean;
  /** What stands inside a link makes no link of its own. */
  readonly inLink?: boolean;
}

/** Returns inline nodes as content. `skip`: characters of the first text to leave out (`注：`, `{#id} `). */
export function renderInline(
  nodes: readonly RootContent[],
  context: TypstContext,
  skip = 0,
): Typst {
  const mentions = context.mentions.get(nodes);
  const found = mentions?.found.filter(({ kind }) => kind === 'xref') ?? [];
  if (!mentions || found.length === 0) return renderAll(nodes, context, skip);
  const parts: Typst[] = [];
  let at = skip;
  for (const mention of found) {
    const start = mentions.skip + mention.start;
    if (start < at || mention.kind !== 'xref') continue;
    parts.push(renderAll(sliceNodes(nodes, at, start, true), context));
    const label = context.labels.get(mention.id);
    const isLink = label !== undefined && !context.inLink;
    const printed = renderText(label ?? mention.value, context);
    parts.push(isLink ? typst`#xref(${mention.id})[${printed}];` : printed);
    at = start + mention.value.length;
  }
  parts.push(renderAll(sliceNodes(nodes, at, Number.POSITIVE_INFINITY, true), context));
  return typst`${parts}`;
}

function renderAll(nodes: readonly RootContent[], context: TypstContext, skip = 0): Typst {
  return typst`${nodes.map((node, at) => renderNode(node, context, at === 0 ? skip : 0))}`;
}

function renderNode(node: RootContent, context: TypstContext, skip: number): Typst {
  const inner = (within = context): Typst => renderInline(childrenOf(node), within);
  switch (node.type) {
    case 'text':
      return renderText(node.value.slice(skip), context);
    case 'emphasis':
      return typst`#emph[${inner()}];`;
    case 'strong':
      return typst`#strong[${inner()}];`;
    case 'superscript':
      return typst`#super[${inner()}];`;
    case 'inlineCode':
      return typst`#mono(${node.value});`;
    case 'break':
      return typst`#linebreak();`;
    case 'html':
      return isLineBreak(node) ? typst`#linebreak();` : toContent(node.value);
    case 'inlineMath':
      return renderFormula(node.value, false, context);
    case 'link':
      return renderLink(node.url, inner({ ...context, inLink: true }), context);
    case 'image':
      return typst`#emph[${toContent(node.alt ?? '')}];`;
    case 'footnoteReference':
      return renderFootnoteMark(node, context);
    case 'textDirective': {
      if (node.name === 'sub') return typst`#sub[${inner()}];`;
      if (node.name === 'sup') return typst`#super[${inner()}];`;
      const id = context.marks.get(node)?.id;
      return typst`${id ? typst`#anchor(${id});` : noTypst}${inner()}`;
    }
    default:
      return inner();
  }
}

/** Typst refuses addresses of 8,000 characters; none of a page is so long. */
const longestAddress = 2000;

function renderLink(url: string, inner: Typst, { inLink }: TypstContext): Typst {
  if (inLink || url.length > longestAddress || !isSafeLink(url)) return inner;
  return url.startsWith('#')
    ? typst`#xref(${url.slice(1)})[${inner}];`
    : typst`#link(${url})[${inner}];`;
}

/** The mark of a footnote; that of the text has the note with it where it is mentioned first, and Typst puts that at the foot of the page. */
function renderFootnoteMark(
  node: RootContent & { readonly type: 'footnoteReference' },
  context: TypstContext,
): Typst {
  const { label = '' } = context.marks.get(node) ?? {};
  const footnote = context.footnotes.get(node.identifier);
  if (context.inExhibit || context.inLink || footnote?.label !== label) {
    return typst`#super[${toContent(label)}];`;
  }
  context.footnotes.delete(node.identifier);
  const [first, ...rest] = footnote.blocks;
  const text = first ? renderInline(childrenOf(first), context) : noTypst;
  return typst`#note-at-foot(${label})[${text}${context.renderBlocks(rest, context)}];`;
}

/** Returns a formula, with its TeX for those who cannot see it; one that cannot be drawn is printed as it is written. */
export function renderFormula(
  tex: string,
  isDisplay: boolean,
  { literal }: Pick<TypstContext, 'literal'>,
): Typst {
  const translated = literal.has(tex) ? null : translateMath(tex);
  if (translated === null) return typst`#mono(${tex});`;
  return isDisplay
    ? typst`#formula(${translated}, ${tex}, display: true);`
    : typst`#formula(${translated}, ${tex});`;
}

/** Words of Latin letters, and addresses, that no line of a page or of a cell has room for. */
const longWord = /[^\s\u2E80-\uFFEF]{25,}/gu;
const breakable = /(?<=[/?&=_.,:;@+-])(?=[^\s])|(?<=[^\s]{20})(?=[^\s])/gu;

/** A text as content: a unit stays with its number, a sign with its value, and a long word may be broken. */
export function renderText(written: string, { language }: Pick<TypstContext, 'language'>): Typst {
  const text = keepUnits(written, language).replaceAll(longWord, (word) =>
    word.replaceAll(breakable, '\u200B'),
  );
  const parts: Typst[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(unbroken)) {
    parts.push(toContent(text.slice(at, index)), typst`#nb(${found});`);
    at = index + found.length;
  }
  return typst`${parts}${toContent(text.slice(at))}`;
}
