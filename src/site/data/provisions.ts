import { provisionTypes } from '#search/record/provision-types.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { CompiledText, Provision, ProvisionType } from '#core/model/standard.ts';

/** Anchor of the list of the provisions of a type, in the page of their standard. */
export function provisionsAnchor(type: ProvisionType): string {
  return `page-provisions-${type}`;
}

/** How many of each type. */
export type ProvisionSums = StandardRow['provisions'];

export interface ProvisionCount {
  readonly type: ProvisionType;
  readonly count: number;
}

/** How many provisions of each type a text has, in the order of GB/T 1.1—2020, table 1; plain statements are not counted. */
export function countProvisions({
  provisions,
}: {
  readonly provisions: ProvisionSums;
}): readonly ProvisionCount[] {
  return provisionTypes
    .map((type) => ({ type, count: provisions[type] ?? 0 }))
    .filter(({ type, count }) => type !== 'statement' && count > 0);
}

/** The provisions of one clause and type. */
export interface ClauseProvisions {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly provisions: readonly Provision[];
}

/** Provisions of a type in the order of the text, clause by clause. */
export function listProvisions(
  { clauses, provisions }: CompiledText,
  type: ProvisionType,
): readonly ClauseProvisions[] {
  const byClause = Map.groupBy(
    provisions.filter((provision) => provision.type === type),
    ({ clause }) => clause,
  );
  return [...byClause].flatMap(([at, found]) => {
    const clause = clauses[at];
    if (!clause) return [];
    const { id, label, title } = clause;
    return [{ id, label, title, provisions: found }];
  });
}
