import readExcelFile from 'read-excel-file/node';
import type { Bilingual } from '../core/model/diagnostic.ts';
import { count, isError, noValue } from './import-system-words.ts';
import { readZip, writeZip } from './import-system-zip.ts';

/** Cells of one table as text, by row and column; rows that are empty are there, too. */
export interface TableSheet {
  /** Empty for a CSV. */
  readonly name: string;
  readonly rows: readonly {
    /** As the program that made it counts, from 1. */
    readonly line: number;
    readonly cells: readonly string[];
  }[];
}

/** A file as tables, and what a person should know of how it was read; or why it could not be. */
export interface OpenedTables {
  readonly format: string;
  readonly sheets: readonly TableSheet[];
  /** Names of the hidden ones, which are not read. */
  readonly hidden: readonly string[];
  readonly notices: readonly Bilingual[];
}

/** A sheet of more rows is no 明细表; the most a system may have. */
export const mostRows = 10_000;
/** Beyond these there are no cells of a list, only what a slip of the hand left. */
const furthest = { row: 20_000, column: 100 } as const;

const ole = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether bytes begin as a workbook of any kind does, or as an archive. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || isOle(bytes);
}

const isOle = (bytes: Uint8Array): boolean => ole.every((byte, at) => bytes[at] === byte);

/** Read the visible sheets of an XLSX. Formulas give the values stored with them; macros are neither read nor run. */
export async function readWorkbook(bytes: Uint8Array): Promise<OpenedTables | Bilingual> {
  if (isOle(bytes)) return describeOle(bytes);
  const archive = readZip(bytes, (name) => /^xl\/.*\.(?:xml|rels)$/.test(name));
  if ('zh' in archive) return archive;
  const { names, parts } = archive;
  const textOf = (name: string) => new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
  const listed = listSheets(textOf('xl/workbook.xml'), textOf('xl/_rels/workbook.xml.rels'));
  if (listed.length === 0) return noWorkbook;
  const notices: Bilingual[] = [];
  if (names.some((name) => name.endsWith('vbaProject.bin'))) notices.push(macros);
  const safe = new Map(parts);
  for (const { name, path, hidden } of listed) {
    const xml = parts.has(path) ? textOf(path) : '';
    if (hidden) notices.push(skipped(name));
    const cleaned = hidden || xml === '' ? emptySheet : cleanSheet(xml, name, notices);
    if (typeof cleaned !== 'string') return cleaned;
    safe.set(path, Buffer.from(cleaned));
  }
  try {
    const read = await readExcelFile(writeZip(safe));
    const sheets = listed.flatMap(({ name, hidden }, at): TableSheet[] => {
      const data = read[at]?.data ?? [];
      const rows = data.map((row, index) => ({ line: index + 1, cells: row.map(toText) }));
      return hidden ? [] : [{ name, rows }];
    });
    const concealed = listed.filter(({ hidden }) => hidden).map(({ name }) => name);
    return { format: 'XLSX', sheets, hidden: concealed, notices };
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 200) : '';
    return { zh: `工作簿读不通：${message}`, en: `the workbook cannot be read: ${message}` };
  }
}

interface ListedSheet {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

function listSheets(workbook: string, relations: string): readonly ListedSheet[] {
  const paths = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, text = '']) => {
      const target = attribute(text, 'Target');
      return [attribute(text, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].flatMap(([, text = '']) => {
    const path = paths.get(attribute(text, '(?:\\w+:)id'));
    const hidden = /^(?:hidden|veryHidden)$/.test(attribute(text, 'state'));
    return path === undefined ? [] : [{ name: attribute(text, 'name'), path, hidden }];
  });
}

function attribute(text: string, name: string): string {
  const value = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(text);
  const entities: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    amp: '&',
  };
  return (value?.[1] ?? value?.[2] ?? '').replaceAll(
    /&(\w+);/g,
    (all, key: string) => entities[key] ?? all,
  );
}

const emptySheet =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>';

/**
 * A sheet without its empty cells and those far out, which would be filled up to; with notices of what is left out.
 * Formulas without a value and errors become text that says so.
 */
function cleanSheet(xml: string, sheet: string, notices: Bilingual[]): string | Bilingual {
  const rows = new Set<number>();
  const bare: string[] = [];
  let formulas = 0;
  let far = 0;
  const cleaned = xml.replaceAll(
    /<(\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g,
    (cell, prefix: string | undefined, head: string, content: string | undefined) => {
      const [, letters = '', digits = ''] = /\sr\s*=\s*["']([A-Za-z]+)(\d+)/.exec(head) ?? [];
      const { isFormula, hasValue, broken } = judgeCell(head, content ?? '');
      if (isFormula) formulas += 1;
      if (isFormula && broken !== undefined) bare.push(`${letters}${digits}`);
      if ((!hasValue && broken === undefined) || letters === '') return '';
      const row = Number(digits);
      if (row > furthest.row || columnOf(letters) > furthest.column) {
        far += 1;
        if (row > furthest.row) rows.add(row);
        return '';
      }
      rows.add(row);
      if (broken === undefined) return cell;
      const [open, close] = [`<${prefix ?? ''}`, `</${prefix ?? ''}`];
      return `${open}c r="${letters}${digits}" t="inlineStr">${open}is>${open}t>${broken}${close}t>${close}is>${close}c>`;
    },
  );
  if (rows.size > mostRows) return tooMany(sheet, rows.size);
  if (formulas > 0) notices.push(valuesOf(sheet, formulas, bare));
  if (far > 0) notices.push(farOut(sheet, far));
  return cleaned;
}

interface JudgedCell {
  readonly isFormula: boolean;
  readonly hasValue: boolean;
  /** Text that stands for the value there is none of. */
  readonly broken?: string;
}

/** Attributes and content of a `c` (ECMA-376-1, 18.3.1.4). A formula that gives an empty text is stored as an empty `str`. */
function judgeCell(head: string, content: string): JudgedCell {
  const type = /\st\s*=\s*["'](\w+)["']/.exec(head)?.[1] ?? 'n';
  const [, value] = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]+)/.exec(content) ?? [];
  const isFormula = /<(?:\w+:)?f\b/.test(content);
  const hasValue = value !== undefined || /<(?:\w+:)?is\b/.test(content);
  if (type === 'e' && content !== '')
    return { isFormula, hasValue, broken: value && isError(value) ? value : '#VALUE!' };
  const isEmptyText = type === 'str' && /<(?:\w+:)?v\b/.test(content);
  return isFormula && !hasValue && !isEmptyText
    ? { isFormula, hasValue, broken: noValue }
    : { isFormula, hasValue };
}

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64,
    0,
  );

function toText(value: unknown): string {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value;
  // What a program shows of 2.1000000000000001 is 2.1.
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  return typeof value === 'boolean' ? String(value) : '';
}

export function tooMany(sheet: string, rows: number): Bilingual {
  const [zh, en] = sheet === '' ? ['', ''] : [`工作表“${sheet}”`, `the sheet "${sheet}" `];
  return {
    zh: `${zh}有 ${rows} 行，一个体系至多 ${mostRows} 行：请只留明细表，或分成几个体系`,
    en: `${en}has ${rows} rows, a system at most ${mostRows}: keep the list of standards only, or part it`,
  };
}

function describeOle(bytes: Uint8Array): Bilingual {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1 << 20));
  if (text.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return {
      zh: '工作簿有密码：请在 Excel 里去掉打开密码，另存后再导入',
      en: 'the workbook has a password: remove it in Excel, save, and import again',
    };
  }
  return {
    zh: '这是旧格式的工作簿（.xls）：请在 Excel 或 WPS 里另存为 .xlsx 再导入',
    en: 'this is a workbook of the old format (.xls): save it as .xlsx in Excel or WPS first',
  };
}

const noWorkbook: Bilingual = {
  zh: '压缩包里没有工作簿：要给的是 .xlsx 文件',
  en: 'the archive holds no workbook: an .xlsx file is needed',
};

const macros: Bilingual = {
  zh: '文件里有宏（.xlsm）：只读了表格，宏没有读也没有运行',
  en: 'the file holds macros (.xlsm): only its tables were read, macros were neither read nor run',
};

function skipped(sheet: string): Bilingual {
  return {
    zh: `隐藏的工作表“${sheet}”没有读；要读它，先取消隐藏`,
    en: `the hidden sheet "${sheet}" was not read; unhide it first if it should be`,
  };
}

function farOut(sheet: string, cells: number): Bilingual {
  const { row, column } = furthest;
  return {
    zh: `工作表“${sheet}”第 ${row} 行以下或第 ${column} 列以右的 ${cells} 个单元格没有读`,
    en: `${count(cells, 'cell')} of the sheet "${sheet}" below row ${row} or right of column ${column} ${cells === 1 ? 'was' : 'were'} not read`,
  };
}

function valuesOf(sheet: string, formulas: number, bare: readonly string[]): Bilingual {
  const places = bare.slice(0, 10).join(' ');
  const more = bare.length > 10 ? ' …' : '';
  return {
    zh:
      `工作表“${sheet}”有 ${formulas} 个公式，用的是保存在文件里的值` +
      (bare.length > 0 ? `；其中 ${bare.length} 个没有值或是错误值：${places}${more}` : ''),
    en:
      `the sheet "${sheet}" has ${count(formulas, 'formula')}; the values stored with them were used` +
      (bare.length > 0
        ? `; ${bare.length} of them without a value or with an error: ${places}${more}`
        : ''),
  };
}
