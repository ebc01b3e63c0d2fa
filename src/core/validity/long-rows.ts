import type { Reason } from '../number/index.ts';

/** Numbers are looked for in so many characters at once (`readNumberLine` reads 2,000). */
const longestPiece = 1900;
/** A row of a list is no book: about 10,000 numbers. */
const longestRow = 200_000;

/**
 * A row in pieces that can be read, parted where entries part: all its numbers may stand in one line, as a PDF gives them.
 * What stands behind 200,000 characters is left out, with the reason.
 */
export function splitLongRow(text: string): {
  readonly pieces: readonly string[];
  readonly left?: Reason;
} {
  if (text.length <= longestPiece) return { pieces: [text] };
  const pieces: string[] = [];
  let rest = text.slice(0, longestRow);
  while (rest.length > longestPiece) {
    const head = rest.slice(0, longestPiece);
    const edge = Math.max(
      ...['、', '，', ',', '；', ';', '\t'].map((sign) => head.lastIndexOf(sign)),
    );
    const blank = head.lastIndexOf(' ');
    // A blank may stand inside a number.
    const end = edge >= 0 ? edge + 1 : blank > 0 ? blank : longestPiece;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  pieces.push(rest);
  if (text.length <= longestRow) return { pieces };
  return {
    pieces,
    left: {
      zh: `这一行有 ${text.length} 字，只读了前 ${longestRow} 字：请分成几行`,
      en: `This row has ${text.length} characters, of which ${longestRow} were read: write it in several lines`,
    },
  };
}
