import { hashText } from '#core/base/hash-text.ts';
import type { Language } from '#core/model/standard.ts';
import type { PassageRoot } from '../match/passage-index.ts';

/** Rises when documents or settings change so that an older page could not read them. */
export const SCHEMA = 6;

/** The four things that are looked for, and the words by which a question is matched; each is an index of its own. */
export const indexNames = ['standards', 'clauses', 'terms', 'systems', 'passages'] as const;
export type IndexName = (typeof indexNames)[number];

/** Groups of standards in the order of a result list. */
export const groups = ['live', 'dead', 'record', 'dead-record'] as const;

/** `biaolian_v1_standards`: pages of two versions can be served side by side. */
export function indexUid(prefix: string, indexName: IndexName): string {
  return `${prefix}_v${SCHEMA}_${indexName}`;
}

/** Where the next state of an index is made ready; it changes places with the live one. */
export function nextUid(prefix: string, indexName: IndexName): string {
  return `${indexUid(prefix, indexName)}_next`;
}

/** The index that says what the others hold: one document for each version, `v1`. */
export function metaUid(prefix: string): string {
  return `${prefix}_meta`;
}

export const metaId = `v${SCHEMA}`;

/** What a page must know before it asks. */
export interface MetaDocument {
  readonly id: string;
  readonly schema: number;
  /** Of settings and code that shape the documents. */
  readonly settings: string;
  /** The day statuses were worked out for, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Of all documents: servers with the same one answer alike. Absent in what older versions wrote. */
  readonly contents?: string;
  readonly counts: Readonly<Record<IndexName, number>>;
  readonly synonyms: readonly (readonly string[])[];
}

/** Documents of `passages` beside the shards of words. */
export const ROOT = 'root';
export const SAID = 'said';
export const STAMP = 'stamp';
export const PLACES = 'places';
/** First tokens of the shards of titles. */
export const TITLES = 'titles';

/** The document of the standards of a system's places. */
export const placesOf = (system: string): string => `places-${documentId(system)}`;

/** Standards without a text whose ids stand in one document. */
export const BLOCK = 64;

/** The document of so many standards without a text. */
export function blockName(block: number): string {
  return `b${block}`;
}

/** The document of the words of texts, or of titles, from a token on: another one that comes between two leaves them their names. */
export const shardName = (kind: 'text' | 'title', first: string): string =>
  `${kind}-${documentId(first).slice(0, 80)}-${(hashText(first) >>> 0).toString(36)}`;

/** A text: the slug of its standard, its language, and the number of the standard. */
export type MatchText = readonly [slug: string, language: Language, standard: number];

/**
 * What a page must know before it matches a question. Standards are numbered in the order of a result list, with room between
 * them; groups of them end before a number.
 */
export interface MatchRoot {
  /** Standards in all. */
  readonly records: number;
  readonly hosted: number;
  readonly hostedLive: number;
  readonly recordsLive: number;
  /** No standard has this number or one above it. */
  readonly end: number;
  readonly texts: readonly MatchText[];
  readonly passages: PassageRoot;
}

/** A name Meilisearch takes as an id, one for each text: letters and digits stay, the rest is its code point. */
export function documentId(text: string): string {
  return text.replace(
    /[^A-Za-z0-9-]/gu,
    (character) => `_${character.codePointAt(0)?.toString(36)}_`,
  );
}

/** The name of a clause by its place in a text, and of the clause with its anchor in the other language. */
export function spotOf(slug: string, language: Language, position: number): string {
  return `${slug} ${language} ${position}`;
}
