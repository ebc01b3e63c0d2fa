import { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { RootContent } from 'mdast';
import { directiveKind } from '#core/text/structure/block-kinds.ts';
import type { TableGrid } from '#core/text/structure/table-grid.ts';
import { childrenOf, findLabel, isLabel } from '#core/text/syntax/nodes.ts';
import type { ContainerDirective } from '#core/text/syntax/nodes.ts';
import { markPlace, writeInline } from './inline.ts';
import type { WordBlock, WordContext } from './inline.ts';

/** A table with its title above, its unit, and its notes and footnotes below (GB/T 1.1—2020, 9.6). */
export function writeTable(block: ContainerDirective, context: WordContext): WordBlock[] {
  const inner = { ...context, inExhibit: true };
  const rest = block.children.filter((child) => !isLabel(child));
  const tables = rest.filter((child) => child.type === 'table');
  const others = rest.filter((child) => child.type !== 'table');
  const unit = block.attributes?.['unit'];
  return [
    ...writeCaption(block, inner),
    ...(unit ? [new Paragraph({ style: 'cell', alignment: 'right', text: unit })] : []),
    ...writeTables(tables, inner),
    ...inner.writeBlocks(others, inner, 'note'),
    ...writeExhibitNotes(block, inner),
  ];
}

/** 「表1 温度要求」, with the place that references find; nothing of a table without number and title. */
export function writeCaption(block: ContainerDirective, context: WordContext): WordBlock[] {
  const { id, label = '' } = context.document.marks.get(block) ?? {};
  const title = findLabel(block);
  if (label === '' && !title) return [];
  const runs = [
    new TextRun({ text: title ? `${label}\u3000` : label }),
    ...(title ? writeInline(title.children, context) : []),
  ];
  const style = directiveKind(block) === 'table' ? 'table' : 'figure';
  return [new Paragraph({ style, children: markPlace(id, runs, context) })];
}

/** Footnotes of a table or a figure, a letter before each. */
export function writeExhibitNotes(block: ContainerDirective, context: WordContext): WordBlock[] {
  const { footnotes = [] } = context.document.marks.get(block) ?? {};
  return footnotes.flatMap(({ label, blocks: [first, ...more] }) => [
    new Paragraph({
      style: 'exhibitNote',
      children: [
        new TextRun({ text: `${label}\u3000` }),
        ...(first ? writeInline(childrenOf(first), context) : []),
      ],
    }),
    ...context.writeBlocks(more, context, 'note'),
  ]);
}

/** Tables as Word has them: cells that span, heads that are printed on each page. */
export function writeTables(tables: readonly RootContent[], context: WordContext): WordBlock[] {
  return tables.flatMap((table) => {
    const grid = table.type === 'table' ? context.document.grids.get(table) : undefined;
    return grid ? [writeGrid(grid, context)] : [];
  });
}

function writeGrid(grid: TableGrid, context: WordContext): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: grid.rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: at < grid.headRows,
          cantSplit: true,
          children: row
            .filter((cell, column) => cell.row === at && cell.column === column)
            .map(
              ({ node, rowSpan, columnSpan, column }) =>
                new TableCell({
                  rowSpan,
                  columnSpan,
                  verticalAlign: 'center',
                  children: [
                    new Paragraph({
                      style: 'cell',
                      ...((at < grid.headRows || grid.align[column] === 'center') && {
                        alignment: 'center',
                      }),
                      children: writeInline(node.children, context),
                    }),
                  ],
                }),
            ),
        }),
    ),
  });
}
