import { undatedKey } from './format.ts';
import { listMembers } from './members.ts';
import { parseNumber } from './parse.ts';
import type { StandardNumber } from './types.ts';

/**
 * Returns what all numbers have in common that a key can stand for or lead to: of `GB/T 5750.1-2006` and of
 * `GB/T 5750(所有部分)` what all parts and editions of GB/T 5750 have, with and without `/T`; of a run that of each member,
 * of a double or joint number that of each half. A key that cannot be read is its own.
 */
export function stemsOf(key: string): readonly string[] {
  const parsed = parseNumber(key);
  return parsed.ok ? stemsOfNumber(parsed.number) : [key];
}

/** As {@link stemsOf}, of a number that has been read. */
export function stemsOfNumber(number: StandardNumber): readonly string[] {
  const all = [number, ...listMembers(number), ...number.others.flatMap(listMembers)];
  return [...new Set(all.map(stemOf))];
}

function stemOf(number: StandardNumber): string {
  const nature = number.nature === null ? null : ('mandatory' as const);
  return undatedKey({ ...number, nature, part: null, through: null });
}
