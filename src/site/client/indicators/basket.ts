import type { OWN_WORDS } from '../../i18n/browser/indicators.ts';
import { readAskedBasket } from '../basket/asked.ts';

type Words = (typeof OWN_WORDS)['zh'];

/** Leads from the list of groups to each with the basket that the address asks for. */
export function carryBasket(page: HTMLElement): void {
  const { search, hash } = window.location;
  if (readAskedBasket(window.location).kind === 'nothing') return;
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-group]')) {
    link.href = new URL(link.href).pathname + search + hash;
  }
}

/** Leaves of a group what the basket of the address holds, and says so; all of it where that is nothing. */
export function showBasket(page: HTMLElement, words: Words): void {
  const asked = readAskedBasket(window.location);
  const place = page.querySelector<HTMLElement>('[data-of-basket]');
  if (asked.kind === 'nothing' || !place) return;
  place.hidden = false;
  if (asked.kind !== 'basket') {
    place.textContent = words.badBasket;
    return;
  }
  const { name, items } = asked.basket;
  const slugs = new Set(items.map(({ slug }) => slug));
  const parts = [...page.querySelectorAll<HTMLElement | SVGElement>('[data-slug]')];
  const isOther = (part: Element): boolean => !slugs.has(part.getAttribute('data-slug') ?? '');
  const kept = parts.filter((part) => part.matches('li') && !isOther(part)).length;
  if (kept === 0) {
    place.textContent = words.noneOfBasket(name);
    return;
  }
  for (const part of parts) part.toggleAttribute('hidden', isOther(part));
  const all = document.createElement('a');
  const address = new URL(window.location.href);
  address.searchParams.delete('basket');
  address.hash = '';
  all.href = address.href;
  all.textContent = words.all;
  place.replaceChildren(`${words.ofBasket(name, kept)} `, all);
}
