import type { ChecklistRow } from './rows.ts';
import { isEmptyMark } from './saved.ts';
import type { Mark } from './saved.ts';

/** What is left of a list; a filter that is empty or false leaves all. */
export interface ChecklistFilter {
  readonly type: string;
  readonly slug: string;
  readonly source: string;
  readonly limited: boolean;
  /** Only what is not ticked. */
  readonly open: boolean;
  /** Only what has a mark of any kind. */
  readonly marked: boolean;
  /** Words that all have to stand in text, clause, object, note or person. */
  readonly text: string;
}

export const noFilter: ChecklistFilter = {
  type: '',
  slug: '',
  source: '',
  limited: false,
  open: false,
  marked: false,
  text: '',
};

/** The rows that a filter leaves, in their order. */
export function filterRows(
  rows: readonly ChecklistRow[],
  marks: ReadonlyMap<string, Mark>,
  filter: ChecklistFilter,
): readonly ChecklistRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { key, type, slug, source, limits, text, object, clause } = row;
    const mark = marks.get(key);
    if (filter.type !== '' && type !== filter.type) return false;
    if (filter.slug !== '' && slug !== filter.slug) return false;
    if (filter.source !== '' && source !== filter.source) return false;
    if (filter.limited && !limits.some(({ isCondition }) => !isCondition)) return false;
    if (filter.open && mark?.done) return false;
    if (filter.marked && (!mark || isEmptyMark(mark))) return false;
    if (words.length === 0) return true;
    const said = [text, object, clause.label, clause.title, mark?.note, mark?.person]
      .join(' ')
      .toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
