import { toLetters } from '#core/sheet/columns.ts';
import type { Bilingual } from '#core/model/diagnostic.ts';
import { count, isError, noValue } from '../system/words.ts';
import { parseXml } from '#library/xml.ts';
import type { XmlElement } from '#library/xml.ts';

/** Cells of one table as text, by row and column; rows that are empty are there, too. */
export interface TableSheet {
  /** Empty for a CSV. */
  readonly name: string;
  readonly rows: readonly {
    /** As the program that made it counts, from 1. */
    readonly line: number;
    readonly cells: readonly string[];
  }[];
  /** Ranges of merged cells, which hold their value in the first. */
  readonly merged: readonly MergedRange[];
}

/** Rows as the program counts them, from 1; columns from 0. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Beyond these there are no cells of a list, only what a slip of the hand left. */
const furthest = { row: 20_000, column: 100 } as const;
/** What a cell holds at most (Excel: specifications and limits), and a sheet of a list. */
export const most = { cell: 32_767, sheet: 20_000_000, merged: 20_000 } as const;

/** What a sheet takes from the other parts of its workbook. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** Cell formats in which a number is a day. */
  readonly dates: ReadonlySet<number>;
  readonly epoch: 1900 | 1904;
  /** What is said of a sheet with more text than is read. */
  readonly tooMuch: (sheet: string) => Bilingual;
}

export interface ReadSheet extends TableSheet {
  /** Rows with something in them. */
  readonly filled: number;
  readonly notices: readonly Bilingual[];
}

/** A cell while it is read (ECMA-376-1, 18.3.1.4). */
interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  hasValue: boolean;
  hasInline: boolean;
  isFormula: boolean;
  isEmpty: boolean;
}

/**
 * A sheet without its empty cells and those far out; with notices of what is left out. Formulas without a value and
 * errors become text that says so. Refused is a sheet that is no XML, or holds more text than any list.
 */
export function readSheet(
  xml: string,
  name: string,
  { strings, dates, epoch, tooMuch: sayTooMuch }: SheetContext,
): ReadSheet | Bilingual {
  const rows = new Map<number, string[]>();
  const merged: MergedRange[] = [];
  const bare: string[] = [];
  const farRows = new Set<number>();
  let formulas = 0;
  let far = 0;
  let length = 0;
  let next = { row: 1, column: 0 };
  let cell: OpenCell | null = null;
  /** The element whose text is wanted: `v`, or `t` of an inline text. */
  let reading = '';
  let phonetic = 0;
  const tooMuch = sayTooMuch(name);

  const closeCell = (open: OpenCell): Bilingual | null => {
    const { row, column, isFormula } = open;
    const text = textOf(open, strings, dates, epoch);
    if (isFormula) formulas += 1;
    if (isFormula && (text === noValue || open.type === 'e')) bare.push(placeOf(open));
    if (text === '') return null;
    if (row > furthest.row || column >= furthest.column) {
      far += 1;
      if (row > furthest.row) farRows.add(row);
      return null;
    }
    length += text.length;
    if (length > most.sheet) return tooMuch;
    const cells = rows.get(row) ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = text.slice(0, most.cell);
    rows.set(row, cells);
    return null;
  };

  const reason = parseXml(xml, {
    onOpen: (element) => {
      const { local } = element;
      if (local === 'row') next = { row: rowOf(element, next.row), column: 0 };
      else if (local === 'c') {
        cell = openCell(element, next);
        next = { row: cell.row, column: cell.column + 1 };
      } else if (local === 'mergeCell' && merged.length < most.merged) {
        const range = readRange(element.attributes['ref']?.value ?? '');
        if (range) merged.push(range);
      } else if (cell) {
        cell.isEmpty = false;
        if (local === 'f') cell.isFormula = true;
        if (local === 'is') cell.hasInline = true;
        if (local === 'rPh') phonetic += 1;
        reading = local === 'v' || (local === 't' && phonetic === 0) ? local : '';
        if (reading === 'v') cell.hasValue = true;
      }
      return null;
    },
    onText: (text) => {
      if (cell && reading !== '' && cell.value.length <= most.cell) cell.value += text;
    },
    onClose: ({ local }) => {
      if (local === 'rPh') phonetic -= 1;
      reading = '';
      if (local === 'row') next = { row: next.row + 1, column: 0 };
      if (local !== 'c' || !cell) return null;
      const open = cell;
      cell = null;
      return closeCell(open);
    },
  });
  if (reason) return reason === tooMuch ? reason : unreadable(`“${name}”`, reason);
  const notices: Bilingual[] = [];
  if (formulas > 0) notices.push(valuesOf(name, formulas, bare));
  if (far > 0) notices.push(farOut(name, far));
  return { name, rows: listLines(rows), merged, filled: rows.size + farRows.size, notices };
}

/** All lines up to the last that has cells. */
function listLines(rows: ReadonlyMap<number, readonly string[]>): ReadSheet['rows'] {
  const last = rows.size === 0 ? 0 : Math.max(...rows.keys());
  return Array.from({ length: last }, (_, at) => ({ line: at + 1, cells: rows.get(at + 1) ?? [] }));
}

/** A row or a cell that does not say where it is follows the one before. */
function rowOf({ attributes }: XmlElement, following: number): number {
  const row = Number(attributes['r']?.value ?? following);
  return Number.isSafeInteger(row) && row > 0 ? row : furthest.row + 1;
}

function openCell({ attributes }: XmlElement, next: { row: number; column: number }): OpenCell {
  const [, letters, digits] = /^([A-Za-z]+)(\d+)$/.exec(attributes['r']?.value ?? '') ?? [];
  return {
    row: digits === undefined ? next.row : Number(digits),
    column: letters === undefined ? next.column : columnOf(letters) - 1,
    type: attributes['t']?.value ?? 'n',
    style: Number(attributes['s']?.value ?? 0),
    value: '',
    hasValue: false,
    hasInline: false,
    isFormula: false,
    isEmpty: true,
  };
}

/** What a cell shows; empty for one that holds nothing. A formula that gives an empty text is stored as an empty `str`. */
function textOf(
  { type, style, value, hasValue, hasInline, isFormula, isEmpty }: OpenCell,
  strings: readonly string[],
  dates: ReadonlySet<number>,
  epoch: SheetContext['epoch'],
): string {
  if (type === 'e' && !isEmpty) return isError(value) ? value : '#VALUE!';
  const isThere = (hasValue && value !== '') || hasInline;
  if (isFormula && !isThere) return type === 'str' && hasValue ? '' : noValue;
  if (!isThere) return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (dates.has(style)) return toDay(number, epoch) ?? String(number);
  // What a program shows of 2.1000000000000001 is 2.1.
  return String(Number(number.toPrecision(12)));
}

/** The day of a serial number: 1 is 1900-01-01, 60 a day that never was (18.17.4.1); in the other system 0 is 1904-01-01. */
function toDay(serial: number, epoch: SheetContext['epoch']): string | undefined {
  const days = Math.floor(serial);
  const first = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(first + days * 86_400_000);
  return days < 0 || days > 2_958_465 ? undefined : date.toISOString().slice(0, 10);
}

function readRange(ref: string): MergedRange | null {
  const [, left = '', top, right = '', bottom] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? [];
  if (top === undefined || Number(bottom) < Number(top) || columnOf(right) < columnOf(left))
    return null;
  return {
    top: Number(top),
    bottom: Math.min(Number(bottom), furthest.row),
    left: columnOf(left) - 1,
    right: Math.min(columnOf(right) - 1, furthest.column),
  };
}

/** 1 for `A`; beyond any sheet for more than three letters. */
const columnOf = (letters: string): number =>
  letters.length > 3
    ? furthest.column + 1
    : [...letters.toUpperCase()].reduce(
        (sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64,
        0,
      );

const placeOf = ({ row, column }: OpenCell): string => `${toLetters(column)}${row}`;

/** What is said of a part of a workbook that cannot be read, with the reason and what to do. */
export function unreadable(part: string, reason: Bilingual): Bilingual {
  return {
    zh: `工作簿读不通：${part} ${reason.zh}。请在 Excel 或 WPS 里打开并另存为 .xlsx`,
    en: `the workbook cannot be read: in ${part}, ${reason.en}; open it in Excel or WPS and save it as .xlsx`,
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
