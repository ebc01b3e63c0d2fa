import type { Position, Range } from 'vscode-languageserver/node.js';
import type * as own from '#core/model/diagnostic.ts';
import { positionAt } from '#core/text/syntax/positions.ts';

/** Returns a place of ours, counted from 1, as the protocol counts it: from 0. */
export function toPosition({ line, column }: own.Position): Position {
  return { line: Math.max(0, line - 1), character: Math.max(0, column - 1) };
}

/** Returns a range of ours as the protocol counts it. */
export function toRange({ start, end }: own.Range): Range {
  return { start: toPosition(start), end: toPosition(end) };
}

/** Returns the range between two offsets of a text whose lines begin at `lineStarts`. */
export function rangeBetween(lineStarts: readonly number[], start: number, end: number): Range {
  return {
    start: toPosition(positionAt(lineStarts, start)),
    end: toPosition(positionAt(lineStarts, end)),
  };
}
