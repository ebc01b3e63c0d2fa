import { timed, timedList } from '#core/model/timed.ts';
import type { Timed } from '#core/model/timed.ts';
import { coverageByYear } from '#core/systems/index.ts';
import type { Counts, System } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { listUnnamed } from '../data/system-choices.ts';
import { heatOf } from '../data/system-gaps.ts';
import { listFigures } from '../data/system-list-links.ts';
import type { Figure } from '../data/system-list-links.ts';
import { nameShortly } from '../data/system-name.ts';
import { showStatistics } from './statistics.ts';
import { nameBodies } from './entries.ts';
import { memoBeside } from '#core/base/memo.ts';
import type { ViewProps } from './props.ts';
import type { ShownRow } from './shapes.ts';
import { listSystemDays, systemOn } from '../data/system-on.ts';
import { showRow, showSystem } from './system-days.ts';

/** How full a place is: its counts, and the step of its square. */
export interface PlaceFigures {
  readonly counts: Counts;
  readonly heat: number;
}

/** What moves with the day on the pages of a system; of places, branches and rows those only that do. */
export interface SystemTimes {
  /** The last change until the day of the build, and the next one that is announced. */
  readonly since: string;
  readonly until?: string | undefined;
  readonly counts: Timed<Counts>;
  readonly places: Readonly<Record<string, Timed<PlaceFigures>>>;
  readonly branches: Readonly<Record<string, Timed<Counts>>>;
  readonly rows: Readonly<Record<string, Timed<ShownRow | null>>>;
}

const timesOf = memoBeside((system: System, library: Library): SystemTimes => {
  const days = listSystemDays(library, system);
  const on = (day: string | undefined) => systemOn(library, system, day);
  const moving = <T>(names: readonly string[], of: (at: System) => (name: string) => T) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const phases = timed(days, (day) => of(on(day))(name));
        return phases.length > 1 ? [[name, phases]] : [];
      }),
    );
  const none = days.length === 0;
  return {
    since: lastChange(library, system),
    until: days[0],
    counts: timed(days, (day) => on(day).counts),
    places: moving(none ? [] : system.places.map(({ key }) => key), (at) => (key) => {
      const place = at.places.find((each) => each.key === key);
      return { counts: place?.counts ?? system.counts, heat: place ? heatOf(place) : -1 };
    }),
    branches: moving(
      none ? [] : system.branches.map(({ code }) => code),
      (at) => (code) => at.branches.find((each) => each.code === code)?.counts ?? system.counts,
    ),
    rows: moving(none ? [] : system.rows.map(({ code }) => code), (at) => (code) => {
      const row = at.rows.find((each) => each.code === code);
      return row ? showRow(library, row) : null;
    }),
  };
});

/** What moves with the day on the pages of a system; worked out once. */
export function timeSystem(library: Library, system: System): SystemTimes {
  return timesOf(system, library);
}

/** The last change in some systems, and the next one that is announced. */
export function datesOf(library: Library, systems: readonly System[]) {
  const times = systems.map((system) => timeSystem(library, system));
  return {
    since: times
      .map(({ since }) => since)
      .toSorted()
      .at(-1),
    until: times
      .flatMap(({ until }) => until ?? [])
      .toSorted()
      .at(0),
  };
}

/** The last day on which the status of one of its standards, or the system itself, became another. */
function lastChange({ asOf }: Library, { model, rows }: System): string {
  let last = model.date <= asOf ? model.date : '';
  for (const { subject } of rows) {
    const since = subject.kind === 'standard' ? subject.status.since : undefined;
    if (since !== undefined && since > last && since <= asOf) last = since;
  }
  return last || asOf;
}

/** The system that the address of a page names. Throws where there is none. */
export function findSystem({ systems }: Library, { system: id = '' }: ViewProps): System {
  const system = systems.byId(id);
  if (!system) throw new Error(`no system ${id}`);
  return system;
}

/** Years to come that the chart of coverage is drawn for. */
const yearsAhead = 2;

/** The page of a system: figures, statistics and coverage by year, with the days on which they change. */
export function viewSystem(library: Library, props: ViewProps) {
  const system = findSystem(library, props);
  const days = listSystemDays(library, system);
  const next = Number(library.asOf.slice(0, 4)) + 1;
  const newYears = Array.from({ length: yearsAhead }, (_, at) => `${next + at}-01-01`);
  return {
    system: showSystem(library, system),
    times: timeSystem(library, system),
    figures: showFigures(library, system),
    statistics: showStatistics(days, (day) => systemOn(library, system, day)),
    years: timed([...new Set([...days, ...newYears])].toSorted(), (day) =>
      coverageByYear(
        systemOn(library, system, day).rows,
        day === undefined ? library.catalog : library.catalog.on(day),
      ),
    ),
  };
}

export type SystemView = ReturnType<typeof viewSystem>;

/** The figures at the head of a page, each with the list it leads to. */
function showFigures(library: Library, system: System): Readonly<Record<string, Timed<Figure>>> {
  const days = listSystemDays(library, system);
  const on = (day?: string) => listFigures(systemOn(library, system, day));
  const kinds = ['expected', 'in-force', 'underway', 'unverified', 'missing'] as const;
  return Object.fromEntries(kinds.map((kind) => [kind, timed(days, (day) => on(day)[kind])]));
}

/**
 * The page of the 明细表 of a system: its rows, and the choices of its filters with their counts, with the days on which
 * they change.
 */
export function viewSystemList(library: Library, props: ViewProps) {
  const system = findSystem(library, props);
  const days = listSystemDays(library, system);
  const on = (day?: string) => systemOn(library, system, day);
  const count = (of: 'state' | 'role' | 'level') => {
    const values = new Set(
      [undefined, ...days].flatMap((day) => on(day).rows.map((row) => row[of])),
    );
    return Object.fromEntries(
      [...values].map((value) => [
        value,
        timed(days, (day) => on(day).rows.filter((row) => row[of] === value).length),
      ]),
    );
  };
  return {
    system: showSystem(library, system),
    times: timeSystem(library, system),
    choices: { state: count('state'), role: count('role'), level: count('level') },
    rows: timed(days, (day) => on(day).rows.length),
    bodies: nameBodies(
      library,
      [undefined, ...days].flatMap((day) => on(day).rows.flatMap(({ issuers }) => issuers)),
    ),
    unnamed: timedList(
      days,
      (day) =>
        listUnnamed(on(day)).map(({ place: { id, kind, name, counts }, codes }) => ({
          id,
          kind,
          name,
          codes,
          count: counts.unnamed,
        })),
      ({ id }) => id,
    ),
  };
}

export type SystemListView = ReturnType<typeof viewSystemList>;

/**
 * A system as a list of systems shows it: names, whether it is a sample, counts with the days on which they change.
 */
export function showSystemBriefly(library: Library, system: System) {
  return {
    id: system.id,
    name: system.model.name,
    shortName: {
      zh: nameShortly(library, system, 'zh'),
      en: nameShortly(library, system, 'en'),
    },
    sample: system.model.sample,
    counts: timeSystem(library, system).counts,
  };
}

/** What the files of a system say; `statistics` and counts are worked out from it. */
export function viewSystemFile(library: Library, props: ViewProps) {
  const system = findSystem(library, props);
  const { since, until } = timeSystem(library, system);
  return { file: props.file, since, until, system: showSystem(library, system) };
}
