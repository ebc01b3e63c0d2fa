import type { ParsedDocument, TextRun } from '../text/document.ts';
import type { SyntaxNode } from '../text/syntax/syntax.ts';

/** Part of a run's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the text of inline formulae starts in the source, after the first dollar sign. */
export function findMathStarts({ source, clauses }: ParsedDocument): ReadonlySet<number> {
  const starts = new Set<number>();
  if (!source.includes('$')) return starts;
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'inlineMath' && node.position) starts.add(node.position.start.offset + 1);
    for (const child of node.children ?? []) visit(child);
  };
  for (const { heading, blocks } of clauses) {
    if (heading) visit(heading);
    for (const block of blocks) visit(block);
  }
  return starts;
}

/** The inline formulae of a run: every piece of its text begins a segment. */
export function mathSpans(
  { text, segments }: TextRun,
  mathStarts: ReadonlySet<number>,
): readonly Span[] {
  if (mathStarts.size === 0) return [];
  return segments.flatMap(({ plain, source }, index) =>
    mathStarts.has(source)
      ? [{ start: plain, end: segments[index + 1]?.plain ?? text.length }]
      : [],
  );
}

/** The text with the spans blanked at equal length; spans may come in any order but not overlap. */
export function blankSpans(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let left = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    left += text.slice(at, start) + '\u0000'.repeat(end - start);
    at = end;
  }
  return left + text.slice(at);
}
