import { memo, once } from '../base/memo.ts';
import type { NumberMatch } from '../number/index.ts';
import type { Recognition } from '../model/partner.ts';
import type { StandardRow } from '../model/row.ts';
import { citedKeysOf, mentionsOf, mergeCitations } from './citations.ts';
import type { Citation, Mention } from './citations.ts';
import { entryOfRow } from './entry.ts';
import type { CatalogEntry } from './entry.ts';
import type { FacetIndex, FacetName } from './facets.ts';
import { facetValues } from './facets.ts';
import type { Relations } from './relations.ts';
import { followResolver } from './resolve.ts';
import type { Resolution } from './resolve.ts';
import type { EffectiveStatus, LaterStatus, StatusFacts } from './status.ts';
import type { TermGroup } from './terms.ts';

/** What a catalogue is made of, whatever the day; what is asked for by a day is kept by it. */
export interface CatalogParts {
  readonly reviewYears: number;
  /** The library's own. */
  readonly rows: readonly StandardRow[];
  readonly keys: ReadonlyMap<string, CatalogEntry>;
  readonly slugs: ReadonlyMap<string, CatalogEntry>;
  readonly editions: ReadonlyMap<string, readonly CatalogEntry[]>;
  readonly supplements: ReadonlyMap<string, readonly CatalogEntry[]>;
  readonly amends: (entry: CatalogEntry) => string | undefined;
  readonly sheets: () => ReadonlyMap<string, readonly CatalogEntry[]>;
  readonly relations: Relations;
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  readonly recognitions: () => ReadonlyMap<string, readonly Recognition[]>;
  readonly absentKeys: () => ReadonlySet<string>;
  readonly nearest: (number: string, limit?: number) => readonly NumberMatch[];
  readonly factsOf: (entry: CatalogEntry) => StatusFacts;
  readonly statusOn: (day: string) => (entry: CatalogEntry) => EffectiveStatus;
  readonly laterOn: (day: string) => (entry: CatalogEntry) => readonly LaterStatus[];
  readonly facetsOn: (day: string) => (name: FacetName) => FacetIndex;
  readonly resolverOn: (day: string) => (key: string, dated: boolean) => Resolution;
  readonly citedBy: (entry: CatalogEntry) => readonly Citation[];
  readonly ordered: () => readonly CatalogEntry[];
  readonly groupTerms: (rows: readonly StandardRow[]) => readonly TermGroup[];
  readonly terms: () => readonly TermGroup[];
}

/**
 * Whether a text can stand in the place of another in a catalogue that is made already: what decides number, days, statuses,
 * relations and facets is the same of both. Titles, clauses, terms and what it cites may be others.
 */
export function isExchangeable(before: StandardRow, after: StandardRow): boolean {
  return decisive(before) === decisive(after);
}

const decisive = memo(
  ({ slug, key, number, kind, file, hasEnglish, englishTitles, meta }: StandardRow): string => {
    const { title: _title, titleEn: _titleEn, abstract: _abstract, ...facts } = meta;
    const { abstractEn: _abstractEn, keywords: _keywords, keywordsEn: _keywordsEn, ...own } = facts;
    const { foreword: _foreword, indicators: _indicators, ...rest } = own;
    return JSON.stringify([slug, key, number, kind, file, hasEnglish, englishTitles, rest]);
  },
);

/** The parts of the same catalogue with other texts of some standards. Throws where one of them is not in it. */
export function exchangeTexts(
  parts: CatalogParts,
  texts: ReadonlyMap<StandardRow, StandardRow>,
): CatalogParts {
  const swaps = new Map<CatalogEntry, CatalogEntry>();
  for (const [before, after] of texts) {
    const entry = parts.keys.get(before.key);
    if (entry?.row !== before) throw new Error(`${before.key} is not in the catalogue`);
    swaps.set(entry, entryOfRow(after, entry.record, entry));
  }
  const rows = parts.rows.map((row) => texts.get(row) ?? row);
  const inList = (list: readonly CatalogEntry[]) => list.map((entry) => swaps.get(entry) ?? entry);
  const inMap = <T>(
    map: ReadonlyMap<string, T>,
    keysOf: (entry: CatalogEntry) => readonly string[],
    change: (value: T) => T,
  ): ReadonlyMap<string, T> => {
    const copy = new Map(map);
    for (const entry of swaps.keys()) {
      for (const key of keysOf(entry)) {
        const value = map.get(key);
        if (value !== undefined) copy.set(key, change(value));
      }
    }
    return copy;
  };
  const one = (entry: CatalogEntry) => swaps.get(entry) ?? entry;
  const ofUndated = ({ undated }: CatalogEntry) => [undated];
  const editions = inMap(parts.editions, ofUndated, inList);
  const keys = inMap(parts.keys, (entry) => citedKeysOf(entry)[0], one);
  const { mentions, changed } = exchangeMentions(parts, texts);
  return {
    ...parts,
    rows,
    keys,
    slugs: inMap(parts.slugs, ({ slug }) => [slug], one),
    editions,
    supplements: inMap(parts.supplements, ofUndated, inList),
    sheets: once(() => inMap(parts.sheets(), (entry) => [parts.amends(entry) ?? ''], inList)),
    mentions,
    facetsOn: memo((day: string) => {
      const [facets, statusOf] = [parts.facetsOn(day), parts.statusOn(day)];
      return memo((name: FacetName) =>
        inMap(facets(name), (entry) => facetValues(entry, name, statusOf), inList),
      );
    }),
    resolverOn: memo((day: string) =>
      followResolver(parts.resolverOn(day), new Set(swaps.keys()), {
        keys,
        editions,
        statusOf: parts.statusOn(day),
        nearest: parts.nearest,
      }),
    ),
    citedBy: exchangeCitations(parts, mentions, changed, swaps),
    ordered: once(() => inList(parts.ordered())),
    terms: once(() => exchangeTerms(parts, rows, texts)),
  };
}

/** Mentions with those of the new texts at the places of the old ones, and the keys of which they are others. */
function exchangeMentions(
  parts: Pick<CatalogParts, 'rows' | 'mentions'>,
  texts: ReadonlyMap<StandardRow, StandardRow>,
): { readonly mentions: CatalogParts['mentions']; readonly changed: ReadonlySet<string> } {
  const mentions = new Map(parts.mentions);
  const placeOf = new Map(parts.rows.map((row, place) => [row, place]));
  const rank = (row: StandardRow): number => placeOf.get(row) ?? Number.POSITIVE_INFINITY;
  const changed = new Set<string>();
  for (const [before, after] of texts) {
    const next = new Map(mentionsOf(after));
    for (const key of new Set([...mentionsOf(before).map(([each]) => each), ...next.keys()])) {
      changed.add(key);
      const list = [...(mentions.get(key) ?? [])];
      const own = list.findIndex(({ by }) => by === before);
      const mention = next.get(key);
      const behind = list.findIndex(({ by }) => rank(by) > rank(before));
      if (own >= 0) list.splice(own, 1, ...(mention ? [mention] : []));
      else if (mention) list.splice(behind < 0 ? list.length : behind, 0, mention);
      if (list.length > 0) mentions.set(key, list);
      else mentions.delete(key);
    }
    // Later texts of the exchange find their places by it.
    placeOf.set(after, rank(before));
  }
  return { mentions, changed };
}

function exchangeCitations(
  parts: Pick<CatalogParts, 'citedBy'>,
  mentions: CatalogParts['mentions'],
  changed: ReadonlySet<string>,
  swaps: ReadonlyMap<CatalogEntry, CatalogEntry>,
): CatalogParts['citedBy'] {
  const before = new Map([...swaps].map(([old, now]) => [now, old]));
  return memo((entry) => {
    const keys = citedKeysOf(entry);
    return keys.some((list) => list.some((key) => changed.has(key)))
      ? mergeCitations(...keys, mentions)
      : parts.citedBy(before.get(entry) ?? entry);
  });
}

/** Terms stay in their order where the same are defined. */
function exchangeTerms(
  parts: CatalogParts,
  rows: readonly StandardRow[],
  texts: ReadonlyMap<StandardRow, StandardRow>,
): readonly TermGroup[] {
  const named = new Set<string>();
  for (const [before, after] of texts) {
    // Terms of partners are none of the library's own.
    if (!parts.rows.includes(before)) continue;
    if (JSON.stringify(before.terms) !== JSON.stringify(after.terms)) return parts.groupTerms(rows);
    for (const { term } of before.terms) named.add(term);
  }
  return parts.terms().map((group) => {
    if (!named.has(group.term)) return group;
    const entries = group.entries.map((each) => ({
      ...each,
      row: texts.get(each.row) ?? each.row,
    }));
    return { ...group, entries };
  });
}
