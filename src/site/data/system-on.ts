import { buildSystem } from '#core/systems/index.ts';
import type { System } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { memo, memoBeside } from '#core/base/memo.ts';

// A system is the same object in another library where nothing of its standards is another (`buildSystems`).
const daysOf = memoBeside((system: System, { catalog }: Library): readonly string[] => {
  const days = new Set<string>();
  for (const { subject } of system.rows) {
    if (subject.kind !== 'standard') continue;
    // A row without a year means another edition once that is in force.
    for (const edition of [subject.entry, ...catalog.editionsOf(subject.entry)]) {
      for (const { from } of catalog.laterOf(edition)) days.add(from);
    }
  }
  return [...days].toSorted();
});

/** Days after that of the build on which a standard of a system changes its status, as far as they are announced. */
export function listSystemDays(library: Library, system: System): readonly string[] {
  return daysOf(system, library);
}

const laterSystems = memo((_system: System) => new Map<string, System>());

/** A system on a later day; without a day that of the build. */
export function systemOn(library: Library, system: System, day: string | undefined): System {
  const from = day && listSystemDays(library, system).findLast((each) => each <= day);
  if (!from) return system;
  const known = laterSystems(system);
  let later = known.get(from);
  if (!later) known.set(from, (later = buildSystem(system.model, library.catalog.on(from))));
  return later;
}
