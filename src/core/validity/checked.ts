import type { Bilingual } from '../base/bilingual.ts';
import type { DayStanding } from '../catalog/day-status.ts';
import type { MatchLevel, Reason, StandardNumber } from '../number/index.ts';
import type { KnownStandard, SuccessorStep } from './known.ts';

/** One row of a list: a line of text, or the cells of a row parted by tabs. */
export interface ListRow {
  /** Where it stands: `3`, `清单!3`. */
  readonly place: string;
  readonly text: string;
}

/**
 * What is said of a number: its status on the day, or why there is none. `other-edition`: only other years are known;
 * `question`: only something near is known, to be confirmed; `absent`: not in this library, which says nothing of its
 * validity; `unreadable`: no number was found in a row that has text, or in a piece of it.
 */
export type Verdict =
  | 'valid'
  | 'coming'
  | 'not-issued'
  | 'replaced'
  | 'withdrawn'
  | 'unknown'
  | 'other-edition'
  | 'question'
  | 'absent'
  | 'unreadable';

export interface TitleCheck {
  /** As written beside the number. */
  readonly written: string;
  /** `same`, or like enough; `other`: the title of another known standard; `different`: of none that is known. */
  readonly result: 'same' | 'other' | 'different';
  /** Whose title it is. */
  readonly owner?: KnownStandard;
}

export interface CheckedNumber {
  readonly place: string;
  /** The number as written; the whole row where none was found. */
  readonly written: string;
  readonly verdict: Verdict;
  readonly number?: StandardNumber;
  /** As it should be printed. */
  readonly proper?: string;
  readonly level?: MatchLevel;
  /** The known standard it is, or for `other-edition` the edition to be used on the day. */
  readonly standard?: KnownStandard;
  readonly status?: DayStanding;
  /** Replacements of `standard` up to the newest. */
  readonly successors: readonly SuccessorStep[];
  /** What may be meant, for `question`; what is near, for `absent`. */
  readonly near: readonly { readonly standard: KnownStandard; readonly level: MatchLevel }[];
  readonly title?: TitleCheck;
  /** The place where the same number stands first. */
  readonly duplicateOf?: string;
  /** Why nothing could be read. */
  readonly reason?: Reason;
  /** What else has to be said: how it was read, from what its status follows. */
  readonly remarks?: readonly Bilingual[];
}

/** What is known of a number before its row is. */
export type Checked = Omit<CheckedNumber, 'place' | 'successors' | 'near'> & Partial<CheckedNumber>;
