import {
  addBasket,
  addItems,
  findCurrent,
  noBaskets,
  readBaskets,
  writeBaskets,
} from '#core/basket/index.ts';
import type { BasketItem, Baskets } from '#core/basket/index.ts';
import { keep, putAside, readKept } from '../kept.ts';
import type { KeepFault } from '../kept.ts';

/** Where this browser keeps baskets, in the form of `core/basket/file.ts`. */
export const basketsKey = 'biaolian.baskets';

/** Baskets as they are known now; with a fault they hold for this page only, or those of another version stand aside. */
export interface KeptBaskets {
  readonly baskets: Baskets;
  readonly fault?: KeepFault | 'damaged';
}

/** What could not be kept, for as long as the page is open. */
let unkept: Baskets | undefined;
const hearers = new Set<() => void>();

/** Returns the baskets of this browser. What cannot be read is left where it is, and put aside before anything is written. */
export function loadBaskets(): KeptBaskets {
  if (unkept) return { baskets: unkept, fault: 'refused' };
  const { text, fault } = readKept(basketsKey);
  if (fault) return { baskets: noBaskets, fault };
  if (text === null) return { baskets: noBaskets };
  const read = readBaskets(text);
  return read.kind === 'baskets'
    ? { baskets: read.baskets }
    : { baskets: noBaskets, fault: read.kind };
}

/**
 * Changes the baskets as they are kept now, in whichever window, and keeps the result. Returns why it was not kept; the page then
 * goes on with it alone.
 */
export function changeBaskets(change: (before: Baskets) => Baskets): KeepFault | undefined {
  const changed = change(loadBaskets().baskets);
  const failed = write(changed);
  unkept = failed ? changed : undefined;
  for (const hear of hearers) hear();
  return failed;
}

/** Nothing is written over what this version of the site cannot read, before that stands aside. */
function write(baskets: Baskets): KeepFault | undefined {
  const { text } = readKept(basketsKey);
  const isOther = text !== null && readBaskets(text).kind !== 'baskets';
  if (isOther && putAside(basketsKey, text) === undefined) return 'full';
  return keep(basketsKey, writeBaskets(baskets));
}

/** Hears of each change of baskets, here or in another window. */
export function onBaskets(hear: () => void): void {
  hearers.add(hear);
  window.addEventListener('storage', ({ key }) => {
    if (key === basketsKey || key === null) hear();
  });
}

/** Puts standards into the current basket, into a new one of the given name where there is none. */
export function collect(items: readonly BasketItem[], firstName: string): KeepFault | undefined {
  return changeBaskets((all) => {
    const current = findCurrent(all);
    if (current) return addItems(all, current.id, items);
    return addBasket(all, { id: newId(), name: firstName, items });
  });
}

/** An id that no other basket has: it is never shared, so a number of this browser will do. */
export function newId(): string {
  const { baskets } = loadBaskets().baskets;
  let at = baskets.length + 1;
  while (baskets.some(({ id }) => id === `b${at}`)) at += 1;
  return `b${at}`;
}
