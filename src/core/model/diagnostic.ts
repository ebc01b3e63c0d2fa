import type { Bilingual } from '../base/bilingual.ts';
import { pick, severityTerms } from '../terms/index.ts';
import type { Severity } from '../terms/index.ts';

export type { Bilingual, Severity };

const severityNames = { zh: pick(severityTerms, 'zh'), en: pick(severityTerms, 'en') };

/** What a severity is called: in one language, or in both as 「错误 error」. */
export const nameSeverity = (severity: Severity, language?: 'zh' | 'en'): string =>
  language
    ? severityNames[language][severity]
    : `${severityNames.zh[severity]} ${severityNames.en[severity]}`;

/** 1-based line and column, in UTF-16 code units as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replace the source between two offsets (UTF-16 code units, end exclusive) by `text`. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * One finding about a file. `rule` is a permanent id (see docs/rules.md): once published it never
 * changes its meaning. `file` is relative to the library's folder, with forward slashes.
 */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
  readonly file: string;
  readonly range: Range;
  readonly fix?: Fix;
  /** What an author may accept as a whole; nothing applies it unasked. */
  readonly proposals?: readonly Fix[];
}

/** Order for a report: by file, then position, then rule. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
