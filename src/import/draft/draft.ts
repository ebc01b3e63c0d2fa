import type { Bilingual } from '#core/base/bilingual.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { HostedFamily } from '#core/terms/index.ts';
import type { TextOptions, TextReport } from '../word/build-text.ts';
import type { Left } from '../word/pieces.ts';

/** What a person says of a draft beside its file; it goes before what the file says. */
export interface DraftOptions extends TextOptions {
  /** What the draft is to become; a number of another kind is refused. */
  readonly kind?: HostedFamily;
}

/** Something that is not in the text as it stood, with the line of the text that is nearest to it. */
export interface PlacedLeft extends Left {
  readonly line: number;
}

/** What was said when a file became a draft. */
export interface DraftReport extends Omit<TextReport, 'left'> {
  readonly left: readonly PlacedLeft[];
}

/** A draft as a folder of the library: its files, where they go, and what is left to do. Nothing of it is on disk yet. */
export interface ImportedDraft {
  /**
   * `standards/local/db9999-t-12-2023`, or the reason why the library has no place for it: no number, or one that it does not
   * host. The files are whole either way: a draft under way may do without a number.
   */
  readonly path: string | Bilingual;
  /** The file of the text: `index.en.md` of an English one that goes beside the Chinese text of its standard. */
  readonly textFile: 'index.md' | 'index.en.md';
  /** The text and the pictures that it shows, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Pictures of the file that no page can show (EMF, WMF, TIFF), by their names in it; the report names each. */
  readonly unusable: ReadonlyMap<string, Uint8Array>;
  readonly report: DraftReport;
  /** How many places were put right by themselves: typed numbers, references, marks. */
  readonly mended: number;
  /** What a check of the text still finds. */
  readonly diagnostics: readonly Diagnostic[];
}
