import type { QueryCase, QuerySource } from './case.ts';

/**
 * Every dated reference to a standard of the catalogue as the hosted standards print it in chapter 2: number, wide space,
 * title. That standard answers, and no other.
 */
export function referenceCases({ library, bodies }: QuerySource): readonly QueryCase[] {
  const cases = bodies.flatMap(({ text }) =>
    text.references
      .filter(({ role, dated }) => role === 'normative-list' && dated)
      .flatMap(({ raw, key, clause }): readonly QueryCase[] => {
        const line = text.clauses[clause]?.text.split('\n').find((each) => each.startsWith(raw));
        const entry = library.catalog.byKey(key);
        if (line === undefined || !entry || line.trim() === raw) return [];
        return [
          { name: 'references', text: line, language: 'zh', relevant: new Set([entry.slug]) },
        ];
      }),
  );
  return [...new Map(cases.map((each) => [each.text, each])).values()];
}
