import type { List, RootContent, Table } from 'mdast';
import { directiveKind, readItemId, remarkKind } from '#core/text/structure/block-kinds.ts';
import { examplePrefix, notePrefix } from '#core/text/structure/words.ts';
import { isSource } from '#core/text/meaning/runs.ts';
import { childrenOf, findLabel, isLabel, valueOf } from '#core/text/syntax/nodes.ts';
import type { ContainerDirective } from '#core/text/syntax/nodes.ts';
import { isComment } from '#core/text/syntax/unsafe.ts';
import type { Footnote } from '#core/text/document.ts';
import { asElement, makeBlock, makeSpan, makeText } from './nodes.ts';
import { footnoteAnchor, makeMath, toPhrasing } from './phrasing.ts';
import type { Context } from './phrasing.ts';

/** Returns blocks with their printed numbers and ids; what is not printed is left out. */
export function toBlocks(blocks: readonly RootContent[], context: Context): RootContent[] {
  return blocks.flatMap((block) => toBlock(block, context));
}

function toBlock(block: RootContent, context: Context): readonly RootContent[] {
  const kind = directiveKind(block);
  if (
    block.type === 'containerDirective' &&
    (kind === 'table' || kind === 'figure' || kind === 'formula')
  )
    return [toExhibit(block, kind, context)];
  const remark = remarkKind(block);
  if (remark) return [toRemark(block, remark, context)];
  switch (block.type) {
    case 'paragraph': {
      const paragraph = { ...block, children: toPhrasing(block.children, context) };
      const className = isSource(block) ? ['term-source'] : undefined;
      return [asElement(paragraph, 'p', { className })];
    }
    case 'heading':
      // Inside another block a heading makes no clause.
      return [
        {
          type: 'paragraph',
          children: [{ type: 'strong', children: toPhrasing(block.children, context) }],
        },
      ];
    case 'list':
      return [toList(block, context)];
    case 'table':
      return [toTable(block, context)];
    case 'math':
      return [{ type: 'paragraph', children: [makeMath(block.value, true)] }];
    case 'html':
      return isComment(block) ? [] : [{ type: 'paragraph', children: [makeText(block.value)] }];
    case 'yaml':
    case 'thematicBreak':
    case 'definition':
    case 'footnoteDefinition':
      return [];
    case 'code':
      return [block];
    default:
      return [
        makeBlock(
          block.type === 'blockquote' ? 'blockquote' : 'div',
          {},
          toBlocks(childrenOf(block), context),
        ),
      ];
  }
}

function toRemark(block: RootContent, kind: 'note' | 'example', context: Context): RootContent {
  const label = makeSpan('span', { className: [`${kind}-label`] }, [
    makeText(context.document.marks.get(block)?.label ?? ''),
  ]);
  if (block.type === 'paragraph') {
    const pattern = kind === 'note' ? notePrefix : examplePrefix;
    const [opening] = block.children;
    const skip = (opening && pattern.exec(valueOf(opening))?.[0].length) ?? 0;
    const children = [label, ...toPhrasing(block.children, context, skip)];
    return asElement({ type: 'paragraph', children }, 'p', { className: [kind] });
  }
  const [first, ...rest] = toBlocks(childrenOf(block), context);
  const opening: RootContent =
    first?.type === 'paragraph'
      ? { ...first, children: [label, ...first.children] }
      : { type: 'paragraph', children: [label] };
  const others = first && first.type !== 'paragraph' ? [first, ...rest] : rest;
  return makeBlock('div', { className: [kind] }, [opening, ...others]);
}

function toList(list: List, context: Context, isMarked = true): RootContent {
  const children = list.children.map((item) => {
    const mark = context.document.marks.get(item);
    const skip = readItemId(item)?.length ?? 0;
    const marker =
      isMarked && mark?.label
        ? [makeSpan('span', { className: ['marker'] }, [makeText(mark.label)]), makeText(' ')]
        : [];
    const [opening, ...rest] = item.children;
    const blocks: RootContent[] =
      opening?.type === 'paragraph' && remarkKind(opening) === null
        ? [
            {
              type: 'paragraph',
              children: [...marker, ...toPhrasing(opening.children, context, skip)],
            },
            ...toBlocks(rest, context),
          ]
        : [{ type: 'paragraph', children: marker }, ...toBlocks(item.children, context)];
    return asElement({ ...item, children: blocks as never[] }, 'li', { id: mark?.id });
  });
  return { ...list, children };
}

function toExhibit(
  block: ContainerDirective,
  kind: 'table' | 'figure' | 'formula',
  outer: Context,
): RootContent {
  const mark = outer.document.marks.get(block);
  const id = mark?.id ?? '';
  const context = { ...outer, footnotePrefix: `fn-${id}` };
  const label = findLabel(block);
  const title = label && kind !== 'formula' ? toPhrasing(label.children, context) : [];
  const printed = mark?.label ?? '';
  // A formula is numbered beside itself: 「(1)」.
  const number =
    kind === 'formula'
      ? makeSpan('span', { className: ['equation-number'] }, [
          makeText(/\([^)]*\)/.exec(printed)?.[0] ?? ''),
        ])
      : makeSpan('span', { className: ['exhibit-label'] }, [makeText(printed)]);
  const space = title.length > 0 ? [makeText(' ')] : [];
  const line: RootContent = { type: 'paragraph', children: [number, ...space, ...title] };
  const caption = asElement(line, 'figcaption');
  const rest = block.children.filter((child) => !isLabel(child));
  const unit = block.attributes?.unit;
  const inner = [
    ...(unit ? [makeBlock('p', { className: ['unit'] }, [makeText(unit)])] : []),
    ...rest.flatMap((child) =>
      // What is said of symbols has a dash of its own between symbol and meaning.
      kind === 'formula' && child.type === 'list'
        ? [toList(child, context, false)]
        : toBlock(child, context),
    ),
    ...toFootnotes(mark?.footnotes ?? [], context),
  ];
  const children = kind === 'table' ? [caption, ...inner] : [...inner, caption];
  return makeBlock('figure', { id, className: [`std-${kind}`] }, children);
}

/** Cells that others cover are gone; the rest say how far they reach. */
function toTable(table: Table, context: Context): RootContent {
  const grid = context.document.grids.get(table);
  if (!grid) return { ...table, children: [] };
  const rows = grid.rows.map((row, r) => ({
    type: 'tableRow' as const,
    children: row
      .filter((cell, column) => cell.row === r && cell.column === column)
      .map((cell) => {
        const { node, rowSpan, columnSpan, column } = cell;
        const align = grid.align[column] ?? undefined;
        return asElement(
          { ...node, children: toPhrasing(node.children, context) },
          r < grid.headRows ? 'th' : 'td',
          {
            rowSpan: rowSpan > 1 ? rowSpan : undefined,
            colSpan: columnSpan > 1 ? columnSpan : undefined,
            className: align && [align],
          },
        );
      }),
  }));
  return { type: 'table', children: rows };
}

/** Returns the footnotes of a text, a table or a figure, each at its anchor. */
export function toFootnotes(
  footnotes: readonly Footnote[],
  context: Context,
): readonly RootContent[] {
  return footnotes.map(({ label, blocks }) => {
    const [first, ...rest] = toBlocks(blocks, context);
    const number = [makeSpan('sup', {}, [makeText(label)]), makeText(' ')];
    const opening: RootContent =
      first?.type === 'paragraph'
        ? { ...first, children: [...number, ...first.children] }
        : { type: 'paragraph', children: number };
    const id = footnoteAnchor(label, context);
    return makeBlock('div', { className: ['footnote'], id }, [opening, ...rest]);
  });
}
