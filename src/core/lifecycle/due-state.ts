import { addDays, countDays } from '../base/day.ts';

/**
 * What a reader is told of something that is due, on the day of reading: late, due within a month, later; of a day before
 * which nothing may happen, that it is waited for or that it has passed. Loads little: it is shipped to the browser.
 */
export type DueState = 'late' | 'soon' | 'later' | 'waits' | 'open';

/** Days ahead that are `soon`. */
const soonDays = 30;

/** The state of a day on another, and the days between them, never negative. */
export function judgeDue(
  due: string,
  isLeast: boolean,
  today: string,
): { readonly state: DueState; readonly days: number } {
  const ahead = countDays(today, due);
  const days = Math.abs(ahead);
  if (isLeast) return { state: ahead > 0 ? 'waits' : 'open', days };
  if (ahead < 0) return { state: 'late', days };
  return { state: ahead <= soonDays ? 'soon' : 'later', days };
}

/** The weeks of a month `YYYY-MM`, Monday first; null where a day is of another month. */
export function layOutMonth(month: string): readonly (readonly (string | null)[])[] {
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks: (string | null)[][] = [];
  for (
    let start = addDays(first, -weekday);
    start.slice(0, 7) <= month;
    start = addDays(start, 7)
  ) {
    const week = Array.from({ length: 7 }, (_, at) => addDays(start, at));
    weeks.push(week.map((day) => (day.slice(0, 7) === month ? day : null)));
  }
  return weeks;
}

/** The month so many months later, `YYYY-MM`. */
export function addToMonth(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const ahead = year * 12 + number - 1 + count;
  return `${String(Math.floor(ahead / 12)).padStart(4, '0')}-${String((ahead % 12) + 1).padStart(2, '0')}`;
}
