import type { FilterName } from '#search/contract.ts';
import type { DirectoryEntry } from '#search/record/index.ts';
import { packNumbers, unpackNumbers } from './numbers-packed.ts';
import type { PackedColumn, PackedOrder } from './format.ts';

/** What records are filtered and counted by: one name, on one day. */
export interface Column {
  readonly values: readonly string[];
  /** Combinations of values, as places in `values`. */
  readonly sets: readonly (readonly number[])[];
  /** The set of each record. */
  readonly codes: Uint32Array;
}

/** The values of one name for all entries, the most frequent combination first. Null when no entry has a value. */
export function packColumn(
  name: FilterName,
  entries: readonly DirectoryEntry[],
): PackedColumn | null {
  const lists = entries.map(({ values }) => values[name] ?? []);
  if (lists.every((list) => list.length === 0)) return null;
  const later = name === 'status' ? listLater(entries) : [];
  const counts = new Map<string, number>();
  const all = [...lists, ...later.map(({ status }) => [status])];
  for (const list of all) {
    const key = list.join('\n');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = [...counts]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([key]) => key);
  const setOf = new Map(keys.map((key, at) => [key, at]));
  const values = [...new Set(keys.flatMap((key) => key.split('\n')))].filter(Boolean).sort();
  const placeOf = new Map(values.map((value, at) => [value, at]));
  const placesOf = (key: string) =>
    key === '' ? [] : key.split('\n').map((value) => placeOf.get(value) ?? 0);
  return {
    values,
    sets: keys.map(placesOf),
    codes: packNumbers(lists.map((list) => setOf.get(list.join('\n')) ?? 0)),
    ...(later.length > 0 && {
      later: later.map(({ day, id, status }) => [day, id, setOf.get(status) ?? 0] as const),
    }),
  };
}

function listLater(entries: readonly DirectoryEntry[]) {
  return entries
    .flatMap(({ later }, id) => later.map(({ day, status }) => ({ day, id, status })))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id));
}

/** As it is on a day; the day matters to the status only. Throws when it does not fit the directory. */
export function openColumn(packed: PackedColumn, records: number, day: string): Column {
  const codes = unpackNumbers(packed.codes, records);
  for (const [from, id, set] of packed.later ?? []) if (from <= day) codes[id] = set;
  return { values: packed.values, sets: packed.sets, codes };
}

export const orderNames = ['issued', 'implemented', 'number'] as const;
export type OrderName = (typeof orderNames)[number];

/** Days newest first, numbers in their own order; equal ones have one place, those without have 0. */
export function packOrder(name: OrderName, entries: readonly DirectoryEntry[]): PackedOrder {
  const keys = entries.map((entry) => (name === 'number' ? entry.numberOrder : entry[name]));
  const sorted = [...new Set(keys)].filter(Boolean).sort();
  if (name !== 'number') sorted.reverse();
  const places = new Map(sorted.map((key, at) => [key, at + 1]));
  return packNumbers(keys.map((key) => places.get(key) ?? 0));
}

/** Ids in an order, those without a place last; equal ones stay as they are. */
export function sortByPlaces(ids: readonly number[], places: Uint32Array): readonly number[] {
  const placeOf = (id: number) => places[id] || Infinity;
  return [...ids].sort((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)];
    return left === right ? 0 : left - right;
  });
}
