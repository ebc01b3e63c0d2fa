import type { Bilingual, Diagnostic, Fix, Range, Severity } from '../model/diagnostic.ts';
import { findLineStarts, rangeAt } from './positions.ts';
import type { SyntaxNode } from './syntax.ts';

/** Collects the findings about one file while it is read. */
export interface Report {
  readonly file: string;
  readonly source: string;
  readonly found: Diagnostic[];
  readonly rangeOf: (node: SyntaxNode | null | undefined) => Range;
  readonly rangeAt: (start: number, end: number) => Range;
  readonly add: (finding: {
    readonly rule: string;
    readonly severity?: Severity;
    readonly range: Range;
    readonly message: Bilingual;
    readonly hint?: Bilingual;
    readonly fix?: Fix;
  }) => void;
}

export const fileStart: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

export function startReport(file: string, source: string): Report {
  const lineStarts = findLineStarts(source);
  const found: Diagnostic[] = [];
  return {
    file,
    source,
    found,
    rangeOf: (node) =>
      node?.position
        ? {
            start: { line: node.position.start.line, column: node.position.start.column },
            end: { line: node.position.end.line, column: node.position.end.column },
          }
        : fileStart,
    rangeAt: (start, end) => rangeAt(lineStarts, start, end),
    add: (finding) => {
      found.push({ ...finding, severity: finding.severity ?? 'error', file });
    },
  };
}
