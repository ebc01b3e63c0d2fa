import { STEPS } from './passages.ts';

/** Passages that have a token, in order, with the impact of each, 1 to `STEPS`. */
export interface Postings {
  readonly ids: readonly number[];
  readonly impacts: readonly number[];
}

/** Sixty-four signs that stand in JSON as they are. */
const SIGNS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
const VALUES = new Map([...SIGNS].map((sign, value) => [sign, value]));
const HALF = 32;

/** Longer lists keep their strongest: a token that so many passages have tells little. */
const MOST_POSTINGS = 4_000;

/**
 * Postings as a text: for each passage the distance from the one before, in digits of base 32 of which all but the last have 32
 * added, then its impact.
 */
export function packPostings(postings: readonly (readonly [id: number, impact: number])[]): string {
  const kept =
    postings.length <= MOST_POSTINGS
      ? postings
      : [...postings]
          .sort((a, b) => b[1] - a[1] || a[0] - b[0])
          .slice(0, MOST_POSTINGS)
          .sort((a, b) => a[0] - b[0]);
  let packed = '';
  let before = 0;
  for (const [id, impact] of kept) {
    let digits = '';
    let rest = id - before;
    before = id;
    do {
      digits = SIGNS.charAt((rest % HALF) + (digits === '' ? 0 : HALF)) + digits;
      rest = Math.floor(rest / HALF);
    } while (rest > 0);
    packed += digits + SIGNS.charAt(Math.min(STEPS, impact));
  }
  return packed;
}

/** What `packPostings` wrote; what is damaged ends the list. */
export function unpackPostings(packed: string): Postings {
  const ids: number[] = [];
  const impacts: number[] = [];
  let id = 0;
  let distance = 0;
  for (let at = 0; at < packed.length; at += 1) {
    const value = VALUES.get(packed.charAt(at));
    if (value === undefined) break;
    if (value >= HALF) {
      distance = distance * HALF + value - HALF;
      continue;
    }
    const impact = VALUES.get(packed.charAt(at + 1));
    if (impact === undefined) break;
    id += distance * HALF + value;
    distance = 0;
    at += 1;
    ids.push(id);
    impacts.push(impact);
  }
  return { ids, impacts };
}
