import type { Limit, TableLimit } from '../limits/index.ts';
import type { HostedFamily, ProvisionType, ReferenceRole } from '../terms/index.ts';
import type { Diagnostic, Range } from './diagnostic.ts';
import type { GuideText } from './guide.ts';
import type { StandardMeta, TranslationMeta } from './meta.ts';
import type { PromotionFile } from './promotion.ts';
import type { StandardName } from './standard-facts.ts';

/** What its folder is called. */
export type StandardKind = HostedFamily;
export type Language = 'zh' | 'en';

/** The role of a heading in a document after GB/T 1.1—2020, clause 8. */
export type ClauseKind =
  | 'foreword'
  | 'introduction'
  | 'scope'
  | 'references'
  | 'terms'
  | 'term'
  | 'chapter'
  | 'clause'
  | 'annex'
  | 'bibliography'
  | 'index';

/** What links to the clauses of a standard need of its text. */
export interface NamedText {
  readonly slug: string;
  /** Clauses by their index in the text; what is kept for links has no others than those in which something is cited. */
  readonly text: { readonly clauses: Readonly<Record<number, NamedClause>> };
  /** Of the translation those with the same ids. */
  readonly english?: { readonly clauses: readonly NamedClause[] } | null;
}

type NamedClause = Pick<Clause, 'id' | 'kind' | 'address' | 'label'>;

/**
 * One addressable unit: an element, chapter, clause, annex or term entry.
 * The list of clauses is flat, in document order; `parent` is an index into it.
 */
export interface Clause {
  /** HTML anchor that survives renumbering; unique in the document. */
  readonly id: string;
  /** Earlier ids that must keep working. */
  readonly aliases: readonly string[];
  readonly kind: ClauseKind;
  /** The printed address: `5.2.1`, `A.3`, `A` for an annex; empty for unnumbered elements. */
  readonly address: string;
  /** What a reference prints: `第5章`, `5.2.1`, `附录A`, `前言`. */
  readonly label: string;
  /** 1 for elements, chapters and annexes, up to 6. */
  readonly level: number;
  /** Plain text; empty for an untitled clause (无标题条). */
  readonly title: string;
  /** HTML of the title, inline only. */
  readonly titleHtml: string;
  /** Of a term entry: the English term. */
  readonly titleEn?: string;
  readonly normative: boolean;
  readonly parent: number | null;
  /** Plain text of the clause's own blocks, without sub-clauses, headings, numbers. */
  readonly text: string;
  /** HTML of the clause's own blocks; holes for references to other standards (see render). */
  readonly html: string;
  readonly line: number;
}

export type { ProvisionType };

export interface Provision {
  /** Stable: `<clause id>.p<n>` or the author's id. */
  readonly id: string;
  /** Index into `clauses`. */
  readonly clause: number;
  readonly type: ProvisionType;
  readonly negative: boolean;
  /** The modal verb found or empty. */
  readonly verb: string;
  readonly text: string;
  readonly by: 'author' | 'detector';
  readonly object?: string;
  readonly characteristic?: string;
  /** Id of the clause that verifies it. */
  readonly verify?: string;
  /** Values it asks for, and those under which it applies, found in `text`; absent where there are none. */
  readonly limits?: readonly Limit[];
}

export interface Term {
  /** Index into `clauses`. */
  readonly clause: number;
  readonly term: string;
  readonly termEn?: string;
  readonly abbreviations: readonly string[];
  readonly admitted: readonly string[];
  /** Plain text. */
  readonly definition: string;
  readonly source?: string;
}

/** A table, figure or formula with a printed number. */
export interface Exhibit {
  readonly id: string;
  readonly kind: 'table' | 'figure' | 'formula';
  /** `表1`, `图A.2`, `公式(3)`. */
  readonly label: string;
  readonly title: string;
  readonly clause: number;
  /** Tables only: cells as plain text, merged cells repeated; for JSON and indicators. */
  readonly rows?: readonly (readonly string[])[];
  readonly headRows?: number;
  /** Figures only: file names in the standard's folder. */
  readonly files?: readonly string[];
}

/** A value that a cell of a table asks for; its offsets are those of the cell. */
export interface CellLimit extends TableLimit {
  /** Index into `exhibits`. */
  readonly table: number;
}

/** A mention of another standard. */
export interface Reference {
  /** As written; a shortened number (the `2423.2` of `GB/T 2423.1、2423.2`) completed. */
  readonly raw: string;
  /** Canonical key, with year when dated: `GB/T 191-2008`. */
  readonly key: string;
  readonly dated: boolean;
  readonly allParts: boolean;
  /** The clauses, annexes and exhibits of the other standard that are named: `5.2`, `5.2 a)`, `A.1`, `表2`. Absent where none is. */
  readonly targetClauses?: readonly string[];
  /** Keys of the standards of a run, which are what is meant: nine of `GB 4806.1～4806.9`. */
  readonly members?: readonly string[];
  /** Keys of the sources of a double number and of the other numbers of a joint one. */
  readonly others?: readonly string[];
  /** Index into `clauses` of the place of the mention. */
  readonly clause: number;
  /** In a note, an example, an informative element or annex: need not stand in chapter 2. */
  readonly informative: boolean;
  readonly role: ReferenceRole;
  readonly range: Range;
  /** Title as typed in the list of chapter 2 or the bibliography. */
  readonly title?: string;
}

/** The text of one language of one standard, compiled from one Markdown file. */
export interface CompiledText {
  readonly language: Language;
  readonly clauses: readonly Clause[];
  readonly provisions: readonly Provision[];
  readonly terms: readonly Term[];
  readonly exhibits: readonly Exhibit[];
  /** What cells of tables ask for, in their order; of Chinese texts only. */
  readonly cellLimits: readonly CellLimit[];
  readonly references: readonly Reference[];
  /** What `[#id]` in the indicators of the front matter prints, by id; absent where none is named. */
  readonly indicatorLabels?: Readonly<Record<string, string>>;
  readonly hasMath: boolean;
}

/** The English text, and what its own front matter says; without that where it cannot be read. */
export interface EnglishText extends CompiledText {
  readonly head?: TranslationMeta;
}

/** Which standard it is, where it stands, and what was found in it. */
export interface StandardIdentity extends Pick<StandardName, 'slug' | 'number'> {
  readonly kind: StandardKind;
  /** Canonical key `DB9999/T 12-2023`. */
  readonly key: string;
  readonly meta: StandardMeta;
  /** Path of index.md relative to the library. */
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** One hosted standard: everything that can be known from its own files. */
export interface CompiledStandard extends StandardIdentity {
  readonly text: CompiledText;
  readonly english?: EnglishText;
  /** What `guide.md` and `guide.en.md` beside it explain. */
  readonly guides?: Readonly<Partial<Record<Language, GuideText>>>;
  /** What `promotion.yaml` beside it says. */
  readonly promotion?: PromotionFile;
  readonly figures: readonly string[];
}
