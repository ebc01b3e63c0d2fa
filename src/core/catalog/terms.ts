import type { StandardRow, TermRow } from '../model/row.ts';

/** One term and every hosted standard that defines it. */
export interface TermGroup {
  readonly term: string;
  readonly entries: readonly { readonly row: StandardRow; readonly entry: TermRow }[];
}

/** Chinese words in the order of their pinyin; the order of code points is no order for a reader. */
export function comparePinyin(): (a: string, b: string) => number {
  return new Intl.Collator('zh-Hans-u-co-pinyin').compare;
}

/** Terms of all rows, grouped by spelling; definitions of rows that are over stand behind the others. */
export function groupTerms(
  rows: readonly StandardRow[],
  compare: (a: string, b: string) => number = comparePinyin(),
  isOver: (row: StandardRow) => boolean = () => false,
): readonly TermGroup[] {
  const groups = new Map<string, { row: StandardRow; entry: TermRow }[]>();
  for (const row of rows.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)))) {
    for (const entry of row.terms) {
      const list = groups.get(entry.term);
      if (list) list.push({ row, entry });
      else groups.set(entry.term, [{ row, entry }]);
    }
  }
  return [...groups]
    .map(([term, entries]) => ({ term, entries }))
    .toSorted((a, b) => compare(a.term, b.term));
}
