import { isExpected } from '../../core/systems/counts.ts';
import type { Family } from '../../core/number/index.ts';
import type { Role, System, SystemRow } from '../../core/systems/index.ts';

/** What the 明细表 is asked for; the names are those of its filters. */
interface ListQuestion {
  readonly role?: Role;
  readonly level?: Family;
  readonly state?: string;
}

/** Queries of the 明细表 for the two numbers of a cell of the 统计表; absent where the list would show another number. */
export interface CellQueries {
  /** For both numbers: rows of the list are what is expected. */
  readonly expected?: string;
  readonly existing?: string;
}

/** Of a kind of standard, of a level, of both, or of all. */
export function queryCell(system: System, cell: Pick<ListQuestion, 'role' | 'level'>): CellQueries {
  const rows = system.rows.filter(
    (row) =>
      (cell.role === undefined || row.role === cell.role) &&
      (cell.level === undefined || row.level === cell.level),
  );
  // Rows that were replaced or withdrawn are listed, but not expected.
  if (rows.length === 0) return {};
  if (rows.every(isExpected)) return { expected: writeQuery(cell) };
  const existing = rows.some(isInForce);
  return existing ? { existing: writeQuery({ ...cell, state: 'in-force' }) } : {};
}

/**
 * Queries for the figures of a system, by their part; absent where the list would show another number. Of what is
 * missing only where all of it has rows.
 */
export function queryFigures({ rows, counts }: System): Readonly<Partial<Record<string, string>>> {
  const { inForce, coming, preparing, underway, unverified, missing, unnamed } = counts;
  const underwayState = coming === 0 ? 'preparing' : preparing === 0 ? 'coming' : 'underway';
  return {
    ...(rows.length > 0 && rows.every(isExpected) ? { expected: '' } : {}),
    ...(inForce > 0 ? { 'in-force': writeQuery({ state: 'in-force' }) } : {}),
    ...(underway > 0 ? { underway: writeQuery({ state: underwayState }) } : {}),
    ...(unverified > 0 ? { unverified: writeQuery({ state: 'unverified' }) } : {}),
    ...(missing > 0 && unnamed === 0 ? { missing: writeQuery({ state: 'to-make' }) } : {}),
  };
}

function isInForce({ state }: SystemRow): boolean {
  return state === 'in-force';
}

function writeQuery(question: ListQuestion): string {
  const query = new URLSearchParams(Object.entries(question)).toString();
  return query === '' ? '' : `?${query}`;
}
