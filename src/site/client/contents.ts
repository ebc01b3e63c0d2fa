import type { Place } from './reading-place.ts';

/** Marks the entry of the contents list in whose section the reader is; below 64rem the list is a sheet. */
export function startContents(): (place: Place | undefined) => void {
  const list = document.querySelector<HTMLElement>('.contents');
  const details = list?.querySelector('details');
  if (!list || !details) return () => undefined;
  const links = new Map(
    [...list.querySelectorAll<HTMLAnchorElement>('a')].map((link) => [
      decodeURIComponent(link.hash.slice(1)),
      link,
    ]),
  );
  startSheet(list, details);
  let current: HTMLElement | undefined;
  return (place) => {
    const next = place && findEntry(place.head, links);
    if (next === current) return;
    current?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'true');
    current = next;
    if (next) keepInSight(next, list);
  };
}

/** The entry of a clause, or of the nearest one around it. */
function findEntry(
  head: HTMLElement,
  links: ReadonlyMap<string, HTMLElement>,
): HTMLElement | undefined {
  const own = links.get(head.id);
  if (own) return own;
  for (let clause = head.closest('.clause'); clause;) {
    const found = links.get(clause.querySelector(':scope > [id]')?.id ?? '');
    if (found) return found;
    clause = clause.parentElement?.closest('.clause') ?? null;
  }
  return undefined;
}

function keepInSight(link: HTMLElement, list: HTMLElement): void {
  if (list.scrollHeight <= list.clientHeight) return;
  const top = link.offsetTop - list.clientHeight / 3;
  list.scrollTop = Math.max(0, top);
}

function startSheet(list: HTMLElement, details: HTMLDetailsElement): void {
  const wide = window.matchMedia('(min-width: 64rem)');
  const opener = document.querySelector<HTMLElement>('.bar-contents');
  const close = () => {
    if (wide.matches) return;
    details.open = false;
    list.classList.remove('sheet');
    opener?.setAttribute('aria-expanded', 'false');
  };
  list.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) close();
  });
  details.addEventListener('toggle', () => {
    if (!details.open) close();
  });
  if (!opener) return;
  opener.setAttribute('role', 'button');
  opener.setAttribute('aria-expanded', 'false');
  const toggle = (event: Event) => {
    event.preventDefault();
    if (list.classList.contains('sheet')) {
      close();
      return;
    }
    list.classList.add('sheet');
    details.open = true;
    opener.setAttribute('aria-expanded', 'true');
    const at = list.querySelector<HTMLElement>('[aria-current]');
    (at ?? list.querySelector<HTMLElement>('summary'))?.focus({ preventScroll: true });
    if (at) keepInSight(at, list);
  };
  opener.addEventListener('click', toggle);
  opener.addEventListener('keydown', (event) => {
    if (event.key === ' ') toggle(event);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !list.classList.contains('sheet')) return;
    close();
    opener.focus();
  });
}
