import type { StandardNumber } from './types.ts';

/** A run of more numbers than this is not unfolded: `GB 23200.1～23200.121` is the longest that is cited. */
const LONGEST_RUN = 200;
const LAST_DIGITS = /^(.*?)(\d{1,8})$/;

/**
 * Returns the numbers that a run stands for, in order, each with the year of the run: nine of `GB 4806.1～4806.9`. Any other
 * number, and a run without an order that can be counted, stands for itself alone.
 */
export function listMembers(number: StandardNumber): readonly StandardNumber[] {
  const { through, part, serial } = number;
  if (through === null) return [number];
  const parted = part !== null;
  const from = parted ? `${serial}.${part}` : serial;
  const to = parted && !through.includes('.') ? `${serial}.${through}` : through;
  const [, head = '', first = ''] = LAST_DIGITS.exec(from) ?? [];
  const [, sameHead, last = ''] = LAST_DIGITS.exec(to) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (first === '' || head !== sameHead || count < 2 || count > LONGEST_RUN) return [number];
  return Array.from({ length: count }, (_, at) => {
    const name = `${head}${String(Number(first) + at).padStart(first.length, '0')}`;
    const own = { ...number, form: 'plain' as const, through: null };
    return parted ? { ...own, part: name.slice(serial.length + 1) } : { ...own, serial: name };
  });
}
