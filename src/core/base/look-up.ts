/** Returns what a table has under a word that somebody wrote; undefined where it has none, of `constructor`, too. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
