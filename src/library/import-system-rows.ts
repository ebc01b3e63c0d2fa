import type { Bilingual } from '../core/model/diagnostic.ts';
import { numberKey, parseNumber } from '../core/number/index.ts';
import type { LevelWord, PlanStage, Role } from '../core/systems/index.ts';
import type { DetailColumn, SheetHead } from './import-system-columns.ts';
import { describeBroken, nameCells } from './import-system-cells.ts';
import type { TableSheet } from './import-system-worksheet.ts';
import {
  isBroken,
  noNumber,
  readCell,
  readCode,
  readLevel,
  readRole,
  readStage,
} from './import-system-words.ts';
import { readYear } from './import-system-year.ts';

/** Where a row stands in the file that is imported. */
export interface SheetPlace {
  readonly sheet: string;
  readonly line: number;
}

/** A row that is left out, or something in a row that was changed or could not be used. */
export interface SheetProblem extends SheetPlace {
  /** What stands there, cut to 200 characters. */
  readonly text: string;
  readonly reason: Bilingual;
}

/** A standard of the list. Exactly one of `number` and `planned` is there. */
export interface ListedRow extends SheetPlace {
  /** Empty where there is none, or none that can be used. */
  readonly code: string;
  readonly branchCode: string;
  readonly branch: string;
  readonly title: string;
  readonly number?: string;
  readonly planned?: {
    readonly english: string;
    readonly stage: PlanStage;
    readonly level: LevelWord;
    readonly year?: number;
    readonly plan: string;
    readonly responsible: string;
  };
  readonly role: Role;
  readonly remark: string;
  readonly expected?: number;
}

/** A row that names a sub-system and no standard. */
export interface Heading {
  readonly code: string;
  readonly name: string;
}

export interface ReadRows {
  /** Rows below the head that are not empty. */
  readonly total: number;
  readonly rows: readonly ListedRow[];
  readonly headings: readonly Heading[];
  readonly left: readonly SheetProblem[];
  readonly notes: readonly SheetProblem[];
}

type Cells = (column: DetailColumn) => string;

const longest = 2000;
const quote = (parts: readonly string[]): string => parts.filter(Boolean).join(' | ').slice(0, 200);

/** What is to be said of a row that was read. */
export function noteRow(
  { sheet, line, code, number = '', title }: ListedRow,
  reason: Bilingual,
): SheetProblem {
  return { sheet, line, text: quote([code, number, title]), reason };
}

/** Read the rows below a head: each is a row of the list, a heading, left out with a reason, or empty. */
export function readRows(sheet: TableSheet, head: SheetHead): ReadRows {
  const at = settleColumns(sheet, head);
  const rows: ListedRow[] = [];
  const headings: Heading[] = [];
  const left: SheetProblem[] = [];
  const notes: SheetProblem[] = [];
  const filled = { prefix: '', branchCode: '', branch: '' };
  let total = 0;
  for (const { line, cells } of sheet.rows.slice(head.start)) {
    const written = cells.map(readCell);
    const nameOf = nameCells(head, at, line);
    const broken = describeBroken(written, at, nameOf);
    const texts = written.map((text) => (isBroken(text) ? '' : text));
    if (texts.every((text) => text === '') && !broken.reason) continue;
    total += 1;
    const of: Cells = (column) => texts[at.get(column) ?? -1] ?? '';
    const place = { sheet: sheet.name, line };
    const told = { ...place, text: quote(texts) };
    for (const reason of broken.notes) notes.push({ ...told, reason });
    if (broken.reason) {
      left.push({ ...told, reason: broken.reason });
      continue;
    }
    const heading = readHeading(texts, of, at);
    if (heading) {
      headings.push(heading);
      filled.prefix = heading.code;
      filled.branchCode = heading.code;
      filled.branch = heading.name;
      continue;
    }
    const code = readCode(of('code'));
    if (code === '' && of('code') !== '') notes.push({ ...told, reason: badCode(of('code')) });
    const prefix = prefixOf(code);
    const isSame = prefix === '' || prefix === filled.prefix;
    const branch = of('branch') || (isSame ? filled.branch : '');
    const above = isSame && branch === filled.branch ? filled.branchCode : '';
    // A row that says nothing of its sub-system stands where the one above does.
    const silent = code === '' && branch === '' ? filled.prefix : '';
    const branchCode = readCode(of('branchCode')) || above || silent;
    const base = { ...place, code, branch, branchCode };
    const read = readStandard(of, nameOf);
    if ('reason' in read) {
      left.push({ ...told, reason: read.reason });
      continue;
    }
    Object.assign(filled, { prefix, branch, branchCode });
    for (const reason of read.notes) notes.push({ ...told, reason });
    rows.push({ ...base, ...read.row });
  }
  return { total, rows, headings, left, notes };
}

/** The part of a code that names the sub-system: `2.1` of `2.1-03`, else `2.1` of `2.1.3`; empty for a code of one part. */
export function prefixOf(code: string): string {
  const at = Math.max(code.lastIndexOf('-'), code.includes('-') ? -1 : code.lastIndexOf('.'));
  return at > 0 ? code.slice(0, at) : '';
}

/** 编号 is a system code or the number of a standard, 类别 the sub-system or the kind of standard: most cells decide. */
function settleColumns(
  sheet: TableSheet,
  { at, start }: SheetHead,
): ReadonlyMap<DetailColumn, number> {
  const settled = new Map(at);
  const most = (column: number, test: (cell: string) => boolean): boolean => {
    const cells = sheet.rows.slice(start).map(({ cells: row }) => readCell(row[column] ?? ''));
    const written = cells.filter((cell) => cell !== '' && !isBroken(cell));
    return written.filter(test).length * 2 > written.length;
  };
  const give = (column: number, ...wanted: readonly DetailColumn[]) => {
    const free = wanted.find((each) => !settled.has(each));
    if (free) settled.set(free, column);
  };
  const serial = at.get('serial');
  if (serial !== undefined) {
    if (most(serial, (cell) => parseNumber(cell).ok)) give(serial, 'number');
    else give(serial, 'code');
  }
  const kind = at.get('kind');
  if (kind !== undefined) {
    if (most(kind, (cell) => readRole(cell) !== undefined)) give(kind, 'role');
    else give(kind, 'branch');
  }
  return settled;
}

function readHeading(
  texts: readonly string[],
  of: Cells,
  at: ReadonlyMap<DetailColumn, number>,
): Heading | null {
  const written = texts.filter((text, index) => text !== '' && index !== at.get('ordinal'));
  const [only = ''] = written;
  if (written.length === 1 && of('number') === '') {
    const [, code = '', name = ''] =
      /^([A-Za-z]{0,4}\d+(?:[.-]\d+)*)[\s、.:：]+(\S.*)$/.exec(only) ?? [];
    if (name !== '') return { code, name };
    const [, title = ''] = /^[（(]?[一二三四五六七八九十]+[）)、.]\s*(\S.*)$/.exec(only) ?? [];
    if (title !== '') return { code: '', name: title };
  }
  const code = readCode(of('code') || of('branchCode'));
  const name = of('title') || of('branch');
  const says = (['number', 'level', 'state', 'role', 'year', 'plan', 'implemented'] as const).some(
    (column) => of(column),
  );
  return code !== '' && !code.includes('-') && name !== '' && !says ? { code, name } : null;
}

interface ReadStandard {
  readonly row: Omit<ListedRow, keyof SheetPlace | 'code' | 'branch' | 'branchCode'>;
  readonly notes: readonly Bilingual[];
}

function readStandard(
  of: Cells,
  nameOf: (column: DetailColumn) => Bilingual,
): ReadStandard | { readonly reason: Bilingual } {
  const title = of('title');
  const long = (['title', 'remark', 'number', 'branch'] as const).find(
    (column) => of(column).length > longest,
  );
  if (long) return { reason: tooLong };
  const notes: Bilingual[] = [];
  const role = readRole(of('role'));
  if (role === undefined && of('role') !== '') notes.push(badRole(of('role')));
  const expected = /^\d{1,4}$/.test(of('expected')) ? Number(of('expected')) : undefined;
  const rest = {
    title,
    role: role ?? '其他',
    remark: of('remark'),
    ...(expected !== undefined && { expected }),
  } as const;
  const number = of('number');
  if (!noNumber.test(number) && number !== '') {
    const parsed = parseNumber(number);
    if (!parsed.ok) return { reason: parsed.reason };
    return { row: { ...rest, number: numberKey(parsed.number) }, notes };
  }
  if (title === '')
    return { reason: { zh: '没有标准编号，也没有名称', en: 'neither a number nor a title' } };
  const level = readLevel(of('level'));
  if (level === undefined) return { reason: noLevel(of('level')) };
  const column = of('year') === '' ? 'implemented' : 'year';
  const { year, note } = readYear(of(column), nameOf(column));
  if (note) notes.push(note);
  return {
    row: {
      ...rest,
      planned: {
        english: of('english'),
        stage: readStage(`${of('state')} ${number}`),
        level,
        ...(year !== undefined && { year }),
        plan: of('plan'),
        responsible: of('responsible'),
      },
    },
    notes,
  };
}

const tooLong: Bilingual = {
  zh: `有单元格超过 ${longest} 字`,
  en: `a cell of more than ${longest} characters`,
};

const badCode = (code: string): Bilingual => ({
  zh: `体系编号“${code.slice(0, 40)}”不能用（只用字母、数字、. 和 -），另排编号`,
  en: `the code "${code.slice(0, 40)}" cannot be used (letters, digits, . and - only); another was given`,
});

const badRole = (role: string): Bilingual => ({
  zh: `不认识的标准类别“${role.slice(0, 40)}”，记为“其他”`,
  en: `unknown kind of standard "${role.slice(0, 40)}", taken as 其他 (other)`,
});

function noLevel(level: string): Bilingual {
  const what =
    level === ''
      ? ['没有级别', 'no level']
      : [`级别“${level.slice(0, 40)}”不认识`, `unknown level "${level.slice(0, 40)}"`];
  return {
    zh: `没有标准编号的是计划项目，要有宜定级别：${what[0]}（国家、行业、地方、团体、企业、国际）`,
    en: `without a number it is planned, and a plan needs a level: ${what[1]} (国家 national, 行业 industry, 地方 local, 团体 group, 企业 enterprise, 国际 international)`,
  };
}
