import {
  findCommentHead,
  findDecisionHead,
  readCommentTable,
  readLetter,
} from '#core/comments/index.ts';
import type { CommentLetter } from '#core/comments/index.ts';
import type { Bilingual } from '#core/model/diagnostic.ts';
import { readCsvTable } from '#library/csv-table.ts';
import { decodeTable } from '../workbook/decode-text.ts';
import { listFilledRows } from '../workbook/merged.ts';
import { isWorkbook, readWorkbook } from '../workbook/workbook.ts';

/** A file beyond it holds no comments that somebody typed. */
export const largestComments = 4 * 1024 * 1024;
const mostRows = 6000;

type Rows = readonly (readonly string[])[];

/**
 * Returns the comments of a file in JSON, CSV or XLSX, by what is in it and not by its name; or in a sentence why it holds none.
 */
export function readCommentsFile(bytes: Uint8Array): readonly CommentLetter[] | Bilingual {
  if (bytes.length > largestComments) return tooLarge(bytes.length);
  if (!isWorkbook(bytes)) {
    const decoded = decodeTable(bytes);
    if ('zh' in decoded) return decoded;
    const text = decoded.text.replace(/^\uFEFF/, '');
    if (/^\s*[[{]/.test(text)) {
      const letter = readLetter(text);
      return 'zh' in letter ? letter : [letter];
    }
  }
  const tables = readTables(bytes);
  if ('zh' in tables) return tables;
  const [first = []] = tables;
  const withComments = tables.filter((rows) => findCommentHead(rows) !== -1);
  const letters: CommentLetter[] = [];
  for (const rows of withComments.length > 0 ? withComments : [first]) {
    const read = readCommentTable(rows);
    if ('zh' in read) return read;
    letters.push(...read);
  }
  return letters;
}

/**
 * Returns the rows of a CSV, or of a workbook those of 意见汇总处理表, else of the first sheet that has any; or in a sentence why there
 * are none.
 */
export function readRows(bytes: Uint8Array): Rows | Bilingual {
  const tables = readTables(bytes);
  if ('zh' in tables) return tables;
  return tables.find((rows) => findDecisionHead(rows) !== -1) ?? tables[0] ?? empty;
}

/** Returns the rows of each sheet that has any, of a CSV its own. */
function readTables(bytes: Uint8Array): readonly Rows[] | Bilingual {
  if (bytes.length > largestComments) return tooLarge(bytes.length);
  if (isWorkbook(bytes)) {
    const book = readWorkbook(bytes, { rows: mostRows, tooMany, tooMuch });
    if ('zh' in book) return book;
    const sheets = book.sheets.filter(({ rows }) => rows.length > 0);
    if (sheets.length === 0) return empty;
    return sheets.map((sheet) => listFilledRows(sheet).map(({ cells }) => cells));
  }
  const decoded = decodeTable(bytes);
  if ('zh' in decoded) return decoded;
  const table = readCsvTable(decoded.text.replace(/^\uFEFF/, ''));
  if ('reason' in table) return table.reason;
  const [broken] = table.broken;
  if (broken) {
    return {
      zh: `第 ${broken.line} 行读不通：${broken.reason.zh}`,
      en: `line ${broken.line} cannot be read: ${broken.reason.en}`,
    };
  }
  if (table.rows.length > mostRows) return tooMany('', table.rows.length);
  return [[table.columns, ...table.rows.map(({ cells }) => cells)]];
}

const empty: Bilingual = { zh: '表是空的', en: 'the table is empty' };

const tooLarge = (size: number): Bilingual => ({
  zh: `文件有 ${Math.ceil(size / 1024 / 1024)} MB，超过 ${largestComments / 1024 / 1024} MB，不像意见`,
  en: `the file has ${Math.ceil(size / 1024 / 1024)} MB, more than ${largestComments / 1024 / 1024} MB: it is none of comments`,
});

const tooMany = (_sheet: string, rows: number): Bilingual => ({
  zh: `有 ${rows} 行，超过 ${mostRows} 行，不像意见表`,
  en: `it has ${rows} rows, more than ${mostRows}: it is no table of comments`,
});

const tooMuch = (): Bilingual => ({
  zh: '表里的字太多，不像意见表',
  en: 'the sheet holds too much text for a table of comments',
});
