import type { Language } from '#core/model/standard.ts';
import { filterNames } from './record/filter-names.ts';
import type { FilterName } from './record/filter-names.ts';
import type { StandardRecord } from './record/standard-record.ts';
import type { SystemEntry } from './record/system-entry.ts';
import type { TermRecord } from './record/term-entry.ts';

export { filterNames };
export type { FilterName };

export type EngineName = 'embedded' | 'meilisearch';

/** A word of a question, and whether the first answer has it. */
export interface QuestionWord {
  /** Folded. */
  readonly text: string;
  readonly found: boolean;
  /** The word that the answer has for it, where that is another. */
  readonly as?: string;
}

/** How an answer that holds most of a question came about. */
export interface BestMatch {
  readonly words: readonly QuestionWord[];
  /** Enough of the question is there for an answer to be likely. */
  readonly likely: boolean;
}

/** What is looked for: standards by anything; those with clauses that match; terms; systems of standards. */
export const scopes = ['standards', 'clauses', 'terms', 'systems'] as const;
export type Scope = (typeof scopes)[number];

/** Values of one name are alternatives; names come together. */
export type Filters = Readonly<Partial<Record<FilterName, readonly string[]>>>;

export const sorts = ['relevance', 'issued', 'implemented', 'number'] as const;
/** Dates: newest first, those without a date last. Numbers: in their own order. */
export type Sort = (typeof sorts)[number];

/** One question to any engine. */
export interface SearchRequest {
  /** As typed; engines bound and clean it. Empty with filters: all that pass them. */
  readonly text: string;
  /** Of the interface; decides where links lead. */
  readonly language: Language;
  /** Default `standards`. */
  readonly scope?: Scope;
  readonly filters?: Filters;
  /** Default `relevance`. */
  readonly sort?: Sort;
  /** From 1, the default. */
  readonly page?: number;
  /** Hits of a page; default 10, 1000 at most. */
  readonly size?: number;
  /** Names of filters whose counts are wanted; `true`: all of them; default none. */
  readonly facets?: boolean | readonly FilterName[];
  /** Counts that would take longer than the hits may be left out: the answer says which. */
  readonly spareCounts?: boolean;
  /** Leave out the texts: numbers and titles only, for suggestions at the first key. */
  readonly titlesOnly?: boolean;
  /**
   * With `titlesOnly`: where no number and no title has it, a few texts that do, for the first hits on a slow network. An engine that
   * is quick by itself passes it over.
   */
  readonly firstTexts?: boolean;
  /** The text is pinyin made of a question: look for titles that sound so, nothing else. */
  readonly sound?: boolean;
  /** Standards and clauses that hold most of the question, in whatever words, where none holds all of it. */
  readonly best?: boolean;
  /** The reader's way back: nothing is asked in place of what was typed. */
  readonly asWritten?: boolean;
}

/** Why a standard is among the hits, strongest first. */
export type MatchKind = 'number' | 'title' | 'text' | 'pinyin' | 'all';

/** A stretch of text; `hit` when it is what was looked for. Never HTML. */
export interface Snippet {
  readonly text: string;
  readonly hit: boolean;
}

export interface ClauseHit {
  /** Path from the root of the site, with the anchor: `/standards/db9999-t-12-2023/#zone`. */
  readonly path: string;
  /** `5.2.1`, `附录A`; empty for an element without a number. */
  readonly label: string;
  readonly title: string;
  readonly snippet: readonly Snippet[];
  readonly language: Language;
}

/** A standard with the clauses that matched. */
export interface SearchHit extends StandardRecord {
  readonly path: string;
  readonly match: MatchKind;
  /** The strongest first, and 前言 never before others; twenty at most. */
  readonly clauses: readonly ClauseHit[];
  /** Clauses that matched, shown or not. */
  readonly clauseCount: number;
}

/** An entry of a chapter of terms. */
export interface TermHit extends Pick<
  TermRecord,
  'term' | 'termEn' | 'number' | 'title' | 'facts'
> {
  readonly path: string;
  readonly definition: readonly Snippet[];
}

/** A system of standards, or a node of one. */
export type SystemHit = Omit<SystemEntry, 'words'>;

export interface FacetCount {
  readonly value: string;
  /**
   * Standards with this value under the question and all filters but those of the same name. The embedded engine counts
   * texts that filters leave out unread: of a question with digits a few too many.
   */
  readonly count: number;
}

/** Names with no value are left out; most frequent first, fifty at most, and those chosen. */
export type Facets = Readonly<Partial<Record<FilterName, readonly FacetCount[]>>>;

/** What was asked in place of what was typed, or might have been meant. */
export interface Suggestion {
  readonly text: string;
  readonly why: 'sound' | 'words' | 'year';
  /** The hits are those of the suggestion; `asWritten` leads back. */
  readonly applied: boolean;
}

/** A number of a standard that stands in a question among other words, or with other numbers. */
export interface NamedNumber {
  /** As the question has it, in capitals. */
  readonly text: string;
  /** Whether the library has that standard: `edition` when only of another year. */
  readonly held: 'yes' | 'edition' | 'no';
}

export interface SearchAnswer {
  readonly engine: EngineName;
  /** A part of the engine, or the engine of choice, could not be reached: the answer is what the rest knows. */
  readonly degraded: boolean;
  readonly query: string;
  /** For `standards` and `clauses`. */
  readonly hits: readonly SearchHit[];
  /** For `terms`. */
  readonly terms: readonly TermHit[];
  /** For `systems`. */
  readonly systems: readonly SystemHit[];
  /** Standards, terms or systems found; a lower bound unless `exact`. */
  readonly total: number;
  readonly exact: boolean;
  /** Of the names asked for; empty for terms and systems. */
  readonly facets: Facets;
  /** With `spareCounts`: names that were asked for and not counted. */
  readonly uncounted?: readonly FilterName[];
  /** Numbers near to one that is not known, when nothing else was found. */
  readonly nearest: readonly SearchHit[];
  readonly suggestion?: Suggestion;
  /** No standard holds all of the question: the hits hold most of it. */
  readonly best?: BestMatch;
  /** The numbers named, in order, of a question that says more than one number; filters do not bear on them. */
  readonly named?: readonly NamedNumber[];
  /** The end of a question that was too long to be asked as a whole. */
  readonly leftOut?: string;
  /** When filters left nothing: how many there would be without all of them, and without each. */
  readonly hidden?: {
    readonly total: number;
    readonly without: readonly { readonly name: FilterName; readonly total: number }[];
  };
}

/** What both engines are: a function of a question. Rejects when the question cannot be answered at all. */
export interface SearchEngine {
  readonly name: EngineName;
  readonly search: (request: SearchRequest, signal?: AbortSignal) => Promise<SearchAnswer>;
}
