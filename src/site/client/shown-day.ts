import { isDay } from '#core/base/day.ts';
import { localDay } from '#search/shared/day.ts';

/** The name of the day in an address: `?on=2025-03-01`. */
export const dayParameter = 'on';

/** The day whose statuses a page shows: that of its address, or the reader's own. */
export interface ShownDay {
  readonly day: string;
  readonly today: string;
  /** What stands in the address in place of a day. */
  readonly fault?: string;
}

/** The day that the query of an address asks for; today where it asks for none, or for what is no day. */
export function readShownDay(query: string, today: string): ShownDay {
  const asked = new URLSearchParams(query).get(dayParameter) ?? '';
  if (asked === '') return { day: today, today };
  return isDay(asked) ? { day: asked, today } : { day: today, today, fault: asked };
}

/** The day that this page shows; its address may change while it is open. */
export const shownDay = (): ShownDay => readShownDay(window.location.search, localDay());

/** An address with another day in it, or with none. */
export function withDay(url: URL, day?: string): URL {
  const other = new URL(url);
  if (day === undefined) other.searchParams.delete(dayParameter);
  else other.searchParams.set(dayParameter, day);
  return other;
}
