import type { List, RootContent } from 'mdast';
import { isSource } from '../text/meaning/runs.ts';
import { directiveKind, remarkKind } from '../text/structure/block-kinds.ts';
import { examplePrefix, notePrefix } from '../text/structure/words.ts';
import { childrenOf, isLabel, valueOf } from '../text/syntax/nodes.ts';
import type { ContainerDirective } from '../text/syntax/nodes.ts';
import { isComment } from '../text/syntax/unsafe.ts';
import { renderFigure, renderImage } from './figures.ts';
import { renderFormula, renderInline } from './inline.ts';
import type { TypstContext } from './inline.ts';
import { isBareImage } from '../text/structure/figure-images.ts';
import { renderItem } from './items.ts';
import { renderGrid, renderTable } from './tables.ts';
import { noTypst, toArray, toContent, typst } from './typst.ts';
import type { Typst } from './typst.ts';

/** Returns blocks in their order, each on lines of its own. */
export function renderBlocks(blocks: readonly RootContent[], context: TypstContext): Typst {
  return typst`${blocks.map((block) => renderBlock(block, context))}`;
}

/** Returns a block; nothing of one that is not printed. */
export function renderBlock(block: RootContent, context: TypstContext): Typst {
  if (block.type === 'containerDirective') {
    const kind = directiveKind(block);
    if (kind === 'table') return renderTable(block, context);
    if (kind === 'figure') return renderFigure(block, context);
    if (kind === 'formula') return renderNumbered(block, context);
  }
  const remark = remarkKind(block);
  if (remark) return renderRemark(block, remark, context);
  switch (block.type) {
    case 'paragraph': {
      const { children } = block;
      if (children.length > 0 && children.every(isBareImage)) {
        const images = children.filter((child) => child.type === 'image');
        return typst`#picture[${images.map((image) => renderImage(image, context))}]\n`;
      }
      const name = isSource(block) ? typst`source` : typst`p`;
      return typst`#${name}[${renderInline(children, context)}]\n`;
    }
    case 'list':
      return renderList(block, context);
    case 'table':
      return renderGrid([block], {}, context);
    case 'math':
      return typst`#equation[${renderFormula(block.value, true, context)}]\n`;
    case 'blockquote':
      return renderQuotation(block.children, context);
    case 'code':
      return typst`#listing(${toArray(block.value.split('\n'))})\n`;
    case 'heading':
      // Inside another block a heading makes no clause.
      return typst`#p[#strong[${renderInline(block.children, context)}];]\n`;
    case 'html':
      return isComment(block) ? noTypst : typst`#p[${toContent(block.value)}]\n`;
    case 'thematicBreak':
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
      return noTypst;
    default:
      return renderBlocks(childrenOf(block), context);
  }
}

/** Typst ends at elements in one another sixty times, which no text needs. */
const mostDepth = 12;

function renderQuotation(blocks: readonly RootContent[], context: TypstContext): Typst {
  const { depth = 0 } = context;
  const inner = renderBlocks(blocks, { ...context, depth: depth + 1 });
  return depth < mostDepth ? typst`#quoted[${inner}]\n` : inner;
}

/** Returns a note or an example behind what is printed before it. */
function renderRemark(block: RootContent, kind: 'note' | 'example', context: TypstContext): Typst {
  const label = context.marks.get(block)?.label ?? '';
  const open = typst`#${kind === 'note' ? typst`note` : typst`example`}(${label})`;
  if (block.type === 'paragraph') {
    const pattern = kind === 'note' ? notePrefix : examplePrefix;
    const [opening] = block.children;
    const skip = (opening && pattern.exec(valueOf(opening))?.[0].length) ?? 0;
    return typst`${open}[${renderInline(block.children, context, skip)}]\n`;
  }
  const [first, ...rest] = childrenOf(block);
  const isOpening = first?.type === 'paragraph';
  const opening = isOpening ? renderInline(first.children, context) : noTypst;
  const below = !isOpening && first ? [first, ...rest] : rest;
  return below.length === 0
    ? typst`${open}[${opening}]\n`
    : typst`${open}[${opening}][\n${renderBlocks(below, context)}]\n`;
}

/** GB/T 1.1—2020, 7.5: `——` or `a)` first, then `·` or `1)`; entries of chapter 2 stand without marks (8.6). */
function renderList(list: List, context: TypstContext): Typst {
  const labels = list.children.map((item) => context.marks.get(item)?.label ?? '');
  const items = list.children.map((item) => typst`[${renderItem(item, context)}], `);
  const isBare = labels.every((label) => label === '');
  if (isBare) return typst`#entries(${items})\n`;
  const kind = labels[0]?.startsWith('[') ? typst`, wide: true` : noTypst;
  return typst`#items(${toArray(labels)}${kind}, ${items})\n`;
}

/** A formula with its number (GB/T 1.1—2020, 9.8) and what its symbols mean. */
function renderNumbered(block: ContainerDirective, context: TypstContext): Typst {
  const mark = context.marks.get(block);
  const number = /\([^)]+\)/.exec(mark?.label ?? '')?.[0] ?? '';
  const { children } = block;
  const math = children.find((child) => child.type === 'math');
  const drawn = math ? renderFormula(math.value, true, context) : noTypst;
  const where = children.filter((child) => child !== math && !isLabel(child));
  const meanings = where.map((child) =>
    child.type === 'list'
      ? typst`#meanings(${child.children.map((item) => typst`[${renderItem(item, context)}], `)})\n`
      : typst`#lead-in[${childrenOf(child).length > 0 && child.type === 'paragraph' ? renderInline(child.children, context) : renderBlock(child, context)}]\n`,
  );
  return typst`#equation(id: ${mark?.id ?? ''}, number: ${number})[${drawn}]\n${meanings}`;
}
