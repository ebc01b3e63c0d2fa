import { foldRadicals, removeUnseen } from '#core/characters/index.ts';
import { normalizeSpelling } from '#core/number/spelling.ts';
import { foldSigns, foldTyped } from './signs.ts';
import { simplify } from './simplify.ts';
import { joinGroups, joinValues } from './values.ts';

/** Longer questions are cut: so many characters fit into an address and hold a list of forty numbers. */
export const LONGEST_QUERY = 1_600;

/** What NFKC would take for something else: degree signs of other scripts. */
const DEGREE = /[\u00ba\u02da]/g;

/** Most titles: Chinese characters of the first block and single blanks between them, of which nothing but traditional ones are folded. */
const PLAIN = /^[\u4e00-\u9fff]+(?: [\u4e00-\u9fff]+)*$/;

/** A text without what cannot be seen or was damaged: neither parts a word. */
const dropUnseen = (text: string): string => removeUnseen(text).replaceAll('\ufffd', '');

/**
 * One spelling of text for the index and for questions: full-width forms become ASCII, dashes `-`, letters small,
 * radicals ordinary characters, traditional characters simplified ones, units and formulas as standards print them and joined to their numbers, groups of
 * digits joined, white space single; what cannot be seen goes. Folded text stays as it is. Never fails.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return simplify(text);
  const seen = foldRadicals(dropUnseen(text)).replace(DEGREE, '°');
  // Small, capital, small: `ẞ` has a small letter whose capital is `SS`,
  // and capitals of Greek vowels come apart, so that what stood beside them is composed anew.
  const capital = seen.normalize('NFKC').toLowerCase().toUpperCase();
  const spelled = normalizeSpelling(capital).toLowerCase().normalize('NFC');
  return joinValues(joinGroups(foldTyped(foldSigns(simplify(spelled)))));
}

/** What a reader typed, cut to `LONGEST_QUERY` and without what cannot be seen; keeps case and punctuation. */
export function cleanQuery(text: string): string {
  return dropUnseen(text.slice(0, LONGEST_QUERY)).replace(/\s+/g, ' ').trim();
}

const HAN_RUN = /\p{Script=Han}+/gu;
/** Words; of `2,4-d`, `c++` and `c#` the marks belong to the word. */
const WORD =
  /\d+(?:,\d+)+-[a-z]+|[a-z]\+\+(?!\+)|[cf]#|(?:[\p{L}\p{N}](?:\.(?=\p{N}))?)*\p{N}(?:[%‰]|°c(?![\p{Script=Latin}\p{Script=Greek}]))|(?:[\p{L}\p{N}](?:\.(?=\p{N}))?)+/gu;

/** The parts of a folded text that can be looked for. */
export interface TextParts {
  /** Runs of Chinese characters. */
  readonly runs: readonly string[];
  /** Words, numbers and values of other scripts: `hfc`, `1.1`, `-18` as `18`, `-18°c` as `18°c`, `85%`. */
  readonly words: readonly string[];
}

/** The runs of Chinese characters and the other words of a folded text, each once, in order of appearance. */
export function splitText(folded: string): TextParts {
  const parts = listParts(folded);
  const textsOf = (han: boolean) =>
    unique(parts.filter((part) => part.han === han).map(({ text }) => text));
  return { runs: textsOf(true), words: textsOf(false) };
}

/** A run of Chinese characters, or a word of another script. */
interface TextPart {
  readonly text: string;
  /** Its place in the folded text. */
  readonly at: number;
  readonly han: boolean;
}

/** The parts of a folded text that can be looked for, each time they stand there, in its order. */
export function listParts(folded: string): readonly TextPart[] {
  const list = (text: string, pattern: RegExp, han: boolean) =>
    [...text.matchAll(pattern)].map((found): TextPart => ({
      text: found[0],
      at: found.index,
      han,
    }));
  const others = folded.replace(HAN_RUN, (run) => ' '.repeat(run.length));
  return [...list(folded, HAN_RUN, true), ...list(others, WORD, false)].sort((a, b) => a.at - b.at);
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

/** The values without repetition, each where it stands first. */
export function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
