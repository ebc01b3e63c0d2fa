import type { Position, Range } from '#core/model/diagnostic.ts';

/** Offsets of the first character of each line. */
export function findLineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

/** The 1-based position of an offset; `lineStarts` from `findLineStarts` of the same source. */
export function positionAt(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** The offset of a position; `lineStarts` from `findLineStarts` of the same source. */
export function offsetAt(lineStarts: readonly number[], { line, column }: Position): number {
  return (lineStarts[line - 1] ?? 0) + column - 1;
}

/** The range between two offsets of a source (UTF-16 code units), given where its lines start. */
export function rangeAt(lineStarts: readonly number[], start: number, end: number): Range {
  return { start: positionAt(lineStarts, start), end: positionAt(lineStarts, end) };
}
