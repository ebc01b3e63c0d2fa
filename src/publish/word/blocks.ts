import { Paragraph, Tab, TextRun } from 'docx';
import type { ParagraphChild } from 'docx';
import type { List, ListItem, RootContent } from 'mdast';
import { directiveKind, readItemId, remarkKind } from '#core/text/structure/block-kinds.ts';
import { examplePrefix, notePrefix } from '#core/text/structure/words.ts';
import { childrenOf, isLabel, valueOf } from '#core/text/syntax/nodes.ts';
import type { ContainerDirective } from '#core/text/syntax/nodes.ts';
import { isComment } from '#core/text/syntax/unsafe.ts';
import { writeFigure, writePictures } from './figures.ts';
import { markPlace, writeFormula, writeInline } from './inline.ts';
import type { WordBlock, WordContext } from './inline.ts';
import type { StyleId } from './looks.ts';
import { writeTable, writeTables } from './tables.ts';

/** Blocks in their order, as paragraphs and tables. */
export function writeBlocks(
  blocks: readonly RootContent[],
  context: WordContext,
  style: StyleId = 'text',
): WordBlock[] {
  return blocks.flatMap((block) => writeBlock(block, context, style));
}

function writeBlock(block: RootContent, context: WordContext, style: StyleId): WordBlock[] {
  if (block.type === 'containerDirective') {
    const kind = directiveKind(block);
    if (kind === 'table') return writeTable(block, context);
    if (kind === 'figure') return writeFigure(block, context);
    if (kind === 'formula') return writeNumbered(block, context);
  }
  const remark = remarkKind(block);
  if (remark) return writeRemark(block, remark, context);
  switch (block.type) {
    case 'paragraph': {
      const pictures = writePictures(block, context);
      return pictures ?? [new Paragraph({ style, children: writeInline(block.children, context) })];
    }
    case 'list':
      return writeList(block, context);
    case 'table':
      return writeTables([block], context);
    case 'math':
      return [writeDisplayed([writeFormula(block.value, context)], context)];
    case 'code':
      return block.value.split('\n').map((line) => new Paragraph({ style, text: line }));
    case 'heading':
      return [
        new Paragraph({ style, children: writeInline(block.children, context, 0, { bold: true }) }),
      ];
    case 'html':
      return isComment(block) ? [] : [new Paragraph({ style, text: block.value })];
    case 'thematicBreak':
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
      return [];
    default:
      return writeBlocks(childrenOf(block), context, style);
  }
}

/** A note or an example behind its mark: 「注1：」. */
function writeRemark(
  block: RootContent,
  kind: 'note' | 'example',
  context: WordContext,
): WordBlock[] {
  const label = context.document.marks.get(block)?.label ?? '';
  const opening = new TextRun({ text: label });
  if (block.type === 'paragraph') {
    const [first] = block.children;
    const pattern = kind === 'note' ? notePrefix : examplePrefix;
    const skip = (first && pattern.exec(valueOf(first))?.[0].length) ?? 0;
    const children = [opening, ...writeInline(block.children, context, skip)];
    return [new Paragraph({ style: kind, children })];
  }
  const blocks = childrenOf(block);
  const [first, ...rest] = blocks;
  const isText = first?.type === 'paragraph';
  const said = isText ? writeInline(first.children, context) : [];
  return [
    new Paragraph({ style: kind, children: [opening, ...said] }),
    ...writeBlocks(isText ? rest : blocks, context, kind === 'note' ? 'note' : 'exampleMore'),
  ];
}

/** GB/T 1.1—2020, 7.5; entries of chapter 2 stand without marks (8.6), those of the bibliography with numbers (8.11). */
function writeList(list: List, context: WordContext, depth = 0): WordBlock[] {
  const [mark = ''] = list.children.map((item) => context.document.marks.get(item)?.label ?? '');
  if (depth === 0) context.count.lists += 1;
  const { style, reference } = describeList(mark, list.ordered === true, depth);
  const numbered =
    reference === null
      ? {}
      : {
          numbering: {
            reference,
            level: Math.min(depth, 1),
            instance: context.count.lists,
          },
        };
  return list.children.flatMap((item) => writeItem(item, context, { style, numbered, depth }));
}

/** The style of items, and what numbers them; null where nothing does. */
function describeList(
  mark: string,
  isOrdered: boolean,
  depth: number,
): { readonly style: StyleId; readonly reference: string | null } {
  if (mark === '') return { style: 'text', reference: null };
  if (mark.startsWith('[')) return { style: 'entry', reference: 'entries' };
  if (!isOrdered) return { style: 'dash', reference: 'items' };
  return { style: depth > 0 ? 'number' : 'letter', reference: 'letters' };
}

function writeItem(
  item: ListItem,
  context: WordContext,
  {
    style,
    numbered,
    depth,
  }: { readonly style: StyleId; readonly numbered: object; readonly depth: number },
): WordBlock[] {
  const { id } = context.document.marks.get(item) ?? {};
  const skip = readItemId(item)?.length ?? 0;
  return item.children.flatMap((child, at): WordBlock[] => {
    if (child.type === 'list') return writeList(child, context, depth + 1);
    if (child.type !== 'paragraph' || remarkKind(child) !== null)
      return writeBlocks([child], context);
    const runs = writeInline(child.children, context, at === 0 ? skip : 0);
    const children = at === 0 ? markPlace(id, runs, context) : runs;
    return [new Paragraph({ style, children, ...(at === 0 && numbered) })];
  });
}

/** A formula in the middle of its line, its number at the end (GB/T 1.1—2020, 9.9). */
function writeDisplayed(
  formula: readonly ParagraphChild[],
  { inAnnex }: WordContext,
  number: readonly ParagraphChild[] = [],
): Paragraph {
  const tab = (): TextRun => new TextRun({ children: [new Tab()] });
  return new Paragraph({
    style: inAnnex === true ? 'annexFormula' : 'formula',
    children: [tab(), ...formula, ...(number.length > 0 ? [tab(), ...number] : [])],
  });
}

/** A formula with its number (GB/T 1.1—2020, 9.8) and what its symbols mean. */
function writeNumbered(block: ContainerDirective, context: WordContext): WordBlock[] {
  const { id, label = '' } = context.document.marks.get(block) ?? {};
  const number = /\([^)]+\)/.exec(label)?.[0] ?? '';
  const math = block.children.find((child) => child.type === 'math');
  const drawn: ParagraphChild[] = math ? [writeFormula(math.value, context)] : [];
  const shown = number === '' ? [] : [new TextRun({ text: number })];
  const where = block.children.filter((child) => child !== math && !isLabel(child));
  return [
    writeDisplayed(drawn, context, markPlace(id, shown, context)),
    ...where.flatMap((child) =>
      child.type === 'list'
        ? child.children.flatMap((item) =>
            item.children.flatMap((each) =>
              each.type === 'paragraph'
                ? [new Paragraph({ style: 'text', children: writeInline(each.children, context) })]
                : writeBlocks([each], context),
            ),
          )
        : writeBlocks([child], context),
    ),
  ];
}
