import type { PackedNumbers } from './format.ts';

/** Printable ASCII without what JSON escapes. */
const DIGITS = [...Array(95).keys()]
  .map((at) => String.fromCharCode(32 + at))
  .filter((digit) => digit !== '"' && digit !== '\\')
  .join('');
const BASE = DIGITS.length;

/** Whole numbers from 0, place by place: columns of like digits are packed best by the server. */
export function packNumbers(numbers: readonly number[]): PackedNumbers {
  const most = numbers.reduce((max, each) => Math.max(max, each), 0);
  const planes: string[] = [];
  for (let unit = 1; unit === 1 || unit <= most; unit *= BASE) {
    planes.push(numbers.map((each) => DIGITS[Math.floor(each / unit) % BASE] ?? ' ').join(''));
  }
  return planes;
}

/** The numbers that `packNumbers` wrote, as many as `count`. Throws when there are not so many. */
export function unpackNumbers(planes: PackedNumbers, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  let unit = 1;
  for (const plane of planes) {
    if (plane.length !== count) throw new Error(`${plane.length} numbers, not ${count}`);
    for (let at = 0; at < count; at += 1) {
      // Behind `"` the digits move up by one, behind `\` by two.
      const code = plane.charCodeAt(at);
      const digit = code - 32 - (code > 34 ? 1 : 0) - (code > 92 ? 1 : 0);
      numbers[at] = (numbers[at] ?? 0) + digit * unit;
    }
    unit *= BASE;
  }
  return numbers;
}
