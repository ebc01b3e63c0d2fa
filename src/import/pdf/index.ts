import type { Bilingual } from '#core/base/bilingual.ts';
import { decodeTable } from '../workbook/decode-text.ts';
import { buildText } from '../word/build-text.ts';
import type { ImportedText, TextOptions } from '../word/build-text.ts';
import type { Block, Left, Paragraph, Table } from '../word/pieces.ts';
import { countCharacters } from '../word/pieces.ts';
import { readPlainPages, textOfLine } from './lines.ts';
import type { Page } from './lines.ts';
import { joinLines } from './paragraphs.ts';
import { readPages } from './read-pages.ts';
import { dropRunning } from './running.ts';

/**
 * Reads the text of a PDF, as well as can be: paragraphs, clauses and tables are told from where words stand and how they
 * begin, and pictures are not taken. The report says so. A file that holds no text, or cannot be read, gives the reason.
 */
export async function importPdf(
  bytes: Uint8Array,
  options: TextOptions = {},
): Promise<ImportedText | Bilingual> {
  const pages = await readPages(bytes);
  return 'zh' in pages ? pages : buildPages(pages, options, bestEffort);
}

/** Reads a plain text as programs take it out of a PDF: the same, with less to go by. */
export function importPlainText(
  bytes: Uint8Array,
  options: TextOptions = {},
): ImportedText | Bilingual {
  const decoded = decodeTable(bytes);
  return 'zh' in decoded ? decoded : buildPages(readPlainPages(decoded.text), options, bestEffort);
}

function buildPages(all: readonly Page[], options: TextOptions, notice: Bilingual): ImportedText {
  const { pages, running } = dropRunning(all);
  const left: Left[] = [];
  if (running.length > 0)
    left.push({
      kind: 'field',
      place: 0,
      text: running.join(' '),
      why: runningHead,
      needsPerson: false,
    });
  const blocks: Block[] = [];
  let place = 0;
  const makeParagraph = (text: string, names: readonly string[] = []): Paragraph => ({
    kind: 'paragraph',
    place: (place += 1),
    names,
    pieces: [{ kind: 'text', text }],
    bookmarks: [],
    isFramed: false,
    isRight: false,
    isBold: false,
    boxes: [],
  });
  for (const piece of joinLines(pages)) {
    if (piece.kind !== 'rows')
      blocks.push(makeParagraph(piece.text, piece.kind === 'contents' ? ['toc 1'] : []));
    else {
      const table: Table = {
        kind: 'table',
        place: place + 1,
        isFramed: false,
        rows: piece.rows.map((row) => ({
          isHead: false,
          cells: row.map((text) => ({ blocks: [makeParagraph(text)], columns: 1 })),
        })),
      };
      blocks.push(table);
      const said = piece.rows[0]?.join(' ') ?? '';
      left.push({
        kind: 'guess',
        place: table.place,
        text: said,
        why: tableGuess,
        needsPerson: true,
      });
    }
  }
  return buildText(
    {
      blocks,
      notes: new Map(),
      left,
      paragraphs: place,
      characters: all.flat().reduce((sum, line) => sum + countCharacters(textOfLine(line)), 0),
      relationships: new Map(),
      pictures: new Map(),
      notices: [notice],
    },
    options,
  );
}

const bestEffort: Bilingual = {
  zh: '从 PDF 取的文字，只能尽力而为：段落、编号、表由位置和字样推断，图、公式、上下标没有导入。有 Word 稿的请用 Word 稿；没有的，请逐条对照原文',
  en: 'The text of a PDF is taken as well as can be: paragraphs, numbers and tables are guessed from places and words; pictures, formulas and indices are not taken. Use the Word draft if there is one, else compare clause by clause',
};

const runningHead: Bilingual = {
  zh: '页眉、页脚、页码和“（续）”，没有导入',
  en: 'running heads and feet, page numbers and marks of continuation were left out',
};

const tableGuess: Bilingual = {
  zh: '表由文字的位置拼成，请与原文对照行、列和合并的单元格',
  en: 'a table was put together from the places of words: compare its rows, columns and merged cells',
};
