import type { CompiledStandard, CompiledText } from '../model/standard.ts';

/** A clause as a line of `clauses.ndjson`: what it says, and what was found in it. */
export interface ClauseLine {
  /** Number of the standard and id of the clause, by which a line is told from all others of a library. */
  readonly standard: string;
  readonly language: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly normative: boolean;
  readonly text: string;
  readonly provisions: readonly unknown[];
  readonly terms: readonly unknown[];
  readonly references: readonly unknown[];
}

/** The clauses of a text in their order, each with its provisions (and their limits), terms and references. */
export function listClauseLines(
  { key }: CompiledStandard,
  text: CompiledText,
): readonly ClauseLine[] {
  const groupByClause = <T extends { readonly clause: number }>(found: readonly T[]) => {
    const groups = new Map<number, Omit<T, 'clause'>[]>();
    for (const { clause, ...rest } of found) {
      const group = groups.get(clause);
      if (group) group.push(rest);
      else groups.set(clause, [rest]);
    }
    return groups;
  };
  const provisions = groupByClause(text.provisions);
  const terms = groupByClause(text.terms);
  const references = groupByClause(
    text.references.map(({ range: _range, ...reference }) => reference),
  );
  return text.clauses.map((clause, index) => ({
    standard: key,
    language: text.language,
    id: clause.id,
    number: clause.address,
    title: clause.title,
    kind: clause.kind,
    parent: clause.parent === null ? null : (text.clauses[clause.parent]?.id ?? null),
    normative: clause.normative,
    text: clause.text,
    provisions: provisions.get(index) ?? [],
    terms: terms.get(index) ?? [],
    references: references.get(index) ?? [],
  }));
}

/** Lines of JSON, one for each value. */
export const writeLines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');
