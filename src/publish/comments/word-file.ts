import {
  BorderStyle,
  Document,
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { countComments, sumUp, tableHeads, tabulateComments } from '#core/comments/index.ts';
import type { KeptComment } from '#core/comments/index.ts';
import { removeUnseen } from '#core/characters/index.ts';
import { packWord } from '../word/pack.ts';
import { listNumbering } from '../word/numbering.ts';
import { page } from '../word/sections.ts';
import { describeDefaults, fonts, listStyles, textWidth } from '../word/styles.ts';
import { columnWidths, describeTableFacts, tableTitle } from './table-facts.ts';
import type { TableFacts } from './table-facts.ts';

/** A paragraph for each line of a text, without what nobody sees and XML may not hold. */
const writeLines = (text: string, isHead: boolean): Paragraph[] =>
  removeUnseen(text.toWellFormed())
    .split('\n')
    .map(
      (line) =>
        new Paragraph({
          style: 'cell',
          ...(isHead && { alignment: 'center' as const }),
          children: [new TextRun({ text: line, ...(isHead && { font: fonts.title }) })],
        }),
    );

const thin = { style: BorderStyle.SINGLE, size: 4, color: 'auto' } as const;
const borders = {
  top: thin,
  bottom: thin,
  left: thin,
  right: thin,
  insideHorizontal: thin,
  insideVertical: thin,
};

/**
 * Returns 意见汇总处理表 as a file of Word on A4 across, with the columns and rows of the workbook; its heads stand on each page.
 * The same comments give the same bytes.
 */
export async function writeCommentsWord(
  comments: readonly KeptComment[],
  facts: TableFacts,
): Promise<Uint8Array> {
  const sum = columnWidths.reduce((total, width) => total + width, 0);
  const widths = columnWidths.map((width) => Math.floor((width * textWidth.across) / sum));
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            ...(isHead && { verticalAlign: 'center' as const }),
            children: writeLines(cell, isHead),
          }),
      ),
    });
  const said = describeTableFacts(facts).map((text) => new Paragraph({ text }));
  const document = new Document({
    styles: { default: describeDefaults('zh'), paragraphStyles: listStyles('zh') },
    numbering: { config: listNumbering('zh') },
    sections: [
      {
        properties: {
          page: { ...page, size: { ...page.size, orientation: PageOrientation.LANDSCAPE } },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'footOdd',
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            style: 'title',
            text: tableTitle,
          }),
          ...said,
          new Table({
            width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
            layout: TableLayoutType.FIXED,
            columnWidths: widths,
            margins: { left: 80, right: 80, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
            borders,
            rows: [
              row(tableHeads, true),
              ...tabulateComments(comments).map((cells) => row(cells, false)),
            ],
          }),
          new Paragraph({ spacing: { before: 120 }, text: sumUp(countComments(comments)).zh }),
        ],
      },
    ],
  });
  const { title, plan = '', office = '' } = facts;
  return packWord(
    document,
    {
      title: `${title} ${tableTitle}`,
      subject: plan,
      creator: office,
      description: '',
      keywords: [],
      language: 'zh-CN',
      issued: '',
    },
    {},
  );
}
