import { findListedNumbers } from './find.ts';
import { parseNumber } from './parse.ts';
import type { Reason, StandardNumber } from './types.ts';

/** One number of a line, with what stands around it. */
export interface LineNumber {
  readonly number: StandardNumber;
  /** As it stands in the line. */
  readonly raw: string;
  /** UTF-16 offsets in the line. */
  readonly start: number;
  readonly end: number;
  /** What stands between this number and the one before it, or the start of the line: `1.`, `[1]`, `《物流术语》`. */
  readonly before: string;
  /** What stands between this number and the next one, or the end of the line: `标准化工作导则`, `.pdf`, `（废止）`. */
  readonly after: string;
}

export interface NumberLine {
  /** Counted from 1; empty lines count and are not given. */
  readonly line: number;
  readonly text: string;
  readonly numbers: readonly LineNumber[];
  /** Why there is none, where there is none. */
  readonly reason?: Reason;
  /** The number meant by letters that look like digits (`JGJ l8-2012`): to be asked, never to be taken. */
  readonly meant?: StandardNumber;
}

/** Longer lines are read to here: no row of a list is longer. */
const LONGEST_LINE = 2000;
/** Signs that only part one entry from the next. */
const EDGES = /^[\s,，;；、|]+|[\s,，;；、|]+$/g;

/**
 * The numbers in one line that somebody pasted, in order, with what stands before and after each: a bare number in any
 * spelling, a list (`GB 4943.1-2022;GB 17625.1-2022`), a row of a list (`1. GB/T 1.1-2020 标准化工作导则`), a name of a file.
 * A line without a number comes back with the reason; nothing is guessed. Time grows with the length.
 */
export function readNumberLine(text: string, line = 1): NumberLine {
  const cut = text.length > LONGEST_LINE ? text.slice(0, LONGEST_LINE) : text;
  const whole = parseNumber(cut);
  // Cells of a row are apart, though digits on both sides of a tab may read as one serial.
  if (whole.ok && !cut.trim().includes('\t')) {
    const start = cut.length - cut.trimStart().length;
    const end = cut.trimEnd().length;
    const raw = cut.slice(start, end);
    return {
      line,
      text,
      numbers: [{ number: whole.number, raw, start, end, before: '', after: '' }],
    };
  }
  const found = findIn(cut);
  if (found.length === 0) {
    const meant = (whole.ok ? undefined : whole.meant) ?? findMeant(cut);
    return {
      line,
      text,
      numbers: [],
      ...(whole.ok ? {} : { reason: whole.reason }),
      ...(meant && { meant }),
    };
  }
  const numbers = found.map((each, at): LineNumber => {
    const between = (from: number, to: number): string => cut.slice(from, to).replace(EDGES, '');
    return {
      ...each,
      before: between(found[at - 1]?.end ?? 0, each.start),
      after: between(each.end, found[at + 1]?.start ?? cut.length),
    };
  });
  return { line, text, numbers };
}

/** The lines of a pasted block that are not empty, each read by itself. */
export function readNumberLines(block: string): NumberLine[] {
  const lines = block.split(/\r\n|[\n\r\u2028\u2029]/);
  return lines.flatMap((text, at) => (text.trim() === '' ? [] : [readNumberLine(text, at + 1)]));
}

type Span = Pick<LineNumber, 'number' | 'raw' | 'start' | 'end'>;

/** As in running text; else in capital letters; else the head of each piece between signs that part entries. */
function findIn(text: string): Span[] {
  for (const spelled of [text, toCapitals(text)]) {
    const found = findListedNumbers(spelled);
    if (found.length > 0) {
      return found.map(({ number, start, end }, at): Span => {
        const [cell = ''] = text.slice(start, found[at + 1]?.start ?? text.length).split('\t');
        const longer = readPiece(cell);
        if (longer !== null && longer.end > end - start) {
          return { ...longer, start, end: start + longer.end };
        }
        return { number, start, end, raw: text.slice(start, end) };
      });
    }
  }
  return Array.from(text.matchAll(/[^,，;；、|\t\n]+/g)).flatMap((piece) => {
    const span = readPiece(piece[0]);
    if (span === null) return [];
    return [{ ...span, start: span.start + piece.index, end: span.end + piece.index }];
  });
}

/** Marks of a row before its number, and the places where a number may end in front of other words. */
const ROW_MARK = /^[\s\d.、)）[\](（《—-]{0,12}(?=[A-Za-z\uff21-\uff3a\uff41-\uff5a\u4e00-\u9fff])/;
const WORD_END = /[\s《（(》）).]|$/g;

/** The longest start of a piece that is a number in any spelling. */
function readPiece(piece: string): Span | null {
  const start = ROW_MARK.exec(piece)?.[0].length ?? 0;
  const ends = Array.from(piece.slice(start).matchAll(WORD_END), ({ index }) => start + index);
  for (const end of ends.slice(0, 12).sort((a, b) => b - a)) {
    if (/^\.?[OILl|〇][OILl|〇\d.-]/.test(piece.slice(end, end + 3))) continue;
    const raw = piece.slice(start, end);
    const parsed = parseNumber(raw);
    if (parsed.ok) return { number: parsed.number, raw, start, end };
  }
  return null;
}

/** Small letters of ASCII and full width as capitals, and the slash that names of files cannot hold; length kept. */
const toCapitals = (text: string): string =>
  text
    .replace(/[a-z\uff41-\uff5a]+/g, (letters) => letters.toUpperCase())
    .replace(/([A-Z]{2})[_-](?=[TZ][ _]?\d)/g, '$1/');

/** The number that the first words of a line mean, where letters stand for digits. */
function findMeant(text: string): StandardNumber | undefined {
  const head = /[A-Za-z][A-Za-z/]{1,9} ?[\dA-Za-z|]{1,9}(?:\.[\dA-Za-z|]{1,4})*-\d{4}/.exec(
    text.slice(0, 200),
  );
  const parsed = head === null ? null : parseNumber(head[0]);
  return parsed === null || parsed.ok ? undefined : parsed.meant;
}
