import { addDays } from '#core/base/day.ts';
import { listReferenceDays } from '#core/catalog/index.ts';
import { addYears } from '#core/catalog/status.ts';
import { timed, timedList, valueOn } from '#core/model/timed.ts';
import type { Timed } from '#core/model/timed.ts';
import { gapsOf, oldRowsOf } from '#core/systems/index.ts';
import type { Gaps, Place, RowState, System, SystemRow } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { lacksEnglish } from '../data/system-choices.ts';
import { memoBeside } from '#core/base/memo.ts';
import { listSystemPlans, sumTimed } from './overview-lists.ts';
import type { ViewProps } from './props.ts';
import { datesOf, findSystem, showSystemBriefly } from './system.ts';
import { listSystemDays, systemOn } from '../data/system-on.ts';

/** Years ahead for which a page knows what will have grown old. */
const yearsAhead = 2;

const showPlace = ({ id, name }: Place) => ({ id, name });
const keyOfPlace = ({ id }: { readonly id: string }) => id;
const showStandard = ({ code, number, title, subject }: SystemRow) => ({
  code,
  number,
  title,
  slug: subject.kind === 'standard' ? subject.entry.slug : undefined,
});

/** Days on which a list of gaps may change: those of the system, and of what its standards cite. */
function listGapDays(library: Library, system: System): readonly string[] {
  const { catalog } = library;
  const days = new Set(listSystemDays(library, system));
  for (const { subject } of system.rows) {
    const row = subject.kind === 'standard' ? subject.entry.row : undefined;
    for (const day of row ? listReferenceDays(row, catalog) : []) days.add(day);
  }
  return [...days].toSorted();
}

/** Days until the end of the next years but one on which a standard in force will have grown old. */
function listBirthdays({ asOf, catalog }: Library, { rows }: System): readonly string[] {
  const end = `${Number(asOf.slice(0, 4)) + yearsAhead}-12-31`;
  const days = rows.flatMap(({ subject }) => {
    if (subject.kind !== 'standard') return [];
    const since = subject.status.confirmed ?? subject.entry.implemented;
    const day = since && dayAfter(addYears(since, catalog.reviewYears));
    return day && day > asOf && day <= end ? [day] : [];
  });
  return days;
}

function dayAfter(day: string): string {
  // A 29 February of a common year is its 1 March already.
  return Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : addDays(day, 1);
}

const gapsKept = memoBeside((system: System, library: Library) => collect(library, system));

/** The gaps of a system, day by day; worked out once. */
export function showGaps(library: Library, system: System): ShownGaps {
  return gapsKept(system, library);
}

function collect(library: Library, system: System) {
  const { catalog } = library;
  const days = listGapDays(library, system);
  const oldDays = [...new Set([...days, ...listBirthdays(library, system)])].toSorted();
  const catalogOn = (day?: string) => (day === undefined ? catalog : catalog.on(day));
  const kept = new Map<string | undefined, Gaps>();
  const at = (day?: string): Gaps => {
    let gaps = kept.get(day);
    if (!gaps) kept.set(day, (gaps = gapsOf(systemOn(library, system, day), catalogOn(day))));
    return gaps;
  };
  const missing = timed(days, (day) => systemOn(library, system, day).counts.missing);
  const lists = {
    old: timedList(
      oldDays,
      (day) =>
        oldRowsOf(systemOn(library, system, day).rows, catalogOn(day)).map(
          ({ row, since, review }) => ({
            ...showStandard(row),
            due: addYears(since, catalog.reviewYears),
            review,
          }),
        ),
      ({ code }) => code,
    ),
    stale: timedList(
      days,
      (day) =>
        at(day).staleReferences.map(({ row, entry, heirs }) => ({
          ...showStandard(row),
          cited: { slug: entry.slug, number: entry.number },
          heirs: heirs.map(({ slug, number }) => ({ slug, number })),
        })),
      ({ code, cited }) => `${code} ${cited.slug}`,
    ),
    enterprise: timedList(days, (day) => at(day).enterpriseOnly.map(showPlace), keyOfPlace),
    empty: timedList(days, (day) => at(day).empty.map(showPlace), keyOfPlace),
    adoption: timedList(
      days,
      (day) =>
        at(day).withoutAdoption.map(({ place, adoption }) => ({
          ...showPlace(place),
          unknown: adoption.unknown,
          of: adoption.unknown + adoption.none + adoption.corresponds,
        })),
      keyOfPlace,
    ),
  };
  const all: readonly Timed<number>[] = [
    missing,
    ...Object.values(lists).map(({ count }) => count),
  ];
  const total = timed(oldDays, (day) =>
    all.reduce((sum, phases) => sum + (valueOn(phases, day ?? '') ?? 0), 0),
  );
  return { missing, ...lists, total };
}

type ShownGaps = ReturnType<typeof collect>;
/** How much an item of a list weighs, in the order in which lists stand on every day; what is being mended comes last. */
export const gapWeights = {
  empty: 5,
  stale: 5,
  missing: 3,
  unverified: 2,
  enterprise: 2,
  old: 1,
  adoption: 1,
  underway: 0,
} as const;
export type GapListKind = keyof typeof gapWeights;

/** Kinds of lists in the order in which they stand. */
export const gapListKinds = Object.keys(gapWeights) as readonly GapListKind[];

/** Lists that are marked as those to begin with. */
const listsFirst = 10;

/** Rows of some states, day by day. */
function listState(
  library: Library,
  system: System,
  days: readonly string[],
  states: readonly RowState[],
) {
  return timedList(
    days,
    (day) =>
      systemOn(library, system, day)
        .rows.filter(({ state }) => states.includes(state))
        .map(({ code, number, title, state, level }) => ({ code, number, title, state, level })),
    ({ code }) => code,
  );
}

/** How many items each list of each system has, the heaviest system first, the heaviest lists marked. */
export function viewGaps(library: Library) {
  const { list } = library.systems;
  const systems = list.map((system) => {
    const { counts, weights, toMake } = showSystemGaps(library, system);
    const { id, shortName, sample } = showSystemBriefly(library, system);
    return {
      id,
      shortName,
      sample,
      counts,
      weights,
      total: showGaps(library, system).total,
      /** Years for which standards are planned that nobody writes yet. */
      years: [...new Set(toMake.flatMap(({ year }) => year ?? []))].toSorted((a, b) => a - b),
    };
  });
  const heaviest = systems
    .flatMap(({ id, weights }) => weights.map(({ kind, weight }) => ({ id, kind, weight })))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, listsFirst)
    .filter(({ weight }) => weight > 0);
  const heft = ({ weights }: (typeof systems)[number]) =>
    weights.reduce((sum, { weight }) => sum + weight, 0);
  return {
    reviewYears: library.catalog.reviewYears,
    ...datesOf(library, list),
    kinds: gapListKinds.map((kind) => ({
      kind,
      total: sumTimed(systems.map(({ counts }) => counts[kind])),
    })),
    systems: systems
      .toSorted((a, b) => heft(b) - heft(a))
      .map(({ weights: _weights, ...system }) => ({
        ...system,
        first: heaviest.flatMap(({ id, kind }) => (id === system.id ? kind : [])),
      })),
  };
}

export type GapsView = ReturnType<typeof viewGaps>;

/** The gaps of one system and how its plans of the year stand, each a list, with the days on which they change. */
export function viewSystemGaps(library: Library, props: ViewProps) {
  const system = findSystem(library, props);
  const { weights: _weights, ...lists } = showSystemGaps(library, system);
  return {
    ...lists,
    reviewYears: library.catalog.reviewYears,
    ...datesOf(library, [system]),
    untranslated: lacksEnglish(system.rows),
    plans: listSystemPlans(library, system),
    kinds: gapListKinds,
  };
}

export type SystemGapsView = ReturnType<typeof viewSystemGaps>;

function showSystemGaps(library: Library, system: System) {
  const places = new Map(system.places.map((place) => [place.key, showPlace(place)]));
  const days = listSystemDays(library, system);
  const gaps = showGaps(library, system);
  const underway = listState(library, system, days, ['coming', 'preparing']);
  const unverified = listState(library, system, days, ['unverified']);
  const counts: Readonly<Record<GapListKind, Timed<number>>> = {
    missing: gaps.missing,
    underway: underway.count,
    unverified: unverified.count,
    old: gaps.old.count,
    stale: gaps.stale.count,
    enterprise: gaps.enterprise.count,
    empty: gaps.empty.count,
    adoption: gaps.adoption.count,
  };
  return {
    ...showSystemBriefly(library, system),
    gaps,
    counts,
    weights: gapListKinds.map((kind) => ({
      kind,
      weight: gapWeights[kind] * (counts[kind][0]?.value ?? 0),
    })),
    underway,
    unverified,
    toMake: system.rows
      .flatMap((row) =>
        row.state === 'to-make'
          ? [
              {
                title: row.title,
                level: row.level,
                year: row.subject.kind === 'planned' ? row.subject.plan.year : undefined,
                place: places.get(row.place),
              },
            ]
          : [],
      )
      .toSorted((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity)),
    unnamed: timedList(
      days,
      (day) =>
        systemOn(library, system, day).places.flatMap((place) =>
          place.counts.unnamed > 0 ? [{ ...showPlace(place), unnamed: place.counts.unnamed }] : [],
        ),
      keyOfPlace,
    ),
  };
}
