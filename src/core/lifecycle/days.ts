import { addDays } from '../base/day.ts';
import type { DeadlinesFile, Span } from './schema.ts';

/** The days off and the days worked that differ from the week. */
export type WorkCalendar = Pick<DeadlinesFile, 'holidays' | 'workdays'>;

/**
 * The last day of a span that begins on a day, `YYYY-MM-DD`. Months and years end on the day of the same number, or on the
 * last of a shorter month; the first working day is the one after the beginning.
 */
export function addSpan(day: string, span: Span, calendar: WorkCalendar): string {
  if (span.days !== undefined) return addDays(day, span.days);
  if (span.workdays !== undefined) return addWorkdays(day, span.workdays, calendar);
  return addMonths(day, (span.months ?? 0) + 12 * (span.years ?? 0));
}

function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const ahead = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(ahead / 12), ahead % 12];
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(toYear, 4)}-${pad(toMonth + 1, 2)}-${pad(Math.min(date, last), 2)}`;
}

function addWorkdays(day: string, count: number, { holidays, workdays }: WorkCalendar): string {
  const off = new Set(holidays);
  const on = new Set(workdays);
  const isWorked = (each: string): boolean => {
    if (on.has(each)) return true;
    const week = new Date(`${each}T00:00:00Z`).getUTCDay();
    return week !== 0 && week !== 6 && !off.has(each);
  };
  let last = day;
  // A calendar without working days would have no end.
  for (let left = count, tried = 0; left > 0 && tried < 10 * count + 1000; tried += 1) {
    last = addDays(last, 1);
    if (isWorked(last)) left -= 1;
  }
  return last;
}
