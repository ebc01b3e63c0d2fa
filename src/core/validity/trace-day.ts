import { countDays } from '../base/day.ts';
import type { DayStanding } from '../catalog/day-status.ts';
import { statusOn, stemOf } from './known.ts';
import type { KnownStandard } from './known.ts';

/** What a standard was on a day, with the standards a reader then needs. */
export interface DayTrace {
  readonly standing: DayStanding;
  /** What held in its place before it came into force; after that what replaces the whole of it. */
  readonly others: readonly KnownStandard[];
  /** Whether one of those that replace it was issued by then. */
  readonly isAnnounced: boolean;
  /** The days until the status changes next, or since it did last where it changes no more. */
  readonly days?: number;
}

/** What a standard was on a day, `YYYY-MM-DD`, as the facts of all that are known tell it. */
export function traceDay(
  standard: KnownStandard,
  all: readonly KnownStandard[],
  day: string,
): DayTrace {
  const standing = statusOn(standard, day);
  const isBefore = standing.status === '尚未发布' || standing.status === '即将实施';
  const others = isBefore
    ? listHolding(standard, all, day)
    : listSuccessors(standard, all, standing);
  const { since, until } = standing;
  const isOver = standing.status === '被代替' || standing.status === '废止';
  const [from, to] = isOver ? [since, day] : [day, until];
  return {
    standing,
    others,
    isAnnounced: !isBefore && others.some((each) => statusOn(each, day).status !== '尚未发布'),
    ...(from !== undefined && to !== undefined && { days: countDays(from, to) }),
  };
}

/** What was in force on a day in place of one that was not: other editions of the number, and what it replaces. */
function listHolding(standard: KnownStandard, all: readonly KnownStandard[], day: string) {
  const { key } = standard;
  return all.filter(
    (each) =>
      each.key !== key &&
      (stemOf(each) === stemOf(standard) ||
        (each.facts.replacedBy ?? []).some((next) => next.key === key && !next.partial)) &&
      statusOn(each, day).status === '现行',
  );
}

/** Those that replaced it by then, or else those that will on the day its status changes. */
function listSuccessors(
  { facts }: KnownStandard,
  all: readonly KnownStandard[],
  { status, replacedBy, newer, until }: DayStanding,
): readonly KnownStandard[] {
  const whole = (facts.replacedBy ?? []).filter(({ partial }) => !partial);
  const keys =
    status === '被代替'
      ? replacedBy
      : status === '废止'
        ? whole.map(({ key }) => key)
        : whole.flatMap(({ key, implemented }) =>
            newer.includes(key) && implemented === until ? [key] : [],
          );
  return all.filter(({ key }) => keys.includes(key));
}
