import { effectiveStatus } from '#core/catalog/status.ts';
import type { EffectiveStatus, Status, StatusFacts, StatusFlag } from '#core/catalog/status.ts';

/** The last day that can be written: what holds when all announced days have passed. */
const END = '9999-12-31';

/** A state that a page has words for. */
export type State = Status | StatusFlag;

/**
 * Statuses and flags that hold on the day of the build or will hold on a day already announced.
 * A page carries the words for each, so that the browser only has to show and hide.
 */
export function listStates(
  facts: StatusFacts,
  today: EffectiveStatus,
  reviewYears: number,
): ReadonlySet<State> {
  const days = [today.until, END].filter((day) => day !== undefined);
  const later = days.map((day) => effectiveStatus(facts, day, reviewYears));
  return new Set([today, ...later].flatMap(({ status, flags }) => [status, ...flags]));
}

/** Whether the status will be another one day, by what is known now. */
export function mayChange(
  facts: StatusFacts,
  today: EffectiveStatus,
  reviewYears: number,
): boolean {
  return listStates(facts, today, reviewYears).size > today.flags.length + 1;
}
