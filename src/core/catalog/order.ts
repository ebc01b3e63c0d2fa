import { compareNumbers, families } from '../number/index.ts';
import type { Family, StandardNumber } from '../number/index.ts';
import type { CatalogEntry } from './entry.ts';

const familyRank = new Map<Family, number>(families.map((family, rank) => [family, rank]));

const pad = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(10, '0'));

/** Sorts as `compareNumbers` does, as plain text: a sort of 50,000 entries calls no parser. */
function sortKey(entry: CatalogEntry): string {
  const { parsed } = entry;
  if (!parsed) return `9 ${entry.key}`;
  const { family, prefix, series, serial, part, year } = parsed;
  return [
    familyRank.get(family),
    prefix,
    series ?? '',
    pad(serial),
    pad(part ?? ''),
    year ?? '',
  ].join('\u0001');
}

function compareParsed(a: StandardNumber | null, b: StandardNumber | null): number {
  return a && b ? compareNumbers(a, b) : 0;
}

/** In the order of chapter 2 of GB/T 1.1—2020; numbers nobody can read come last. */
export function sortByNumber(entries: readonly CatalogEntry[]): readonly CatalogEntry[] {
  return entries
    .map((entry) => ({ entry, key: sortKey(entry) }))
    .toSorted((a, b) =>
      a.key < b.key ? -1 : a.key > b.key ? 1 : compareParsed(a.entry.parsed, b.entry.parsed),
    )
    .map(({ entry }) => entry);
}

/** Newest first; entries without the day last, then by key. */
export function sortByDate(
  entries: readonly CatalogEntry[],
  field: 'issued' | 'implemented' | 'withdrawn' = 'issued',
): readonly CatalogEntry[] {
  return entries.toSorted((a, b) => {
    const left = a[field] ?? '';
    const right = b[field] ?? '';
    if (left !== right) return left < right ? 1 : -1;
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  });
}
