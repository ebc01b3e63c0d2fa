import { localDay } from '#search/shared/day.ts';

/** The day of the address, `?on=2025-03-01`, or today where it names none. */
export function readDay(): string {
  const on = new URLSearchParams(window.location.search).get('on') ?? '';
  const time = /^\d{4}-\d{2}-\d{2}$/.test(on) ? Date.parse(`${on}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(on) ? on : localDay();
}
