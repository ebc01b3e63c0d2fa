import type { Bilingual } from '#core/base/bilingual.ts';
import type { Language } from '#core/model/standard.ts';
import type { DayStatus } from '#core/terms/index.ts';
import type { KnownStandard, ListRow, Verdict } from '#core/validity/index.ts';

/** The file `/data/validity.json`. */
export interface KnownFile {
  readonly factsAsOf?: string;
  readonly digest: string;
  readonly standards: readonly KnownStandard[];
}

/** What the worker is asked: a list that was pasted, chosen or kept, and the day to check it for. */
export interface Question {
  readonly list: string | Uint8Array | readonly ListRow[];
  readonly day: string;
  readonly language: Language;
  /** Address of the file that it is checked against. */
  readonly file: string;
}

/** A standard that is named in a result; without `slug` the library only hears of it. */
export interface NamedStandard {
  readonly number: string;
  readonly title?: string;
  readonly slug?: string;
  /** The day it comes into force, of one that replaces another. */
  readonly implemented?: string;
  /** Where its text stands beside that of the one it replaces, when both are here. */
  readonly compareWith?: string;
}

/** One number of the list, ready to be shown. */
export interface ResultRow {
  readonly verdict: Verdict;
  readonly status?: DayStatus;
  /** The edition here; for `question` and `absent` what may be meant. */
  readonly standards: readonly NamedStandard[];
  readonly successors: readonly NamedStandard[];
  /** As `tabulate` has them. */
  readonly cells: readonly string[];
}

export interface Result {
  readonly day: string;
  readonly factsAsOf?: string;
  readonly digest: string;
  /** How many the list was checked against. */
  readonly standards: number;
  readonly notices: readonly Bilingual[];
  /** The rows of the list as they were read. */
  readonly list: readonly ListRow[];
  readonly heads: readonly string[];
  readonly rows: readonly ResultRow[];
}

/** What the worker says, in this order: progress as often as it likes, then a result or why there is none. */
export type Report =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'refused'; readonly reason: Bilingual }
  /** What the list is checked against could not be loaded. */
  | { readonly kind: 'unreachable' };
