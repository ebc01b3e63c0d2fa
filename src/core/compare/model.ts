import type { Bilingual } from '#core/base/bilingual.ts';
import type { Limit } from '#core/limits/index.ts';
import type { Clause, Exhibit, Language, Provision } from '#core/model/standard.ts';
import type { ProvisionType } from '#core/terms/index.ts';

export type ComparableClause = Pick<
  Clause,
  | 'id'
  | 'kind'
  | 'address'
  | 'label'
  | 'level'
  | 'title'
  | 'titleEn'
  | 'normative'
  | 'parent'
  | 'text'
>;

export type ComparableProvision = Pick<
  Provision,
  'clause' | 'type' | 'negative' | 'text' | 'limits'
>;

export type ComparableExhibit = Pick<
  Exhibit,
  'id' | 'kind' | 'label' | 'title' | 'clause' | 'rows' | 'headRows' | 'files'
>;

/** What is compared of a text: a compiled one has it, and so has the `index.json` of a standard. */
export interface ComparableText {
  readonly language: Language;
  readonly clauses: readonly ComparableClause[];
  readonly provisions: readonly ComparableProvision[];
  readonly exhibits: readonly ComparableExhibit[];
}

/** What a change does, as a reader who has to comply with the text asks. */
export const changeKinds = [
  'added',
  'removed',
  'tightened',
  'loosened',
  'changed',
  'moved',
  'editorial',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Which way a changed verb or limit goes; `changed` where the words alone do not decide. */
export type Direction = 'tightened' | 'loosened' | 'changed';

/** A stretch of words: in both texts, in the first only, or in the second only. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A verb that makes another type of provision (GB/T 1.1—2020, table 1 and annex C). */
export interface VerbChange {
  readonly from: { readonly type: ProvisionType; readonly negative: boolean };
  readonly to: { readonly type: ProvisionType; readonly negative: boolean };
  readonly direction: Direction;
}

export type LimitPart = Pick<Limit, 'object' | 'comparator' | 'quantity' | 'text' | 'isCondition'>;

/** A limit that both have with other values, or that one of them has alone. */
export interface LimitChange {
  readonly from?: LimitPart;
  readonly to?: LimitPart;
  /** Limits of the later text that answer `from` together, which has no single answer. */
  readonly cases?: readonly LimitPart[];
  /** Where the later text has quantities of that kind instead: a table, by its label, or other words of the clause. */
  readonly where?: { readonly table: string } | { readonly words: string };
  /** `unsure` where it is set by cases or elsewhere, and a person has to look. */
  readonly direction: Direction | 'added' | 'removed' | 'unsure';
}

/** What stands at a change: a heading, a sentence, a formula, all of a clause, or a part of a table or figure. */
export type Subject =
  | 'title'
  | 'sentence'
  | 'formula'
  | 'clause'
  | 'cell'
  | 'row'
  | 'column'
  | 'table'
  | 'figure';

/** One side of a change: where it stands, by its index in `clauses`, and what it says. */
export interface ChangeSide {
  readonly clause: number;
  readonly text: string;
}

export interface Change {
  /** The fragment of its address; the same for the same two texts. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly subject: Subject;
  /** The stronger of the types of both sides; null where neither is a provision. */
  readonly type: ProvisionType | null;
  readonly from?: ChangeSide;
  readonly to?: ChangeSide;
  /** Of a table: its name, row and column. */
  readonly at?: string;
  readonly pieces: readonly Piece[];
  readonly verb?: VerbChange;
  readonly limits: readonly LimitChange[];
  /** Whether it stands in another clause than before. */
  readonly isMoved: boolean;
  /** A sentence that is a part of one of the other text, which was divided or joined. */
  readonly isPart?: true;
}

/** A line of a section: a sentence of one text or of both. */
export interface Row {
  readonly subject: Subject;
  readonly from?: string;
  readonly to?: string;
  readonly pieces: readonly Piece[];
  /** Index into `changes`; absent where nothing changed. */
  readonly change?: number;
  /** Clause of the other text where its other side stands, when not here. */
  readonly elsewhere?: number;
}

export interface CellComparison {
  readonly from?: string;
  readonly to?: string;
  readonly pieces: readonly Piece[];
  readonly change?: number;
}

export interface TableRowComparison {
  readonly state: 'both' | 'added' | 'removed';
  readonly isHead: boolean;
  readonly cells: readonly CellComparison[];
  readonly change?: number;
}

export interface TableComparison {
  /** Labels and titles: 表1 and its title. */
  readonly from?: string;
  readonly to?: string;
  readonly pieces: readonly Piece[];
  readonly change?: number;
  readonly columns: readonly ('both' | 'added' | 'removed')[];
  readonly rows: readonly TableRowComparison[];
}

/** A figure of which name and files are compared, never what is drawn. */
export interface FigureComparison {
  readonly from?: string;
  readonly to?: string;
  readonly sameFiles: boolean;
  readonly change?: number;
}

/** A clause of one text or of both, with all that stands in it before its sub-clauses. */
export interface Section {
  readonly from?: number;
  readonly to?: number;
  /** `renumbered`: in the same place among what was there before, under another number. */
  readonly move: 'none' | 'renumbered' | 'moved';
  /** The change of its place, an index into `changes`. */
  readonly change?: number;
  readonly title: Row;
  readonly rows: readonly Row[];
  readonly tables: readonly TableComparison[];
  readonly figures: readonly FigureComparison[];
}

export type Counts = Readonly<Record<ChangeKind | 'unchanged', number>>;

export interface Summary {
  /** Sentences by the stronger of their types; `other` has those that are no provision. */
  readonly requirement: Counts;
  readonly instruction: Counts;
  readonly recommendation: Counts;
  readonly permission: Counts;
  readonly other: Counts;
  /** Cells, rows and columns of tables. */
  readonly table: Counts;
}

export interface Comparison {
  readonly from: ComparableText;
  readonly to: ComparableText;
  readonly sections: readonly Section[];
  readonly changes: readonly Change[];
  readonly summary: Summary;
}

/** A text that can be compared, and what it is called. */
export interface ComparableStandard {
  readonly number: string;
  readonly slug: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly texts: Readonly<Partial<Record<Language, ComparableText>>>;
}

/** Why something cannot be compared. */
export type Refusal = Bilingual;
