import { isDay } from '#core/base/day.ts';
import { localDay } from '#search/shared/day.ts';

/** The name of the day in an address: `?on=2025-03-01`. */
const PARAMETER = 'on';

/** The day whose statuses a page shows: that of its address, or the reader's own. */
export interface ShownDay {
  readonly day: string;
  readonly today: string;
  /** What stands in the address in place of a day. */
  readonly fault?: string;
}

/** The day that the query of an address asks for; today where it asks for none, or for what is no day. */
export function readShownDay(query: string, today: string): ShownDay {
  const asked = new URLSearchParams(query).get(PARAMETER) ?? '';
  if (asked === '') return { day: today, today };
  return isDay(asked) ? { day: asked, today } : { day: today, today, fault: asked };
}

/** The day that this page shows; its address may change while it is open. */
export const shownDay = (): ShownDay => readShownDay(window.location.search, localDay());

/** The address of a page with the day shown here in it, so that the day travels while one reads; of files and other sites as it is. */
export function keepDay(href: string): string {
  const { day, today } = shownDay();
  const url = new URL(href, document.baseURI);
  // A file that is made here (`blob:`) has the origin of the page, too.
  const isHere = url.protocol === window.location.protocol && url.origin === window.location.origin;
  const isPage = isHere && /\/(?:[^/.]+)?$/.test(url.pathname);
  if (day === today || !isPage || url.searchParams.has(PARAMETER)) return href;
  return withDay(url, day).href;
}

/** An address with another day in it, or with none. */
export function withDay(url: URL, day?: string): URL {
  const other = new URL(url);
  if (day === undefined) other.searchParams.delete(PARAMETER);
  else other.searchParams.set(PARAMETER, day);
  return other;
}

/** Links take the day shown along, when they are about to be followed, shown or copied; so do forms of search. */
export function startKeepingDay(): void {
  const carry = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || 'leavesDay' in link.dataset) return;
    const href = keepDay(link.href);
    if (href !== link.href) link.href = href;
  };
  for (const event of ['pointerover', 'focusin', 'click', 'auxclick', 'contextmenu'])
    document.addEventListener(event, carry, true);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[role="search"]')) {
    const { day, today } = shownDay();
    if (day === today) continue;
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: PARAMETER, value: day });
    form.append(field);
  }
}
