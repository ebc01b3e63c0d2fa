import type { StandardMeta } from '../model/meta.ts';
import type { Language } from '../model/standard.ts';
import type { LedgerEntry } from './anchors/ids.ts';
import type { ParsedDocument } from './document.ts';
import { passes } from './passes/order.ts';
import { startReport } from './report.ts';

export type { ParsedClause, ParsedDocument, TextPlace, TextRun } from './document.ts';
export { collectListedTitles } from './meaning/references.ts';
export { isValidId } from './anchors/ids.ts';
export type { LedgerEntry } from './anchors/ids.ts';

export interface ParseOptions {
  /** Path shown in diagnostics, relative to the library. */
  readonly file: string;
  readonly language?: Language;
  /** Of a translation: the front matter of the original. */
  readonly original?: StandardMeta | null;
  /** Anchors published before. */
  readonly ledger?: readonly LedgerEntry[];
}

/**
 * Read one Markdown file of the dialect (docs/authoring.md) by the passes of `passes/order.ts`. Never throws on
 * content: whatever is wrong becomes a diagnostic, and the rest of the document is there. `source` uses LF line ends.
 */
export function parseDocument(source: string, options: ParseOptions): ParsedDocument {
  const { file, language = 'zh', original = null, ledger = [] } = options;
  const report = startReport(file, source);
  const { lineStarts } = report;
  const draft = passes.run({ file, source, lineStarts, language, original, ledger, report });
  const {
    original: _original,
    ledger: _ledger,
    report: _report,
    bounded: _bounded,
    headed: _headed,
    outline: _outline,
    numbering: _numbering,
    taggedRuns: _taggedRuns,
    anchors: _anchors,
    ...document
  } = draft;
  return document;
}
