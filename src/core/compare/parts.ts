import type { UnitAlignment } from './align-units.ts';
import { joinPieces } from './judge.ts';
import { listLimits } from './limits.ts';
import type { Claimed } from './judge.ts';
import type { LimitPart } from './model.ts';
import type { Candidate } from './similarity.ts';
import type { Unit } from './units.ts';
import { diffWords } from './word-diff.ts';

/** A sentence of one text that holds a part of one of the other, which answers another sentence already. */
export interface Part {
  /** Place in the other list of the sentence that it is a part of. */
  readonly whole: number;
  /** Limits of that sentence which the part answers. */
  readonly limits: readonly LimitPart[];
}

export interface Parts {
  /** Sentences of the later text, parts of one of the earlier: divided. */
  readonly divided: ReadonlyMap<number, Part>;
  /** Sentences of the earlier text that became a part of one of the later: joined. */
  readonly joined: ReadonlyMap<number, Part>;
  readonly claimedFrom: ReadonlyMap<number, readonly LimitPart[]>;
  readonly claimedTo: ReadonlyMap<number, readonly LimitPart[]>;
}

/** So much of a sentence has to stand in what another lost for it to be a part of that. */
const share = 0.6;
const shareOfShort = 0.72;

/** Sentences without an answer that were divided from one that has an answer, or joined to one. */
export function findParts(
  units: { readonly from: readonly Unit[]; readonly to: readonly Unit[] },
  { pairs, similarity }: UnitAlignment,
): Parts {
  const toOf = new Map(pairs.map(({ from, to }) => [from, to] as const));
  const fromOf = new Map(pairs.map(({ from, to }) => [to, from] as const));
  const divided = new Map<number, Part>();
  const joined = new Map<number, Part>();
  const claimedFrom = new Map<number, LimitPart[]>();
  const claimedTo = new Map<number, LimitPart[]>();
  const freeFrom = [...units.from.keys()].filter((at) => !toOf.has(at));
  const freeTo = [...units.to.keys()].filter((at) => !fromOf.has(at));

  const least = (from: number, to: number) => (similarity.isShort(from, to) ? shareOfShort : share);
  const isPart = (side: 'from' | 'to', { from, to }: Candidate): boolean =>
    similarity.shareOf(side, from, to) >= least(from, to);
  for (const each of similarity.listNearest([...toOf.keys()], freeTo)) {
    const { from, to } = each;
    const [a, b, part] = [units.from[from], units.to[toOf.get(from) ?? -1], units.to[to]];
    if (!a || !b || !part || divided.has(to) || a.text === b.text) continue;
    if (!isText(a) || !isText(part) || !isPart('to', each)) continue;
    const lost = joinPieces(diffWords(a.text, b.text), 'removed');
    if (similarity.shareIn('to', to, lost) < least(from, to)) continue;
    const limits = listLimits(a).filter(({ text }) => lost.includes(text));
    divided.set(to, { whole: from, limits });
    claimedFrom.set(from, [...(claimedFrom.get(from) ?? []), ...limits]);
  }
  for (const each of similarity.listNearest(freeFrom, [...fromOf.keys()])) {
    const { from, to } = each;
    const [a, b, part] = [units.from[fromOf.get(to) ?? -1], units.to[to], units.from[from]];
    if (!a || !b || !part || joined.has(from) || a.text === b.text) continue;
    if (!isText(b) || !isText(part) || !isPart('from', each)) continue;
    const gained = joinPieces(diffWords(a.text, b.text), 'added');
    if (similarity.shareIn('from', from, gained) < least(from, to)) continue;
    const limits = listLimits(b).filter(({ text }) => gained.includes(text));
    joined.set(from, { whole: to, limits });
    claimedTo.set(to, [...(claimedTo.get(to) ?? []), ...limits]);
  }
  return { divided, joined, claimedFrom, claimedTo };
}

const isText = ({ subject, type }: Unit): boolean => subject === 'sentence' && type !== null;

/** Limits of a pair that its parts answer. */
export const claimedBy = (parts: Parts, from: number, to: number): Claimed => ({
  from: parts.claimedFrom.get(from) ?? [],
  to: parts.claimedTo.get(to) ?? [],
});
