import { memo } from '#core/base/memo.ts';
import type { Sounds } from '../question/sound.ts';
import type { Way } from './plan.ts';

/** Before the syllables that a pair of characters sounds like. */
const SOUND = '~';
/** How much a pair that only sounds like what was asked is worth. */
const HEARD = 0.7;
const MOST_READINGS = 4;
const MOST_PAIRS = 3;

/** Tokens of what two characters sound like, each of their readings with each. */
export function soundTokensOf(pair: string, sounds: Sounds): readonly string[] {
  const [first = '', second = ''] = [...pair].map((character) => sounds.get(character) ?? []);
  if (first === '' || second === '') return [];
  return [...first]
    .flatMap((one) => [...second].map((other) => SOUND + one + other))
    .slice(0, MOST_READINGS);
}

/** Tokens to look up for what a reader typed: two characters, or the letters of pinyin. */
export function listSoundTokens(typed: string, sounds: Sounds): readonly string[] {
  if (!/^[a-z]+$/.test(typed)) return soundTokensOf(typed, sounds);
  const syllables = cutSyllables(typed, sounds);
  return syllables.slice(1).map((syllable, at) => SOUND + (syllables[at] ?? '') + syllable);
}

/** Pairs that sound so and differ from what was typed in one character at most, as ways to say it. */
export function findPairsBySound(
  typed: string,
  sounds: Sounds,
  pairs: ReadonlyMap<string, readonly string[]>,
): readonly Way[] {
  const isPinyin = /^[a-z]+$/.test(typed);
  const tokens = listSoundTokens(typed, sounds);
  const found = tokens.map((token) =>
    (pairs.get(token) ?? [])
      .filter((pair) => isPinyin || differsInOne(pair, typed))
      .slice(0, MOST_PAIRS),
  );
  if (!isPinyin) {
    return [...new Set(found.flat())]
      .slice(0, MOST_PAIRS)
      .map((pair) => ({ text: pair, tokens: [pair], weight: HEARD }));
  }
  // The letters of a word of several characters: one pair for each two syllables, so that they chain.
  const [first = [], ...rest] = found;
  return first.map((pair) => {
    const chain = [pair];
    for (const list of rest) {
      const end = [...(chain.at(-1) ?? '')].at(-1) ?? '';
      const next = list.find((each) => each.startsWith(end)) ?? list[0];
      if (next !== undefined) chain.push(next);
    }
    return { text: joinChain(chain), tokens: chain, weight: HEARD };
  });
}

function joinChain(pairs: readonly string[]): string {
  return pairs.reduce((text, pair) =>
    [...text].at(-1) === [...pair][0] ? text + [...pair].slice(1).join('') : text + pair,
  );
}

function differsInOne(pair: string, typed: string): boolean {
  const [one, other] = [[...pair], [...typed]];
  return one.length === other.length && one.filter((each, at) => each !== other[at]).length === 1;
}

const listSyllables = memo(
  (sounds: Sounds): ReadonlySet<string> => new Set([...sounds.values()].flat()),
);

/** Letters as syllables, the longest first; empty when they are no pinyin. */
export function cutSyllables(letters: string, sounds: Sounds): readonly string[] {
  const syllables = listSyllables(sounds);
  const cut = (from: number): readonly string[] | undefined => {
    if (from === letters.length) return [];
    for (let length = Math.min(6, letters.length - from); length > 0; length -= 1) {
      const syllable = letters.slice(from, from + length);
      if (!syllables.has(syllable)) continue;
      const rest = cut(from + length);
      if (rest) return [syllable, ...rest];
    }
    return undefined;
  };
  return cut(0) ?? [];
}
