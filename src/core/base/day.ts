/** Whether text is `YYYY-MM-DD` and there is such a day. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

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
