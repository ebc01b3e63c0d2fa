import { normalizeSpelling } from '../../src/core/number/spelling.ts';
import { foldSigns, foldTyped } from './signs.ts';
import { simplify } from './simplify.ts';
import { joinValues } from './values.ts';

/** Longer questions are cut: no number and no phrase worth asking for is longer. */
const LONGEST_QUERY = 200;

const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu;
/**
 * What NFKC would take for something else: degree signs of other scripts; and what cannot be seen, which has to go before
 * characters are composed.
 */
const MISREAD = /[\u00ba\u02da\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/**
 * One spelling of text for the index and for questions: full-width forms become ASCII, dashes `-`, letters small,
 * traditional characters simplified ones, units and formulas as standards print them and joined to their numbers, control
 * characters and halves of surrogate pairs spaces, white space single. Folded text stays as it is. Never fails.
 */
export function foldText(text: string): string {
  const spelled = normalizeSpelling(
    text.replace(UNSEEN, ' ').replace(MISREAD, (each) => (/[º˚]/.test(each) ? '°' : '')),
  );
  return joinValues(foldTyped(foldSigns(simplify(spelled.toLowerCase()))));
}

/** What a reader typed, cut to `LONGEST_QUERY` and without what cannot be seen; keeps case and punctuation. */
export function cleanQuery(text: string): string {
  return text.slice(0, LONGEST_QUERY).replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

const HAN_RUN = /\p{Script=Han}+/gu;
const WORD =
  /(?:[\p{L}\p{N}](?:\.(?=\p{N}))?)*\p{N}(?:[%‰]|°c(?![\p{Script=Latin}\p{Script=Greek}]))|(?:[\p{L}\p{N}](?:\.(?=\p{N}))?)+/gu;

/** The parts of a folded text that can be looked for. */
export interface TextParts {
  /** Runs of Chinese characters. */
  readonly runs: readonly string[];
  /** Words, numbers and values of other scripts: `hfc`, `1.1`, `-18` as `18`, `-18°c` as `18°c`, `85%`. */
  readonly words: readonly string[];
}

export function splitText(folded: string): TextParts {
  return {
    runs: unique(folded.match(HAN_RUN) ?? []),
    words: unique(folded.replace(HAN_RUN, ' ').match(WORD) ?? []),
  };
}

/** Overlapping pairs of a run: 冷链物流 → 冷链 链物 物流; a single character stays alone. */
export function pairsOf(run: string): readonly string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return unique(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

/** Pairs that have each character of a run between them, about half of all: 冷链物流企业 → 冷链 物流 企业. */
export function coveringPairs(run: string): readonly string[] {
  const characters = [...run];
  const last = characters.length - 2;
  const pairs = characters
    .map((character, at) => `${character}${characters[at + 1] ?? ''}`)
    .filter((_, at) => at <= Math.max(0, last) && (at % 2 === 0 || at === last));
  return unique(pairs);
}

export function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
