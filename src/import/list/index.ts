import type { Bilingual } from '#core/base/bilingual.ts';
import { mostRows } from '#core/validity/index.ts';
import type { ListRow } from '#core/validity/index.ts';
import { decodeTable } from '../workbook/decode-text.ts';
import { listFilledRows } from '../workbook/merged.ts';
import { isWorkbook, readWorkbook } from '../workbook/workbook.ts';
import type { WorkbookBounds } from '../workbook/workbook.ts';
import { joinCells, readDocument } from './document.ts';

/** A list of standards as somebody keeps it: rows of sheets, rows of a table in Word, or lines. */
export interface ReadList {
  readonly format: 'xlsx' | 'docx' | 'text';
  readonly rows: readonly ListRow[];
  /** What a person should know of how it was read: sheets that are hidden, macros that were not run. */
  readonly notices: readonly Bilingual[];
}

/** A file above this is no list. */
const largest = 32 * 1024 * 1024;

/**
 * The rows of a list in XLSX, DOCX, CSV or plain text (UTF-8, UTF-16, GB 18030); or why it cannot be read: too large, behind a
 * password, of another kind, more than 50 000 rows. Nothing of a row is left out; cells are parted by tabs.
 */
export function readListFile(bytes: Uint8Array): ReadList | Bilingual {
  if (bytes.length > largest) return tooLarge(bytes.length);
  if (!isWorkbook(bytes)) return readText(bytes);
  const document = isZip(bytes) ? readDocument(bytes) : null;
  if (document) {
    return 'zh' in document ? document : finish({ format: 'docx', rows: document, notices: [] });
  }
  const book = readWorkbook(bytes, bounds);
  if ('zh' in book) return book;
  const rows = book.sheets.flatMap((sheet) =>
    listFilledRows(sheet).map(({ line, cells }) => ({
      place: sheet.name ? `${sheet.name}!${line}` : `${line}`,
      text: joinCells(cells),
    })),
  );
  return finish({ format: 'xlsx', rows, notices: book.notices });
}

/** The rows of a text that was pasted: cells parted by tabs, or lines. */
export function readListText(text: string): ReadList | Bilingual {
  const rows = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line, at) => ({ place: `${at + 1}`, text: line }));
  return finish({ format: 'text', rows, notices: [] });
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function readText(bytes: Uint8Array): ReadList | Bilingual {
  const decoded = decodeTable(bytes);
  if ('zh' in decoded) return decoded;
  const damaged = decoded.text.match(/\ufffd|锟斤拷|烫烫烫/g)?.length ?? 0;
  const text = decoded.text.replace(/^\ufeff/, '');
  const cells = readQuoted(text);
  const list = cells ? finish({ format: 'text', rows: cells, notices: [] }) : readListText(text);
  return 'zh' in list || damaged === 0 ? list : { ...list, notices: [mojibake(damaged)] };
}

/** A cell of CSV in quotes, with its doubled quotes and line breaks; or the signs between cells and rows; or a cell without. */
const CSV = /"((?:[^"]|"")*)"(?=[,;\t\r\n]|$)|([,;\t])|(\r\n|\n|\r)|([^,;\t\r\n]+)/g;

/** The rows of CSV with cells in quotes, each at its place in a spreadsheet; undefined of any other text. */
function readQuoted(text: string): readonly ListRow[] | undefined {
  if (!/(?:^|[,;\t\r\n])"[^"]/.test(text)) return undefined;
  const rows: string[] = [''];
  for (const [, quoted, mark, end, plain] of text.matchAll(CSV)) {
    if (end !== undefined) rows.push('');
    else
      rows.push(
        (rows.pop() ?? '') +
          (mark === undefined
            ? (plain ?? joinCells([(quoted ?? '').replaceAll('""', '"')]))
            : '\t'),
      );
  }
  return rows.map((row, at) => ({ place: `${at + 1}`, text: row }));
}

function finish(list: ReadList): ReadList | Bilingual {
  const filled = list.rows.filter(({ text }) => text.trim() !== '');
  return filled.length > mostRows ? tooMany(filled.length) : { ...list, rows: filled };
}

const tooLarge = (bytes: number): Bilingual => ({
  zh: `文件有 ${Math.round(bytes / 1024 / 1024)} MB，超过 ${largest / 1024 / 1024} MB：只留下有标准编号的工作表，另存后再查`,
  en: `the file has ${Math.round(bytes / 1024 / 1024)} MB, more than ${largest / 1024 / 1024} MB: keep only the sheets with numbers of standards and save it again`,
});

/** A sheet may have as many rows as a list; its own words say so. */
const bounds: WorkbookBounds = {
  rows: mostRows,
  tooMany: (_sheet, rows) => tooMany(rows),
  tooMuch: (sheet) => ({
    zh: `工作表“${sheet}”里的字太多，不像一份清单：只留下有标准编号的工作表，另存后再查`,
    en: `the sheet "${sheet}" holds too much text for a list: keep only the sheets with numbers of standards and save it again`,
  }),
};

const tooMany = (rows: number): Bilingual => ({
  zh: `有 ${rows} 行，一次最多查 ${mostRows} 行：请分几次查`,
  en: `${rows} rows, of which at most ${mostRows} can be checked at once: check them in parts`,
});

const mojibake = (count: number): Bilingual => ({
  zh: `有 ${count} 处乱码：原文件的编码在转换时已经损坏，这些地方的编号可能认不出`,
  en: `${count} damaged characters: the encoding was broken when the file was converted, and numbers there may not be read`,
});
