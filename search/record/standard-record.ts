import type { Catalog, CatalogEntry, StatusFacts } from '#core/catalog/index.ts';
import { effectiveStatus } from '#core/catalog/status.ts';
import type { Status } from '#core/catalog/status.ts';
import { numberKey, parseNumber } from '#core/number/index.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { Recognition } from '#core/model/partner.ts';
import type { StandardName } from '#core/model/standard-facts.ts';
import type { Systems } from '#core/systems/index.ts';
import { valuesOf } from './filter-values.ts';
import type { FilterValues } from './filter-values.ts';
import { placeOf } from './group.ts';
import { numberTokens } from './numbers.ts';
import { unique } from './spelling.ts';
import { IN_TEXT, titleToken, titleTokens } from './titles.ts';

/** `full`: every clause is searched. `light`: scope and terms, by the directory. */
export type TextMode = 'full' | 'light';

/** What search shows of a standard, hosted or known by its facts only. */
export interface StandardRecord extends StandardName {
  /** Empty where there is none. */
  readonly titleEn: string;
  /** The text is in the library. */
  readonly hosted: boolean;
  /** Invented, as an example: never to be cited. */
  readonly sample: boolean;
  /** The city whose library it is from, where that is not this one. */
  readonly origin?: Bilingual;
  /** When cities recognise it of each other; whether one holds is worked out on the day of reading. */
  readonly recognised?: readonly RecognisedTime[];
  /** The reader's status is worked out from these on the day of reading. */
  readonly facts: StatusFacts;
  /** What `facts.replacedBy` names and the library knows, as links. */
  readonly successors: readonly RecordLink[];
}

/** From when, and the first day it does not hold any more. */
export type RecognisedTime = Pick<Recognition, 'since' | 'until'>;

export type RecordLink = Pick<CatalogEntry, 'key' | 'number' | 'slug'>;

/** The record of an entry, but for the links to what replaces it. */
export function toRecord(
  entry: CatalogEntry,
  catalog: Catalog,
): Omit<StandardRecord, 'successors'> {
  const { slug, number, title, titleEn = '', row, origin } = entry;
  const recognised = catalog
    .recognitionsOf(entry)
    .map(({ since, until }) => ({ since, ...(until !== undefined && { until }) }));
  return {
    slug,
    number,
    title,
    titleEn,
    hosted: row !== undefined,
    sample: row?.meta.sample ?? false,
    ...(origin && { origin: origin.short }),
    ...(recognised.length > 0 && { recognised }),
    facts: catalog.factsOf(entry),
  };
}

/** The keys a standard is known by: its own, the halves of a double number, each of a joint one. */
function keysOf({ key, number, parsed }: CatalogEntry): readonly string[] {
  if (!parsed) return [key];
  // The key of a double number is its own half; the printed number has the other.
  const whole = number.length > key.length ? parseNumber(number) : null;
  const { others } = whole?.ok ? whole.number : parsed;
  return unique([key, numberKey({ ...parsed, others: [] }), ...others.map(numberKey)]);
}

/** Everything a standard is found by in the directory, from which its tokens are made. */
export interface DirectoryEntry {
  readonly record: StandardRecord;
  /** Canonical keys. */
  readonly keys: readonly string[];
  /** Keywords, and abbreviations of terms. */
  readonly words: readonly string[];
  /** Scope and terms, where they stand in for the text. */
  readonly lead: readonly string[];
  /** What filters and counts go by. */
  readonly values: FilterValues;
  /** Sorts as the number does: digits padded. */
  readonly numberOrder: string;
  /** Days, `YYYY-MM-DD`; empty when not known. */
  readonly issued: string;
  readonly implemented: string;
  /** Statuses announced for days after that of the catalog, in order. */
  readonly later: readonly LaterStatus[];
}

export interface LaterStatus {
  /** `YYYY-MM-DD`, from which it holds. */
  readonly day: string;
  readonly status: Status;
}

/** What records are projected from. */
export interface RecordSources {
  readonly catalog: Catalog;
  readonly systems: Pick<Systems, 'facetsOf'>;
}

/**
 * All that search knows of an entry on the day of its catalog: record, keys, words, values of filters, orders, later
 * statuses. Pure.
 */
export function projectEntry(
  entry: CatalogEntry,
  { catalog, systems }: RecordSources,
  texts: TextMode,
): DirectoryEntry {
  const { row, issued = '', implemented = '' } = entry;
  const record = toRecord(entry, catalog);
  const { keywords = [], keywordsEn = [] } = row?.meta ?? {};
  const abbreviations = row?.terms.flatMap((term) => term.abbreviations) ?? [];
  return {
    record: { ...record, successors: linkSuccessors(record.facts, catalog) },
    keys: keysOf(entry),
    words: unique([...keywords, ...keywordsEn, ...abbreviations]),
    lead: texts === 'light' && row ? leadOf(row) : [],
    values: valuesOf(entry, catalog, systems),
    numberOrder: entry.key.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(8, '0')),
    issued,
    implemented,
    later: listLater(record.facts, catalog),
  };
}

/** A status changes only on a day that its facts name. */
function listLater(facts: StatusFacts, { asOf, reviewYears }: Catalog): readonly LaterStatus[] {
  const { implemented, withdrawn, replacedBy = [] } = facts;
  const days = [implemented, withdrawn, ...replacedBy.map((each) => each.implemented)]
    .filter((day): day is string => day !== undefined && day > asOf)
    .sort(compareDays);
  const statusOn = (day: string) => effectiveStatus(facts, day, reviewYears).status;
  const later: LaterStatus[] = [];
  let status = statusOn(asOf);
  for (const day of days) {
    if (statusOn(day) === status) continue;
    status = statusOn(day);
    later.push({ day, status });
  }
  return later;
}

const compareDays = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function linkSuccessors({ replacedBy = [] }: StatusFacts, catalog: Catalog): readonly RecordLink[] {
  return replacedBy.flatMap(({ key }): readonly RecordLink[] => {
    const known = catalog.byKey(key);
    return known ? [{ key, number: known.number, slug: known.slug }] : [];
  });
}

function leadOf({ scope, terms, meta }: StandardRow): readonly string[] {
  const names = terms.flatMap(({ term, termEn = '', admitted }) => [term, termEn, ...admitted]);
  return [scope, meta.abstract ?? '', ...names].filter(Boolean);
}

/** Tokens but for pinyin: number variants, the whole titles, pairs and words of titles; keywords are text. */
export function listTokens({ record, keys, words, lead }: DirectoryEntry): readonly string[] {
  const titles = [record.title, record.titleEn].filter(Boolean);
  const inText = lead.length > 0 ? [...titles, ...words, ...lead].flatMap(titleTokens) : [];
  return unique([
    ...numberTokens(keys),
    ...titles.map(titleToken),
    ...titles.flatMap(titleTokens),
    ...inText.map((token) => IN_TEXT + token),
  ]);
}

/** Where the groups end among standards in the order of a result list. */
interface RankedGroups {
  readonly hosted: number;
  /** Those of this library that are neither replaced nor withdrawn; they come first. */
  readonly hostedLive: number;
  /** Those and, after all hosted ones, records neither replaced nor withdrawn: the end of the latter. */
  readonly recordsLive: number;
}

/** All standards, and where the groups among them end. */
export interface RankedEntries extends RankedGroups {
  readonly entries: readonly DirectoryEntry[];
}

/** More than `orderInGroup` gives. */
export const BAND = 40_000;

/** Of two in one group the one in force comes before the one that will be; then the newest. */
export function orderInGroup(status: string | undefined, year: number): number {
  return (status === '即将实施' ? 10_000 : 0) + 9999 - Math.min(9999, year);
}

/**
 * All standards in the order of a result list where nothing else decides: hosted first, those of other cities behind the
 * library's own, then those not replaced or withdrawn, those in force before those to come, then the newest.
 */
export function orderCatalog(catalog: Catalog): RankedGroups & {
  readonly ordered: readonly CatalogEntry[];
  /** Of each, rising: those of one band stand in the order of the catalogue. */
  readonly bands: readonly number[];
} {
  const ranked = catalog.entries
    .map((entry) => {
      const { status } = catalog.statusOf(entry);
      const rank = placeOf(entry.row !== undefined, status, entry.origin !== undefined);
      return { entry, rank, order: orderInGroup(status, Number(entry.year ?? 0)) };
    })
    .toSorted((a, b) => a.rank - b.rank || a.order - b.order);
  return {
    ordered: ranked.map(({ entry }) => entry),
    bands: ranked.map(({ rank, order }) => rank * BAND + order),
    hosted: ranked.filter((each) => each.rank < 2).length,
    hostedLive: ranked.filter((each) => each.rank === 0).length,
    recordsLive: ranked.filter((each) => each.rank < 3).length,
  };
}

/**
 * All entries of a catalog as search knows them, in the order of `orderCatalog`, and where its groups end; `project` may remember
 * what it made of an entry.
 */
export function rankCatalog(
  sources: RecordSources,
  texts: TextMode,
  project = (entry: CatalogEntry): DirectoryEntry => projectEntry(entry, sources, texts),
): RankedEntries {
  const { ordered, bands: _, ...groups } = orderCatalog(sources.catalog);
  return { entries: ordered.map(project), ...groups };
}
