import type { ProvisionType } from '#core/terms/index.ts';
import type { Change, ChangeKind, ComparableText } from './model.ts';
import type { Outcome } from './summary.ts';

/** The list of changes while it is made. */
export interface ChangeList {
  readonly list: readonly Change[];
  readonly outcomes: readonly Outcome[];
  /** Puts a change at the end; answers with its index. */
  readonly add: (change: Omit<Change, 'id'>) => number;
  /** Counts a sentence, or a part of a table, whether it changed or not. */
  readonly count: (kind: ChangeKind | undefined, type: ProvisionType | null | 'table') => void;
}

/** An empty list. Ids hold the id of the clause, so they stay while other clauses change. */
export function startChanges(from: ComparableText, to: ComparableText): ChangeList {
  const list: Change[] = [];
  const outcomes: Outcome[] = [];
  const used = new Map<string, number>();
  return {
    list,
    outcomes,
    add(change) {
      const clause = change.to
        ? `c-${to.clauses[change.to.clause]?.id ?? ''}`
        : `c-old-${from.clauses[change.from?.clause ?? -1]?.id ?? ''}`;
      const number = (used.get(clause) ?? 0) + 1;
      used.set(clause, number);
      list.push({ id: `${clause}-${number}`, ...change });
      return list.length - 1;
    },
    count(kind, type) {
      outcomes.push({ kind: kind ?? 'unchanged', type });
    },
  };
}
