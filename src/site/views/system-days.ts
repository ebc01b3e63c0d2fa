import { buildSystem } from '#core/systems/index.ts';
import type { Place, System, SystemRow } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { showEntry } from './entries.ts';
import { keepFor } from './keep.ts';
import type { ShownEntry, ShownRow, ShownSystem } from './shapes.ts';

const daysOf = keepFor((library: Library) =>
  keepFor((system: System): readonly string[] => {
    const { catalog } = library;
    const days = new Set<string>();
    for (const { subject } of system.rows) {
      if (subject.kind !== 'standard') continue;
      // A row without a year means another edition once that is in force.
      for (const edition of [subject.entry, ...catalog.editionsOf(subject.entry)]) {
        for (const { from } of catalog.laterOf(edition)) days.add(from);
      }
    }
    return [...days].toSorted();
  }),
);

/** Days after that of the build on which a standard of a system changes its status, as far as they are announced. */
export function listSystemDays(library: Library, system: System): readonly string[] {
  return daysOf(library)(system);
}

const laterSystems = keepFor((_library: Library) =>
  keepFor((_system: System) => new Map<string, System>()),
);

/** A system on a later day; without a day that of the build. */
export function systemOn(library: Library, system: System, day: string | undefined): System {
  const from = day && listSystemDays(library, system).findLast((each) => each <= day);
  if (!from) return system;
  const known = laterSystems(library)(system);
  let later = known.get(from);
  if (!later) known.set(from, (later = buildSystem(system.model, library.catalog.on(from))));
  return later;
}

/** A row as pages and files show it. */
export function showRow(library: Pick<Library, 'catalog'>, row: SystemRow): ShownRow {
  return { ...row, path: '', subject: showSubject(library, row) };
}

function showSubject(
  library: Pick<Library, 'catalog'>,
  { subject }: SystemRow,
): ShownRow['subject'] {
  if (subject.kind !== 'standard') return subject;
  const { entry, status } = subject;
  const shown = showEntry(library, entry);
  const same = shown.status === status.status;
  return { kind: 'standard', status, entry: same ? shown : { ...shown, status: status.status } };
}

const shownSystems = keepFor((library: Pick<Library, 'catalog'>) =>
  keepFor((system: System): ShownSystem => {
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
  }),
);

/** A system as its pages and files show it on the day of the build; the same object each time. */
export function showSystem(library: Pick<Library, 'catalog'>, system: System): ShownSystem {
  return shownSystems(library)(system);
}
