import { isObject, parseJson } from '../base/json.ts';
import { cleanItems, cleanName, mostBaskets } from './basket.ts';
import type { Basket, BasketItem, Baskets } from './basket.ts';

/** What a browser keeps and a file holds says what it is, and of which version. */
const format = 'biaolian-baskets';
const version = 1;

/** Baskets as they were written, or why they cannot be read: by a later version of the site, or damaged. */
export type ReadBaskets =
  | { readonly kind: 'baskets'; readonly baskets: Baskets }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'damaged' };

/** All baskets as JSON: `{format, version, current, baskets: [{id, name, items: [{slug, number}]}]}`. */
export function writeBaskets({ current, baskets }: Baskets): string {
  return JSON.stringify({ format, version, ...(current !== undefined && { current }), baskets });
}

/** Returns the baskets of a text of `writeBaskets`; what is no basket in it is left out. Other versions are refused. */
export function readBaskets(text: string): ReadBaskets {
  const read = parseJson(text);
  if (!isObject(read) || read['format'] !== format) return { kind: 'damaged' };
  if (read['version'] !== version) return { kind: 'other-version' };
  const listed: readonly unknown[] = Array.isArray(read['baskets']) ? read['baskets'] : [];
  const baskets: Basket[] = [];
  for (const each of listed.slice(0, mostBaskets)) {
    const basket = readBasket(each);
    if (basket && !baskets.some(({ id }) => id === basket.id)) baskets.push(basket);
  }
  const current = read['current'];
  const isKnown = typeof current === 'string' && baskets.some(({ id }) => id === current);
  return { kind: 'baskets', baskets: { ...(isKnown && { current }), baskets } };
}

function readBasket(value: unknown): Basket | undefined {
  if (!isObject(value)) return undefined;
  const { id, name, items } = value;
  if (typeof id !== 'string' || id === '' || typeof name !== 'string') return undefined;
  const read = (Array.isArray(items) ? items : []).flatMap(
    (item: unknown): readonly BasketItem[] => {
      if (!isObject(item) || typeof item['slug'] !== 'string') return [];
      const { slug, number } = item;
      return [{ slug, number: typeof number === 'string' ? number : slug }];
    },
  );
  return { id, name: cleanName(name) || id, items: cleanItems(read) };
}
