import { cleanItems, cleanName, isSlug } from './basket.ts';
import type { Basket, BasketItem } from './basket.ts';

/** What a shared address holds: a name and standards by their slugs. */
export type SharedBasket = Pick<Basket, 'name' | 'items'>;

/** A list in an address, or why there is none: nothing is shared, or by a later version of the site, or cut on the way. */
export type ReadShare =
  | { readonly kind: 'basket'; readonly basket: SharedBasket }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'damaged' };

/** An address part longer than this is cut by programs that pass addresses on. */
export const longestShare = 8000;

/** So many characters of the slug before it begin a slug, as one digit of base 36. */
const mostShared = 35;

/**
 * A basket as the part of an address behind `#`, which no browser sends to a server: `b1=0gb-t-191-2008_5…&n=NAME&c=2`. A slug is
 * written without the characters that it shares with the one before it, their number (base 36) in front; `c` counts them. Undefined
 * where it would be longer than `longestShare`: some 200 standards always have room, most often 500.
 */
export function writeShare({ name, items }: SharedBasket): string | undefined {
  let before = '';
  const coded = items.map(({ slug }) => {
    const shared = countShared(before, slug);
    before = slug;
    return shared.toString(36) + slug.slice(shared);
  });
  const text = `b1=${coded.join('_')}&c=${items.length}&n=${encodeURIComponent(cleanName(name))}`;
  return text.length > longestShare ? undefined : text;
}

/** Returns the basket in the part of an address behind `#`. One whose count is not that of its standards was cut. */
export function readShare(hash: string): ReadShare {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const coded = params.get('b1');
  if (coded === null) {
    const isOther = [...params.keys()].some((key) => /^b\d+$/.test(key));
    return { kind: isOther ? 'other-version' : 'nothing' };
  }
  const items: BasketItem[] = [];
  let before = '';
  for (const each of coded === '' ? [] : coded.split('_')) {
    const shared = Number.parseInt(each.slice(0, 1), 36);
    const slug = before.slice(0, shared) + each.slice(1);
    if (!(shared <= before.length) || !isSlug(slug)) return { kind: 'damaged' };
    items.push({ slug, number: slug });
    before = slug;
  }
  if (params.get('c') !== String(items.length)) return { kind: 'damaged' };
  const name = cleanName(params.get('n') ?? '');
  return { kind: 'basket', basket: { name, items: cleanItems(items) } };
}

function countShared(a: string, b: string): number {
  let at = 0;
  while (at < mostShared && at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}
