/** Whether text is `YYYY-MM-DD` and there is such a day. */
export function isDay(value: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

/** Of the months of a common year: a catalogue has hundreds of thousands of days, and `Date` takes longer. */
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day so many days later, `YYYY-MM-DD`; earlier where the number is negative. */
export function addDays(day: string, days: number): string {
  const date = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
  return date.toISOString().slice(0, 10);
}

/** Days from one day to another, `YYYY-MM-DD`: negative where the other is earlier. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** China has been eight hours ahead of UTC all year since 1992. */
const aheadOfUtc = 8 * 3_600_000;

/** The clock of China at an instant in milliseconds since 1970: `2026-12-01T08:00:00.000`, day and time by their places. */
export function toChinaTime(instant: number): string {
  return new Date(instant + aheadOfUtc).toISOString().slice(0, -1);
}

/** The day in China of an instant in milliseconds since 1970, `YYYY-MM-DD`. */
export function toChinaDay(instant: number): string {
  return toChinaTime(instant).slice(0, 10);
}
