import type { StandardRecord, TextMode } from '../record/index.ts';

/** Changes when files of another version can no longer be read. */
export const DIRECTORY_VERSION = 2;

/** `directory.json`: where the rest is and how it is cut. */
export interface DirectoryRoot {
  readonly version: number;
  /** Folder of shards and blocks, beside this file; named by its content. */
  readonly folder: string;
  readonly records: number;
  readonly hosted: number;
  /** Hosted standards in force, or to come: the first so many records. */
  readonly hostedLive: number;
  /** How much of the hosted texts can be searched. */
  readonly texts: TextMode;
  /** Records in a block. */
  readonly block: number;
  /** The first token of each shard, in order. */
  readonly shards: readonly string[];
}

/** A token and the records that have it: the first number, then the distance to the next. */
export type Posting = readonly [token: string, ...ids: number[]];
/** `<folder>/t<n>.json`: postings in the order of tokens (code units). */
export type Shard = readonly Posting[];

/** `<folder>/r<n>.json`: records in order; trailing empty values left out. */
export type PackedRecord = readonly [
  slug: string,
  number: string,
  title: string,
  facts: StandardRecord['facts'],
  hosted?: 0 | 1,
  titleEn?: string,
  successors?: StandardRecord['successors'],
];

export function packRecord(record: StandardRecord): PackedRecord {
  const { slug, number, title, titleEn, hosted, facts, successors } = record;
  const mark = hosted ? 1 : 0;
  if (successors.length > 0) return [slug, number, title, facts, mark, titleEn, successors];
  if (titleEn) return [slug, number, title, facts, mark, titleEn];
  return hosted ? [slug, number, title, facts, 1] : [slug, number, title, facts];
}

export function unpackRecord(packed: PackedRecord): StandardRecord {
  const [slug, number, title, facts, hosted = 0, titleEn = '', successors = []] = packed;
  return { slug, number, title, titleEn, hosted: hosted === 1, facts, successors };
}
