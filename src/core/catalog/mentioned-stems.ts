import { memo } from '../base/memo.ts';
import type { StandardRow } from '../model/row.ts';
import { stemsOf } from '../number/index.ts';

const stemsOfKey = memo(stemsOf);

/** Stems of all numbers that a text names, in any language; of a double number that of each half. */
export const stemsOfMentions = memo(({ mentions, references }: StandardRow): readonly string[] =>
  mergeStems([
    ...mentions.map(({ key }) => key),
    // A mention has the key of one half, a reference names both.
    ...references.flatMap(({ members = [], others = [] }) => [...members, ...others]),
  ]),
);

/** Stems of some keys, each once. */
export function mergeStems(keys: readonly string[]): readonly string[] {
  return keys.length === 0 ? keys : [...new Set(keys.flatMap(stemsOfKey))];
}
