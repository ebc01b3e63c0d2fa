import type { ClauseAlignment } from './align-clauses.ts';
import type { ComparableExhibit, ComparableText } from './model.ts';
import { chooseBest } from './similarity.ts';
import { likeness } from './tables.ts';

/** Titles that have so much in common name one exhibit. */
const alike = 0.6;

/**
 * Exhibits of two texts that answer each other, by index: by stable id, equal title, the most alike title, then by their
 * order in clauses that answer each other.
 */
export function alignExhibits(
  from: ComparableText,
  to: ComparableText,
  { toOf }: Pick<ClauseAlignment, 'toOf'>,
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pairBy = (keyOf: (exhibit: ComparableExhibit) => string) => {
    const others = new Map(
      [...to.exhibits.entries()]
        .filter(([at]) => !taken.has(at))
        .map(([at, exhibit]) => [`${exhibit.kind} ${keyOf(exhibit)}`, at] as const),
    );
    for (const [at, exhibit] of from.exhibits.entries()) {
      const key = keyOf(exhibit);
      const other = others.get(`${exhibit.kind} ${key}`);
      if (key === '' || pairs.has(at) || other === undefined || taken.has(other)) continue;
      pairs.set(at, other);
      taken.add(other);
    }
  };
  pairBy(({ id }) => id);
  pairBy(({ title }) => title);
  const candidates = from.exhibits.flatMap((exhibit, a) =>
    pairs.has(a) || exhibit.title === ''
      ? []
      : to.exhibits.flatMap((other, b) => {
          if (taken.has(b) || other.kind !== exhibit.kind || other.title === '') return [];
          const score = likeness(exhibit.title, other.title);
          return score >= alike ? [{ from: a, to: b, score }] : [];
        }),
  );
  for (const best of chooseBest(candidates)) {
    pairs.set(best.from, best.to);
    taken.add(best.to);
  }
  for (const [at, { kind, clause }] of from.exhibits.entries()) {
    if (pairs.has(at)) continue;
    const other = to.exhibits.findIndex(
      (each, index) => !taken.has(index) && each.kind === kind && each.clause === toOf.get(clause),
    );
    if (other < 0) continue;
    pairs.set(at, other);
    taken.add(other);
  }
  return pairs;
}

/** What is printed above or below an exhibit: 表1 and its title. */
export const nameExhibit = ({ label, title }: ComparableExhibit): string =>
  title === '' ? label : `${label}　${title}`;
