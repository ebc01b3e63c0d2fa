import type { ProvisionType } from '#core/terms/index.ts';
import { changeKinds } from './model.ts';
import type { ChangeKind, Counts, Summary } from './model.ts';

/** What became of one sentence, or of one part of a table. */
export interface Outcome {
  readonly kind: ChangeKind | 'unchanged';
  readonly type: ProvisionType | null | 'table';
}

const groups = {
  requirement: 'requirement',
  instruction: 'instruction',
  recommendation: 'recommendation',
  permission: 'permission',
  capability: 'other',
  possibility: 'other',
  statement: 'other',
  table: 'table',
} as const satisfies Readonly<Record<ProvisionType | 'table', keyof Summary>>;

const groupOf = (type: Outcome['type']): keyof Summary => (type === null ? 'other' : groups[type]);

/** How many sentences of each type, and how many parts of tables, became what. */
export function summarize(outcomes: readonly Outcome[]): Summary {
  const count = (group: keyof Summary): Counts => {
    const own = outcomes.filter(({ type }) => groupOf(type) === group);
    const of = (kind: Outcome['kind']) => own.filter((each) => each.kind === kind).length;
    return {
      ...(Object.fromEntries(changeKinds.map((kind) => [kind, of(kind)])) as Record<
        ChangeKind,
        number
      >),
      unchanged: of('unchanged'),
    };
  };
  return {
    requirement: count('requirement'),
    instruction: count('instruction'),
    recommendation: count('recommendation'),
    permission: count('permission'),
    other: count('other'),
    table: count('table'),
  };
}
