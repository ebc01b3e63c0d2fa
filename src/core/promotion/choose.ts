import type { ChecklistRow } from '../checklist/index.ts';

/** Why a requirement stands among the gravest. */
export const graveReasons = ['tighter', 'author', 'limit', 'prohibited', 'verified'] as const;
export type GraveReason = (typeof graveReasons)[number];

const weights: Readonly<Record<GraveReason, number>> = {
  tighter: 10,
  author: 3,
  limit: 3,
  prohibited: 2,
  verified: 1,
};

/** 不应 that forbids, not one that bounds a value (「不应小于」); GB/T 1.1—2020, annex C. */
const forbidden =
  /严禁|(?:不应|不得)(?!小于|大于|少于|多于|低于|高于|超过|短于|长于|早于|晚于|迟于|劣于)/;

export interface GraveRequirement {
  readonly row: ChecklistRow;
  readonly reasons: readonly GraveReason[];
}

/**
 * The gravest requirements of a list, in the order of the text. What is new or tighter than in the edition before weighs most, then
 * what its author marked, what bounds a value, what is forbidden, what the text itself says how to verify; of equals the earlier.
 * At most two of a clause.
 */
export function chooseGravest(
  rows: readonly ChecklistRow[],
  isTighter: (row: ChecklistRow) => boolean,
  count = 10,
): readonly GraveRequirement[] {
  const weighed = rows
    .filter(({ type }) => type === 'requirement')
    .map((row, at) => {
      const reasons = graveReasons.filter((reason) => holds(reason, row, isTighter));
      const weight = reasons.reduce((sum, reason) => sum + weights[reason], 0);
      return { row, reasons, weight, at };
    })
    .sort((a, b) => b.weight - a.weight || a.at - b.at);
  const ofClause = new Map<string, number>();
  const chosen = weighed.filter(({ row }) => {
    const there = ofClause.get(row.clause.id) ?? 0;
    ofClause.set(row.clause.id, there + 1);
    return there < 2;
  });
  return chosen
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ row, reasons }) => ({ row, reasons }));
}

function holds(
  reason: GraveReason,
  row: ChecklistRow,
  isTighter: (row: ChecklistRow) => boolean,
): boolean {
  switch (reason) {
    case 'tighter':
      return isTighter(row);
    case 'author':
      return row.source === 'author';
    case 'limit':
      return row.limits.some(({ isCondition }) => !isCondition);
    case 'prohibited':
      return forbidden.test(row.text);
    case 'verified':
      return row.verifications.length > 0;
  }
}
