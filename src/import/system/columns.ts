import { readCell } from './words.ts';
import type { TableSheet } from '../workbook/worksheet.ts';

/** Columns of a 明细表 that are read. */
export type DetailColumn = keyof typeof names;

/**
 * Names under which lists carry each column, the better name first. Heads are compared without spaces, brackets and marks.
 * `kind` is 类别, which is the sub-system in one list and the kind of standard in another; its cells decide.
 */
const names = {
  code: '标准体系编号|标准体系表编号|体系编号|体系代码|标准体系代码|体系表编号|system code|code',
  branch: '子体系名称|子体系|所属子体系|分体系|子体系类别|sub-system|subsystem|sub-system name',
  branchCode: '子体系编号|子体系代码|sub-system code|subsystem code',
  branchEnglish: '子体系英文名称|sub-system (english)',
  branchChinese: 'chinese name',
  title: '标准名称|标准中文名称|中文名称|名称|标准题名|title|standard title|name',
  english: '英文名称|标准英文名称|标准名称英文|名称英文|english title|title (english)|english name',
  number:
    '引用标准编号|标准编号|标准号|引用标准号|标准代号|标准编号及年代号|标准号及年代号|标准代号及编号|标准计划号|标准计划编号|standard number|standard no|number',
  responsible:
    '归口部门|归口单位|主管部门|责任单位|责任部门|牵头单位|归口管理部门|responsible body|responsible department|responsible',
  level: '宜定级别|级别|标准级别|标准层级|层级|level',
  implemented: '实施日期|实施时间|实施年月|implementation date|in force from|implemented',
  remark: '备注|说明|remark|remarks|note|notes',
  state: '状态|标准状态|制定状态|编制状态|status|state',
  expected: '应有数|应有|应有标准数|expected',
  role: '标准类别|标准类型|标准种类|kind|kind of standard|role|type',
  year: '计划年份|计划年度|计划完成年份|计划完成时间|planned year',
  plan: '计划号|计划编号|立项计划号|plan number|plan',
  ordinal: '序号|no',
  serial: '编号|代码',
  kind: '类别|分类|category',
} as const;

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_.*:()、/-]+/g, '');

const known: ReadonlyMap<string, { readonly column: DetailColumn; readonly rank: number }> =
  new Map(
    Object.entries(names).flatMap(([column, list]) =>
      list
        .split('|')
        .map((name, rank) => [plain(name), { column: column as DetailColumn, rank }] as const),
    ),
  );

/** The column that a head names: as it stands, without what it says in brackets, or as several names of the number. */
function findColumn(
  head: string,
): { readonly column: DetailColumn; readonly rank: number } | undefined {
  const own = known.get(plain(head));
  if (own) return own;
  const wide = head.normalize('NFKC');
  const outside = known.get(plain(wide.replaceAll(/\([^()]*\)/g, '')));
  if (outside && !/英文|english/i.test(wide)) return outside;
  // 标准号/计划号: what stands there says which it is.
  const pieces = wide.split(/[/|、或及和()\s]+/).filter(Boolean);
  const columns = pieces.map((piece) => known.get(plain(piece))?.column);
  const isNumber = pieces.length > 1 && columns.includes('number');
  return isNumber && columns.every((each) => each === 'number' || each === 'plan')
    ? { column: 'number', rank: 100 }
    : undefined;
}

/** Where each column stands in a sheet. */
export interface SheetHead {
  /** Index of the cell. */
  readonly at: ReadonlyMap<DetailColumn, number>;
  /** What stands in the head over each column that is read. */
  readonly columns: ReadonlyMap<DetailColumn, string>;
  readonly unused: readonly string[];
  /** Index of the first row below the head. */
  readonly start: number;
  /** What stands above the head. */
  readonly titles: readonly string[];
}

/** A head stands among so many rows at the top. */
const headRows = 20;

/**
 * The head of a sheet that names at least three columns: one row, or two of which the upper spans several columns
 * (标准 over 名称 and 编号). Null where there is none.
 */
export function findHead({ rows }: TableSheet): SheetHead | null {
  let best: SheetHead | null = null;
  for (const [index, { cells }] of rows.slice(0, headRows).entries()) {
    const own = mapHead(cells, index + 1);
    const below = rows[index + 1]?.cells ?? [];
    const both = mapHead(merge(cells, below), index + 2);
    const isTwo = both.at.size > Math.max(own.at.size, mapHead(below, index + 2).at.size);
    const candidates = isTwo ? [own, both] : [own];
    for (const candidate of candidates) {
      if (candidate.at.size >= 3 && candidate.at.size > (best?.at.size ?? 0)) {
        best = { ...candidate, titles: listTitles(rows.slice(0, index)) };
      }
    }
  }
  return best;
}

function listTitles(rows: TableSheet['rows']): readonly string[] {
  return rows.flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== ''));
}

function merge(upper: readonly string[], lower: readonly string[]): readonly string[] {
  let over = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    over = upper[at] || over;
    const own = lower[at] ?? '';
    if (own === '') return upper[at] ?? '';
    return findColumn(over + own) ? over + own : own;
  });
}

function mapHead(head: readonly string[], start: number): Omit<SheetHead, 'titles'> {
  const found = new Map<DetailColumn, { readonly index: number; readonly rank: number }>();
  for (const [index, name] of head.entries()) {
    const match = findColumn(name);
    const before = match && found.get(match.column);
    if (match && (before === undefined || match.rank < before.rank)) {
      found.set(match.column, { index, rank: match.rank });
    }
  }
  const at = new Map([...found].map(([column, { index }]) => [column, index] as const));
  const used = new Set(at.values());
  return {
    at,
    columns: new Map([...at].map(([column, index]) => [column, readCell(head[index] ?? '')])),
    unused: head.filter((name, index) => name.trim() !== '' && !used.has(index)).map(readCell),
    start,
  };
}

/** A list of standards, and not a table of sub-systems or counts. */
export function isList({ at }: SheetHead): boolean {
  return at.has('title') || at.has('number');
}

/**
 * Whether a sheet is a table of sub-systems, a 结构图 written as rows: it has columns of their codes and names, and is no
 * 明细表.
 */
export function isTree(head: SheetHead): boolean {
  return !isList(head) && head.at.has('branchCode') && head.at.has('branch');
}
