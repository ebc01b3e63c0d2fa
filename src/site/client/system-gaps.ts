import './reader-day.ts';
import { openNamedGroup } from './hash.ts';

/** Opens the list an address names, and every list on paper. */
export function startGapLists(page: HTMLElement): void {
  let closed: readonly HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    closed = [...page.querySelectorAll('details')].filter(({ open }) => !open);
    for (const list of closed) list.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const list of closed) list.open = false;
    closed = [];
  });
  openNamedGroup(page, (list) => list.scrollIntoView());
}
