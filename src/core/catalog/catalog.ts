import { memo, once } from '../base/memo.ts';
import { buildNumberIndex, nearestNumbers, parseNumber, undatedKey } from '../number/index.ts';
import type { NumberIndex, NumberMatch } from '../number/index.ts';
import type { CatalogRecord } from '../model/catalog-record.ts';
import type { PartnerFacts, Recognition } from '../model/partner.ts';
import type { StandardRow } from '../model/row.ts';
import { citedKeysOf, collectMentions, mergeCitations } from './citations.ts';
import type { Citation } from './citations.ts';
import { aliasesOf, compareEditions, entryOfRecord, entryOfRow } from './entry.ts';
import type { CatalogEntry } from './entry.ts';
import { buildFacet, countFacet } from './facets.ts';
import type { FacetIndex, FacetName, FacetValue } from './facets.ts';
import { exchangeTexts } from './exchange-texts.ts';
import type { CatalogParts } from './exchange-texts.ts';
import { sortByNumber } from './order.ts';
import { buildRelations, findHeirs } from './relations.ts';
import type { Relation, Relations } from './relations.ts';
import { buildResolver } from './resolve.ts';
import type { Resolution } from './resolve.ts';
import { findAmended, groupSheets } from './sheets.ts';
import { effectiveStatus, laterStatuses, usualReviewYears as usual } from './status.ts';
import type { EffectiveStatus, LaterStatus, StatusFacts, Successor } from './status.ts';
import { groupTerms } from './terms.ts';
import { collectEnglishTitles, withEnglishTitle } from './english-titles.ts';
import type { TermGroup } from './terms.ts';

/** What is shown of a partner's library. */
interface PartnerShown {
  readonly rows: readonly StandardRow[];
  readonly records: readonly CatalogRecord[];
}

export interface CatalogInput {
  readonly rows: readonly StandardRow[];
  /** Libraries of other cities with the standards of theirs that stand beside `rows`. */
  readonly partners?: readonly (PartnerFacts & PartnerShown)[];
  readonly recognitions?: readonly Recognition[];
  readonly records: readonly CatalogRecord[];
  /** Numbers known to exist of which there are no facts. */
  readonly absent?: readonly string[];
  /** The day for which statuses are worked out, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Years between reviews; 5 unless the place says otherwise. */
  readonly reviewYears?: number;
  /** Order of terms; pinyin by default. */
  readonly compareText?: (a: string, b: string) => number;
}

/** What is known across standards. All answers are worked out once and kept. */
export interface Catalog {
  readonly asOf: string;
  readonly reviewYears: number;
  /** In the order of `compareNumbers`; hosted standards and records together, each key once. */
  readonly entries: readonly CatalogEntry[];
  readonly byKey: (key: string) => CatalogEntry | undefined;
  readonly bySlug: (slug: string) => CatalogEntry | undefined;
  /** What a mention points to; `dated` as in `Reference`. Never throws; unknown is an answer. */
  readonly resolve: (key: string, dated: boolean) => Resolution;
  /** All editions of the entry's number, newest first, itself among them. */
  readonly editionsOf: (entry: CatalogEntry) => readonly CatalogEntry[];
  /** Amendment sheets and language editions of the number. */
  readonly supplementsOf: (entry: CatalogEntry) => readonly CatalogEntry[];
  /** Amendment sheets of this very edition, in the order of their numbers. */
  readonly amendmentsOf: (entry: CatalogEntry) => readonly CatalogEntry[];
  /** The key of what an amendment sheet amends; undefined of any other entry. */
  readonly amends: (entry: CatalogEntry) => string | undefined;
  readonly replacesOf: (entry: CatalogEntry) => readonly Relation[];
  readonly replacedByOf: (entry: CatalogEntry) => readonly Relation[];
  /** Keys where the chain of whole replacements ends. */
  readonly heirsOf: (entry: CatalogEntry) => readonly string[];
  readonly citedBy: (entry: CatalogEntry) => readonly Citation[];
  /** Acts by which cities recognise it, whatever the day, in their order. */
  readonly recognitionsOf: (entry: CatalogEntry) => readonly Recognition[];
  /** The facts of the status, to be put into a page and worked out again in the browser. */
  readonly factsOf: (entry: CatalogEntry) => StatusFacts;
  readonly statusOf: (entry: CatalogEntry) => EffectiveStatus;
  /** The statuses that will follow, each from its day on; empty for most. */
  readonly laterOf: (entry: CatalogEntry) => readonly LaterStatus[];
  /** The same catalogue on another day. */
  readonly on: (day: string) => Catalog;
  /**
   * The same catalogue with other texts of some hosted standards, each by the row that it stands in place of and fit for it
   * by `isExchangeable`: as `buildCatalog` would make it of all rows, at the cost of a copy of its lists.
   */
  readonly exchange: (texts: ReadonlyMap<StandardRow, StandardRow>) => Catalog;
  readonly facet: (name: FacetName) => readonly FacetValue[];
  /** Entries with a value of a facet, by number. */
  readonly listFacet: (name: FacetName, value: string) => readonly CatalogEntry[];
  /** Whether a number is known to exist although there are no facts about it, whatever its year. */
  readonly isKnownAbsent: (number: string) => boolean;
  /** Known numbers near to one that is not, best first. */
  readonly nearest: (number: string, limit?: number) => readonly NumberMatch[];
  readonly terms: readonly TermGroup[];
}

const noRelations: readonly Relation[] = [];
const noEntries: readonly CatalogEntry[] = [];
const noRecognitions: readonly Recognition[] = [];

/** Linear in rows, references and records. Of two rows or records with one key the first counts. */
export function buildCatalog(input: CatalogInput): Catalog {
  const { partners = [], absent = [], compareText, reviewYears = usual } = input;
  const records = [...input.records, ...partners.flatMap((partner) => partner.records)];
  const rows = [...input.rows, ...partners.flatMap((partner) => partner.rows)];
  const absentKeys = once(() => new Set(absent.map(undatedOf)));
  const { entries, keys, slugs } = collectEntries(input, records);
  const editions = new Map<string, CatalogEntry[]>();
  const supplements = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    const map = entry.supplement ? supplements : editions;
    const list = map.get(entry.undated);
    if (list) list.push(entry);
    else map.set(entry.undated, [entry]);
  }
  for (const list of editions.values()) if (list.length > 1) list.sort(compareEditions);

  const amends = findAmended(rows, keys);
  const relations = buildRelations(rows, records, editions, (key) => keys.get(key)?.key ?? key);
  const mentions = collectMentions(rows);
  const recognitions = once(() => groupRecognitions(input.recognitions ?? []));
  const numberIndex = once<NumberIndex>(() => buildNumberIndex(entries.map(({ key }) => key)));
  const usualNearest = memo((number: string) => nearestNumbers(number, numberIndex(), 3));

  const factsOf = memo((entry: CatalogEntry) =>
    withYears(collectFacts(entry, relations, keys, keys.get(amends(entry) ?? '')), reviewYears),
  );
  const statuses = memo((day: string) =>
    memo((entry: CatalogEntry) => effectiveStatus(factsOf(entry), day, reviewYears)),
  );
  const ordered = once(() => sortByNumber(entries));
  // Whatever the day: an edition with a successor is not where a reader looks a term up first.
  const isOver = ({ key, meta }: StandardRow) =>
    meta.withdrawn !== undefined ||
    (relations.replacedBy.get(key) ?? noRelations).some(({ partial }) => !partial);
  return openCatalog(
    {
      reviewYears,
      rows: input.rows,
      keys,
      slugs,
      editions,
      supplements,
      amends,
      sheets: once(() => groupSheets(entries, amends)),
      relations,
      mentions,
      recognitions,
      absentKeys,
      nearest: (number, limit = 3) =>
        limit === 3 ? usualNearest(number) : nearestNumbers(number, numberIndex(), limit),
      factsOf,
      statusOn: statuses,
      laterOn: memo((day: string) =>
        memo((entry: CatalogEntry) => laterStatuses(factsOf(entry), day)),
      ),
      facetsOn: memo((day: string) => {
        const statusOf = statuses(day);
        return memo((name: FacetName): FacetIndex => buildFacet(ordered(), name, statusOf));
      }),
      resolverOn: memo((day: string) =>
        buildResolver({ keys, editions, statusOf: statuses(day), nearest: usualNearest }),
      ),
      citedBy: memo((entry: CatalogEntry) => mergeCitations(...citedKeysOf(entry), mentions)),
      ordered,
      groupTerms: (texts) => groupTerms(texts, compareText, isOver),
      terms: once(() => groupTerms(input.rows, compareText, isOver)),
    },
    input.asOf,
  );
}

function openCatalog(parts: CatalogParts, asOf: string): Catalog {
  const { keys, editions, relations, factsOf } = parts;
  const facets = parts.facetsOn(asOf);
  return {
    asOf,
    reviewYears: parts.reviewYears,
    get entries() {
      return parts.ordered();
    },
    byKey: (key) => keys.get(key),
    bySlug: (slug) => parts.slugs.get(slug),
    resolve: parts.resolverOn(asOf),
    editionsOf: (entry) => editions.get(entry.undated) ?? noEntries,
    supplementsOf: (entry) => parts.supplements.get(entry.undated) ?? noEntries,
    amendmentsOf: (entry) => parts.sheets().get(entry.key) ?? noEntries,
    amends: parts.amends,
    replacesOf: (entry) => relations.replaces.get(entry.key) ?? noRelations,
    replacedByOf: (entry) => relations.replacedBy.get(entry.key) ?? noRelations,
    heirsOf: (entry) => findHeirs(entry.key, relations),
    citedBy: parts.citedBy,
    recognitionsOf: ({ key }) => parts.recognitions().get(key) ?? noRecognitions,
    factsOf,
    statusOf: parts.statusOn(asOf),
    laterOf: parts.laterOn(asOf),
    on: (day) => openCatalog(parts, day),
    exchange: (texts) => openCatalog(exchangeTexts(parts, texts), asOf),
    facet: memo((name: FacetName) => countFacet(facets(name), name)),
    listFacet: (name, value) => facets(name).get(value) ?? noEntries,
    isKnownAbsent: (number) => parts.absentKeys().has(undatedOf(number)),
    nearest: parts.nearest,
    get terms() {
      return parts.terms();
    },
  };
}

/** Facts with the limit between reviews, where it is not the usual one: pages carry the facts of every standard they name. */
const withYears = (facts: StatusFacts, reviewYears: number): StatusFacts =>
  facts.declared === undefined || reviewYears === usual ? facts : { ...facts, reviewYears };

/**
 * What decides the status of a standard: what its text and its records say, and which issued texts replace it. A hosted sheet
 * (修改单) holds no longer than what it amends.
 */
function collectFacts(
  entry: CatalogEntry,
  relations: Relations,
  keys: ReadonlyMap<string, CatalogEntry>,
  base: CatalogEntry | undefined,
): StatusFacts {
  const { row, record } = entry;
  const amended = row && base;
  const successors = listSuccessors(entry, relations, keys);
  if (amended)
    successors.push(...listSuccessors(amended, relations, keys).filter(({ partial }) => !partial));
  const isOver = amended?.row?.meta.status === 'withdrawn' && amended.withdrawn === undefined;
  const withdrawn = [entry.withdrawn, amended?.withdrawn].filter((day) => day !== undefined).sort();
  return {
    ...(row && { declared: isOver ? 'withdrawn' : row.meta.status }),
    ...(entry.issued && { issued: entry.issued }),
    ...(entry.implemented && { implemented: entry.implemented }),
    ...(withdrawn[0] && { withdrawn: withdrawn[0] }),
    ...(row && row.meta.reviews.length > 0 && { reviews: row.meta.reviews }),
    ...(successors.length > 0 && { replacedBy: successors }),
    ...(!row && record && { recorded: { status: record.status, asOf: record.asOf } }),
  };
}

function listSuccessors(
  { key: replaced }: CatalogEntry,
  relations: Relations,
  keys: ReadonlyMap<string, CatalogEntry>,
): Successor[] {
  return (relations.replacedBy.get(replaced) ?? []).flatMap(({ key, partial }) => {
    const successor = keys.get(key);
    if (successor?.row?.meta.status === 'draft') return [];
    return [
      {
        key,
        ...(successor?.implemented && { implemented: successor.implemented }),
        ...(partial !== undefined && { partial: true }),
      },
    ];
  });
}

/** The key without year; the text itself when it cannot be read. */
function undatedOf(number: string): string {
  const parsed = parseNumber(number);
  return parsed.ok ? undatedKey(parsed.number) : number;
}

function groupRecognitions(
  recognitions: readonly Recognition[],
): ReadonlyMap<string, readonly Recognition[]> {
  const byKey = new Map<string, Recognition[]>();
  for (const recognition of recognitions) {
    for (const key of recognition.keys) {
      const list = byKey.get(key);
      if (list) list.push(recognition);
      else byKey.set(key, [recognition]);
    }
  }
  return byKey;
}

/** Hosted standards win over those of partners, and both over records of the same key or slug. */
function collectEntries({ rows, partners = [] }: CatalogInput, records: readonly CatalogRecord[]) {
  const entries: CatalogEntry[] = [];
  const keys = new Map<string, CatalogEntry>();
  const slugs = new Map<string, CatalogEntry>();
  const recordOf = new Map(records.toReversed().map((record) => [record.key, record]));
  const add = (entry: CatalogEntry) => {
    entries.push(entry);
    keys.set(entry.key, entry);
    if (!slugs.has(entry.slug)) slugs.set(entry.slug, entry);
  };
  const home = partners.length > 0 ? { city: 'own' } : {};
  for (const row of rows) {
    if (!keys.has(row.key)) add(entryOfRow(row, recordOf.get(row.key), home));
  }
  const cityOf = new Map<string, Pick<CatalogEntry, 'city' | 'origin'>>();
  for (const { rows: texts, records: facts, ...origin } of partners) {
    for (const { key } of facts) cityOf.set(key, { city: origin.id, origin });
    for (const row of texts)
      if (!keys.has(row.key))
        add(entryOfRow(row, recordOf.get(row.key), { city: origin.id, origin }));
  }
  const titles = collectEnglishTitles(rows, records);
  for (const record of records) {
    if (keys.has(record.key)) continue;
    const entry = withEnglishTitle(entryOfRecord(record), titles);
    add({ ...entry, ...cityOf.get(record.key) });
  }
  for (const entry of entries) {
    for (const alias of aliasesOf(entry)) if (!keys.has(alias)) keys.set(alias, entry);
  }
  return { entries, keys, slugs };
}
