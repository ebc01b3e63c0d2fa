import type { Bilingual } from '#core/base/bilingual.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';

/** What the desk and its page tell each other. */

export interface DraftLine {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly origin: DraftOrigin;
  /** Milliseconds. */
  readonly saved: number;
  readonly errors: number;
  readonly warnings: number;
}

export type DraftOrigin =
  | { readonly kind: 'word'; readonly file: string }
  | { readonly kind: 'library'; readonly path: string }
  | { readonly kind: 'new' };

export interface StandardLine {
  readonly slug: string;
  readonly number: string;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly status: string;
  readonly statusName: Bilingual;
  readonly issued?: string | undefined;
  readonly implemented?: string | undefined;
  readonly errors: number;
}

/** A project on its way. */
export interface ProjectLine {
  readonly id: string;
  readonly plan: string;
  readonly title: Bilingual;
  readonly stage: Bilingual;
  /** What it waits for next: a stage by a day or not before it, a stage that begins, or the last day of one. */
  readonly next: {
    readonly stage: Bilingual;
    readonly day: string;
    readonly kind: 'by' | 'from' | 'begins' | 'until';
  } | null;
  /** Whether the stage that it is in goes on, and the stages that it can come to next. */
  readonly isOngoing: boolean;
  readonly nextStages: readonly Bilingual[];
  /** Whether it has a text: to be gone on with, commented on and published. */
  readonly hasDraft: boolean;
  readonly comments: number;
  readonly undecided: number;
}

/** Somebody at the desk, as the page knows the person. */
export interface PersonShown {
  readonly name: string;
  readonly roles: readonly Bilingual[];
  /** Whether others work at the same desk. */
  readonly isShared: boolean;
  readonly mayWrite: boolean;
  readonly mayPublish: boolean;
}

/** What can be asked for: a draft, an act on a standard; of a project its beginning, its issue, another stage, comments. */
export const requestKinds = ['draft', 'act', 'project', 'issue', 'advance', 'comments'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** `void`: what it was about is another change by now. */
export type RequestState = 'waiting' | 'approved' | 'returned' | 'taken-back' | 'void' | 'done';

/** What somebody asks another to approve. */
export interface RequestLine {
  readonly id: string;
  readonly kind: RequestKind;
  readonly number: string;
  readonly title: string;
  readonly by: string;
  readonly at: number;
  readonly remark: string;
  readonly state: RequestState;
  readonly decidedBy: string;
  readonly answer: string;
  /** Why this person cannot approve it. */
  readonly refused: 'role' | 'own' | null;
  readonly mayApprove: boolean;
  readonly mayReturn: boolean;
  readonly mayTakeBack: boolean;
}

/** The same with what it would change. */
export interface RequestShown extends RequestLine {
  readonly files: readonly ChangedFile[];
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Bilingual[];
  /** What publishes it, for those who may. */
  readonly publish: { readonly path: string; readonly body: object } | null;
  /** The draft, whose text can be read as it will be published. */
  readonly draft: string | null;
}

/** What stands between a change and its publication. */
export interface ApprovalShown {
  /** `none`: nobody has to approve it; `needed`: it has not been asked for. */
  readonly state: 'none' | 'needed' | 'waiting' | 'approved';
  readonly mayPublish: boolean;
  readonly mayAsk: boolean;
  readonly by?: string | undefined;
}

/** The log of a desk, its newest entries first. */
export interface AuditShown {
  readonly head: { readonly n: number; readonly hash: string };
  readonly faults: readonly Bilingual[];
  readonly count: number;
  readonly lines: readonly {
    readonly n: number;
    readonly at: string;
    readonly name: string;
    readonly act: Bilingual;
    readonly of: string;
    readonly title: string;
    readonly digest: string;
    readonly remark: string;
  }[];
}

export interface DeskState {
  readonly person: PersonShown;
  readonly requests: readonly RequestLine[];
  readonly library: string;
  /** Address of the live site, where one is served. */
  readonly site: string | null;
  readonly drafts: readonly DraftLine[];
  readonly standards: readonly StandardLine[];
  readonly projects: readonly ProjectLine[];
  readonly publications: readonly PublicationLine[];
  /** The next free number of each series. */
  readonly nextNumbers: readonly { readonly series: string; readonly number: string }[];
}

export interface PublicationLine {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** Last piece of its address. */
  readonly slug: string;
  /** Its page, from the root of the site; that of a standard where it is not said. */
  readonly page?: string | undefined;
  readonly at: number;
  /** Who published it. */
  readonly by: string;
  /** Of the change. */
  readonly digest: string;
  readonly undone: boolean;
}

export interface ImportLine {
  readonly kind: string;
  readonly place: number;
  /** Of the text that is nearest to it, front matter counted. */
  readonly line: number;
  readonly text: string;
  readonly why: Bilingual;
  readonly needsPerson: boolean;
}

export interface ImportSummary {
  readonly paragraphs: { readonly file: number; readonly text: number; readonly other: number };
  readonly mended: number;
  readonly left: readonly ImportLine[];
  readonly notices: readonly Bilingual[];
}

export interface OutlineLine {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly line: number;
}

/** A draft as it was read last: all that follows from its text. */
export interface DraftReading {
  readonly revision: number;
  readonly saved: number;
  readonly number: string;
  readonly title: string;
  readonly slug: string | null;
  readonly findings: readonly Diagnostic[];
  /** How many there are of the text in the other language. */
  readonly findingsBeside: number;
  readonly outline: readonly OutlineLine[];
  /** What `[#…]` can name. */
  readonly anchors: readonly {
    readonly id: string;
    readonly label: string;
    readonly title: string;
  }[];
  /** Values of the front matter as typed, by key. */
  readonly values: Readonly<Record<string, unknown>>;
}

export interface DraftWhole {
  readonly id: string;
  /** Which text of the draft this is. */
  readonly language: 'zh' | 'en';
  readonly hasEnglish: boolean;
  /** Whether the English text was begun in this draft, so that it can be laid aside. */
  readonly ownEnglish: boolean;
  readonly origin: DraftOrigin;
  readonly text: string;
  readonly report: ImportSummary | null;
  readonly figures: readonly string[];
  readonly reading: DraftReading;
}

export interface ChangedFile {
  readonly path: string;
  readonly kind: 'added' | 'changed' | 'removed';
  /** Lines with their mark, nothing for pictures. */
  readonly lines: readonly { readonly mark: '+' | '-' | ' ' | '…'; readonly text: string }[];
}

export interface PublishPlan {
  readonly digest: string;
  readonly files: readonly ChangedFile[];
  /** Findings that keep it from being published. */
  readonly errors: readonly Diagnostic[];
  readonly notes: readonly Bilingual[];
  /** Days and number as they would be published. */
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly issued: string | undefined;
  readonly implemented: string | undefined;
  readonly approval: ApprovalShown;
}

export interface Published {
  readonly publication: PublicationLine;
  readonly url: string | null;
  readonly pages: number;
  readonly drawn: number;
  readonly ms: number;
}

export interface Problem {
  readonly what: Bilingual;
  readonly todo?: Bilingual | undefined;
  /** What a person can add so that it is done. */
  readonly asks?: 'number' | undefined;
  /** What is wrong of which field, where that is known. */
  readonly fields?: readonly { readonly field: string; readonly what: Bilingual }[] | undefined;
}

/** `map`: fields of its own; `rows`: any number of such. */
export type FieldKind = 'text' | 'long' | 'day' | 'choice' | 'list' | 'flag' | 'map' | 'rows';

export interface FieldChoice {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

/** A field of the form of a front matter. */
export interface FormField {
  readonly key: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly label: Bilingual;
  readonly group: string;
  readonly choices?: readonly FieldChoice[] | undefined;
  /** Name of a list of choices that many fields share. */
  readonly picker?: string | undefined;
  /** Fields of each row. */
  readonly fields?: readonly FormField[] | undefined;
}

export interface FormShape {
  readonly groups: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly fields: readonly FormField[];
  readonly pickers: Readonly<Record<string, readonly FieldChoice[]>>;
}

/** Acts on a standard of the library, in the order of the list. */
export const standardActs = [
  'revise',
  'amend',
  'correct',
  'confirm',
  'withdraw',
  'renumber',
  'transfer',
] as const;
export type StandardAct = (typeof standardActs)[number];

/** What an act is told; which of it depends on the act. */
export interface ActFields {
  /** Day of the act. */
  readonly on: string;
  /** Of the new edition, or the new number. */
  readonly number?: string | undefined;
  /** The day from which it holds: a sheet, or that it is withdrawn. */
  readonly from?: string | undefined;
  readonly reason?: string | undefined;
  /** The number of the standard that takes its place. */
  readonly by?: string | undefined;
  /** The day of the review that found it to be withdrawn. */
  readonly reviewed?: string | undefined;
  /** The day on which the stage of a project ended, the stage that it comes to, and the day announced as its last. */
  readonly ended?: string | undefined;
  readonly stage?: string | undefined;
  readonly until?: string | undefined;
  /** Who issues it from now on. */
  readonly issuer?: string | undefined;
  /** The clause that is corrected, and which words of it by which. */
  readonly clause?: string | undefined;
  readonly wrong?: string | undefined;
  readonly right?: string | undefined;
  /** Clauses as an amendment sheet has them. */
  readonly changes?: readonly { readonly clause: string; readonly text: string }[] | undefined;
}

/** An act on a standard of the library, as the form says it. */
export interface ActAsked extends ActFields {
  readonly act: StandardAct;
  readonly slug: string;
}

/** A clause with its words as they were written. */
export interface ClauseText {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly text: string;
}

/** A file that a person dropped. */
export interface SentFile {
  readonly name: string;
  /** Base64. */
  readonly bytes: string;
}

/** What became of files of comments, before it is kept. */
export interface CommentsShown extends ActShown {
  readonly told: readonly Bilingual[];
  readonly refused: number;
}

export interface ActShown {
  readonly digest: string;
  readonly sentence: Bilingual;
  readonly warnings: readonly Bilingual[];
  /** Errors that the library would have and has not now: it is not done. */
  readonly errors: readonly Diagnostic[];
  readonly files: readonly ChangedFile[];
  readonly approval: ApprovalShown;
}

/** What a project can be begun with, and what is proposed. */
export interface ProjectForm {
  readonly kinds: readonly (FieldChoice & {
    /** Whether its standards are mandatory or recommended. */
    readonly hasNature: boolean;
  })[];
  readonly natures: readonly FieldChoice[];
  readonly degrees: readonly FieldChoice[];
  readonly chains: readonly FieldChoice[];
  readonly bodies: readonly FieldChoice[];
  readonly standards: readonly FieldChoice[];
  readonly nextPlan: string;
}
