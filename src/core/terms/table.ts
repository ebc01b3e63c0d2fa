/** A value a reader meets as a filter, a badge or a column: how it is stored, and what it is called. */
export interface Term {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

/** The values of a table, in its order. */
export const valuesOf = <V extends string>(table: readonly { readonly value: V }[]): readonly V[] =>
  table.map(({ value }) => value);

/** One column of a table by value: `pick(statusTerms, 'en')` gives the English name of each status. */
export function pick<T extends { readonly value: string }, K extends keyof T>(
  table: readonly T[],
  column: K,
): Readonly<Record<T['value'], T[K]>> {
  return Object.fromEntries(table.map((term) => [term.value, term[column]])) as Record<
    T['value'],
    T[K]
  >;
}

/** The words of a record in one language. */
export function inLanguage<V extends string>(
  words: Readonly<Record<V, Omit<Term, 'value'>>>,
  language: 'zh' | 'en',
): Readonly<Record<V, string>> {
  return Object.fromEntries(
    Object.entries<Omit<Term, 'value'>>(words).map(([value, each]) => [value, each[language]]),
  ) as Record<V, string>;
}
