import type { ChecklistRow } from './rows.ts';
import { isEmptyMark } from './saved.ts';
import type { Mark, SavedEntry } from './saved.ts';

/**
 * Why an entry stands at no row: its text has changed, its provision is gone, its standard is not in the list, or the row has a
 * mark of its own that says something else.
 */
export type LostReason = 'changed' | 'gone' | 'not-listed' | 'differs';

/** A saved entry that stands at no row. It is kept and shown until the reader lets it go. */
export interface LostEntry {
  readonly entry: SavedEntry;
  readonly reason: LostReason;
  /** What stands at its place now. */
  readonly now?: ChecklistRow;
}

export interface Merged {
  /** By key of a row. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly lost: readonly LostEntry[];
  /** Numbers of the other editions that marks were made for, by key of a row. */
  readonly editions: ReadonlyMap<string, string>;
}

/** A standard without its year, so that its editions are told to be one: `gb-t-191`. */
const seriesOf = (slug: string): string => slug.replace(/-(?:19|20)\d{2}$/, '');

/**
 * Puts saved entries at the rows they were made for: those of the same clause and the same text, in the same standard or else in the
 * only other edition of it that is listed. What has a mark keeps it. Nothing is dropped: what matches nothing is lost, with the reason.
 */
export function mergeEntries(
  rows: readonly ChecklistRow[],
  marks: ReadonlyMap<string, Mark>,
  entries: readonly SavedEntry[],
): Merged {
  const merged = new Map(marks);
  const lost: LostEntry[] = [];
  const editions = new Map<string, string>();
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const byText = groupRows(rows);
  const slugs = [...new Set(rows.map(({ slug }) => slug))];
  const used = new Set<string>();
  const findRow = (entry: SavedEntry, slug: string): ChecklistRow | undefined => {
    const own = byKey.get(`${slug}#${entry.id}`);
    if (own?.digest === entry.digest && own.clause.id === entry.clause) return own;
    const same = byText.get(`${slug}#${entry.clause}#${entry.digest}`) ?? [];
    const free = same.filter(({ key }) => !used.has(key));
    return free.length === 1 ? free[0] : undefined;
  };
  for (const entry of entries) {
    if (isEmptyMark(entry)) continue;
    const slug = findSlug(entry.slug, slugs);
    if (slug === undefined) {
      lost.push({ entry, reason: 'not-listed' });
      continue;
    }
    const row = findRow(entry, slug);
    if (!row) {
      const now = byKey.get(`${slug}#${entry.id}`);
      lost.push({ entry, reason: now ? 'changed' : 'gone', ...(now && { now }) });
      continue;
    }
    const there = merged.get(row.key);
    const { done, note, person, date } = entry;
    const mark = { done, note, person, date };
    if (there && !isEmptyMark(there) && !isSame(there, mark)) {
      lost.push({ entry, reason: 'differs', now: row });
      continue;
    }
    used.add(row.key);
    merged.set(row.key, mark);
    if (slug !== entry.slug) editions.set(row.key, entry.number);
  }
  return { marks: merged, lost, editions };
}

function findSlug(slug: string, slugs: readonly string[]): string | undefined {
  if (slugs.includes(slug)) return slug;
  const editions = slugs.filter((each) => seriesOf(each) === seriesOf(slug));
  return editions.length === 1 ? editions[0] : undefined;
}

function groupRows(rows: readonly ChecklistRow[]): ReadonlyMap<string, readonly ChecklistRow[]> {
  const groups = new Map<string, ChecklistRow[]>();
  for (const row of rows) {
    const key = `${row.slug}#${row.clause.id}#${row.digest}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Whether two marks say the same. */
const isSame = (a: Mark, b: Mark): boolean =>
  a.done === b.done && a.note === b.note && a.person === b.person && a.date === b.date;
