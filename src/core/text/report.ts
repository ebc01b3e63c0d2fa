import type { Nodes } from 'mdast';
import type { Diagnostic, Fix, Range } from '../model/diagnostic.ts';
import { makeFinding, startOfLine } from '../model/finding.ts';
import type { ParseFinding } from '../model/finding.ts';
import { findLineStarts, offsetAt, rangeAt } from './syntax/positions.ts';

/** Collects the findings about one file while it is read. */
export interface Report {
  readonly file: string;
  readonly source: string;
  readonly lineStarts: readonly number[];
  readonly found: Diagnostic[];
  readonly rangeOf: (node: Nodes | null | undefined) => Range;
  /** The first line of a block only. */
  readonly rangeAtStart: (node: Nodes) => Range;
  readonly rangeAt: (start: number, end: number) => Range;
  /** What stands in a range, and the fix that puts other text there. */
  readonly textAt: (range: Range) => string;
  readonly fixAt: (range: Range, text: string) => Fix;
  readonly add: (finding: ParseFinding) => void;
}

export const fileStart: Range = startOfLine(1);

/** An empty report about a file, whose positions are counted in its source. */
export function startReport(
  file: string,
  source: string,
  lineStarts: readonly number[] = findLineStarts(source),
): Report {
  const found: Diagnostic[] = [];
  return {
    file,
    source,
    lineStarts,
    found,
    rangeOf: (node) =>
      node?.position
        ? {
            start: { line: node.position.start.line, column: node.position.start.column },
            end: { line: node.position.end.line, column: node.position.end.column },
          }
        : fileStart,
    rangeAtStart: (node) => {
      if (!node.position) return fileStart;
      const { line, column } = node.position.start;
      const next = lineStarts[line];
      const length = (next === undefined ? source.length : next - 1) - (lineStarts[line - 1] ?? 0);
      return { start: { line, column }, end: { line, column: Math.max(column, length + 1) } };
    },
    rangeAt: (start, end) => rangeAt(lineStarts, start, end),
    textAt: ({ start, end }) =>
      source.slice(offsetAt(lineStarts, start), offsetAt(lineStarts, end)),
    fixAt: ({ start, end }, text) => ({
      start: offsetAt(lineStarts, start),
      end: offsetAt(lineStarts, end),
      text,
    }),
    add: (finding) => {
      if (found.length < mostFindings) found.push(makeFinding(file, finding));
      else if (found.length === mostFindings) found.push(tooManyFindings(file));
    },
  };
}

/** Findings a file may have in one stage of its reading; after them one says that there are more. */
export const mostFindings = 1000;

/** The finding that there are more than `mostFindings` about a file, on its first line. */
export function tooManyFindings(file: string): Diagnostic {
  return makeFinding(file, {
    rule: 'too-many-findings',
    range: fileStart,
    message: {
      zh: `问题超过 ${mostFindings} 个，其余没有列出`,
      en: `There are more than ${mostFindings} findings; the rest are not listed`,
    },
    hint: { zh: '先改正列出的问题', en: 'Mend the ones listed first' },
  });
}
