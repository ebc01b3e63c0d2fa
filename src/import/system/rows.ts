import type { Bilingual } from '#core/model/diagnostic.ts';
import type { LevelWord, PlanStage, Role } from '#core/systems/index.ts';
import type { DetailColumn, SheetHead } from './columns.ts';
import { readCellText } from '../workbook/cell-text.ts';
import { describeBroken, nameCells } from './cells.ts';
import { isAside, readGroupName, settleGroup } from './groups.ts';
import type { Heading, OpenGroup } from './groups.ts';
import { readNumberCell } from './numbers.ts';
import { toLetters } from '#core/sheet/columns.ts';
import { fillMerged } from '../workbook/merged.ts';
import type { TableSheet } from '../workbook/worksheet.ts';
import {
  isBroken,
  isDayLike,
  prefixOf,
  readCell,
  readCode,
  readLevel,
  readRole,
  readStage,
} from './words.ts';
import { readYear } from './year.ts';

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

export interface ReadRows {
  /** Rows below the head that are not empty. */
  readonly total: number;
  readonly rows: readonly ListedRow[];
  readonly headings: readonly Heading[];
  /** Sums, notes and the like: no standards, and no fault. */
  readonly asides: number;
  readonly left: readonly SheetProblem[];
  readonly notes: readonly SheetProblem[];
  /** Cells of the column of codes that hold a day. */
  readonly days: readonly string[];
}

type Cells = (column: DetailColumn) => string;

const longest = 2000;
const quote = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map((part) => part.slice(0, 200))
    .join(' | ')
    .slice(0, 200);

/** What is to be said of a row that was read. */
export function noteRow(
  { sheet, line, code, number = '', title }: ListedRow,
  reason: Bilingual,
): SheetProblem {
  return { sheet, line, text: quote([code, number, title]), reason };
}

/** Of the sub-system a row stands in: what it says itself, and else what the row above says. */
interface Filled {
  readonly prefix: string;
  readonly branchCode: string;
  readonly branch: string;
}

function readBranch(of: Cells, above: Filled): Filled & { readonly code: string } {
  const code = readCode(of('code'));
  const prefix = prefixOf(code);
  const isSame = prefix === '' || prefix === above.prefix;
  const branch = of('branch') || (isSame ? above.branch : '');
  const same = isSame && branch === above.branch ? above.branchCode : '';
  // A row that says nothing of its sub-system stands where the one above does.
  const silent = code === '' && branch === '' ? above.prefix : '';
  return { code, prefix, branch, branchCode: readCode(of('branchCode')) || same || silent };
}

function addToGroup(group: OpenGroup, prefix: string, branch: string): void {
  if (prefix !== '') group.prefixes.add(prefix);
  if (branch !== '') group.hasBranches = true;
}

/** Read the rows below a head: each is a row of the list, a heading, an aside, left out with a reason, or empty. */
export function readRows(sheet: TableSheet, head: SheetHead): ReadRows {
  const at = settleColumns(sheet, head);
  const fill = fillMerged(sheet, sheet.rows[head.start]?.line);
  const rows: ListedRow[] = [];
  const headings: Heading[] = [];
  const groups: OpenGroup[] = [];
  const left: SheetProblem[] = [];
  const notes: SheetProblem[] = [];
  const days: string[] = [];
  const filled = { prefix: '', branchCode: '', branch: '' };
  let open: readonly OpenGroup[] = [];
  let total = 0;
  let asides = 0;
  for (const { line, cells } of sheet.rows.slice(head.start)) {
    const nameOf = nameCells(head, at, line);
    const readings = fill(line, cells).map(readCellText);
    const written = readings.map(({ value }) => readCell(value));
    const broken = describeBroken(written, at, nameOf, readings);
    const texts = written.map((text) => (isBroken(text) ? '' : text));
    const isEmpty = cells.every((cell) => readCell(cell) === '');
    if (isEmpty || (texts.every((text) => text === '') && !broken.reason)) continue;
    total += 1;
    const of: Cells = (column) => texts[at.get(column) ?? -1] ?? '';
    const place = { sheet: sheet.name, line };
    const told = { ...place, text: quote(texts) };
    const own = cells.map(readCell).filter((text) => text !== '');
    if (isAside(own)) {
      asides += 1;
      continue;
    }
    for (const reason of broken.notes) notes.push({ ...told, reason });
    if (broken.reason) {
      left.push({ ...told, reason: broken.reason });
      continue;
    }
    for (const column of ['code', 'branchCode'] as const) {
      if (!isDayLike(of(column))) continue;
      days.push(`${toLetters(at.get(column) ?? 0)}${line}`);
      texts[at.get(column) ?? -1] = '';
    }
    const heading = readHeading(own, texts, of, at);
    if (heading) {
      // Without a code it is the codes of the rows below that say which sub-system it names.
      open = open.filter(({ depth }) => depth < heading.depth);
      if (heading.code === '') {
        const group = { ...heading, prefixes: new Set<string>(), hasBranches: false };
        groups.push(group);
        open = [...open, group];
      } else headings.push(heading);
      Object.assign(filled, {
        prefix: heading.code,
        branchCode: heading.code,
        branch: heading.name,
      });
      continue;
    }
    const { code, prefix, branch, branchCode } = readBranch(of, filled);
    if (code === '' && of('code') !== '') notes.push({ ...told, reason: badCode(of('code')) });
    const base = { ...place, code, branch, branchCode };
    const read = readStandard(of, nameOf);
    if ('reason' in read) {
      left.push({ ...told, reason: read.reason });
      continue;
    }
    for (const group of open) addToGroup(group, branchCode || prefix, of('branch'));
    Object.assign(filled, { prefix, branch, branchCode });
    for (const reason of read.notes) notes.push({ ...told, reason });
    rows.push({ ...base, ...read.row });
  }
  const settled = groups.flatMap((group) => settleGroup(group) ?? []);
  return { total, rows, headings: [...headings, ...settled], asides, left, notes, days };
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
    if (most(serial, (cell) => readNumberCell(cell).kind === 'number')) give(serial, 'number');
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
  own: readonly string[],
  texts: readonly string[],
  of: Cells,
  at: ReadonlyMap<DetailColumn, number>,
): (Heading & { readonly depth: number }) | null {
  const ordinal = texts[at.get('ordinal') ?? -1] ?? '';
  const written = own.filter((text, index) => index > 0 || text !== ordinal || own.length === 1);
  const [only = ''] = written;
  const isNumber = readNumberCell(only).kind === 'number';
  // 一、 in the column of ordinals, the name beside it.
  const joined =
    written.length === 1 && ordinal !== '' && ordinal !== only ? `${ordinal}、${only}` : only;
  if (written.length === 1 && !isNumber) {
    const named =
      readGroupName(only) ??
      (/^[一二三四五六七八九十]+、?$/.test(ordinal)
        ? readGroupName(joined.replace('、、', '、'))
        : null);
    if (named) return named;
  }
  const code = readCode(of('code') || of('branchCode'));
  const name = of('title') || of('branch');
  const says = (['number', 'level', 'state', 'role', 'year', 'plan', 'implemented'] as const).some(
    (column) => of(column),
  );
  return code !== '' && !code.includes('-') && name !== '' && !says
    ? { code, name, depth: 0 }
    : null;
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
  const number = readNumberCell(of('number'));
  if (number.kind === 'refused') return { reason: number.reason };
  if (number.kind === 'number') {
    if (number.note) notes.push(number.note);
    return { row: { ...rest, title: title || number.title, number: number.number }, notes };
  }
  if (title === '')
    return { reason: { zh: '没有标准编号，也没有名称', en: 'neither a number nor a title' } };
  const level = readLevel(of('level')) ?? (of('level') === '' ? number.level : undefined);
  if (level === undefined) return { reason: noLevel(of('level')) };
  const column = of('year') === '' ? 'implemented' : 'year';
  const { year, note } = readYear(of(column), nameOf(column));
  if (note) notes.push(note);
  return {
    row: {
      ...rest,
      planned: {
        english: of('english'),
        stage: number.stage === '在研' ? '在研' : readStage(of('state')),
        level,
        ...(year !== undefined && { year }),
        plan: of('plan') || number.plan,
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
