import { numberKey, parseNumber } from '../number/index.ts';

/** The key of a number in any spelling; what is no number stays as it is written. */
export function keyOf(number: string): string {
  const parsed = parseNumber(number);
  return parsed.ok ? numberKey(parsed.number) : number;
}
