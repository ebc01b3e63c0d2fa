import { foldSigns } from '#core/limits/fold-signs.ts';
import { replacePlaces } from './tokens.ts';

/** Where each printed place of a text went: `表1` to `表2`, `5.2` to `6.2`; only those that answer each other. */
export type Places = ReadonlyMap<string, string>;

const keyOf = (label: string): string => label.replace(/\s+/g, '');

/** Places of a text whose answers have another name. */
export function mapPlaces(pairs: Iterable<readonly [from: string, to: string]>): Places {
  const places = new Map<string, string>();
  for (const [from, to] of pairs) {
    if (from !== '' && to !== '') places.set(keyOf(from), keyOf(to));
  }
  return places;
}

/** A text without what changes no words: spaces, marks, look-alike signs. With places, they are named as in the other text. */
export function foldText(text: string, places?: Places): string {
  const named = places ? replacePlaces(text, (name) => places.get(keyOf(name)) ?? name) : text;
  return foldSigns(named)
    .replace(/[—–]/g, '-')
    .replace(/[\s，。；：、！？,;:!?"“”'‘’()《》]|\.(?!\d)/g, '')
    .toLowerCase();
}

/** Names by which places of two texts are known as one; a place without an answer is its text's own. */
export function namePlaces(places: Places): {
  readonly from: (place: string) => string;
  readonly to: (place: string) => string;
} {
  const before = new Map([...places].map(([from, to]) => [to, from] as const));
  return {
    from: (place) => {
      const to = places.get(keyOf(place));
      return to === undefined ? `@from ${keyOf(place)}` : `@${keyOf(place)} ${to}`;
    },
    to: (place) => {
      const from = before.get(keyOf(place));
      return from === undefined ? `@to ${keyOf(place)}` : `@${from} ${keyOf(place)}`;
    },
  };
}
