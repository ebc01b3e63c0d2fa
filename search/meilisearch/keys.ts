import { dropNature, guessNumbers, LOOSE_NUMBER, NUMBER, numberToken } from '../record/numbers.ts';
import type { GluedNumber } from '../record/numbers.ts';
import { INITIALS, SYLLABLES } from '../record/titles.ts';
import { unique } from '../record/spelling.ts';

/** Tokens by which a question asks for numbers. */
export interface NumberKeys {
  /** Of the number as it was meant. */
  readonly exact?: string;
  /** Of a number in another nature, without code, or a serial. */
  readonly loose?: string;
  /** Numbers that begin so: what is being typed. */
  readonly beginning?: string;
  /** Serials of few digits: `18` is likelier a value than a number. */
  readonly faint: boolean;
}

interface Try {
  readonly token: string;
  readonly exact: boolean;
  readonly stem: string;
  readonly year: string | null;
  readonly dated: boolean;
}

/**
 * Ways to read a question as a number, likeliest first, as the embedded engine tries them: as written, in another nature,
 * without the code; and all again without the year, for other editions of a year that is not known.
 */
function listTries(folded: string): readonly Try[] {
  const guesses = folded.length > 120 ? [] : guessNumbers(folded);
  const changes: readonly (readonly [string, (guess: GluedNumber) => GluedNumber])[] = [
    [NUMBER, (guess) => guess],
    [LOOSE_NUMBER, (guess) => guess],
    [NUMBER, ({ stem, year }) => ({ stem: dropNature(stem), year })],
    [LOOSE_NUMBER, ({ stem, year }) => ({ stem: dropNature(stem), year })],
  ];
  return [true, false].flatMap((dated) =>
    changes.flatMap(([mark, change]) =>
      guesses.map((guess): Try => {
        const asked = change(dated ? guess : { ...guess, year: null });
        return { token: numberToken(mark, asked), exact: mark === NUMBER, dated, ...asked };
      }),
    ),
  );
}

/** Tokens of which must be known whether the index has them, before `chooseNumber`. */
export function listNumberTokens(folded: string): readonly string[] {
  return unique(listTries(folded).map(({ token }) => token));
}

export function chooseNumber(folded: string, known: ReadonlySet<string>): NumberKeys {
  const tries = listTries(folded);
  const found = tries.find(({ token }) => known.has(token));
  if (!found) {
    const first = tries[0];
    return first ? { beginning: NUMBER + first.stem, faint: false } : { faint: false };
  }
  const { token, exact, stem, year, dated } = found;
  return {
    [exact ? 'exact' : 'loose']: token,
    ...(dated && year === null && { beginning: NUMBER + stem }),
    faint: !exact && year === null && /^[\d.]{1,3}$/.test(stem),
  };
}

const LATIN = /^[a-z][a-z' ]*[a-z]$/;

/** Tokens by which a question asks for titles by their sound. */
export interface SoundKeys {
  /** Of which any will do. */
  readonly beginnings: readonly string[];
  /** The beginning of a question that is longer than a token; the longest that is known counts. */
  readonly cut: readonly string[];
}

/** Tokens hold four syllables at most, of six letters at most. */
const LONGEST_TOKEN = 24;
/** Shorter beginnings of a long question say too little. */
const SHORTEST_CUT = 8;

/** Pinyin without tones, with or without spaces: `lenglian`, `leng lian`; initials from three letters on. */
export function listSounds(folded: string): SoundKeys {
  const typed = LATIN.test(folded) ? folded.replace(/[' ]/g, '') : '';
  const longest = Math.min(typed.length - 1, LONGEST_TOKEN);
  const cut = Array.from(
    { length: Math.max(0, longest - SHORTEST_CUT + 1) },
    (_, at) => SYLLABLES + typed.slice(0, longest - at),
  );
  return {
    beginnings: [
      ...(typed.length >= 4 ? [SYLLABLES + typed] : []),
      ...(typed.length >= 3 && typed.length <= 8 ? [INITIALS + typed] : []),
    ],
    cut,
  };
}
