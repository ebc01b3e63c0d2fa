import { alignClauses, listMoves } from './align-clauses.ts';
import { alignUnits } from './align-units.ts';
import { alignExhibits } from './exhibits.ts';
import { startChanges } from './changes.ts';
import type { ComparableText, Comparison } from './model.ts';
import { mapPlaces } from './normalise.ts';
import { findParts } from './parts.ts';
import { buildSections } from './sections.ts';
import type { CompareProgress, UnitList } from './section-context.ts';
import { summarize } from './summary.ts';
import { listContents } from './units.ts';
import type { Unit } from './units.ts';

function listUnits(text: ComparableText): UnitList {
  const contents = listContents(text);
  const starts: number[] = [];
  const units: Unit[] = [];
  for (const { units: own } of contents) {
    starts.push(units.length);
    units.push(...own);
  }
  return { contents, units, starts };
}

/**
 * What two texts differ in, clause by clause and sentence by sentence; every word of both is in it. A generator, so that who
 * asks can show how far it is, or stop. Never throws on content.
 */
export function* compareInSteps(
  from: ComparableText,
  to: ComparableText,
): Generator<CompareProgress, Comparison> {
  const total = 4 + to.clauses.length;
  yield { done: 0, total };
  const clauses = alignClauses(from, to);
  const moves = listMoves(from, to, clauses);
  yield { done: 1, total };
  const [lists, exhibits] = [
    { from: listUnits(from), to: listUnits(to) },
    alignExhibits(from, to, clauses),
  ];
  yield { done: 2, total };
  const places = mapPlaces([
    ...[...clauses.toOf].map(([a, b]) => [labelOf(from, a), labelOf(to, b)] as const),
    ...[...exhibits].map(
      ([a, b]) => [from.exhibits[a]?.label ?? '', to.exhibits[b]?.label ?? ''] as const,
    ),
  ]);
  const units = { from: lists.from.units, to: lists.to.units };
  const aligned = alignUnits({ from, to }, units, clauses, places);
  yield { done: 3, total };
  const parts = findParts(units, aligned);
  const changes = startChanges(from, to);
  yield { done: 4, total };
  const sections = yield* buildSections({
    texts: { from, to },
    lists,
    clauses,
    moves,
    exhibits,
    aligned,
    parts,
    places,
    changes,
    progress: { done: 4, total },
  });
  return { from, to, sections, changes: changes.list, summary: summarize(changes.outcomes) };
}

const labelOf = ({ clauses }: ComparableText, index: number): string => clauses[index]?.label ?? '';

/** What two texts differ in, at once: see `compareInSteps`. */
export function compareTexts(from: ComparableText, to: ComparableText): Comparison {
  const steps = compareInSteps(from, to);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
