import type { Language } from '#core/model/standard.ts';
import type { FilterName } from '#search/contract.ts';
import type { FileNames } from '../file-names.ts';
import type { TextsRoot } from '../texts/texts-root.ts';
import type { StandardRecord, SystemEntry, TermRecord, TextMode } from '#search/record/index.ts';

/** Changes when files of another version can no longer be read. */
export const DIRECTORY_VERSION = 9;

/** In the folder of the directory: what people say for what texts say, by the language they say it in. */
export const saidFile = (language: Language): string => `said-${language}.json`;

/** How an index of tokens is cut into files. */
export interface IndexRoot {
  readonly records: number;
  /** Records in a block. */
  readonly block: number;
  /** The first token of each shard, in order. */
  readonly shards: readonly string[];
}

/** Below `search-index`, beside `directory.json`: all other files of the directory. */
export const DIRECTORY_FOLDER = 'd';

/** `directory.json`: where the rest is and how it is cut. */
export interface DirectoryRoot extends IndexRoot {
  readonly version: number;
  /** Of all other files but those of terms and systems. */
  readonly files: FileNames;
  readonly hosted: number;
  /** Hosted standards in force, or to come: the first so many records. */
  readonly hostedLive: number;
  /** Of records after the hosted ones those in force, or to come, end here. */
  readonly recordsLive: number;
  /** How much of the hosted texts can be searched. */
  readonly texts: TextMode;
  /** Names that there are columns of, `c-<name>.json`. */
  readonly columns: readonly FilterName[];
  readonly synonyms: readonly (readonly string[])[];
  /** Of the hosted standards, in their order; empty where there are no texts to look them up for. */
  readonly slugs: readonly string[];
  /** Added where a site is written. */
  readonly textsRoot?: TextsRoot;
}

/** `terms.json` and `systems.json`, each with its own shards and blocks beside. */
export interface NamedRoot extends IndexRoot {
  readonly files: FileNames;
  /** Place of each entry's standard in the directory, with 1 added; 0 for none. */
  readonly owners: PackedNumbers;
}

/** A token and the records that have it: the first number, then the distance to the next. */
export type Posting = readonly [token: string, ...ids: number[]];
/** `t<n>.json`: postings in the order of tokens (code units). */
export type Shard = readonly Posting[];

/** Numbers of all records in order, in base 93: the lowest places of all of them, then the next; see `packNumbers`. */
export type PackedNumbers = readonly string[];

/** `c-<name>.json`: what records are filtered and counted by. */
export interface PackedColumn {
  readonly values: readonly string[];
  /** Combinations of values that occur, as places in `values`; most frequent first. */
  readonly sets: readonly (readonly number[])[];
  /** The set of each record. */
  readonly codes: PackedNumbers;
  /** Of the status: what changes after the day of the build: day, record, set; in order. */
  readonly later?: readonly (readonly [day: string, id: number, set: number])[];
}

/** `o-<name>.json`: the place of each record in an order, equal ones alike; 0 for those without. */
export type PackedOrder = PackedNumbers;

/** `r<n>.json`: records in order; trailing empty values left out. */
export type PackedRecord = readonly [
  slug: string,
  number: string,
  title: string,
  facts: StandardRecord['facts'],
  /** 2: hosted, and a sample. */
  hosted?: 0 | 1 | 2,
  titleEn?: string,
  successors?: StandardRecord['successors'],
  origin?: StandardRecord['origin'] | null,
  recognised?: StandardRecord['recognised'],
];

/** A record as a short list, in the order of `PackedRecord`. */
export function packRecord(record: StandardRecord): PackedRecord {
  const { slug, number, title, titleEn, hosted, sample, facts, successors } = record;
  const { origin, recognised } = record;
  const mark = hosted ? (sample ? 2 : 1) : 0;
  if (recognised)
    return [slug, number, title, facts, mark, titleEn, successors, origin ?? null, recognised];
  if (origin) return [slug, number, title, facts, mark, titleEn, successors, origin];
  if (successors.length > 0) return [slug, number, title, facts, mark, titleEn, successors];
  if (titleEn) return [slug, number, title, facts, mark, titleEn];
  return hosted ? [slug, number, title, facts, mark] : [slug, number, title, facts];
}

/** The record that `packRecord` wrote; what was left off at the end of the list is empty. */
export function unpackRecord(packed: PackedRecord): StandardRecord {
  const [slug, number, title, facts, hosted = 0, titleEn = '', successors = []] = packed;
  const [, , , , , , , origin, recognised] = packed;
  return {
    slug,
    number,
    title,
    titleEn,
    hosted: hosted > 0,
    sample: hosted === 2,
    ...(origin && { origin }),
    ...(recognised && { recognised }),
    facts,
    successors,
  };
}

/** Terms and systems are written as they are. */
export type NamedRecord = TermRecord | SystemEntry;
