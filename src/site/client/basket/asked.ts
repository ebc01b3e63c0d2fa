import { findCurrent, readShare } from '#core/basket/index.ts';
import type { Basket } from '#core/basket/index.ts';
import { loadBaskets } from './store.ts';

/** The basket that an address asks a tool for, or why there is none. */
export type AskedBasket =
  | { readonly kind: 'basket'; readonly basket: Pick<Basket, 'name' | 'items'> }
  | { readonly kind: 'nothing' }
  /** This browser has no basket of that id. */
  | { readonly kind: 'unknown' }
  /** The shared address was cut, or made by a later version of the site. */
  | { readonly kind: 'damaged' };

/**
 * Returns the basket that an address asks for: `?basket=ID` one of this browser, `?basket` its current one, and `#b1=…` one that is
 * shared (`core/basket/address.ts`). What tools that work on lists of standards import, with `loadBaskets` to let the reader choose.
 */
export function readAskedBasket({ search, hash }: Pick<Location, 'search' | 'hash'>): AskedBasket {
  const shared = readShare(hash);
  if (shared.kind === 'basket') return shared;
  if (shared.kind !== 'nothing') return { kind: 'damaged' };
  const id = new URLSearchParams(search).get('basket');
  if (id === null) return { kind: 'nothing' };
  const { baskets } = loadBaskets();
  const basket = id === '' ? findCurrent(baskets) : baskets.baskets.find((each) => each.id === id);
  return basket ? { kind: 'basket', basket } : { kind: 'unknown' };
}
