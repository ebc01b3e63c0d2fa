import type { Diagnostic, Range } from './diagnostic.ts';
import { severityOf } from './parse-rules.ts';
import type { ParseRuleId } from './parse-rules.ts';

/** What is found while something is read; the severity is the rule's own unless it is said. */
export type ParseFinding = Omit<Diagnostic, 'rule' | 'severity' | 'file' | 'proposals'> & {
  readonly rule: ParseRuleId;
  readonly severity?: Diagnostic['severity'];
};

/** A finding of a parse rule about a file. */
export function makeFinding(file: string, finding: ParseFinding): Diagnostic {
  return { ...finding, severity: finding.severity ?? severityOf(finding.rule), file };
}

/** The start of a line, counted from 1, as a range. */
export function startOfLine(line: number): Range {
  const start = { line, column: 1 };
  return { start, end: start };
}
