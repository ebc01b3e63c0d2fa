import { numberKey, parseNumber, undatedKey } from '../number/index.ts';
import type { CatalogRecord } from '../model/catalog-record.ts';
import type { StandardRow } from '../model/row.ts';
import type { CatalogEntry } from './entry.ts';

/** An English title, and the number of the hosted standard in whose English text it stands. */
interface GivenTitle {
  readonly title: string;
  readonly from: string;
}

/** English titles that hosted English texts give other standards, by dated key. */
export type EnglishTitles = ReadonlyMap<string, GivenTitle>;

/**
 * Titles by the key of one edition: that of a dated reference, the newest recorded edition of an undated one. The first
 * text counts.
 */
export function collectEnglishTitles(
  rows: readonly StandardRow[],
  records: readonly CatalogRecord[],
): EnglishTitles {
  const titles = new Map<string, GivenTitle>();
  const given = rows.filter(({ englishTitles }) => englishTitles !== undefined);
  if (given.length === 0) return titles;
  const newest = new Map<string, { readonly key: string; readonly year: string }>();
  for (const { key } of records) {
    const parsed = parseNumber(key);
    if (!parsed.ok || parsed.number.amendments.length > 0 || parsed.number.language !== null)
      continue;
    const undated = undatedKey(parsed.number);
    const year = parsed.number.year ?? '';
    if ((newest.get(undated)?.year ?? '') < year) newest.set(undated, { key, year });
  }
  for (const { number: from, englishTitles = {} } of given) {
    for (const [cited, title] of Object.entries(englishTitles)) {
      const parsed = parseNumber(cited);
      if (!parsed.ok) continue;
      const key = parsed.number.year === null ? newest.get(cited)?.key : numberKey(parsed.number);
      if (key !== undefined && !titles.has(key)) titles.set(key, { title, from });
    }
  }
  return titles;
}

/** The entry with the title, where its own data give none. */
export function withEnglishTitle(entry: CatalogEntry, titles: EnglishTitles): CatalogEntry {
  const given = entry.titleEn === undefined ? titles.get(entry.key) : undefined;
  return given ? { ...entry, titleEn: given.title, titleEnFrom: given.from } : entry;
}
