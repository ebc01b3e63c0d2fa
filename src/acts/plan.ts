import type { Bilingual } from '#core/base/bilingual.ts';

/** A file of the library that an act changes, by its path from the library with `/`. */
export type FileChange =
  | {
      readonly kind: 'write';
      readonly path: string;
      readonly content: string | Uint8Array;
      /** What happens to it, for a person. */
      readonly sentence: Bilingual;
    }
  | {
      readonly kind: 'bring';
      readonly path: string;
      /** Its bytes, which lie elsewhere: asked for when its turn comes, so that a plan of many files holds none of them. */
      readonly read: () => Uint8Array;
      /** SHA-256 of the bytes, in hex. */
      readonly sha256: string;
      readonly sentence: Bilingual;
    }
  | {
      readonly kind: 'move';
      readonly from: string;
      readonly path: string;
      readonly sentence: Bilingual;
    }
  | { readonly kind: 'remove'; readonly path: string; readonly sentence: Bilingual };

/**
 * What an act will do, as a value: to be shown (`diffPlan`), checked and applied (`applyPlan`). Moves come first, so that a
 * file that was moved can be written at its new place. A plan without changes is of an act that has been done.
 */
export interface ActPlan {
  /** What the act does, in a sentence. */
  readonly sentence: Bilingual;
  readonly changes: readonly FileChange[];
  readonly warnings: readonly Bilingual[];
  /**
   * Digests of the files that it was planned from (`shortDigest`), null of one that was absent; of the names in a folder where
   * the path ends with `/`.
   */
  readonly sources: Readonly<Record<string, string | null>>;
}

/** What is wrong with one thing that was typed, by the name of its field. */
export interface FieldFault {
  readonly field: string;
  readonly what: Bilingual;
}

/** An act that cannot be done as it was asked for; nothing was changed. */
export class ActRefused extends Error {
  readonly what: Bilingual;
  readonly hint: Bilingual;
  /** Where it is known which of what was typed is wrong. */
  readonly fields: readonly FieldFault[];
  constructor(what: Bilingual, hint: Bilingual, fields: readonly FieldFault[] = []) {
    super(what.en);
    this.what = what;
    this.hint = hint;
    this.fields = fields;
  }
}

/** Why a path is no place inside a library; undefined where it is one. */
export function refusePath(path: string): Bilingual | undefined {
  const parts = path.split('/');
  const isInside =
    path.length <= 1000 &&
    !/[\\\0:]/.test(path) &&
    parts.every((part) => part !== '' && !part.startsWith('.') && part.trim() === part);
  if (isInside) return undefined;
  const shown = path.replaceAll(/\p{Cc}/gu, '\uFFFD').slice(0, 200);
  return {
    zh: `“${shown}”不是标准库里的路径，没有改动。`,
    en: `"${shown}" is no path inside the library; nothing was changed.`,
  };
}
