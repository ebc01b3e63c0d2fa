import { amendedKey, numberKey, parseNumber } from '../number/index.ts';
import type { StandardRow } from '../model/row.ts';
import type { CatalogEntry } from './entry.ts';

/** The key of what a sheet (修改单) amends; undefined of any other entry. */
type Amends = (entry: CatalogEntry) => string | undefined;

/** A function that tells the key of what a sheet amends: that which it has now, where it was renumbered since. */
export function findAmended(
  rows: readonly StandardRow[],
  keys: ReadonlyMap<string, CatalogEntry>,
): Amends {
  const later = new Map<string, string>();
  for (const { key, meta } of rows) {
    for (const former of meta.formerly) {
      const parsed = parseNumber(former);
      if (parsed.ok) later.set(numberKey(parsed.number), key);
    }
  }
  return ({ parsed }) => {
    const key = parsed ? amendedKey(parsed) : undefined;
    return key === undefined || keys.has(key) ? key : (later.get(key) ?? key);
  };
}

/** Sheets by the key of what they amend, each list in the order of keys. */
export function groupSheets(
  entries: readonly CatalogEntry[],
  amends: Amends,
): ReadonlyMap<string, readonly CatalogEntry[]> {
  const sheets = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    const key = amends(entry);
    if (key === undefined) continue;
    const list = sheets.get(key);
    if (list) list.push(entry);
    else sheets.set(key, [entry]);
  }
  for (const list of sheets.values()) list.sort((a, b) => (a.key < b.key ? -1 : 1));
  return sheets;
}
