import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { RootContent } from 'mdast';
import { directiveKind } from '#core/text/structure/block-kinds.ts';
import type { GridCell, TableGrid } from '#core/text/structure/table-grid.ts';
import { childrenOf, findLabel, isLabel } from '#core/text/syntax/nodes.ts';
import type { ContainerDirective } from '#core/text/syntax/nodes.ts';
import { layOutTable } from '#core/typst/index.ts';
import { markPlace, writeInline } from './inline.ts';
import type { WordBlock, WordContext } from './inline.ts';
import type { StyleId } from './looks.ts';
import { textWidth } from './styles.ts';

/** A table with its title above, its unit, and its notes and footnotes below (GB/T 1.1—2020, 9.6); a wide one across. */
export function writeTable(block: ContainerDirective, context: WordContext): WordBlock[] {
  const inner = { ...context, inExhibit: true };
  const rest = block.children.filter((child) => !isLabel(child));
  const tables = rest.filter((child) => child.type === 'table');
  const others = rest.filter((child) => child.type !== 'table');
  const unit = block.attributes?.['unit'];
  const written = [
    ...writeCaption(block, inner),
    ...(unit ? [new Paragraph({ style: 'unit', alignment: 'right', text: unit })] : []),
    ...writeTables(tables, inner),
    ...inner.writeBlocks(others, inner, 'note'),
    ...writeExhibitNotes(block, inner),
    new Paragraph({ style: 'cellTiny' }),
  ];
  if (written.some((each) => context.wide.has(each)))
    for (const each of written) context.wide.add(each);
  return written;
}

/** 「表1 温度要求」, its number being what references find; nothing of a table without number and title. */
export function writeCaption(block: ContainerDirective, context: WordContext): WordBlock[] {
  const { id, label = '' } = context.document.marks.get(block) ?? {};
  const title = findLabel(block);
  if (label === '' && !title) return [];
  const isTable = directiveKind(block) === 'table';
  const style: StyleId =
    context.inAnnex === true
      ? isTable
        ? 'annexTable'
        : 'annexFigure'
      : isTable
        ? 'table'
        : 'figure';
  return [
    new Paragraph({
      style,
      children: [
        ...markPlace(id, [new TextRun({ text: label })], context),
        ...(title ? [new TextRun({ text: '\u3000' })] : []),
        ...(title ? writeInline(title.children, context) : []),
      ],
    }),
  ];
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

const thick = { style: BorderStyle.SINGLE, size: 8, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'auto' } as const;
const borders = {
  top: thick,
  bottom: thick,
  left: thick,
  right: thick,
  insideHorizontal: thin,
  insideVertical: thin,
};

/** Styles of cells by the size of their characters, in points. */
const cellStyles: Readonly<Record<number, StyleId>> = {
  9: 'cell',
  7.5: 'cellSmall',
  6: 'cellTiny',
};

function writeGrid(grid: TableGrid, context: WordContext): Table {
  const { widths, isWide, size } = layOutTable(grid);
  const room = isWide ? textWidth.across : textWidth.upright;
  const table = new Table({
    width: { size: 5000, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map((part) => Math.round((part * room) / 100)),
    margins: { left: 80, right: 80, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    borders,
    rows: grid.rows.map((row, at) => {
      const isHead = at < grid.headRows;
      const cells = row.filter((cell, column) => cell.row === at && cell.column === column);
      return new TableRow({
        cantSplit: true,
        ...(isHead && { tableHeader: true }),
        children: cells.map((cell) =>
          writeCell(cell, context, {
            style: cellStyles[size] ?? 'cell',
            isCentered: isHead || grid.align[cell.column] === 'center',
            endsHead: isHead && at + cell.rowSpan === grid.headRows,
          }),
        ),
      });
    }),
  });
  if (isWide) context.wide.add(table);
  return table;
}

function writeCell(
  { node, rowSpan, columnSpan }: GridCell,
  context: WordContext,
  {
    style,
    isCentered,
    endsHead,
  }: { readonly style: StyleId; readonly isCentered: boolean; readonly endsHead: boolean },
): TableCell {
  return new TableCell({
    rowSpan,
    ...(columnSpan > 1 && { columnSpan }),
    verticalAlign: 'center',
    ...(endsHead && { borders: { bottom: thick } }),
    children: [
      new Paragraph({
        style,
        ...(isCentered && { alignment: 'center' }),
        children: writeInline(node.children, context),
      }),
    ],
  });
}
