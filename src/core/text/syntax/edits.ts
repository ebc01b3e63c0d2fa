import {
  findUnseen,
  foldRadicals,
  hasOnlyPlainCharacters,
  replaceUnseen,
} from '#core/characters/index.ts';
import { positionAt } from './positions.ts';

/** The text given to the parser, with the way back to the author's source. */
export interface EditedText {
  readonly text: string;
  /** The way back of an offset; the same where nothing was put in or taken out. */
  readonly toSource: (offset: number) => number;
  readonly isMoved: boolean;
}

/** What stands from an offset of the new text on is moved by `shift` against the source. */
interface Move {
  readonly from: number;
  readonly shift: number;
}

/** A piece of the text and what takes its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with the edits, which come in order and do not overlap, and the way back. */
export function applyEdits(text: string, edits: readonly Edit[]): EditedText {
  if (edits.length === 0) return { text, toSource: (offset) => offset, isMoved: false };
  const moves: Move[] = [];
  let edited = '';
  let at = 0;
  for (const { start, end, text: put } of edits) {
    edited += text.slice(at, start) + put;
    at = end;
    moves.push({ from: edited.length, shift: end - edited.length });
  }
  // Offsets are asked for more or less in order: most lie where the last one did.
  let last = 0;
  const shiftAt = (offset: number): number => {
    const isAfter = last === 0 || (moves[last - 1]?.from ?? 0) <= offset;
    const isBefore = last === moves.length || (moves[last]?.from ?? 0) > offset;
    if (!isAfter || !isBefore) {
      let low = 0;
      let high = moves.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((moves[middle]?.from ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      last = low;
    }
    return moves[last - 1]?.shift ?? 0;
  };
  return {
    text: edited + text.slice(at),
    toSource: (offset) => offset + shiftAt(offset),
    isMoved: true,
  };
}

/** The source as a person reads it: nothing unseen in it, ideographs in place of radicals. */
export function cleanSource(source: string): EditedText {
  if (hasOnlyPlainCharacters(source)) return applyEdits(source, []);
  const edits = findUnseen(source).map((each) => ({
    start: each.start,
    end: each.start + each.found.length,
    text: replaceUnseen(each),
  }));
  return applyEdits(foldRadicals(source), edits);
}

/** Positions in the source for offsets of an edited text; `lineStarts` are those of the source. */
export function placeInSource(lineStarts: readonly number[], toSource: (offset: number) => number) {
  let last = 1;
  return (offset: number) => {
    const moved = toSource(offset);
    const start = lineStarts[last - 1] ?? 0;
    const isHere = start <= moved && moved < (lineStarts[last] ?? Number.POSITIVE_INFINITY);
    if (isHere) return { line: last, column: moved - start + 1, offset: moved };
    const { line, column } = positionAt(lineStarts, moved);
    last = line;
    return { line, column, offset: moved };
  };
}
