import { Bookmark, ExternalHyperlink, FootnoteReferenceRun, Math as MathRun, TextRun } from 'docx';
import type { Paragraph, ParagraphChild, Table } from 'docx';
import { latexToMath } from 'docx/math';
import type { RootContent } from 'mdast';
import { sliceNodes } from '#core/render/slice.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { childrenOf } from '#core/text/syntax/nodes.ts';
import { isLineBreak, isSafeLink } from '#core/text/syntax/unsafe.ts';
import type { BookmarkNames } from './bookmarks.ts';
import { writeReference } from './references.ts';
import type { StyleId } from './looks.ts';

export type WordBlock = Paragraph | Table;

/** Files of the figures of a standard by name. */
export interface WordFigures {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Drawings as pictures (PNG), for what cannot draw them. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** What the writers of one document share. */
export interface WordContext {
  readonly document: ParsedDocument;
  readonly bookmarks: BookmarkNames;
  readonly figures: WordFigures;
  /** Footnotes of the text by the number that Word has for them, in order of first mention. */
  readonly footnotes: Map<string, number>;
  /** Formulas that could not be written as such and stand as LaTeX. */
  readonly literal: string[];
  /** Figures that Word cannot show, or that are not there. */
  readonly lost: string[];
  /** Blocks that need a sheet across. */
  readonly wide: Set<WordBlock>;
  /** Lists, each of which begins its letters anew. */
  readonly count: { lists: number };
  /** Tagged provisions by where they begin in the source, with how many parts of each are written. */
  readonly tags: Map<number, { readonly number: number; parts: number }>;
  readonly writeBlocks: (
    blocks: readonly RootContent[],
    context: WordContext,
    style?: StyleId,
  ) => WordBlock[];
  /** Of what is inside a table or a figure: its footnotes stand below it. */
  readonly inExhibit?: boolean;
  /** Of what is inside an annex: its tables, figures and formulas have styles of their own. */
  readonly inAnnex?: boolean;
}

interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly superScript?: boolean;
  readonly subScript?: boolean;
}

/** Inline nodes as runs. `skip`: characters of the first text to leave out (`注：`, `{#id} `). */
export function writeInline(
  nodes: readonly RootContent[],
  context: WordContext,
  skip = 0,
  look: Look = {},
): ParagraphChild[] {
  const mentions = context.document.mentions.get(nodes);
  const found = mentions?.found.filter(({ kind }) => kind === 'xref') ?? [];
  if (!mentions || found.length === 0) return writeAll(nodes, context, skip, look);
  const parts: ParagraphChild[] = [];
  let at = skip;
  for (const mention of found) {
    const start = mentions.skip + mention.start;
    if (start < at || mention.kind !== 'xref') continue;
    parts.push(...writeAll(sliceNodes(nodes, at, start, true), context, 0, look));
    const label = context.document.labels.get(mention.id);
    parts.push(
      label === undefined
        ? new TextRun({ text: mention.value, ...look })
        : writeReference(context.bookmarks.of(mention.id), label),
    );
    at = start + mention.value.length;
  }
  const rest = sliceNodes(nodes, at, Number.POSITIVE_INFINITY, true);
  return [...parts, ...writeAll(rest, context, 0, look)];
}

/** What its author tagged as a provision keeps its type, in the name of a bookmark around it. */
function writeTagged(
  node: RootContent & { readonly type: 'textDirective' },
  children: ParagraphChild[],
  context: WordContext,
): ParagraphChild[] {
  if (!/^(?:req|inst|rec|perm|cap|poss|stat)$/.test(node.name)) return children;
  // A reference inside parts it: its parts have one number, and an import joins them.
  const at = node.position?.start.offset ?? -1;
  const of = context.tags.get(at) ?? { number: context.tags.size + 1, parts: 0 };
  context.tags.set(at, of);
  of.parts += 1;
  const tagged = new Bookmark({ id: `bp_${node.name}_${of.number}_${of.parts}`, children });
  const id = of.parts === 1 ? context.document.marks.get(node)?.id : undefined;
  return markPlace(id, [tagged], context);
}

function writeAll(
  nodes: readonly RootContent[],
  context: WordContext,
  skip: number,
  look: Look,
): ParagraphChild[] {
  return nodes.flatMap((node, at) => writeNode(node, context, at === 0 ? skip : 0, look));
}

function writeNode(
  node: RootContent,
  context: WordContext,
  skip: number,
  look: Look,
): ParagraphChild[] {
  const inner = (more: Look = {}): ParagraphChild[] =>
    writeInline(childrenOf(node), context, 0, { ...look, ...more });
  switch (node.type) {
    case 'text':
      return [new TextRun({ text: node.value.slice(skip), ...look })];
    case 'emphasis':
      return inner({ italics: true });
    case 'strong':
      return inner({ bold: true });
    case 'superscript':
      return inner({ superScript: true });
    case 'inlineCode':
      return [new TextRun({ text: node.value, ...look })];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'html':
      return [
        isLineBreak(node) ? new TextRun({ break: 1 }) : new TextRun({ text: node.value, ...look }),
      ];
    case 'inlineMath':
      return [writeFormula(node.value, context)];
    case 'link':
      return isSafeLink(node.url) && !node.url.startsWith('#')
        ? [new ExternalHyperlink({ link: node.url, children: inner() })]
        : inner();
    case 'image':
      return [new TextRun({ text: node.alt ?? '', italics: true })];
    case 'footnoteReference':
      return [writeFootnoteMark(node, context)];
    case 'textDirective':
      if (node.name === 'sub') return inner({ subScript: true });
      return node.name === 'sup'
        ? inner({ superScript: true })
        : writeTagged(node, inner(), context);
    default:
      return inner();
  }
}

/** A formula of Word; one that cannot be made stands as it is written. */
export function writeFormula(
  tex: string,
  { literal }: Pick<WordContext, 'literal'>,
): ParagraphChild {
  try {
    const children = latexToMath(tex);
    if (children.length > 0) return new MathRun({ children });
  } catch {
    // Said below: the formula stands as it is written.
  }
  literal.push(tex);
  return new TextRun({ text: tex });
}

function writeFootnoteMark(
  node: RootContent & { readonly type: 'footnoteReference' },
  { document, footnotes, inExhibit }: WordContext,
): ParagraphChild {
  const label = document.marks.get(node)?.label ?? '';
  const footnote = document.footnotes.find(({ identifier }) => identifier === node.identifier);
  if (inExhibit === true || footnote?.label !== label)
    return new TextRun({ text: label, superScript: true });
  const known = footnotes.get(node.identifier) ?? footnotes.size + 1;
  footnotes.set(node.identifier, known);
  return new FootnoteReferenceRun(known);
}

/** Runs that a bookmark holds: what refers to the id finds them. */
export function markPlace(
  id: string | undefined,
  children: readonly ParagraphChild[],
  { bookmarks }: WordContext,
): ParagraphChild[] {
  return id === undefined || id === ''
    ? [...children]
    : [new Bookmark({ id: bookmarks.of(id), children })];
}
