import { INITIALS, SYLLABLES } from '../record/titles.ts';

const LATIN = /^[a-z][a-z' ]*[a-z]$/;
const SHORTEST_SOUND = 4;
const FEWEST_INITIALS = 3;
const MOST_INITIALS = 8;

/** A question that may be pinyin. */
export interface TypedPinyin {
  /** Without spaces and apostrophes; empty when it is none. */
  readonly letters: string;
  /** How tokens of syllables begin that it may stand for; absent when too short. */
  readonly syllables?: string;
  /** The same of initials; absent when too short or too long. */
  readonly initials?: string;
}

/** Pinyin without tones, with or without spaces: `lenglian`, `leng lian`, `llwl`. */
export function readTypedPinyin(folded: string): TypedPinyin {
  const letters = LATIN.test(folded) ? folded.replace(/[' ]/g, '') : '';
  const { length } = letters;
  return {
    letters,
    ...(length >= SHORTEST_SOUND && { syllables: SYLLABLES + letters }),
    ...(length >= FEWEST_INITIALS && length <= MOST_INITIALS && { initials: INITIALS + letters }),
  };
}

/** Fewer letters of a question longer than a token say too little of it. */
export const SHORTEST_BEGINNING = 8;
