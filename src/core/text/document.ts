import type { Heading, Nodes, Root, RootContent, Table } from 'mdast';
import type { Diagnostic, Range } from '../model/diagnostic.ts';
import type { FoundNumber } from '../number/index.ts';
import type { StandardMeta, TranslationMeta } from '../model/meta.ts';
import type {
  CellLimit,
  Clause,
  Exhibit,
  Language,
  Provision,
  Reference,
  Term,
} from '../model/standard.ts';
import type { Mention } from './meaning/mentions.ts';
import type { Modal } from './meaning/modals.ts';
import type { TableGrid } from './structure/table-grid.ts';
import type { Tree } from './syntax/tree.ts';

/** Where a run of text stands; rules on modal verbs differ by place. */
export type TextPlace =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'cell'
  | 'note'
  | 'example'
  | 'footnote'
  | 'definition'
  | 'source'
  | 'caption'
  | 'key';

/**
 * One block's worth of plain text (a paragraph, a cell, a heading) with a way back to the source.
 * `text` is as the author wrote it: `[#id]` is not yet replaced by its label.
 */
export interface TextRun {
  readonly place: TextPlace;
  /** Index into `clauses`. */
  readonly clause: number;
  readonly text: string;
  /** Pairs of offsets (UTF-16): from `plain` on, the text stands at `source` on. Ascending. */
  readonly segments: readonly { readonly plain: number; readonly source: number }[];
  /** Offsets in `text` where a further line of the source starts; absent where there is none. */
  readonly breaks?: readonly number[];
  /** Spans of inline code in `text`, ascending; absent where there is none. */
  readonly code?: readonly { readonly start: number; readonly end: number }[];
  /** Spans of inline formulae in `text`, ascending; absent where there is none. */
  readonly math?: readonly { readonly start: number; readonly end: number }[];
  /** Offsets in `text` that no mention goes across: a footnote, an image, the ends of a link or a tag. */
  readonly borders?: readonly number[];
}

/** Mentions of one block; offsets count from `skip` characters after the beginning of its first text. */
export interface BlockMentions {
  readonly run: TextRun;
  readonly skip: number;
  readonly found: readonly Mention[];
}

/** A clause while its blocks are still syntax; `clause.text` and `clause.html` are filled by render. */
export interface ParsedClause extends Omit<Clause, 'text' | 'html' | 'titleHtml'> {
  readonly heading: Heading | null;
  readonly blocks: readonly RootContent[];
  readonly headingRange: Range;
}

/** What is printed before a block that carries a number of its own. */
export interface Mark {
  readonly id?: string;
  /** `注1：`, `示例：`, `表A.2`, `图1`, `(3)`, `a)`, `——`, `2)`. */
  readonly label: string;
  /** Footnotes of a table or figure, in order of first mention. */
  readonly footnotes?: readonly Footnote[];
}

export interface Footnote {
  readonly identifier: string;
  /** `1)` in text, `a` in a table or figure. */
  readonly label: string;
  readonly blocks: readonly RootContent[];
}

/** One Markdown file, read and numbered. Always there, however broken the input. */
export interface ParsedDocument {
  readonly file: string;
  readonly source: string;
  /** Offsets of the first character of each line of the source. */
  readonly lineStarts: readonly number[];
  readonly language: Language;
  readonly meta: StandardMeta | null;
  /** Of a translation: its own front matter. */
  readonly translation: TranslationMeta | null;
  /** Range of each front matter key by path: `number`, `replaces.0`, `foreword.changes.1`. */
  readonly metaRanges: ReadonlyMap<string, Range>;
  readonly root: Root;
  /** All nodes below the root, in order and by type. */
  readonly tree: Tree;
  readonly clauses: readonly ParsedClause[];
  readonly runs: readonly TextRun[];
  readonly references: readonly Reference[];
  readonly provisions: readonly Provision[];
  readonly terms: readonly Term[];
  readonly exhibits: readonly Exhibit[];
  readonly cellLimits: readonly CellLimit[];
  /** Printed marks computed by numbering, by node: see `Mark`. */
  readonly marks: ReadonlyMap<Nodes, Mark>;
  /** Tables as they are laid out, by node. */
  readonly grids: ReadonlyMap<Table, TableGrid>;
  /** Text footnotes in order of first mention. */
  readonly footnotes: readonly Footnote[];
  /** What the text of a block mentions, by the block's children: `[#id]` and other standards, in order. */
  readonly mentions: ReadonlyMap<readonly Nodes[], BlockMentions>;
  /** Modal verbs in the prose of a Chinese text by the run they stand in; runs without any are absent. */
  readonly modals: ReadonlyMap<TextRun, readonly Modal[]>;
  /** Numbers of standards by the run they stand in; runs without any are absent. */
  readonly numbers: ReadonlyMap<TextRun, readonly FoundNumber[]>;
  /** What `[#id]` prints, by id. */
  readonly labels: ReadonlyMap<string, string>;
  /** Findings of parsing itself (YAML, zod, unknown ids, neutralised HTML, ragged tables …). */
  readonly diagnostics: readonly Diagnostic[];
}
