import { writeSpoken } from './spoken.ts';
import { foldText, pairsOf, splitText, unique } from './spelling.ts';
import { partsOfValue } from './values.ts';

const TITLE = '=';
export const WORD = '_';
/** Before pairs and words of what stands in a text, its title included. */
export const IN_TEXT = ':';
export const SYLLABLES = '~';
export const INITIALS = '^';

/** A title as it is compared: letters, digits and Chinese characters only, 第一部分 as 第1部分. */
export function bareTitle(title: string): string {
  return foldText(writeSpoken(title)).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The token of a whole title: a hash (FNV-1a) of its bare form, since titles are long; collisions cost a wrong guess. */
export function titleToken(title: string): string {
  let hash = 0x811c9dc5;
  for (const character of bareTitle(title)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `${TITLE}${hash.toString(36)}`;
}

/** Words that some write in one with what others put a hyphen in: `wifi` of `wi-fi`. */
export function joinHyphens(folded: string): readonly string[] {
  return (folded.match(/[a-z]+(?:-[a-z]+)+/g) ?? []).map((word) => word.replaceAll('-', ''));
}

/** Pairs of Chinese characters as they are, the last character of each run, and `_` + word, values with their parts. */
export function titleTokens(title: string): readonly string[] {
  const folded = foldText(title);
  const { runs, words } = splitText(folded);
  return unique([
    ...runs.flatMap((run) => [...pairsOf(run), [...run].at(-1) ?? '']),
    ...[...words.flatMap((word) => [word, ...partsOf(word)]), ...joinHyphens(folded)].map(
      (word) => WORD + word,
    ),
  ]);
}

/** What a value or a word with marks is found by besides: `200`, `mm` of `200mm`, `2`, `4`, `d` of `2,4-d`. */
function partsOf(word: string): readonly string[] {
  const value = partsOfValue(word);
  return value.length > 0 || !/[,+#]/.test(word) ? value : (word.match(/[a-z]+|\d+/g) ?? []);
}
