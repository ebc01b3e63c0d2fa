import type { Catalog } from '../catalog/index.ts';
import type { Bilingual, Fix, Range, Severity } from '../model/diagnostic.ts';
import type { Life, Limit, ProjectKind, ProjectModel } from '../lifecycle/index.ts';
import type { ParseRuleId } from '../model/parse-rules.ts';
import type { PointedKey, StandardRow } from '../model/row.ts';
import type { System, Systems } from '../systems/index.ts';
import type { RuleContext } from './rule-context.ts';

/** What a rule found; its id and file are added by whoever runs it. */
export interface Finding {
  readonly range: Range;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
  readonly fix?: Fix;
  /** Changes for the author to accept as a whole. */
  readonly proposals?: readonly Fix[];
  /** Where this finding is graver or lighter than the rule. */
  readonly severity?: Severity;
}

interface RuleFacts {
  /** Permanent: once published it never changes its meaning, and no other rule takes it. */
  readonly id: string;
  readonly severity: Severity;
  /** The standard and clause, or the law, behind it; `标链` for the library's own habits. */
  readonly source: string;
  readonly summary: Bilingual;
}

/** The smallest input that breaks a rule and the smallest that keeps it; the tests run both. */
export interface Examples<Example> {
  /** No other rule is broken by it, but for those named in `besides`. */
  readonly bad: Example;
  readonly good: Example;
  /** Rules that cannot but be broken where this one is. */
  readonly besides?: readonly string[];
}

/**
 * An example of one document. A fragment without `# ` stands in chapter 4 of a whole document,
 * one that starts with `# ` is the whole body, one that starts with `---` brings its front matter.
 */
export type ExampleText = string;

/**
 * An example of several files, by their paths in the library. What is left out is what a library without findings has:
 * keys of front matter and of a standard system, the chapters around a fragment, a standard where there is none.
 */
export type ExampleFiles = Readonly<Record<string, string | Uint8Array>>;

/** A rule that is held while files are read, by who reads them. */
export interface ParseRule extends RuleFacts {
  readonly id: ParseRuleId;
  readonly scope: 'parse';
  readonly examples: Examples<ExampleText | ExampleFiles>;
}

/** A rule about one file. */
export interface DocumentRule extends RuleFacts {
  readonly scope: 'document';
  readonly examples: Examples<ExampleText>;
  /** Words that look like what the rule mends and are right: no fix of any rule touches them. */
  readonly keeps?: readonly string[];
  /** Also runs on English texts. */
  readonly english?: boolean;
  readonly check: (view: RuleContext) => Iterable<Finding>;
}

/** A finding across files says where it stands: at a mention, or at a key of the front matter (`replaces.0`). */
export interface LibraryFinding extends Omit<Finding, 'range' | 'fix'> {
  readonly row: StandardRow;
  readonly at: Range | { readonly meta: PointedKey | `${PointedKey}.${string}` };
}

export interface LibraryView {
  readonly catalog: Catalog;
  /** The texts that are asked about. */
  readonly rows: readonly StandardRow[];
  /** All texts of the library, for what is only seen of all of them together. */
  readonly all: readonly StandardRow[];
  /** Ids of the vocabulary; empty where there is none. */
  readonly chains: readonly string[];
  /** What is due of standards and projects, by the limits of the library. */
  readonly lives: readonly Life[];
  readonly limits: readonly Limit[];
}

/** A rule across files. */
export interface LibraryRule extends RuleFacts {
  readonly scope: 'library';
  readonly examples: Examples<ExampleFiles>;
  readonly check: (view: LibraryView) => Iterable<LibraryFinding>;
}

/** A finding in a file of `systems/`. */
export interface SystemFinding extends Omit<Finding, 'fix'> {
  /** New text for the range, when the source is at hand. */
  readonly replacement?: string;
}

export interface SystemView {
  readonly system: System;
  readonly systems: Systems;
  readonly catalog: Catalog;
  /** Ids of the vocabulary; empty where there is none. */
  readonly chains: readonly string[];
  /** Ids of the library's projects. */
  readonly projects: ReadonlySet<string>;
}

/** A rule about one standard system. */
export interface SystemRule extends RuleFacts {
  readonly scope: 'system';
  readonly examples: Examples<ExampleFiles>;
  readonly check: (view: SystemView) => Iterable<SystemFinding>;
}

/** A finding in a `project.yaml`, at the key of a path: `stages.3.began`. */
export interface ProjectFinding extends Omit<Finding, 'range' | 'fix'> {
  readonly at: string;
}

export interface ProjectView {
  readonly life: Life & { readonly project: ProjectModel };
  readonly kinds: readonly ProjectKind[];
  readonly limits: readonly Limit[];
  readonly catalog: Catalog;
  /** Whether the project has a text of its own. */
  readonly hasDraft: boolean;
  /** Ids and names of the vocabulary; empty where there is none. */
  readonly chains: readonly string[];
  readonly bodies: ReadonlySet<string>;
}

/** A rule about one project. */
export interface ProjectRule extends RuleFacts {
  readonly scope: 'project';
  readonly examples: Examples<ExampleFiles>;
  readonly check: (view: ProjectView) => Iterable<ProjectFinding>;
}

export type Rule = DocumentRule | LibraryRule | SystemRule | ProjectRule | ParseRule;
