import type { Bilingual } from '#core/base/bilingual.ts';

/** A mirror, or a file of it, that is not taken; nothing was replaced. */
export class MirrorRefused extends Error {
  readonly what: Bilingual;
  /** Whether asking again may help. */
  readonly isPassing: boolean;
  /** Files that were refused, each with its reason. */
  readonly files: readonly RefusedFile[];
  constructor(what: Bilingual, isPassing = false, files: readonly RefusedFile[] = []) {
    super(what.en);
    this.what = what;
    this.isPassing = isPassing;
    this.files = files;
  }
}

export interface RefusedFile {
  readonly path: string;
  readonly why: Bilingual;
}
