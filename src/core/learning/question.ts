import type { Range } from '../model/diagnostic.ts';
import type { Language } from '../model/standard.ts';

/** Where an answer comes from, when that is no hosted text. */
export interface QuestionSource {
  readonly what: string;
  readonly url?: string | undefined;
  readonly asOf?: string | undefined;
}

/** What is answered, and what is right. */
export type Task =
  | {
      readonly kind: 'single' | 'several';
      readonly options: readonly string[];
      /** Places of the right options, counted from 0, rising. */
      readonly answer: readonly number[];
      readonly computed: boolean;
    }
  | {
      readonly kind: 'order';
      /** In the right order. */
      readonly items: readonly string[];
    }
  | { readonly kind: 'match'; readonly pairs: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly unit: string;
      readonly tolerance: number;
      /** Worked out of what the clause says; a number need not stand there. */
      readonly computed: boolean;
    }
  | {
      readonly kind: 'find';
      /** Ids of clauses that are right; so is what lies below them. */
      readonly answer: readonly string[];
    };

/** One question of the bank, as pages and the browser see it. */
export type Question = Task & {
  readonly id: string;
  readonly topic: string;
  readonly language: Language;
  readonly ask: string;
  readonly why: string;
  readonly level: 1 | 2 | 3;
  /** As written: `DB9902/T 12-2023`. */
  readonly standard?: string | undefined;
  /** Ids of clauses, tables or terms that prove the answer. */
  readonly clauses: readonly string[];
  readonly source?: QuestionSource | undefined;
};

/** A question and where it stands in its file. */
export type PlacedQuestion = Question & { readonly file: string; readonly range: Range };
