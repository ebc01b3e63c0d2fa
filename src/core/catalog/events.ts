import { addYears, laterStatuses, effectiveStatus } from './status.ts';
import type { StatusFacts } from './status.ts';

/** What happens to a standard on a day. `review-due`: the day by which its next review (复审) has to be done. */
export type EventKind =
  | 'issued'
  | 'implemented'
  | 'confirmed'
  | 'superseded'
  | 'withdrawn'
  | 'review-due';

export interface StandardEvent {
  readonly kind: EventKind;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

const kindOrder: readonly EventKind[] = [
  'issued',
  'implemented',
  'confirmed',
  'superseded',
  'withdrawn',
  'review-due',
];

/**
 * The dated events of a standard, oldest first: those that were, and those that are announced. Drafts have none; a review is
 * due only of what is hosted and in force, since nothing is known of the reviews of others.
 */
export function listStandardEvents(
  facts: StatusFacts,
  asOf: string,
  reviewYears: number,
): readonly StandardEvent[] {
  if (facts.declared === 'draft') return [];
  const events: StandardEvent[] = [];
  const add = (kind: EventKind, day: string | undefined): void => {
    if (day !== undefined) events.push({ kind, day });
  };
  const today = effectiveStatus(facts, asOf, reviewYears);
  add('issued', facts.issued);
  add('implemented', facts.implemented);
  const reviews = facts.reviews ?? [];
  for (const { date, result } of reviews) if (result === '继续有效') add('confirmed', date);
  const ends = [{ from: today.since, status: today.status }, ...laterStatuses(facts, asOf)];
  for (const { from, status } of ends) {
    if (status === '被代替') add('superseded', from);
    if (status === '废止') add('withdrawn', from);
  }
  const isOver = ends.some(({ status }) => status === '被代替' || status === '废止');
  const last = reviews.reduce<string | undefined>(
    (latest, { date }) => (latest === undefined || date > latest ? date : latest),
    facts.implemented,
  );
  if (facts.declared !== undefined && !isOver && last !== undefined) {
    add('review-due', addYears(last, reviewYears));
  }
  return events.sort(
    (a, b) =>
      (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
      kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind),
  );
}
