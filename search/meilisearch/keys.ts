import type { NamedNumber } from '../contract.ts';
import type { AskedNumber } from '../question/named-numbers.ts';
import { readTypedPinyin, SHORTEST_BEGINNING } from '../question/typed-pinyin.ts';
import { NUMBER, numberTries } from '../record/numbers.ts';
import { unique } from '../record/spelling.ts';
import { SYLLABLES } from '../record/titles.ts';

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

/** A number named in a question: the token of the standards it means, where there are any. */
export interface NamedKey {
  readonly named: NamedNumber;
  readonly token?: string;
}

/** The first way to read a named number that the index knows. */
export function chooseNamed(
  { text, tries, hasYear }: AskedNumber,
  known: ReadonlySet<string>,
): NamedKey {
  const found = tries.find(({ token }) => known.has(token));
  if (!found) return { named: { text, held: 'no' } };
  const held = hasYear && found.year === null ? 'edition' : 'yes';
  return { named: { text, held }, token: found.token };
}

/** Tokens of which must be known whether the index has them, before `chooseNumber`. */
export function listNumberTokens(folded: string): readonly string[] {
  return unique(numberTries(folded).map(({ token }) => token));
}

/** The first way to read a question as a number that the index knows; else what begins as it does. */
export function chooseNumber(folded: string, known: ReadonlySet<string>): NumberKeys {
  const tries = numberTries(folded);
  const found = tries.find(({ token }) => known.has(token));
  if (!found) {
    const first = tries[0];
    return { faint: false, ...(first && { beginning: NUMBER + first.stem }) };
  }
  const { token, exact, stem, year, dated, faint } = found;
  return {
    [exact ? 'exact' : 'loose']: token,
    ...(dated && year === null && { beginning: NUMBER + stem }),
    faint,
  };
}

/** Tokens by which a question asks for names by their sound. */
export interface SoundKeys {
  readonly syllables?: string;
  /** Where it is longer than a token: its beginnings, of which the longest that is known counts. */
  readonly cut: readonly string[];
  readonly initials?: string;
}

/** Tokens hold four syllables at most, of six letters at most. */
const LONGEST_TOKEN = 24;

/** The sounds of a question that may be pinyin. */
export function listSounds(folded: string): SoundKeys {
  const { letters, syllables, initials } = readTypedPinyin(folded);
  const longest = Math.min(letters.length - 1, LONGEST_TOKEN);
  const cut = Array.from(
    { length: Math.max(0, longest - SHORTEST_BEGINNING + 1) },
    (_, at) => SYLLABLES + letters.slice(0, longest - at),
  );
  return { cut, ...(syllables && { syllables }), ...(initials && { initials }) };
}
