import { hasHan } from '../characters/chinese.ts';
import { numberKey, parseNumber, undatedKey } from '../number/index.ts';
import { isForeign } from '../terms/index.ts';
import type { Family, StandardNumber } from '../number/index.ts';
import type { CatalogRecord } from '../model/catalog-record.ts';
import type { PartnerFacts } from '../model/partner.ts';
import { nameRow } from '../model/row.ts';
import type { StandardRow } from '../model/row.ts';
import { pickFacts } from '../model/standard-facts.ts';
import type { StandardFacts } from '../model/standard-facts.ts';

/** One edition of one standard, hosted or known by its facts only. */
export interface CatalogEntry extends StandardFacts {
  readonly key: string;
  /** Key without year, shared by all editions; the key itself when the number cannot be read. */
  readonly undated: string;
  readonly family: Family;
  /** Amendment sheets and foreign-language editions share `undated` but are no editions. */
  readonly supplement: boolean;
  readonly parsed: StandardNumber | null;
  /** Whether `title` is Chinese; false where only a foreign one is known and shown instead. */
  readonly hasChineseTitle: boolean;
  /** The hosted standard whose English text gives `titleEn`, by its number; absent where the standard's own data do. */
  readonly titleEnFrom?: string;
  /** Year of the number, else of the day of issue. */
  readonly year?: string;
  readonly ics: readonly string[];
  readonly ccs: readonly string[];
  readonly industries: readonly string[];
  readonly chains: readonly string[];
  readonly issuers: readonly string[];
  /** Present when the text is in the library. */
  readonly row?: StandardRow;
  /** Whose library it is from, where those of several cities stand together: `own` of a text of this one, or the id of a partner. */
  readonly city?: string;
  /** Present when the text, or what the catalogue says, is from another city's library: whose. */
  readonly origin?: PartnerFacts;
  /** Present when a catalogue has a row about it. */
  readonly record?: CatalogRecord;
}

const none: readonly string[] = [];

function readNumber(
  key: string,
): Pick<CatalogEntry, 'parsed' | 'undated' | 'family' | 'supplement'> {
  const result = parseNumber(key);
  const parsed = result.ok ? result.number : null;
  return {
    parsed,
    undated: parsed ? undatedKey(parsed) : key,
    family: parsed?.family ?? 'other',
    supplement: parsed !== null && (parsed.form === 'amendment' || parsed.language !== null),
  };
}

/**
 * The entry of a hosted standard, with all facts as its own text says them; its record in the catalogue is only
 * carried along.
 */
export function entryOfRow(
  row: StandardRow,
  record?: CatalogRecord,
  { city, origin }: Pick<CatalogEntry, 'city' | 'origin'> = {},
): CatalogEntry {
  const number = readNumber(row.key);
  const { meta } = row;
  return {
    ...pickFacts({ ...meta, ...nameRow(row) }),
    ...number,
    key: row.key,
    hasChineseTitle: true,
    year: number.parsed?.year ?? meta.issued?.slice(0, 4),
    ics: meta.ics,
    ccs: meta.ccs,
    industries: meta.industries,
    chains: meta.chains,
    issuers: meta.issuers,
    row,
    ...(city !== undefined && { city }),
    ...(origin && { origin }),
    record,
  };
}

/** The entry of a standard that only the catalogue knows. */
export function entryOfRecord(record: CatalogRecord): CatalogEntry {
  const number = readNumber(record.key);
  return {
    ...pickFacts(record),
    ...number,
    key: record.key,
    hasChineseTitle: !isForeign(number.family) || hasHan(record.title),
    year: number.parsed?.year ?? record.issued?.slice(0, 4),
    ics: record.ics,
    ccs: record.ccs,
    industries: none,
    chains: none,
    issuers: record.issuer
      ? record.issuer
          .split(/[;；]/)
          .map((name) => name.trim())
          .filter(Boolean)
      : none,
    record,
  };
}

/** `GB/T 22080-2016` of the double number `GB/T 22080-2016/ISO/IEC 27001:2013`: people cite either. */
export function aliasesOf(entry: CatalogEntry): readonly string[] {
  const { parsed } = entry;
  if (!parsed || parsed.others.length === 0) return none;
  const own = numberKey({ ...parsed, others: [] });
  const others = parsed.form === 'joint' ? parsed.others.map(numberKey) : none;
  return [own, ...others].filter((alias) => alias !== entry.key);
}

/** Newest first: by year of the number, then day of issue, then key. */
export function compareEditions(a: CatalogEntry, b: CatalogEntry): number {
  const left = `${a.year ?? ''} ${a.issued ?? ''} ${a.key}`;
  const right = `${b.year ?? ''} ${b.issued ?? ''} ${b.key}`;
  return left < right ? 1 : left > right ? -1 : 0;
}
