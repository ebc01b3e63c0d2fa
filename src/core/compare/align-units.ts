import type { ComparableText } from './model.ts';
import type { ClauseAlignment } from './align-clauses.ts';
import { namePlaces } from './normalise.ts';
import type { Places } from './normalise.ts';
import { chooseBest, Similarity } from './similarity.ts';
import type { Candidate } from './similarity.ts';
import type { Unit } from './units.ts';

/** Units of two texts that answer each other, by their places in the lists of all units. */
export interface UnitAlignment {
  readonly pairs: readonly { readonly from: number; readonly to: number }[];
  readonly similarity: Similarity;
}

/**
 * From how much on sentences answer each other: in clauses that do, in sub-clauses of one that was divided, and elsewhere;
 * short ones elsewhere have little to be known by.
 */
const alike = { here: 0.18, below: 0.28, elsewhere: 0.42, short: 0.6 };
const here = 0.05;

/** A lead and an item, or what asks and what only tells, answer each other only where they are much more alike. */
const otherForm = 0.12;

/** Elements whose sentences say nothing that could stand in another. */
const closed = new Set([
  'foreword',
  'introduction',
  'references',
  'bibliography',
  'index',
  'terms',
]);

/** So many sentences of two clauses are weighed each against each; of more, only those that have rare words in common. */
const mostWeighed = 4000;

/** Equal words elsewhere count from this many characters on. */
const shortest = 8;

/** Which sentences answer each other: equal ones first, then the most alike. The same for both directions. */
export function alignUnits(
  texts: { readonly from: ComparableText; readonly to: ComparableText },
  units: { readonly from: readonly Unit[]; readonly to: readonly Unit[] },
  clauses: ClauseAlignment,
  places: Places,
): UnitAlignment {
  const similarity = new Similarity(
    units.from.map(({ text }) => text),
    units.to.map(({ text }) => text),
    namePlaces(places),
  );
  const toOf = new Map<number, number>();
  const fromOf = new Map<number, number>();
  const pair = (from: number, to: number): void => {
    if (toOf.has(from) || fromOf.has(to)) return;
    toOf.set(from, to);
    fromOf.set(to, from);
  };
  const mayMeet = (from: number, to: number): boolean => {
    const [a, b] = [units.from[from], units.to[to]];
    if (!a || !b || a.subject !== b.subject) return false;
    const [one, other] = [texts.from.clauses[a.clause], texts.to.clauses[b.clause]];
    if (!one || !other) return false;
    if (closed.has(one.kind) || closed.has(other.kind)) return one.kind === other.kind;
    return (one.kind === 'term') === (other.kind === 'term');
  };
  const isHere = (from: number, to: number): boolean =>
    clauses.toOf.get(units.from[from]?.clause ?? -1) === units.to[to]?.clause;

  const placeOf = ({ from, to }: Candidate, isNear: boolean): keyof typeof alike => {
    if (isNear) return 'here';
    const [a, b] = [units.from[from]?.clause ?? -1, units.to[to]?.clause ?? -1];
    const isBelow =
      isInside(texts.to.clauses, b, clauses.toOf.get(a)) ||
      isInside(texts.from.clauses, a, clauses.fromOf.get(b));
    if (isBelow) return 'below';
    return similarity.isShort(from, to) ? 'short' : 'elsewhere';
  };

  for (const [a, b] of listEqual(units, clauses)) pair(a, b);
  for (const [a, b] of listDefinitions(texts.from, units, clauses)) pair(a, b);
  const open = () => ({
    from: units.from.flatMap((_, index) => (toOf.has(index) ? [] : [index])),
    to: units.to.flatMap((_, index) => (fromOf.has(index) ? [] : [index])),
  });
  const left = open();
  pairEqualElsewhere(units, left, mayMeet, pair);
  const free = open();
  const candidates = [
    ...listHere(units, free, clauses, similarity),
    ...similarity.listNearest(free.from, free.to),
  ].flatMap((each): readonly Candidate[] => {
    if (!mayMeet(each.from, each.to)) return [];
    const isNear = isHere(each.from, each.to);
    const score =
      each.score - (haveOneForm(units.from[each.from], units.to[each.to]) ? 0 : otherForm);
    if (score < alike[placeOf(each, isNear)]) return [];
    return [{ ...each, score: isNear ? score + here : score }];
  });
  for (const best of chooseBest(candidates)) pair(best.from, best.to);
  const pairs = [...toOf].map(([from, to]) => ({ from, to })).sort((a, b) => a.from - b.from);
  return { pairs, similarity };
}

/** Whether a clause is a sub-clause of another, at any depth. */
function isInside(
  clauses: ComparableText['clauses'],
  clause: number,
  of: number | undefined,
): boolean {
  let parent = clauses[clause]?.parent ?? null;
  for (let before = clause; parent !== null && parent < before;) {
    if (parent === of) return true;
    before = parent;
    parent = clauses[parent]?.parent ?? null;
  }
  return false;
}

const haveOneForm = (a: Unit | undefined, b: Unit | undefined): boolean =>
  a?.isLead === b?.isLead && (a?.type === null) === (b?.type === null);

/** Definitions of one term answer each other, however they are worded: the first sentences of their entries. */
function* listDefinitions(
  from: ComparableText,
  units: { readonly from: readonly Unit[]; readonly to: readonly Unit[] },
  { toOf }: ClauseAlignment,
): Generator<readonly [number, number]> {
  const [groups, others] = [groupUnits(units.from), groupUnits(units.to)];
  for (const [clause, [one]] of groups) {
    const [other] = others.get(toOf.get(clause) ?? -1) ?? [];
    const isTerm = from.clauses[clause]?.kind === 'term';
    if (isTerm && one !== undefined && other !== undefined) yield [one, other];
  }
}

const groupUnits = (units: readonly Unit[], places?: readonly number[]) => {
  const groups = new Map<number, number[]>();
  for (const place of places ?? units.keys()) {
    const clause = units[place]?.clause ?? -1;
    const group = groups.get(clause);
    if (group) group.push(place);
    else groups.set(clause, [place]);
  }
  return groups;
};

/** Equal sentences of clauses that answer each other, the first with the first. */
function* listEqual(
  units: { readonly from: readonly Unit[]; readonly to: readonly Unit[] },
  { toOf }: ClauseAlignment,
): Generator<readonly [number, number]> {
  const [groups, others] = [groupUnits(units.from), groupUnits(units.to)];
  for (const [clause, list] of groups) {
    const waiting = new Map<string, number[]>();
    for (const place of others.get(toOf.get(clause) ?? -1) ?? []) {
      const text = units.to[place]?.text ?? '';
      waiting.set(text, [...(waiting.get(text) ?? []), place]);
    }
    for (const place of list) {
      const other = waiting.get(units.from[place]?.text ?? '')?.shift();
      if (other !== undefined) yield [place, other];
    }
  }
}

/** Equal sentences wherever they stand, where each text has them once more. */
function pairEqualElsewhere(
  units: { readonly from: readonly Unit[]; readonly to: readonly Unit[] },
  left: { readonly from: readonly number[]; readonly to: readonly number[] },
  mayMeet: (from: number, to: number) => boolean,
  pair: (from: number, to: number) => void,
): void {
  const index = (list: readonly Unit[], places: readonly number[]) => {
    const found = new Map<string, number[]>();
    for (const place of places) {
      const text = list[place]?.text.trim() ?? '';
      if (text.length >= shortest) found.set(text, [...(found.get(text) ?? []), place]);
    }
    return found;
  };
  const others = index(units.to, left.to);
  for (const [text, places] of index(units.from, left.from)) {
    const twins = others.get(text) ?? [];
    for (const [at, place] of places.entries()) {
      const twin = twins[at];
      if (twin !== undefined && mayMeet(place, twin)) pair(place, twin);
    }
  }
}

function* listHere(
  units: { readonly from: readonly Unit[]; readonly to: readonly Unit[] },
  free: { readonly from: readonly number[]; readonly to: readonly number[] },
  { toOf }: ClauseAlignment,
  similarity: Similarity,
): Generator<Candidate> {
  const others = groupUnits(units.to, free.to);
  for (const [clause, list] of groupUnits(units.from, free.from)) {
    const answers = others.get(toOf.get(clause) ?? -1) ?? [];
    if (list.length * answers.length > mostWeighed) continue;
    for (const from of list) {
      for (const to of answers) yield { from, to, score: similarity.score(from, to) };
    }
  }
}
