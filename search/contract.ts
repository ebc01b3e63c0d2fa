import type { StatusFacts } from '../src/core/catalog/status.ts';
import type { Language } from '../src/core/model/standard.ts';

/** One question to any engine. */
export interface SearchRequest {
  /** As typed; engines bound and clean it. */
  readonly text: string;
  /** Of the interface; decides where links lead. */
  readonly language: Language;
  /** Hits to return, from the first. */
  readonly limit: number;
  /** Leave out the texts: numbers and titles only, for suggestions at the first key. */
  readonly titlesOnly?: boolean;
}

/** Why a standard is among the hits, strongest first. */
export type MatchKind = 'number' | 'title' | 'pinyin' | 'text';

/** A stretch of text; `hit` when it is what was looked for. Never HTML. */
export interface Snippet {
  readonly text: string;
  readonly hit: boolean;
}

export interface ClauseHit {
  /** Path from the root of the site, with the anchor: `/standards/db9902-t-12-2023/#zone`. */
  readonly path: string;
  /** `5.2.1`, `附录A`; empty for an element without a number. */
  readonly label: string;
  readonly title: string;
  readonly snippet: readonly Snippet[];
  readonly language: Language;
}

/** A standard with the clauses that matched. */
export interface SearchHit {
  readonly slug: string;
  readonly path: string;
  readonly number: string;
  readonly title: string;
  readonly titleEn: string;
  /** The text is in the library. */
  readonly hosted: boolean;
  /** The reader's status is worked out from these on the day of reading. */
  readonly facts: StatusFacts;
  readonly match: MatchKind;
  readonly clauses: readonly ClauseHit[];
  /** Clauses that matched, shown or not. */
  readonly clauseCount: number;
}

export interface SearchAnswer {
  readonly engine: 'embedded';
  /** A part of the engine could not be reached: the answer is what the rest knows. */
  readonly degraded: boolean;
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** Standards found; a lower bound while `more` texts have not been looked through. */
  readonly total: number;
  readonly exact: boolean;
  /** Numbers near to one that is not known, when nothing else was found. */
  readonly nearest: readonly SearchHit[];
}
