/** Characters of an answer; an assistant reads no books. */
export const mostCharacters = 24_000;

/** The first items of a list that fit into so many characters as JSON, and how many are left. */
export function takeFitting<T>(
  items: readonly T[],
  most: number,
): { readonly taken: readonly T[]; readonly left: number } {
  let used = 0;
  let count = 0;
  for (const item of items) {
    used += JSON.stringify(item).length;
    if (used > most && count > 0) break;
    count += 1;
  }
  return { taken: items.slice(0, count), left: items.length - count };
}

/** A text cut to so many characters, none in two, with `…` where it was cut. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
