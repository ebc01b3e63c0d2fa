import type { SystemModel } from './model.ts';

/**
 * A system in which planned rows are standards where their project has issued one: `numberOf` gives the number that came of
 * a project, undefined while it is under way. The same system where none is.
 */
export function issuePlans(
  model: SystemModel,
  numberOf: (project: string) => string | undefined,
): SystemModel {
  let issued = false;
  const rows = model.rows.map((row) => {
    const number = row.planned?.project && numberOf(row.planned.project);
    if (!number) return row;
    issued = true;
    const { planned: _planned, ...rest } = row;
    return { ...rest, number };
  });
  return issued ? { ...model, rows } : model;
}
