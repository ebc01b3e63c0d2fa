/** A standard in a basket: where it stands on the site, and the number by which it is named where the site has it no longer. */
export interface BasketItem {
  readonly slug: string;
  /** As printed: `GB/T 191—2008`. */
  readonly number: string;
}

/** A named list of standards, each once, in the reader's order. */
export interface Basket {
  readonly id: string;
  readonly name: string;
  readonly items: readonly BasketItem[];
}

/** All baskets of a browser, and the one that standards are put into. */
export interface Baskets {
  /** Id of a basket; absent where there is none. */
  readonly current?: string;
  readonly baskets: readonly Basket[];
}

export const noBaskets: Baskets = { baskets: [] };

/** More than this no basket and no browser holds; what is beyond is not taken. */
export const mostItems = 1000;
export const mostBaskets = 100;
const longestName = 80;

/** Whether a text can be the slug of a standard: `gb-t-1.1-2020`. */
export const isSlug = (text: string): boolean => /^[a-z\d][a-z\d.-]{0,199}$/.test(text);

/** A name without what cannot be seen, at most 80 characters long; empty where nothing is left. */
export function cleanName(name: string): string {
  const seen = name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return [...seen].slice(0, longestName).join('').trim();
}

/** Each standard once, where it stands first; those whose slug is none are left out. */
export function cleanItems(items: readonly BasketItem[]): readonly BasketItem[] {
  const bySlug = new Map<string, BasketItem>();
  for (const { slug, number } of items) {
    if (isSlug(slug) && !bySlug.has(slug)) bySlug.set(slug, { slug, number: number.slice(0, 100) });
  }
  return [...bySlug.values()].slice(0, mostItems);
}

/** The basket that standards are put into: the current one, else the first; undefined where there is none. */
export function findCurrent({ current, baskets }: Baskets): Basket | undefined {
  return baskets.find(({ id }) => id === current) ?? baskets[0];
}

/** With one basket more, which becomes the current one. Unchanged where there are as many as a browser holds. */
export function addBasket(all: Baskets, basket: Basket): Baskets {
  if (all.baskets.length >= mostBaskets || all.baskets.some(({ id }) => id === basket.id))
    return all;
  const { id, name, items } = basket;
  const added = { id, name: cleanName(name) || id, items: cleanItems(items) };
  return { current: id, baskets: [...all.baskets, added] };
}

/** Without a basket; the one after it, or the last, becomes current where it was. */
export function removeBasket(all: Baskets, id: string): Baskets {
  const at = all.baskets.findIndex((each) => each.id === id);
  if (at < 0) return all;
  const baskets = all.baskets.filter((each) => each.id !== id);
  const current = all.current === id ? (baskets[at] ?? baskets.at(-1))?.id : all.current;
  return { ...(current !== undefined && { current }), baskets };
}

/** With another basket as the current one. Unchanged where there is none of that id. */
export function chooseBasket(all: Baskets, id: string): Baskets {
  return all.baskets.some((each) => each.id === id) ? { ...all, current: id } : all;
}

/** With a basket under another name; an empty name changes nothing. */
export function renameBasket(all: Baskets, id: string, name: string): Baskets {
  const cleaned = cleanName(name);
  return cleaned === '' ? all : changeBasket(all, id, (basket) => ({ ...basket, name: cleaned }));
}

/** With standards added behind those of a basket; those it has stay where they are. */
export function addItems(all: Baskets, id: string, items: readonly BasketItem[]): Baskets {
  return changeBasket(all, id, (basket) => ({
    ...basket,
    items: cleanItems([...basket.items, ...items]),
  }));
}

/** Without a standard of a basket. */
export function removeItem(all: Baskets, id: string, slug: string): Baskets {
  return changeBasket(all, id, (basket) => ({
    ...basket,
    items: basket.items.filter((item) => item.slug !== slug),
  }));
}

/** With a standard of a basket moved by some places, at most to an end. */
export function moveItem(all: Baskets, id: string, slug: string, by: number): Baskets {
  return changeBasket(all, id, (basket) => {
    const at = basket.items.findIndex((item) => item.slug === slug);
    const item = basket.items[at];
    if (!item) return basket;
    const items = basket.items.filter((each) => each !== item);
    items.splice(Math.max(0, Math.min(items.length, at + by)), 0, item);
    return { ...basket, items };
  });
}

function changeBasket(all: Baskets, id: string, change: (basket: Basket) => Basket): Baskets {
  return { ...all, baskets: all.baskets.map((each) => (each.id === id ? change(each) : each)) };
}
