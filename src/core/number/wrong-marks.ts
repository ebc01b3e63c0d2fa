import type { FoundNumber } from './find.ts';
import { DASH_TWINS, MARK_TWINS } from './marks.ts';
import { isForeign } from '../terms/index.ts';

/** A sign of a number in running text that is not the one a standard prints there. Offsets as in `FoundNumber`. */
export interface WrongMark {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly right: string;
  /** Whether it stands before the year. */
  readonly beforeYear: boolean;
}

/** What stands before the dash of a year, and the dash; without looking behind, which browsers of spring 2022 cannot. */
const YEAR_DASH = new RegExp(
  `([\\d)）][A-Z]?[ \\u3000]?)([-${DASH_TWINS}]{1,2})(?=[ \\u3000]?(?:(?:19|20)\\d{2}(?!\\d)|\\d{2}$))`,
  'g',
);
/** A sign of full width that a standard prints. */
const RANGE = '\uff5e';

/**
 * The look-alike signs in a number that was found: `—` (U+2014, one) belongs before the year of a Chinese number, `/`, `-`
 * and `:` elsewhere, `～` in a run. Empty where all are right.
 */
export function listWrongMarks({ raw, start, number }: FoundNumber): WrongMark[] {
  const foreign = isForeign(number.family);
  const marks: WrongMark[] = [];
  const years = new Set<number>();
  for (const { index: from, 1: before = '', 2: written = '' } of foreign
    ? []
    : raw.matchAll(YEAR_DASH)) {
    const index = from + before.length;
    for (let at = 0; at < written.length; at++) years.add(index + at);
    // A year of two digits is an old number, as it was printed.
    if (written === '\u2014' || raw.endsWith(`${written}${number.yearWritten}`)) continue;
    const end = index + written.length;
    marks.push({
      start: start + index,
      end: start + end,
      written,
      right: '\u2014',
      beforeYear: true,
    });
  }
  for (const [at, written] of [...raw].entries()) {
    const mark = years.has(at) ? undefined : MARK_TWINS.get(written);
    if (mark === undefined || written === RANGE) continue;
    // A run with a dash, and the item of a bulletin, are printed so.
    if (mark === '-' && (number.through !== null || number.form === 'bulletin')) continue;
    const right = mark === '~' ? RANGE : mark;
    marks.push({ start: start + at, end: start + at + 1, written, right, beforeYear: false });
  }
  return marks.toSorted((a, b) => a.start - b.start);
}
