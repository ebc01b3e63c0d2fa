import { families } from '../number/index.ts';
import type { Family } from '../number/index.ts';
import type { Bilingual } from '../model/diagnostic.ts';
import type { SystemFacts } from './build.ts';
import { isExpected } from './counts.ts';
import type { MaybeBilingual } from './model.ts';
import { roles } from './schema.ts';
import type { Role } from './schema.ts';
import type { SystemRow } from './row.ts';

/** A cell of the 统计表: 应有数, 现有数 and 现有数/应有数 (0 to 1; null where nothing is expected). */
export interface StatisticsCell {
  readonly expected: number;
  readonly existing: number;
  readonly share: number | null;
}

/** A row of the 统计表: one kind of standard, by level. */
export interface StatisticsLine {
  readonly role: Role;
  readonly byLevel: Readonly<Partial<Record<Family, StatisticsCell>>>;
  readonly total: StatisticsCell;
}

/** The 统计表 of GB/T 13016—2018, by kind and level. Lines and levels without a row are left out. */
export interface Statistics {
  readonly levels: readonly Family[];
  readonly lines: readonly StatisticsLine[];
  readonly byLevel: Readonly<Partial<Record<Family, StatisticsCell>>>;
  /** Expected, but with neither kind nor level: in `total` only. */
  readonly unnamed: number;
  /** Equal to `expected` and `inForce` of the system's counts. */
  readonly total: StatisticsCell;
}

/** 统计表 of a system: its expected rows by role and level, with totals (GB/T 13016—2018). */
export function statisticsOf(system: SystemFacts<unknown>): Statistics {
  const rows = system.rows.filter(isExpected);
  const levels = families.filter((level) => rows.some((row) => row.level === level));
  const split = (list: readonly SystemRow<unknown>[]) =>
    Object.fromEntries(
      levels.flatMap((level) => {
        const at = list.filter((row) => row.level === level);
        return at.length > 0 ? [[level, cellOf(at)]] : [];
      }),
    ) as Partial<Record<Family, StatisticsCell>>;
  const lines = roles.flatMap((role): StatisticsLine[] => {
    const list = rows.filter((row) => row.role === role);
    return list.length > 0 ? [{ role, byLevel: split(list), total: cellOf(list) }] : [];
  });
  const { unnamed } = system.counts;
  return { levels, lines, byLevel: split(rows), unnamed, total: cellOf(rows, unnamed) };
}

function cellOf(rows: readonly Pick<SystemRow, 'state'>[], unnamed = 0): StatisticsCell {
  const expected = rows.length + unnamed;
  const existing = rows.filter(({ state }) => state === 'in-force').length;
  return { expected, existing, share: expected === 0 ? null : existing / expected };
}

/** A row of the 明细表 with the columns of GB/T 13016—2018, and the facts a page adds to them. */
export interface DetailLine<Entry> {
  /** 序号, from 1 */
  readonly ordinal: number;
  /** 标准体系编号 */
  readonly code: string;
  /** 子体系名称 */
  readonly branch: Bilingual;
  readonly branchCode: string;
  /** 标准名称 */
  readonly title: MaybeBilingual;
  /** 引用标准编号; empty for a planned one. */
  readonly number: string;
  /** 归口部门 */
  readonly responsible: readonly string[];
  /** 宜定级别 */
  readonly level: Family;
  /** 实施日期; of a planned one undefined, see `year`. */
  readonly implemented?: string | undefined;
  /** Planned year. */
  readonly year?: number | undefined;
  /** 备注 */
  readonly remark?: MaybeBilingual | undefined;
  readonly node?: Bilingual | undefined;
  readonly row: SystemRow<Entry>;
}

/** The 明细表: all rows by code, or those of one branch, which has a table of its own. */
export function detailOf<Entry>(
  system: SystemFacts<Entry>,
  rows: readonly SystemRow<Entry>[] = system.rows,
): readonly DetailLine<Entry>[] {
  const nodes = new Map(system.nodes.toReversed().map(({ id, name }) => [id, name]));
  return rows.flatMap((row, index) => {
    const branch = system.branches[row.branch];
    if (!branch) return [];
    const plan = row.subject.kind === 'planned' ? row.subject.plan : undefined;
    return [
      {
        ordinal: index + 1,
        code: row.code,
        branch: branch.name,
        branchCode: branch.code,
        title: row.title,
        number: row.number,
        responsible: row.responsible,
        level: row.level,
        implemented: row.implemented,
        year: plan?.year,
        remark: row.remark,
        node: row.node === undefined ? undefined : nodes.get(row.node),
        row,
      },
    ];
  });
}
