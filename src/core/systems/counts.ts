import { pick, rowStateTerms } from '../terms/index.ts';
import type { RowState } from '../terms/index.ts';
import type { SystemRow } from './row.ts';

/**
 * How many standards a place, a branch or a system has; docs/systems.md says what each count means.
 * `expected` (应有数) = `inForce` + `coming` + `preparing` + `toMake` + `unverified` + `unnamed`
 * = `inForce` + `underway` + `missing` + `unverified`.
 */
export interface Counts {
  readonly expected: number;
  /** 现有数 */
  readonly inForce: number;
  readonly coming: number;
  readonly preparing: number;
  readonly toMake: number;
  readonly unverified: number;
  /** Expected beyond the rows. */
  readonly unnamed: number;
  /** Coming and preparing. */
  readonly underway: number;
  /** Planned and unnamed. */
  readonly missing: number;
  /** Apart: not expected. */
  readonly replaced: number;
  readonly withdrawn: number;
  /** `inForce` of `expected`, 0 to 1; null where nothing is expected. */
  readonly coverage: number | null;
}

const names: Readonly<Record<RowState, keyof Counts>> = pick(rowStateTerms, 'count');
const expectedStates: Readonly<Record<RowState, boolean>> = pick(rowStateTerms, 'expected');

/** Whether a row counts among the standards there should be, by its state; see `rowStateTerms`. */
export function isExpected({ state }: Pick<SystemRow, 'state'>): boolean {
  return expectedStates[state];
}

/** Counts of rows, and of `unnamed` standards that are expected beyond them. */
export function countRows(rows: Iterable<Pick<SystemRow, 'state'>>, unnamed = 0): Counts {
  const sums: Record<string, number> = {};
  for (const { state } of rows) sums[names[state]] = (sums[names[state]] ?? 0) + 1;
  const of = (name: keyof Counts): number => sums[name] ?? 0;
  const [inForce, coming, preparing, toMake, unverified] = [
    of('inForce'),
    of('coming'),
    of('preparing'),
    of('toMake'),
    of('unverified'),
  ];
  const expected = inForce + coming + preparing + toMake + unverified + unnamed;
  return {
    expected,
    inForce,
    coming,
    preparing,
    toMake,
    unverified,
    unnamed,
    underway: coming + preparing,
    missing: toMake + unnamed,
    replaced: of('replaced'),
    withdrawn: of('withdrawn'),
    coverage: expected === 0 ? null : inForce / expected,
  };
}

/** How many standards are expected at a place beyond those its rows name; 0 where no number is expected. */
export function unnamedAt(
  expected: number | undefined,
  rows: readonly Pick<SystemRow, 'state'>[],
): number {
  return expected === undefined ? 0 : Math.max(0, expected - rows.filter(isExpected).length);
}
