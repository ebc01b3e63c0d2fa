import { dayParameter, shownDay, withDay } from './shown-day.ts';

/** The address of a page with the day shown here in it, so that the day travels while one reads; of files and other sites as it is. */
export function keepDay(href: string): string {
  const { day, today } = shownDay();
  const url = new URL(href, document.baseURI);
  // A file that is made here (`blob:`) has the origin of the page, too.
  const isHere = url.protocol === window.location.protocol && url.origin === window.location.origin;
  const isPage = isHere && /\/(?:[^/.]+)?$/.test(url.pathname);
  if (day === today || !isPage || url.searchParams.has(dayParameter)) return href;
  return withDay(url, day).href;
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
    Object.assign(field, { type: 'hidden', name: dayParameter, value: day });
    form.append(field);
  }
}
