import type { FileNames } from '../file-names.ts';
import type { PassageRoot } from '#search/match/passage-index.ts';

/**
 * What is known of the texts before any is fetched, a part of `directory.json`: whose they are, and in which texts each pair of
 * characters and each word stands.
 */
export interface TextsRoot {
  /** Shards of pairs and words, in `PAIRS_FOLDER`. */
  readonly files: FileNames;
  /** The first token of each shard, in order. */
  readonly shards: readonly string[];
  readonly texts: TextList;
  /** The index of passages of these texts, in their order, in `PASSAGES_FOLDER`. */
  readonly passages: PassageRoot & { readonly files: FileNames };
}

/** Below `standards/`. */
export const PAIRS_FOLDER = 'p';
export const PASSAGES_FOLDER = 'm';

/** Texts in the order of standards, each with the name of its file, which is a digest of what it says; 1 for an English text. */
export type TextList = readonly (readonly [name: string, slug: string, english?: 1])[];

/** In the folder where texts are made: read when a site is written, not published. */
export const TEXTS_FILE = 'texts.json';
