import { findQuantities } from './asked.ts';
import type { AskedKind } from './asked.ts';
import type { Place } from './passages.ts';

/** A clause that may answer, as it is read. */
export interface Candidate {
  /** By `rankStandards`. */
  readonly score: number;
  readonly place: Place;
  readonly title: string;
  readonly text: string;
  /** Whether it has provisions. */
  readonly provides: boolean;
}

/** How much more a clause counts that has what is asked for; see `npm run bench:questions`. */
const HAS_QUANTITY = 1.6;
const HAS_SOME_VALUE = 1.1;
const HAS_NO_VALUE = 0.8;
const PROVIDES = 1.15;
const DEFINES = 1.5;
const DEFINES_UNASKED = 0.85;
const TELLS_SCOPE = 2.2;
const TELLS_METHOD = 1.15;
const METHOD_UNASKED = 0.85;
const IN_ANNEX = 0.9;

/** Clauses by how well they answer what kind of thing is asked, best first. */
export function chooseAnswers<T extends Candidate>(
  candidates: readonly T[],
  asked: AskedKind,
): readonly T[] {
  return candidates
    .map((each) => ({ each, fit: each.score * fitOf(each, asked) }))
    .sort((a, b) => b.fit - a.fit)
    .map(({ each }) => each);
}

function fitOf({ place, title, text, provides }: Candidate, asked: AskedKind): number {
  let fit = 1;
  if (asked.value || asked.quantities.length > 0) {
    const stated = findQuantities(`${title}\n${text}`);
    if (stated.some((each) => asked.quantities.includes(each))) fit *= HAS_QUANTITY;
    else if (asked.value && stated.length > 0) fit *= HAS_SOME_VALUE;
    else if (stated.length === 0) fit *= HAS_NO_VALUE;
  }
  if (asked.permission && provides) fit *= PROVIDES;
  if (place === 'terms') fit *= asked.meaning ? DEFINES : DEFINES_UNASKED;
  if (place === 'scope' && asked.scope) fit *= TELLS_SCOPE;
  if (place === 'method') fit *= asked.method ? TELLS_METHOD : METHOD_UNASKED;
  if (place === 'annex') fit *= IN_ANNEX;
  return fit;
}
