import { digestText } from '../checklist/digest.ts';

/**
 * The same items in an order that follows from the seed alone, never the one they came in: that is the answer. Fewer than
 * two different ones stay.
 */
export function shuffle<T>(items: readonly T[], seed: string): readonly T[] {
  const keyed = items.map((item, at) => ({ item, at, key: digestText(`${seed} ${at}`) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const isSame = keyed.every(({ item, at }, place) => at === place || item === items[place]);
  const [first, ...rest] = keyed;
  const moved = isSame && first ? [...rest, first] : keyed;
  return moved.map(({ item }) => item);
}
