import type { Place, System, SystemRow } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { showNamed } from './entries.ts';
import { memoBeside } from '#core/base/memo.ts';
import type { ShownEntry, ShownRow, ShownSystem } from './shapes.ts';

/**
 * A row as pages and files show it, with the standard it names as the catalog has it; where it stands in
 * the file is left out.
 */
export function showRow(library: Pick<Library, 'catalog'>, row: SystemRow): ShownRow {
  return { ...row, path: '', subject: showSubject(library, row) };
}

function showSubject(
  library: Pick<Library, 'catalog'>,
  { subject }: SystemRow,
): ShownRow['subject'] {
  if (subject.kind !== 'standard') return subject;
  const { entry, status } = subject;
  const shown = showNamed(library, entry);
  const same = shown.status === status.status;
  return { kind: 'standard', status, entry: same ? shown : { ...shown, status: status.status } };
}

const shownSystems = memoBeside(
  (system: System, library: Pick<Library, 'catalog'>): ShownSystem => {
    const rows = new Map(system.rows.map((row) => [row, showRow(library, row)]));
    const pick = (list: readonly SystemRow[]) => list.flatMap((row) => rows.get(row) ?? []);
    const showPlace = <P extends Place>(place: P) =>
      ({ ...place, rows: pick(place.rows), related: pick(place.related) }) as P & Place<ShownEntry>;
    const { rows: _written, file: _file, ranges: _ranges, ...frame } = system.model;
    const nodes = system.nodes.map(showPlace);
    const byKey = new Map(nodes.map((node) => [node.key, node]));
    return {
      id: system.id,
      model: frame,
      rows: [...rows.values()],
      branches: system.branches.map((branch) => ({ ...branch, rows: pick(branch.rows) })),
      nodes,
      places: system.places.map((place) => byKey.get(place.key) ?? showPlace(place)),
      counts: system.counts,
    };
  },
);

/** A system as its pages and files show it on the day of the build; the same object each time. */
export function showSystem(library: Pick<Library, 'catalog'>, system: System): ShownSystem {
  return shownSystems(system, library);
}
