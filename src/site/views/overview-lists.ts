import { timed, timedList, valueOn } from '#core/model/timed.ts';
import type { Timed } from '#core/model/timed.ts';
import type { Counts, System, SystemRow } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { nameShortly } from '../data/system-name.ts';
import { listSystemDays, systemOn } from '../data/system-on.ts';

/** Places in the list of the weakest. */
const weakestShown = 10;

/** Years ahead for which a page knows which plans will be late. */
const yearsAhead = 2;

/** Days on which a count of any of the systems changes. */
function listDays(library: Library): readonly string[] {
  const days = library.systems.list.flatMap((system) => listSystemDays(library, system));
  return [...new Set(days)].toSorted();
}

/** Counts of all systems together; a standard of two systems counts in both. */
function sumCounts(list: readonly Counts[]): Counts {
  const sum = (name: Exclude<keyof Counts, 'coverage'>) =>
    list.reduce((all, counts) => all + counts[name], 0);
  const [expected, inForce] = [sum('expected'), sum('inForce')];
  return {
    expected,
    inForce,
    coming: sum('coming'),
    preparing: sum('preparing'),
    toMake: sum('toMake'),
    unverified: sum('unverified'),
    unnamed: sum('unnamed'),
    underway: sum('underway'),
    missing: sum('missing'),
    replaced: sum('replaced'),
    withdrawn: sum('withdrawn'),
    coverage: expected === 0 ? null : inForce / expected,
  };
}

/**
 * The sum of several numbers at first and on each day on which one of them changes. One without a value on a day
 * counts as 0.
 */
export function sumTimed(list: readonly Timed<number>[]): Timed<number> {
  const days = [...new Set(list.flatMap((phases) => phases.flatMap(({ from }) => from ?? [])))];
  return timed(days.toSorted(), (day) =>
    list.reduce((sum, phases) => sum + (valueOn(phases, day ?? '') ?? 0), 0),
  );
}

/** Counts of all systems together, at first and on each day on which one of them changes. */
export function showTotals(library: Library): Timed<Counts> {
  const { list } = library.systems;
  return timed(listDays(library), (day) =>
    sumCounts(list.map((system) => systemOn(library, system, day).counts)),
  );
}

/** Names of systems for lists over all of them. */
function nameOf(library: Library, system: System) {
  return {
    id: system.id,
    zh: nameShortly(library, system, 'zh'),
    en: nameShortly(library, system, 'en'),
  };
}

/** Places that miss standards, those with the least share in force first, then those that miss most. */
export function showWeakest(library: Library) {
  const { list } = library.systems;
  return timed(listDays(library), (day) =>
    list
      .flatMap((system) => {
        const { places } = systemOn(library, system, day);
        return places.map(({ id, name, counts }) => ({
          system: nameOf(library, system),
          id,
          name,
          counts,
        }));
      })
      .filter(({ counts }) => counts.missing > 0)
      .toSorted(
        (a, b) =>
          (a.counts.coverage ?? 0) - (b.counts.coverage ?? 0) ||
          b.counts.missing - a.counts.missing,
      )
      .slice(0, weakestShown),
  );
}

export type WeakPlace = ReturnType<typeof showWeakest>[number]['value'][number];

/** How the plans of a year stand, in the order in which a page shows them. */
const planGroups = ['done', 'running', 'waiting', 'late'] as const;
export type PlanGroup = (typeof planGroups)[number];

/**
 * Where a row stands in the plans of a year: `done` was issued in it, `late` was planned for a year that is over,
 * `running` is being written and not late, `waiting` is to be made in this year. Absent for all other rows.
 */
export function planGroupOf(
  { state, subject }: Pick<SystemRow, 'state' | 'subject'>,
  year: number,
): PlanGroup | undefined {
  if (subject.kind === 'standard' && (state === 'in-force' || state === 'coming')) {
    return subject.entry.issued?.startsWith(`${year}-`) ? 'done' : undefined;
  }
  const planned = subject.kind === 'planned' ? subject.plan.year : undefined;
  if (state !== 'preparing' && state !== 'to-make') return undefined;
  if (planned !== undefined && planned < year) return 'late';
  if (state === 'preparing') return 'running';
  return planned === year ? 'waiting' : undefined;
}

/** Days on which the plans of a system may stand otherwise: the first of a year makes plans late. */
function listPlanDays({ asOf }: Library, days: readonly string[]): readonly string[] {
  const year = Number(asOf.slice(0, 4));
  const newYears = Array.from({ length: yearsAhead }, (_, at) => `${year + at + 1}-01-01`);
  return [...new Set([...days, ...newYears])].toSorted();
}

const yearOn = (day: string) => Number(day.slice(0, 4));

/** The plans of a system in the year of the day, in four lists. */
export function listSystemPlans(library: Library, system: System) {
  const { asOf } = library;
  const days = listPlanDays(library, listSystemDays(library, system));
  return {
    year: timed(days, (day = asOf) => yearOn(day)),
    groups: planGroups.map((group) => ({
      group,
      list: timedList(
        days,
        (day) =>
          systemOn(library, system, day).rows.flatMap((row) =>
            planGroupOf(row, yearOn(day ?? asOf)) === group ? [showPlan(row)] : [],
          ),
        ({ code }) => code,
      ),
    })),
  };
}

export type SystemPlans = ReturnType<typeof listSystemPlans>;

/** How many plans of the year of the day stand how, over all systems and in each that has some. */
export function showPlans(library: Library) {
  const { asOf, systems } = library;
  const own = systems.list.map((system) => ({
    system: nameOf(library, system),
    plans: listSystemPlans(library, system),
  }));
  return {
    year: timed(listPlanDays(library, []), (day = asOf) => yearOn(day)),
    groups: planGroups.map((group) => {
      const each = own.flatMap(({ system, plans }) => {
        const count = plans.groups.find((of) => of.group === group)?.list.count ?? [];
        return count.some(({ value }) => value > 0) ? [{ system, count }] : [];
      });
      return { group, count: sumTimed(each.map(({ count }) => count)), systems: each };
    }),
  };
}

function showPlan({ code, number, title, level, subject }: SystemRow) {
  return {
    code,
    number,
    title,
    level,
    issued: subject.kind === 'standard' ? subject.entry.issued : undefined,
    year: subject.kind === 'planned' ? subject.plan.year : undefined,
  };
}

export type ShownPlan = ReturnType<typeof showPlan>;
export type PlansView = ReturnType<typeof showPlans>;
