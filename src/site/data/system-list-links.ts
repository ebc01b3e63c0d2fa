import { isExpected } from '#core/systems/counts.ts';
import type { Family } from '#core/number/index.ts';
import type { Role, SystemFacts, SystemRow } from '#core/systems/index.ts';

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
export function queryCell(
  system: SystemFacts<unknown>,
  cell: Pick<ListQuestion, 'role' | 'level'>,
): CellQueries {
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

/** A figure of a system with the query of the list that shows it, where one does. */
export interface Figure {
  readonly count: number;
  readonly query?: string;
}

export type FigureKind = 'expected' | 'in-force' | 'underway' | 'unverified' | 'missing';

/**
 * The figures of a system; without a query where the list would show another number. Of what is missing only where all
 * of it has rows.
 */
export function listFigures({
  rows,
  counts,
}: SystemFacts<unknown>): Readonly<Record<FigureKind, Figure>> {
  const { inForce, coming, preparing, underway, unverified, missing, unnamed } = counts;
  const underwayState = coming === 0 ? 'preparing' : preparing === 0 ? 'coming' : 'underway';
  const figure = (count: number, query: string | false): Figure =>
    query === false ? { count } : { count, query };
  const state = (count: number, name: string) => count > 0 && writeQuery({ state: name });
  return {
    expected: figure(counts.expected, rows.length > 0 && rows.every(isExpected) && ''),
    'in-force': figure(inForce, state(inForce, 'in-force')),
    underway: figure(underway, state(underway, underwayState)),
    unverified: figure(unverified, state(unverified, 'unverified')),
    missing: figure(missing, unnamed === 0 && state(missing, 'to-make')),
  };
}

function isInForce({ state }: Pick<SystemRow, 'state'>): boolean {
  return state === 'in-force';
}

function writeQuery(question: ListQuestion): string {
  const query = new URLSearchParams(Object.entries(question)).toString();
  return query === '' ? '' : `?${query}`;
}
