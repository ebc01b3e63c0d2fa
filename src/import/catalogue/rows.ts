import { parse } from 'csv-parse/sync';
import type { Bilingual } from '#core/model/diagnostic.ts';
import { numberKey, parseNumber } from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import { mapColumns } from './columns.ts';
import type { CatalogueColumn, ColumnMap } from './columns.ts';
import {
  isBlank,
  readBodies,
  readCcs,
  readDay,
  readIcs,
  readRelated,
  readStatus,
  splitReplacement,
  writeNumber,
} from './values.ts';
import { explainCsvError } from '#library/csv-error.ts';
import { readCellText } from '../workbook/cell-text.ts';
import type { CellReading } from '../workbook/cell-text.ts';
import { decodeTable } from '../workbook/decode-text.ts';
import { isForeign } from '#core/terms/index.ts';

/** A table as bytes, under the name it is reported by. */
export interface CatalogueFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One row in the catalogue's own spelling; a cell is empty where nothing is known. */
export interface CatalogueRow {
  readonly key: string;
  readonly number: StandardNumber;
  readonly cells: Readonly<Record<CatalogueColumn, string>>;
  readonly file: string;
  readonly line: number;
}

/** A row that cannot be a record, or (`column`) a cell that is left out of one. */
export interface RowProblem {
  readonly file: string;
  readonly line: number;
  readonly number?: string;
  readonly column?: CatalogueColumn;
  /** What stands there, cut to 200 characters. */
  readonly text: string;
  readonly reason: Bilingual;
}

export interface CatalogueTable {
  readonly name: string;
  readonly encoding: string;
  /** Rows below the head, empty ones not counted. */
  readonly total: number;
  /** The head of each column that is read. */
  readonly columns: ReadonlyMap<CatalogueColumn, string>;
  readonly unused: readonly string[];
  readonly rows: readonly CatalogueRow[];
  readonly rejects: readonly RowProblem[];
  readonly values: readonly RowProblem[];
}

/** Why a file is no table of standards. */
export interface BrokenFile {
  readonly file: string;
  readonly line?: number;
  readonly reason: Bilingual;
}

export interface ReadOptions {
  /** For rows that do not say it themselves. */
  readonly asOf?: string;
  readonly source?: string;
  /** Take days as they stand, even against the year of the number: for the library's own rows. */
  readonly isTrusted?: boolean;
}

/** Characters of one record; a longer one is no row of a table. */
const largestRecord = 1 << 20;
const longestTitle = 500;
const headRows = 5;

/** Reads a table of standards; every row below the head is in `rows` or in `rejects`, or empty. */
export function readTable(
  { name, bytes }: CatalogueFile,
  options: ReadOptions,
): CatalogueTable | BrokenFile {
  const decoded = decodeTable(bytes);
  if ('zh' in decoded) return { file: name, reason: decoded };
  const records = parseTable(decoded.text);
  if ('reason' in records) return { file: name, ...records };
  const found = findHead(records);
  if (found === null) {
    const head = records[0]?.record.filter((cell) => cell !== '').map(cut) ?? [];
    return { file: name, line: records[0]?.info.lines ?? 1, reason: noNumberColumn(head) };
  }
  const { head, start, map } = found;
  if (options.asOf === undefined && !map.at.has('as_of')) return { file: name, reason: noDay };
  const rows: CatalogueRow[] = [];
  const rejects: RowProblem[] = [];
  const values: RowProblem[] = [];
  let total = 0;
  for (const { record, info } of records.slice(start)) {
    if (record.every((cell) => cell === '')) continue;
    total += 1;
    const at = { file: name, line: info.lines };
    const read = readRow(record, head.length, map, options, at);
    if ('reason' in read) rejects.push({ ...at, text: cut(record.join(',')), reason: read.reason });
    else {
      rows.push(read.row);
      values.push(...read.problems);
    }
  }
  const columns = new Map([...map.at].map(([column, index]) => [column, head[index] ?? '']));
  const { unused } = map;
  return { name, encoding: decoded.encoding, total, columns, unused, rows, rejects, values };
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The rows of a table with their lines, parted by the mark that is commonest at its start: comma, tab or semicolon. Of text that is no table: the line and the reason.
 */
export function parseTable(text: string): readonly Parsed[] | Omit<BrokenFile, 'file'> {
  const first = text
    .slice(0, 1 << 16)
    .split('\n', headRows)
    .join('\n');
  const delimiter = [',', '\t', ';']
    .map((mark) => ({ mark, count: first.split(mark).length }))
    .reduce((best, each) => (each.count > best.count ? each : best)).mark;
  try {
    return parse(text, {
      delimiter,
      info: true,
      max_record_size: largestRecord,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Parsed[];
  } catch (error) {
    return explainCsvError(error);
  }
}

/** The first of the top rows that names a number column: exports often put a title above the head. */
function findHead(
  records: readonly Parsed[],
): { head: readonly string[]; start: number; map: ColumnMap } | null {
  for (const [index, { record }] of records.slice(0, headRows).entries()) {
    const head = record.map((cell) => cell.replace(/^\ufeff/, ''));
    while (head.at(-1) === '') head.pop();
    const map = mapColumns(head);
    if (map.at.has('number')) return { head, start: index + 1, map };
  }
  return null;
}

const noDay: Bilingual = {
  zh: '没有采集日期：文件要有 as_of 列，或用 --as-of 给出',
  en: 'no day of the fact: the file needs a column as_of, or give --as-of',
};

const noNumberColumn = (head: readonly string[]): Bilingual => {
  const seen = head.slice(0, 20).join('、');
  return {
    zh: `表头里没有标准编号列（标准号、标准编号、编号、number）；读到的表头：${seen}`,
    en: `no column for the number in the head (标准号, 标准编号, 编号, number); the head reads: ${seen}`,
  };
};

const miscounted = (cells: number, width: number): Bilingual => ({
  zh: `有 ${cells} 个单元格，表头是 ${width} 个，不知道缺（多）的是哪一个`,
  en: `${cells} cells under a head of ${width}; which one is amiss cannot be known`,
});

const noTitle: Bilingual = { zh: '没有名称', en: 'there is no title' };

const longTitle: Bilingual = {
  zh: `名称超过 ${longestTitle} 字`,
  en: `a title of more than ${longestTitle} characters`,
};

function readRow(
  record: readonly string[],
  width: number,
  map: ColumnMap,
  options: ReadOptions,
  at: { readonly file: string; readonly line: number },
): { row: CatalogueRow; problems: RowProblem[] } | { reason: Bilingual } {
  const extra = record.slice(width).some((cell) => cell !== '');
  if (record.length < width || extra) return { reason: miscounted(record.length, width) };
  const problems: RowProblem[] = [];
  const texts = new Map(
    [...map.at].map(([column, index]) => [column, readCellText(record[index] ?? '')] as const),
  );
  const cell = (column: CatalogueColumn): string => texts.get(column)?.value ?? '';
  /** Why nothing of a cell is left that says something. */
  const damage = (column: CatalogueColumn): Bilingual | undefined =>
    cell(column) === '' ? texts.get(column)?.problems[0]?.reason : undefined;
  const parsed = parseNumber(cell('number'));
  if (!parsed.ok) return { reason: damage('number') ?? parsed.reason };
  const { number } = parsed;
  const titleEn = readText(cell('title_en'));
  const reason = damage('title');
  if (reason) return { reason };
  const title = readText(cell('title'));
  if (title === '' && titleEn === '') return { reason: noTitle };
  if (title.length > longestTitle || titleEn.length > longestTitle) return { reason: longTitle };

  const written = writeNumber(number);
  const note = (column: CatalogueColumn, { value, problems: found }: CellReading): string => {
    for (const { text, reason: why } of found) {
      problems.push({ ...at, number: written, column, text: cut(text), reason: why });
    }
    return value;
  };
  for (const [column, text] of texts) note(column, text);
  const asOf = note('as_of', readDay(cell('as_of'))) || options.asOf;
  if (asOf === undefined) return { reason: noDay };
  const split = splitReplacement(cell('replaces'));
  const related = (text: string, relation: 'replaces' | 'replaced_by') =>
    note(relation, readRelated(text, number, relation));
  const status = readStatus(cell('status'));
  const isWithdrawn = status.value === '废止';
  const issued = note('issued', readDay(cell('issued')));
  const implemented =
    note('implemented', readDay(cell('implemented'))) || (isWithdrawn ? '' : (status.day ?? ''));
  const withdrawn =
    note('withdrawn', readDay(cell('withdrawn'))) || (isWithdrawn ? (status.day ?? '') : '');
  const judged = options.isTrusted ? null : judgeDays(number, issued, implemented);
  const cells = {
    number: written,
    title,
    title_en: titleEn,
    status: note('status', status),
    issued: judged ? note('issued', judged.issued) : issued,
    implemented: judged ? note('implemented', judged.implemented) : implemented,
    withdrawn,
    replaces: related(split.replaces, 'replaces'),
    replaced_by: related(
      [cell('replaced_by'), split.replacedBy].filter(Boolean).join(';'),
      'replaced_by',
    ),
    ccs: note('ccs', readCcs(cell('ccs'))),
    ics: note('ics', readIcs(cell('ics'))),
    issuer: note('issuer', readBodies(cell('issuer'))),
    as_of: asOf,
    source: readText(cell('source')).slice(0, 80) || options.source || 'unknown',
  };
  return { row: { key: numberKey(number), number, cells, ...at }, problems };
}

/**
 * Leaves out days that the number itself contradicts. The year of a Chinese number is the year of
 * issue; lists often carry the days of an earlier edition.
 */
function judgeDays(
  number: StandardNumber,
  issued: string,
  implemented: string,
): { readonly issued: CellReading; readonly implemented: CellReading } {
  const refuse = (text: string, zh: string, en: string): CellReading => ({
    value: '',
    problems: [{ text, reason: { zh, en } }],
  });
  const keep = (value: string): CellReading => ({ value, problems: [] });
  const isChinese = !isForeign(number.family);
  const year = number.amendments.at(-1)?.year ?? number.year;
  const judged = isChinese && number.language === null && year !== null;
  const wrongYear = judged && issued !== '' && issued.slice(0, 4) !== year;
  const issue = wrongYear
    ? refuse(issued, `与编号的年份 ${year} 不符`, `not of ${year}, the year of the number`)
    : keep(issued);
  if (implemented === '') return { issued: issue, implemented: keep('') };
  if (judged && implemented.slice(0, 4) < year) {
    const reason = [`早于编号的年份 ${year}`, `before ${year}, the year of the number`] as const;
    return { issued: issue, implemented: refuse(implemented, ...reason) };
  }
  if (implemented < issue.value) {
    const reason = [`早于发布日期 ${issued}`, `before the day of issue, ${issued}`] as const;
    return { issued: issue, implemented: refuse(implemented, ...reason) };
  }
  return { issued: issue, implemented: keep(implemented) };
}

const readText = (cell: string): string => {
  const text = cell.replaceAll(/[\p{Cc}\s\u200b\ufeff]+/gu, ' ').trim();
  return isBlank(text) ? '' : text;
};

const cut = (text: string): string => text.slice(0, 200);
