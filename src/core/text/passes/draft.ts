import type { StandardMeta } from '#core/model/meta.ts';
import type { AssignedAnchors } from '../anchors/assign-anchors.ts';
import type { LedgerEntry } from '../anchors/ids.ts';
import type { ParsedDocument } from '../document.ts';
import type { TaggedRun } from '../meaning/runs.ts';
import type { Report } from '../report.ts';
import type { Numbering } from '../structure/numbering.ts';
import type { OutlineClause } from '../structure/outline.ts';

/** A document while it is read: what it will be, and what passes leave for later ones. */
export interface Draft extends ParsedDocument {
  /** Of a translation: the front matter of the original. */
  readonly original: StandardMeta | null;
  /** Anchors published before. */
  readonly ledger: readonly LedgerEntry[];
  /** Findings so far. */
  readonly report: Report;
  /** The source as far as it is read; the front matter alone where no person could have written the rest. */
  readonly bounded: string;
  /** Clauses as the author headed them. */
  readonly headed: readonly OutlineClause[];
  /** The same with the foreword that the front matter gives. */
  readonly outline: readonly OutlineClause[];
  /** Exhibits and list items before they have ids, and what is printed before blocks. */
  readonly numbering: Numbering;
  /** Runs of text with the author's tags, those without a place in the source too. */
  readonly taggedRuns: readonly TaggedRun[];
  /** Ids of clauses, exhibits, list items and provisions. */
  readonly anchors: AssignedAnchors;
}

/** What is known of a file before its first pass. */
export type Given = Pick<
  Draft,
  'file' | 'source' | 'lineStarts' | 'language' | 'original' | 'ledger' | 'report'
>;
