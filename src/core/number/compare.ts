import { formatNumber, numberKey } from './format.ts';
import { families } from './types.ts';
import type { Family, StandardNumber } from './types.ts';

const ORDER: ReadonlyMap<Family, number> = new Map(families.map((family, rank) => [family, rank]));
const rank = ({ family }: StandardNumber): number => ORDER.get(family) ?? ORDER.size;
const NATURES = { mandatory: 0, recommended: 1, guidance: 2 } as const;

/**
 * The order of chapter 2 (GB/T 1.1—2020): national, industry, local, group, enterprise, ISO/IEC, others; inside each
 * by code, then by number. Numeric, then by code point, so it is total and the same in every locale.
 */
export function compareNumbers(a: StandardNumber, b: StandardNumber): number {
  return (
    rank(a) - rank(b) ||
    compareText(a.prefix, b.prefix) ||
    compareText(a.series ?? '', b.series ?? '') ||
    compareDigits(a.serial, b.serial) ||
    compareDigits(a.part ?? '', b.part ?? '') ||
    compareText(a.year ?? '', b.year ?? '') ||
    (a.nature === null ? 3 : NATURES[a.nature]) - (b.nature === null ? 3 : NATURES[b.nature]) ||
    compareText(numberKey(a), numberKey(b)) ||
    compareText(formatNumber(a), formatNumber(b))
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Runs of digits by value, the rest by code point: `2 < 10 < 10A`. Equal values with other zeros are equal here. */
function compareDigits(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i] ?? '';
    const y = right[i] ?? '';
    const digits = /^\d/.test(x) && /^\d/.test(y);
    const order = digits ? Number(x) - Number(y) : compareText(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
