import type { Bilingual } from '#core/base/bilingual.ts';
import type { ChangeRecord } from '#core/compare/index.ts';
import type { DrawnComparison } from './draw-comparison.ts';

/** What the worker is asked: two texts by the addresses of their data. */
export interface Question {
  readonly from: string;
  readonly to: string;
  readonly language: 'zh' | 'en';
}

/** A text as the result names it. */
export interface NamedText {
  readonly number: string;
  readonly slug: string;
  readonly title: string;
}

export interface Result {
  readonly from: NamedText;
  readonly to: NamedText;
  /** Of the texts that were compared: the Chinese ones unless both are translated and English is read. */
  readonly textLanguage: 'zh' | 'en';
  readonly records: readonly ChangeRecord[];
  readonly drawn: DrawnComparison;
}

/** What the worker says, in this order: progress as often as it likes, then a result or why there is none. */
export type Report =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: Result }
  /** One of the texts cannot be compared. */
  | { readonly kind: 'refused'; readonly side: 'from' | 'to'; readonly reason: Bilingual }
  /** One of them is not here, or could not be loaded. */
  | { readonly kind: 'absent' | 'unreachable'; readonly side: 'from' | 'to' };
