import type { Bilingual } from '#core/model/diagnostic.ts';
import { most, readSheet, unreadable } from './worksheet.ts';
import type { TableSheet } from './worksheet.ts';
import { parseXml } from '#library/xml.ts';
import type { XmlElement } from '#library/xml.ts';
import { readZip } from './zip.ts';

/** A file as tables, and what a person should know of how it was read; or why it could not be. */
export interface OpenedTables {
  readonly format: string;
  readonly sheets: readonly TableSheet[];
  /** Names of the hidden ones, which are not read. */
  readonly hidden: readonly string[];
  readonly notices: readonly Bilingual[];
}

/** The most standards a system may have. */
export const mostRows = 10_000;
/** A table of more rows, with its head, headings and notes, is no 明细表 and is not read further. */
export const mostLines = 2 * mostRows;

const ole = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether bytes begin as a workbook of any kind does, or as an archive. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || isOle(bytes);
}

const isOle = (bytes: Uint8Array): boolean => ole.every((byte, at) => bytes[at] === byte);

/** How much of a workbook is read, and what is said of one with more. */
export interface WorkbookBounds {
  readonly rows: number;
  readonly tooMany: (sheet: string, rows: number) => Bilingual;
  readonly tooMuch: (sheet: string) => Bilingual;
}

/** Read the visible sheets of an XLSX. Formulas give the values stored with them; macros are neither read nor run. */
export function readWorkbook(
  bytes: Uint8Array,
  bounds: WorkbookBounds = ofSystems,
): OpenedTables | Bilingual {
  if (isOle(bytes)) return describeOle(bytes);
  const archive = readZip(bytes, (name) =>
    /^xl\/(?:(?:workbook|sharedStrings|styles)\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(
      name,
    ),
  );
  if ('zh' in archive) return archive;
  const { names, parts } = archive;
  const textOf = (name: string) => new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
  const book = readBook(textOf('xl/workbook.xml'), textOf('xl/_rels/workbook.xml.rels'));
  if ('zh' in book) return book;
  if (book.sheets.length === 0) return noWorkbook;
  const strings = readStrings(textOf('xl/sharedStrings.xml'));
  if ('zh' in strings) return strings;
  const dates = readDateStyles(textOf('xl/styles.xml'));
  if ('zh' in dates) return dates;
  const context = { strings, dates, epoch: book.epoch, tooMuch: bounds.tooMuch };
  const notices: Bilingual[] = [];
  if (names.some((name) => name.endsWith('vbaProject.bin'))) notices.push(macros);
  const sheets: TableSheet[] = [];
  for (const { name, path, hidden } of book.sheets) {
    if (hidden) notices.push(skipped(name));
    if (hidden || !parts.has(path)) continue;
    const sheet = readSheet(textOf(path), name, context);
    if ('zh' in sheet) return sheet;
    if (sheet.filled > bounds.rows) return bounds.tooMany(name, sheet.filled);
    notices.push(...sheet.notices);
    sheets.push(sheet);
  }
  const hidden = book.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
  return { format: 'XLSX', sheets, hidden, notices };
}

interface Book {
  readonly sheets: readonly {
    readonly name: string;
    readonly path: string;
    readonly hidden: boolean;
  }[];
  /** Day 0 of serial days. */
  readonly epoch: 1900 | 1904;
}

const attributeOf = ({ attributes }: XmlElement, name: string): string =>
  Object.values(attributes).find(({ local }) => local === name)?.value ?? '';

/** Sheets in their order with the parts they are in (ECMA-376-1, 18.2.19 and 18.2.20). */
function readBook(workbook: string, relations: string): Book | Bilingual {
  const paths = new Map<string, string>();
  const sheets: (Book['sheets'][number] & { readonly id: string })[] = [];
  let epoch: Book['epoch'] = 1900;
  if (workbook === '') return noWorkbook;
  const reason =
    parseXml(relations === '' ? '<none/>' : relations, {
      onOpen: (element) => {
        const target = attributeOf(element, 'Target');
        if (element.local === 'Relationship' && attributeOf(element, 'TargetMode') !== 'External')
          paths.set(
            attributeOf(element, 'Id'),
            target.startsWith('/') ? target.slice(1) : `xl/${target}`,
          );
        return null;
      },
    }) ??
    parseXml(workbook, {
      onOpen: (element) => {
        const { local, attributes } = element;
        if (local === 'workbookPr' && /^(?:1|true)$/.test(attributeOf(element, 'date1904')))
          epoch = 1904;
        if (local !== 'sheet') return null;
        const id = Object.values(attributes).find((each) => each.local === 'id' && each.prefix);
        sheets.push({
          name: attributeOf(element, 'name'),
          id: id?.value ?? '',
          path: paths.get(id?.value ?? '') ?? '',
          hidden: /^(?:hidden|veryHidden)$/.test(attributeOf(element, 'state')),
        });
        return null;
      },
    });
  if (reason) return unreadable('workbook.xml', reason);
  return { sheets: sheets.filter(({ path }) => path !== ''), epoch };
}

/** Texts that cells share; phonetic marks are no part of them (18.4.8, 18.4.6). */
function readStrings(xml: string): readonly string[] | Bilingual {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let phonetic = 0;
  const reason = parseXml(xml === '' ? '<sst/>' : xml, {
    onOpen: ({ local }) => {
      if (local === 'si') text = '';
      if (local === 'rPh') phonetic += 1;
      isText = local === 't' && phonetic === 0;
      return null;
    },
    onText: (piece) => {
      if (isText) text += piece;
    },
    onClose: ({ local }) => {
      isText = false;
      if (local === 'rPh') phonetic -= 1;
      if (local === 'si') strings.push(text);
      return null;
    },
  });
  return reason ? unreadable('sharedStrings.xml', reason) : strings;
}

/** Number formats that show a day of their own accord (18.8.30), those of East Asia among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) ||
  id === 22 ||
  (id >= 27 && id <= 31) ||
  id === 36 ||
  (id >= 50 && id <= 58);

/** Whether a format code shows a year, month or day: not in quotes, brackets or behind a backslash. */
function isDateCode(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[yd]|m{3}/i.test(bare) || (/m/i.test(bare) && code.includes('月'));
}

/** Cell formats, by their index, in which a number is a day (18.8.10, 18.8.31). */
function readDateStyles(xml: string): ReadonlySet<number> | Bilingual {
  const codes = new Map<number, string>();
  const dates = new Set<number>();
  let isInFormats = false;
  let index = 0;
  const reason = parseXml(xml === '' ? '<styleSheet/>' : xml, {
    onOpen: (element) => {
      const { local } = element;
      const id = Number(attributeOf(element, 'numFmtId'));
      if (local === 'numFmt') codes.set(id, attributeOf(element, 'formatCode'));
      if (local === 'cellXfs') isInFormats = true;
      if (local === 'xf' && isInFormats) {
        const code = codes.get(id);
        if (code === undefined ? isBuiltInDate(id) : isDateCode(code)) dates.add(index);
        index += 1;
      }
      return null;
    },
    onClose: ({ local }) => {
      if (local === 'cellXfs') isInFormats = false;
      return null;
    },
  });
  return reason ? unreadable('styles.xml', reason) : dates;
}

/** What is said of a list with too many rows, in both languages; of the file where its sheet has no name. */
export function tooMany(sheet: string, rows: number): Bilingual {
  const [zh, en] = sheet === '' ? ['', ''] : [`工作表“${sheet}”`, `the sheet "${sheet}" `];
  return {
    zh: `${zh}有 ${rows} 行，一个体系至多 ${mostRows} 行：请只留明细表，或分成几个体系`,
    en: `${en}has ${rows} rows, a system at most ${mostRows}: keep the list of standards only, or part it`,
  };
}

function tooMuch(sheet: string): Bilingual {
  return {
    zh: `工作表“${sheet}”里有 ${most.sheet / 10_000} 万字以上，不是一张明细表：请只留明细表，另存后再导入`,
    en: `the sheet "${sheet}" holds more than ${most.sheet / 1_000_000} million characters and is no list of standards: keep the list only, save, and import again`,
  };
}

/** The bounds of a 明细表. */
const ofSystems: WorkbookBounds = { rows: mostLines, tooMany, tooMuch };

function describeOle(bytes: Uint8Array): Bilingual {
  const head = bytes.subarray(0, 1 << 20);
  // Names of streams are in UTF-16, on even or odd places.
  const decoder = new TextDecoder('utf-16le');
  const isEncrypted = [head, head.subarray(1)].some((each) =>
    decoder.decode(each).includes('EncryptedPackage'),
  );
  if (isEncrypted) {
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
