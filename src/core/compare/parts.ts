import type { UnitAlignment } from './align-units.ts';
import { joinPieces } from './judge.ts';
import { listLimits } from './limits.ts';
import type { Claimed } from './judge.ts';
import type { LimitPart } from './model.ts';
import type { Unit } from './units.ts';
import { diffWords } from './word-diff.ts';

/** A sentence of one text that holds a part of one of the other, which answers another sentence already. */
export interface Part {
  /** Place of the part itself, in the list of its text. */
  readonly own: number;
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

  for (const { from, to } of similarity.listNearest([...toOf.keys()], freeTo)) {
    const [a, b, whole] = [units.from[from], units.to[toOf.get(from) ?? -1], units.to[to]];
    if (!a || !b || !whole || a.text === b.text || !isText(a) || !isText(whole)) continue;
    const lost = joinPieces(diffWords(a.text, b.text), 'removed');
    const part = similarity.shareIn('to', to, lost);
    if (part < (similarity.isShort(from, to) ? shareOfShort : share) || divided.has(to)) continue;
    const limits = listLimits(a).filter(({ text }) => lost.includes(text));
    divided.set(to, { own: to, whole: from, limits });
    claimedFrom.set(from, [...(claimedFrom.get(from) ?? []), ...limits]);
  }
  for (const { from, to } of similarity.listNearest(freeFrom, [...fromOf.keys()])) {
    const [a, b, whole] = [units.from[fromOf.get(to) ?? -1], units.to[to], units.from[from]];
    if (!a || !b || !whole || a.text === b.text || !isText(b) || !isText(whole)) continue;
    const gained = joinPieces(diffWords(a.text, b.text), 'added');
    const part = similarity.shareIn('from', from, gained);
    if (part < (similarity.isShort(from, to) ? shareOfShort : share) || joined.has(from)) continue;
    const limits = listLimits(b).filter(({ text }) => gained.includes(text));
    joined.set(from, { own: from, whole: to, limits });
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
