import { distance } from 'fastest-levenshtein';
import { foldText } from '../record/spelling.ts';
import { soundOf } from './sound.ts';
import type { Sounds } from './sound.ts';

/** Edits by which a word of so many letters may differ from what was meant; two letters changing places are two. */
function allowance(length: number): number {
  return length < 5 ? 0 : length < 7 ? 1 : 2;
}

interface Near {
  readonly text: string;
  readonly edits: number;
  /** The same letters, of which some changed places: a likelier slip than other letters. */
  readonly swapped: boolean;
}

const sortLetters = (text: string): string => [...text].sort().join('');
const isSwapped = (typed: string, meant: string): boolean =>
  typed.length === meant.length && sortLetters(typed) === sortLetters(meant);

const nearest = (found: readonly Near[]): string | undefined =>
  [...found].sort(
    (a, b) =>
      a.edits - b.edits || Number(b.swapped) - Number(a.swapped) || b.text.length - a.text.length,
  )[0]?.text;

/** The stretch of a name that mistyped pinyin stands for: `lenglain` → 冷链. */
export function findMistypedPinyin(
  typed: string,
  names: readonly string[],
  sounds: Sounds,
): string | undefined {
  const most = allowance(typed.length);
  const found: Near[] = [];
  for (const [run] of names.flatMap((name) => [...name.matchAll(/\p{Script=Han}+/gu)])) {
    const characters = [...run];
    const syllables = characters.map((character) => soundOf(character, sounds));
    for (let start = 0; start < characters.length; start += 1) {
      let sound = '';
      for (let end = start; end < characters.length; end += 1) {
        sound += syllables[end] ?? '';
        if (sound.length > typed.length + most) break;
        if (end === start || sound.length < typed.length - most) continue;
        const edits = distance(typed, sound);
        if (edits > most) continue;
        const text = characters.slice(start, end + 1).join('');
        found.push({ text, edits, swapped: isSwapped(typed, sound) });
      }
    }
  }
  return nearest(found);
}

/** The word of English names that a mistyped one stands for: `refridgerator` → refrigerator. */
export function findMistypedWord(typed: string, names: readonly string[]): string | undefined {
  const most = allowance(typed.length);
  const found: Near[] = [];
  for (const [word] of names.flatMap((name) => [...foldText(name).matchAll(/[a-z]{4,}/g)])) {
    if (word === typed || Math.abs(word.length - typed.length) > most) continue;
    const edits = distance(typed, word);
    if (edits <= most) found.push({ text: word, edits, swapped: isSwapped(typed, word) });
  }
  return nearest(found);
}
