import type { ComparableClause, ComparableText } from './model.ts';
import { chooseBest, Similarity } from './similarity.ts';
import type { Candidate } from './similarity.ts';

/** Clauses of two texts that answer each other, by index, both ways; absent where there is none. */
export interface ClauseAlignment {
  readonly toOf: ReadonlyMap<number, number>;
  readonly fromOf: ReadonlyMap<number, number>;
}

/** Elements that a text has once. */
const single = new Set([
  'foreword',
  'introduction',
  'scope',
  'references',
  'terms',
  'bibliography',
  'index',
]);

/** From so much on two clauses without a common id are one. */
const alike = 0.42;

/** Below so much a common id is a coincidence, where titles differ too. */
const strange = 0.05;

/**
 * Which clauses of two texts answer each other: by element, stable id, equal title, equal words, then by similarity; chapters
 * by what stands in them. Each clause once; the same for both directions.
 */
export function alignClauses(
  from: ComparableText,
  to: ComparableText,
): ClauseAlignment & { readonly weighed: number } {
  const toOf = new Map<number, number>();
  const fromOf = new Map<number, number>();
  const pair = (a: number, b: number): void => {
    if (toOf.has(a) || fromOf.has(b)) return;
    toOf.set(a, b);
    fromOf.set(b, a);
  };
  const [wordsFrom, wordsTo] = [from.clauses.map(wordsOf), to.clauses.map(wordsOf)];
  const similarity = new Similarity(wordsFrom, wordsTo);
  const free = (clauses: readonly ComparableClause[], taken: ReadonlyMap<number, number>) =>
    clauses.flatMap((clause, index) => (taken.has(index) ? [] : [{ clause, index }]));
  const pairBy = (keyOf: (clause: ComparableClause) => string | undefined, fits = alwaysFits) => {
    const [a, b] = [free(from.clauses, toOf), free(to.clauses, fromOf)].map((list) =>
      indexUnique(list, keyOf),
    );
    for (const [key, one] of a ?? []) {
      const other = b?.get(key);
      if (other !== undefined && fits(one, other)) pair(one, other);
    }
  };

  pairBy(({ kind }) => (single.has(kind) ? kind : undefined));
  pairBy(
    ({ id }) => id,
    (a, b) => {
      const [one, other] = [from.clauses[a], to.clauses[b]];
      if (!one || !other || single.has(one.kind) !== single.has(other.kind)) return false;
      const isBare = one.text === '' || other.text === '';
      return one.title === other.title || isBare || similarity.score(a, b) >= strange;
    },
  );
  pairBy(({ kind, title, text }) => (title === '' ? undefined : `${kind}\n${title}\n${text}`));
  pairBy(({ kind, title, text }) => (text === '' ? undefined : `${kind}\n${title}\n${text}`));
  pairBy(({ kind, title }) => (title === '' ? undefined : `${kind}\n${title}`));
  const listOpen = (clauses: readonly ComparableClause[], taken: ReadonlyMap<number, number>) =>
    free(clauses, taken)
      .filter(({ clause }) => clause.text !== '' && !single.has(clause.kind))
      .map(({ index }) => index);
  const near = similarity
    .listNearest(listOpen(from.clauses, toOf), listOpen(to.clauses, fromOf))
    .flatMap((each): readonly Candidate[] => {
      const [a, b] = [from.clauses[each.from], to.clauses[each.to]];
      if (!a || !b || (a.kind === 'term') !== (b.kind === 'term')) return [];
      const isNear = toOf.get(a.parent ?? -1) === b.parent || a.address === b.address;
      const score = each.score + (isNear ? 0.08 : 0);
      return score >= alike ? [{ ...each, score }] : [];
    });
  for (const best of chooseBest(near)) pair(best.from, best.to);
  for (const best of listByContents(from, to, { toOf, fromOf })) pair(best.from, best.to);
  return { toOf, fromOf, weighed: similarity.weighed };
}

const alwaysFits = (_from: number, _to: number): boolean => true;

const wordsOf = ({ title, text }: ComparableClause): string => `${title}\n${text}`;

/** Clauses by a key that no other has. */
function indexUnique(
  list: readonly { readonly clause: ComparableClause; readonly index: number }[],
  keyOf: (clause: ComparableClause) => string | undefined,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const { clause, index } of list) {
    const key = keyOf(clause);
    if (key === undefined) continue;
    if (found.has(key)) twice.add(key);
    found.set(key, index);
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** Free clauses of one kind that hold most of what the other holds; those that hold nothing in common do not answer each other. */
function listByContents(
  from: ComparableText,
  to: ComparableText,
  { toOf, fromOf }: ClauseAlignment,
): readonly Candidate[] {
  const votes = new Map<string, Candidate>();
  for (const [a, b] of toOf) {
    for (const one of listParents(from.clauses, a)) {
      if (toOf.has(one)) continue;
      for (const other of listParents(to.clauses, b)) {
        if (fromOf.has(other)) continue;
        const [first, second] = [from.clauses[one], to.clauses[other]];
        if (!first || !second || first.kind !== second.kind || first.level !== second.level)
          continue;
        const key = `${one},${other}`;
        const sameAddress = first.address === second.address ? 0.5 : 0;
        const score = (votes.get(key)?.score ?? sameAddress) + 1;
        votes.set(key, { from: one, to: other, score });
      }
    }
  }
  return chooseBest([...votes.values()]);
}

function* listParents(clauses: readonly ComparableClause[], index: number): Generator<number> {
  let parent = clauses[index]?.parent ?? null;
  // A parent stands before its children, or the file is not ours.
  for (let before = index; parent !== null && parent < before;) {
    yield parent;
    before = parent;
    parent = clauses[parent]?.parent ?? null;
  }
}

/**
 * How the place of a clause changed: `renumbered` where its parent and its order among the clauses that both texts have are
 * as before and only the number differs.
 */
export function listMoves(
  from: ComparableText,
  to: ComparableText,
  { toOf }: ClauseAlignment,
): ReadonlyMap<number, 'renumbered' | 'moved'> {
  const moves = new Map<number, 'renumbered' | 'moved'>();
  const groups = new Map<number, { readonly from: number; readonly to: number }[]>();
  for (const [a, b] of [...toOf].sort(([one], [other]) => one - other)) {
    const [one, other] = [from.clauses[a], to.clauses[b]];
    if (!one || !other) continue;
    const parent = one.parent === null ? null : (toOf.get(one.parent) ?? -1);
    if (parent !== other.parent) {
      if (one.address !== other.address || one.address === '') moves.set(a, 'moved');
      continue;
    }
    const group = groups.get(one.parent ?? -1);
    if (group) group.push({ from: a, to: b });
    else groups.set(one.parent ?? -1, [{ from: a, to: b }]);
  }
  for (const group of groups.values()) {
    const kept = findLongestRise(group.map((each) => each.to));
    for (const [at, { from: a, to: b }] of group.entries()) {
      const [one, other] = [from.clauses[a]?.address, to.clauses[b]?.address];
      // Under the same number nothing moved for who looks it up, whatever else was put before it.
      if (one === other && one !== '') continue;
      if (!kept.has(at)) moves.set(a, 'moved');
      else if (one !== other) moves.set(a, 'renumbered');
    }
  }
  return moves;
}

/** Positions of a longest rising row of numbers. */
export function findLongestRise(values: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, value] of values.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}
