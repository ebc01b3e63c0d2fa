import { findTableLimits } from '#core/limits/index.ts';
import type { CellLimit, Clause, Exhibit } from '#core/model/standard.ts';
import type { RawExhibit } from '../structure/numbering.ts';

/**
 * Returns what the cells of tables ask for, in the order of tables, rows and columns; a merged cell asks it at each place that
 * it covers. Units come from the cell, the heads, or the line above a table (`unit`). Tables of informative annexes ask nothing.
 */
export function listCellLimits(
  exhibits: readonly Exhibit[],
  raw: readonly Pick<RawExhibit, 'node'>[],
  clauses: readonly Pick<Clause, 'normative'>[],
): readonly CellLimit[] {
  return exhibits.flatMap(({ rows, headRows = 1, clause }, table): readonly CellLimit[] => {
    if (!rows || clauses[clause]?.normative !== true) return [];
    const unitLine = raw[table]?.node.attributes?.unit ?? '';
    return findTableLimits({ rows, headRows, unitLine }).map((limit) => ({ ...limit, table }));
  });
}
