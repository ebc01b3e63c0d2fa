import { codeSortKey } from '#core/systems/index.ts';
import type { Bilingual } from '#core/model/diagnostic.ts';
import type { Heading } from './groups.ts';
import { count, isBroken, plural, prefixOf, readCell, readCode } from './words.ts';
import { noteRow } from './rows.ts';
import type { ListedRow, SheetProblem } from './rows.ts';
import type { SheetHead } from './columns.ts';
import type { TableSheet } from '../workbook/worksheet.ts';

/** A sub-system, its place in the tree said by its code. */
export interface ImportedBranch {
  readonly code: string;
  readonly name: Bilingual;
  readonly expected?: number;
  readonly children: readonly ImportedBranch[];
}

/** A row with its place and its code. */
export interface PlacedRow {
  readonly row: ListedRow;
  readonly system: string;
  /** Undefined where no row of the list has one. */
  readonly code?: string;
  /** Of a number that is not known: as the list has it. */
  readonly title?: string;
}

export interface BuiltTree {
  readonly tree: readonly ImportedBranch[];
  readonly rows: readonly PlacedRow[];
  readonly notes: readonly SheetProblem[];
  readonly notices: readonly Bilingual[];
}

/** A row of a table of sub-systems. `total` (应有数) is that of all below, too. */
export interface TreeRow {
  readonly code: string;
  readonly name: Bilingual;
  readonly total?: number;
}

/** Sub-systems of a sheet that lists them, in its order; rows without a code or a name are left out. */
export function readTree(sheet: TableSheet, head: SheetHead): readonly TreeRow[] {
  return sheet.rows.slice(head.start).flatMap(({ cells }): TreeRow[] => {
    const of = (column: Parameters<SheetHead['at']['get']>[0]) => {
      const text = readCell(cells[head.at.get(column) ?? -1] ?? '');
      return isBroken(text) ? '' : text;
    };
    const code = readCode(of('branchCode'));
    const name = of('branch');
    if (code === '' || name === '') return [];
    const total = /^\d{1,4}$/.test(of('expected')) ? { total: Number(of('expected')) } : {};
    const chinese = of('branchChinese');
    const both = chinese
      ? { zh: chinese, en: name }
      : { zh: name, en: of('english') || of('branchEnglish') || name };
    return [{ code, name: both, ...total }];
  });
}

/**
 * Places rows in sub-systems: by the code of the sub-system where the list has one, else by the first part of the row's
 * code, else by the name. Sub-systems above are made where a code asks for them.
 */
export function buildTree(
  rows: readonly ListedRow[],
  headings: readonly Heading[],
  treeRows: readonly TreeRow[],
): BuiltTree | Bilingual {
  const names = new Map<string, Bilingual>();
  const notices: Bilingual[] = [];
  for (const { code, name } of treeRows) if (!names.has(code)) names.set(code, name);
  for (const { code, name } of headings)
    if (code !== '' && !names.has(code)) names.set(code, both(name));
  const byPrefix = prefixesAreBranches(rows);
  const written = new Set(rows.map(({ code }) => code).filter(Boolean));
  const byName = new Map([...names].toReversed().map(([code, { zh }]) => [zh, code]));
  const ownCode = ({ branchCode, code }: ListedRow): string =>
    branchCode || (byPrefix ? prefixOf(code) : '');
  // What any row says of a name counts for all of that name, also for those above it without a code.
  for (const row of rows) {
    const own = ownCode(row);
    if (own === '' || row.branch === '') continue;
    if (!names.has(own)) names.set(own, both(row.branch));
    if (!byName.has(row.branch)) byName.set(row.branch, own);
  }
  const codeFor = (row: ListedRow): string => {
    const { branch } = row;
    const own = ownCode(row);
    if (own !== '') return own;
    if (branch === '') return nowhere;
    const known = byName.get(branch);
    if (known !== undefined) return known;
    const free = nextFree(names, written);
    names.set(free, both(branch));
    byName.set(branch, free);
    return free;
  };
  const placed = rows.map((row) => ({ row, system: codeFor(row) }));
  if (placed.some(({ system }) => system === nowhere)) {
    names.set(nowhere, { zh: '未归入子体系', en: 'Not in a sub-system' });
    notices.push(unplaced(placed.filter(({ system }) => system === nowhere).length));
  }
  const codes = addParents(new Set([...names.keys(), ...placed.map(({ system }) => system)]));
  if (codes.length > mostBranches) return tooManyBranches(codes.length);
  const below = groupByParent(codes);
  const nameless = codes.filter((code) => !names.has(code));
  if (nameless.length > 0) notices.push(withoutName(nameless));
  const counts = countRows(placed);
  const expected = expectedOf(below, placed, treeRows, counts);
  const branch = (code: string): ImportedBranch => ({
    code,
    name: names.get(code) ?? both(code),
    ...expected(code),
    children: (below.get(code) ?? []).map(branch),
  });
  const tree = (below.get('') ?? []).map(branch);
  return { tree, ...giveCodes(placed, codes), notices };
}

const nowhere = '0';
/** The most a system may have. */
const mostBranches = 500;
const both = (name: string): Bilingual => ({ zh: name, en: name });

/** Unless one first part stands for several sub-systems by name. */
function prefixesAreBranches(rows: readonly ListedRow[]): boolean {
  const names = new Map<string, string>();
  return rows.every(({ code, branch, branchCode }) => {
    const prefix = prefixOf(code);
    if (prefix === '' || branch === '' || branchCode !== '') return true;
    const before = names.get(prefix);
    names.set(prefix, branch);
    return before === undefined || before === branch;
  });
}

function nextFree(names: ReadonlyMap<string, unknown>, written: ReadonlySet<string>): string {
  const mark = [...written].some((code) => /^\d+$/.test(code)) ? 'S' : '';
  for (let serial = 1; ; serial += 1) {
    const code = `${mark}${serial}`;
    if (!names.has(code) && !written.has(code)) return code;
  }
}

/** All codes with those above them, in their order. */
function addParents(codes: ReadonlySet<string>): readonly string[] {
  const all = new Set(codes);
  for (const code of codes) {
    for (let at = code.lastIndexOf('.'); at > 0; at = code.lastIndexOf('.', at - 1))
      all.add(code.slice(0, at));
  }
  return [...all].toSorted((a, b) => (codeSortKey(a) < codeSortKey(b) ? -1 : 1));
}

/** Codes by that of the one above, which is empty at the top. */
function groupByParent(codes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(codes);
  const above = (code: string): string => {
    const at = code.lastIndexOf('.');
    const parent = at > 0 ? code.slice(0, at) : '';
    return known.has(parent) ? parent : '';
  };
  return Map.groupBy(codes, above);
}

function countRows(placed: readonly { readonly system: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { system } of placed) counts.set(system, (counts.get(system) ?? 0) + 1);
  return counts;
}

/** 应有数 of the rows of a sub-system itself, where it is more than they are. */
function expectedOf(
  below: ReadonlyMap<string, readonly string[]>,
  placed: readonly { readonly system: string; readonly row: ListedRow }[],
  treeRows: readonly TreeRow[],
  counts: ReadonlyMap<string, number>,
): (code: string) => { readonly expected?: number } {
  const totals = new Map(treeRows.map(({ code, total }) => [code, total]));
  const own = new Map<string, number>();
  for (const [code, total] of totals) {
    if (total === undefined) continue;
    const rest = (below.get(code) ?? []).reduce((sum, each) => sum + (totals.get(each) ?? 0), 0);
    own.set(code, total - rest);
  }
  for (const { system, row } of placed) {
    if (row.expected !== undefined) own.set(system, Math.max(own.get(system) ?? 0, row.expected));
  }
  return (code) => {
    const expected = own.get(code) ?? 0;
    return expected > (counts.get(code) ?? 0) ? { expected } : {};
  };
}

/** Codes stay as written. A second row of one code, and rows without one beside others, get the next free of their sub-system. */
function giveCodes(
  placed: readonly { readonly row: ListedRow; readonly system: string }[],
  branches: readonly string[],
): Pick<BuiltTree, 'rows' | 'notes'> {
  if (placed.every(({ row }) => row.code === '')) return { rows: placed, notes: [] };
  const notes: SheetProblem[] = [];
  const first = new Map<string, ListedRow>();
  for (const { row } of placed)
    if (row.code !== '' && !first.has(row.code)) first.set(row.code, row);
  const taken = new Set([...first.keys(), ...branches]);
  const last = new Map<string, number>();
  const next = (system: string): string => {
    let serial = last.get(system) ?? 0;
    let code: string;
    do code = `${system}-${String((serial += 1)).padStart(2, '0')}`;
    while (taken.has(code));
    last.set(system, serial);
    taken.add(code);
    return code;
  };
  const isBranch = new Set(branches);
  const rows = placed.map(({ row, system }): PlacedRow => {
    const before = first.get(row.code);
    if (before === row && !isBranch.has(row.code)) return { row, system, code: row.code };
    const code = next(system);
    notes.push(noteRow(row, recoded(row.code, code, before === row ? undefined : before)));
    return { row, system, code };
  });
  return { rows, notes };
}

function recoded(old: string, code: string, before: ListedRow | undefined): Bilingual {
  if (old === '')
    return { zh: `没有体系编号，排为 ${code}`, en: `no system code; ${code} was given` };
  if (!before)
    return {
      zh: `${old} 是子体系的编号，改为 ${code}`,
      en: `${old} is the code of a sub-system; ${code} was given`,
    };
  return {
    zh: `体系编号 ${old} 在第 ${before.line} 行已经用过，改为 ${code}`,
    en: `the code ${old} was used in row ${before.line} already; ${code} was given`,
  };
}

function unplaced(rows: number): Bilingual {
  return {
    zh: `${rows} 行没有子体系，归入“未归入子体系”（0）`,
    en: `${count(rows, 'row')} ${rows === 1 ? 'names' : 'name'} no sub-system and ${rows === 1 ? 'stands' : 'stand'} in "Not in a sub-system" (0)`,
  };
}

function withoutName(codes: readonly string[]): Bilingual {
  const list = codes.slice(0, 20).join(' ');
  return {
    zh: `子体系 ${list} 没有名称，暂以编号为名，请改`,
    en: `no name is known of the ${plural(codes.length, 'sub-system')} ${list}; until you write one, the code stands for it`,
  };
}

function tooManyBranches(branches: number): Bilingual {
  return {
    zh: `分出了 ${branches} 个子体系，至多 ${mostBranches} 个：看看“标准体系编号”“子体系”两列是不是对的`,
    en: `there are ${branches} sub-systems, and at most ${mostBranches}: see whether the columns of system codes and sub-systems are the right ones`,
  };
}
