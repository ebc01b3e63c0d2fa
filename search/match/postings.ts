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
export const MOST_POSTINGS = 4_000;

/** The passages of one token as they are found: the strongest alone where there are many. */
export interface PostingList {
  /** How many were added. */
  count: number;
  /** Each an id, with its impact in the lowest digit of base 32; at most twice as many as are written. */
  kept: number[];
}

/**
 * Adds a text to a list in place; ids come in their order. Where there are too many only the strongest are kept, and
 * all are counted.
 */
export function addPosting(list: PostingList, id: number, impact: number): void {
  list.count += 1;
  list.kept.push(toKept(id, impact));
  if (list.kept.length >= 2 * MOST_POSTINGS) list.kept = keepStrongest(list.kept);
}

/** A passage with its impact, as lists of postings keep it. */
export const toKept = (id: number, impact: number): number => id * HALF + Math.min(STEPS, impact);

/**
 * Postings as a text: for each passage the distance from the one before, in digits of base 32 of which all but the last have 32
 * added, then its impact. Of very many the strongest alone.
 */
export function packPostings({ kept }: { readonly kept: readonly number[] }): string {
  return packKept(keepStrongest(kept));
}

/** As {@link packPostings}, all of them. */
export function packKept(kept: readonly number[]): string {
  let packed = '';
  let before = 0;
  for (const posting of kept) {
    const id = Math.floor(posting / HALF);
    packed += packDistance(id - before) + SIGNS.charAt(posting % HALF);
    before = id;
  }
  return packed;
}

/** What `packKept` wrote; what is damaged ends the list. */
export function unpackKept(packed: string): number[] {
  const { ids, impacts } = unpackPostings(packed);
  return ids.map((id, at) => toKept(id, impacts[at] ?? 1));
}

/** Of equal impacts the first. */
function keepStrongest(postings: readonly number[]): number[] {
  if (postings.length <= MOST_POSTINGS) return [...postings];
  return [...postings]
    .sort((a, b) => (b % HALF) - (a % HALF) || a - b)
    .slice(0, MOST_POSTINGS)
    .sort((a, b) => a - b);
}

/** Impacts alone as a text, a sign each. */
export function packImpacts(impacts: readonly number[]): string {
  return impacts.map((impact) => SIGNS.charAt(impact)).join('');
}

/** What `packImpacts` wrote. */
export function unpackImpacts(packed: string): readonly number[] {
  return [...packed].map((sign) => VALUES.get(sign) ?? 1);
}

function packDistance(distance: number): string {
  let digits = '';
  let rest = distance;
  do {
    digits = SIGNS.charAt((rest % HALF) + (digits === '' ? 0 : HALF)) + digits;
    rest = Math.floor(rest / HALF);
  } while (rest > 0);
  return digits;
}

/** Sorted numbers as a text: the distance of each from the one before. */
export function packIds(ids: readonly number[]): string {
  return ids.map((id, at) => packDistance(id - (ids[at - 1] ?? 0))).join('');
}

/** What `packIds` wrote; what is damaged ends the list. */
export function unpackIds(packed: string): readonly number[] {
  const ids: number[] = [];
  let id = 0;
  let distance = 0;
  for (const sign of packed) {
    const value = VALUES.get(sign);
    if (value === undefined) break;
    distance = distance * HALF + (value % HALF);
    if (value >= HALF) continue;
    id += distance;
    distance = 0;
    ids.push(id);
  }
  return ids;
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
