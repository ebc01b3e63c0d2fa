import type { Bilingual } from '#core/base/bilingual.ts';
import type { CarriedFacts } from '#core/model/carried-facts.ts';
import type { Relationship } from './open-word.ts';
import type { Block, Left } from './pieces.ts';

/** A draft as blocks, whatever file it came from: what `buildText` makes a text of the library from. */
export interface DraftSource {
  readonly blocks: readonly Block[];
  /** Blocks of footnotes and endnotes by part and id. */
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  /** What is not in the blocks as it stood. */
  readonly left: readonly Left[];
  readonly paragraphs: number;
  /** Characters of the file, counted apart from the reading. */
  readonly characters: number;
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Pictures by the names that relationships have as targets. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Facts of the front matter that the file carries beside its pages. */
  readonly carried?: CarriedFacts;
  readonly notices: readonly Bilingual[];
}
