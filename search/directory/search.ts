import { distance } from 'fastest-levenshtein';
import { dropNature, guessNumbers, LOOSE_NUMBER, NUMBER, numberToken } from '../record/numbers.ts';
import type { GluedNumber } from '../record/numbers.ts';
import { foldText, pairsOf, splitText } from '../record/spelling.ts';
import { IN_TEXT, INITIALS, SYLLABLES, titleToken, WORD } from '../record/titles.ts';
import type { Directory, TokenRecords } from './open.ts';

/** Records by the way they were found; each id in one list only, best first. */
export interface DirectoryMatches {
  /** The number itself, in whatever spelling; or other editions when the year asked for is not known. */
  readonly numbers: readonly number[];
  /** Numbers that begin with what was typed, or carry it without their code. */
  readonly likeNumbers: readonly number[];
  /** Serials of few digits: `18` is likelier a value than a number. */
  readonly faintNumbers: readonly number[];
  /** The whole title. */
  readonly titles: readonly number[];
  /** Titles with all of the words. */
  readonly inTitles: readonly number[];
  readonly pinyin: readonly number[];
  /** Scope, terms and title together hold all of the words; only where texts are light. */
  readonly inTexts: readonly number[];
}

/** Look a question up by number, title and pinyin. */
export async function searchDirectory(
  directory: Directory,
  text: string,
): Promise<DirectoryMatches> {
  const folded = foldText(text);
  const [found, titles, inTitles, inTexts, pinyin] = await Promise.all([
    findNumbers(directory, folded),
    directory.find(titleToken(folded)),
    findTogether(directory, folded, ''),
    directory.texts === 'light' ? findTogether(directory, folded, IN_TEXT) : [],
    findPinyin(directory, folded),
  ]);
  const seen = new Set<number>();
  const fresh = (ids: readonly number[]) => ids.filter((id) => !seen.has(id) && seen.add(id));
  return {
    numbers: fresh(found.exact),
    titles: fresh(titles),
    likeNumbers: fresh(found.faint ? [] : found.like),
    inTitles: fresh(inTitles),
    inTexts: fresh(inTexts),
    faintNumbers: fresh(found.faint ? found.like : []),
    pinyin: fresh(pinyin),
  };
}

interface FoundNumbers {
  readonly exact: readonly number[];
  readonly like: readonly number[];
  readonly faint: boolean;
}

async function findNumbers(directory: Directory, folded: string): Promise<FoundNumbers> {
  const guesses = guessNumbers(folded);
  const first = guesses[0];
  if (!first || folded.length > 120) return { exact: [], like: [], faint: false };
  // As written; then in another nature; then without the code. A year that is not known leads to the other editions.
  const tries: readonly (readonly [string, (guess: GluedNumber) => GluedNumber])[] = [
    [NUMBER, (guess) => guess],
    [LOOSE_NUMBER, (guess) => guess],
    [NUMBER, ({ stem, year }) => ({ stem: dropNature(stem), year })],
    [LOOSE_NUMBER, ({ stem, year }) => ({ stem: dropNature(stem), year })],
  ];
  for (const dated of [true, false]) {
    for (const [mark, change] of tries) {
      for (const guess of guesses) {
        const asked = change(dated ? guess : { ...guess, year: null });
        const ids = await directory.find(numberToken(mark, asked));
        if (ids.length > 0) {
          const like = dated && asked.year === null ? await findLonger(directory, asked.stem) : [];
          const faint = /^[\d.]{1,3}$/.test(asked.stem) && asked.year === null;
          return mark === NUMBER
            ? { exact: ids, like, faint: false }
            : { exact: [], like: [...ids, ...like], faint };
        }
      }
    }
  }
  return { exact: [], like: await findLonger(directory, first.stem), faint: false };
}

/** Numbers that begin with a stem: what is being typed. */
async function findLonger(directory: Directory, stem: string): Promise<readonly number[]> {
  const start = NUMBER + stem;
  const longer = await directory.scan(start, (token) => token.startsWith(start), 60);
  return longer.flatMap(({ ids }) => ids);
}

/** Records that have every pair and word, the last word perhaps unfinished. */
async function findTogether(
  directory: Directory,
  folded: string,
  mark: string,
): Promise<readonly number[]> {
  const { runs, words } = splitText(folded);
  const last = words.at(-1);
  const lists = await Promise.all([
    ...runs.flatMap((run) =>
      pairsOf(run).map((pair) =>
        // One character: all pairs that begin with it, and titles that end with it.
        pair.length < 2 || [...pair].length < 2
          ? findPrefix(directory, mark + pair)
          : directory.find(mark + pair),
      ),
    ),
    ...words.map((word) =>
      // The last word may be unfinished.
      word === last
        ? findPrefix(directory, mark + WORD + word)
        : directory.find(mark + WORD + word),
    ),
  ]);
  return intersect(lists);
}

async function findPrefix(directory: Directory, prefix: string): Promise<readonly number[]> {
  const found = await directory.scan(prefix, (token) => token.startsWith(prefix), 400);
  return [...new Set(found.flatMap(({ ids }) => ids))].sort((a, b) => a - b);
}

function intersect(lists: readonly (readonly number[])[]): readonly number[] {
  const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  if (!shortest) return [];
  const sets = others.map((list) => new Set(list));
  return shortest.filter((id) => sets.every((set) => set.has(id)));
}

const LATIN = /^[a-z][a-z' ]*[a-z]$/;

/** Pinyin without tones, with or without spaces: `lenglian`, `leng lian`; initials from three letters on. */
async function findPinyin(directory: Directory, folded: string): Promise<readonly number[]> {
  if (!LATIN.test(folded)) return [];
  const typed = folded.replace(/[' ]/g, '');
  const [syllables, initials] = await Promise.all([
    findSyllables(directory, typed),
    typed.length >= 3 && typed.length <= 8 ? findPrefix(directory, INITIALS + typed) : [],
  ]);
  return [...syllables, ...initials];
}

/** Titles with these syllables; of a long question the first four syllables count. */
async function findSyllables(directory: Directory, typed: string): Promise<readonly number[]> {
  if (typed.length < 4) return [];
  const whole = await findPrefix(directory, SYLLABLES + typed);
  if (whole.length > 0) return whole;
  const near = await directory.around(SYLLABLES + typed);
  const begun = near.filter(
    ({ token }) =>
      token.startsWith(SYLLABLES) && token.length > 8 && typed.startsWith(token.slice(1)),
  );
  const longest = Math.max(0, ...begun.map(({ token }) => token.length));
  return begun.filter(({ token }) => token.length === longest).flatMap(({ ids }) => ids);
}

/** Known numbers within two edits of one that is not known, nearest first; guesses to be offered as such. */
export async function findNearest(
  directory: Directory,
  text: string,
  limit: number,
): Promise<readonly number[]> {
  const [guess] = guessNumbers(foldText(text));
  if (!guess || guess.stem.length < 4 || guess.stem.length > 40) return [];
  const { stem } = guess;
  const near: { readonly each: TokenRecords; readonly edits: number }[] = [];
  // An edit late in the number leaves it in the same shard; one near the start is not found.
  for (const start of [stem, stem.slice(0, -1), stem.slice(0, -2)]) {
    for (const each of await directory.around(NUMBER + start)) {
      if (!each.token.startsWith(NUMBER) || /-\d{4}$/.test(each.token)) continue;
      const edits = distance(stem, each.token.slice(1));
      if (edits <= 2) near.push({ each, edits });
    }
  }
  near.sort((a, b) => a.edits - b.edits);
  return [...new Set(near.flatMap(({ each }) => each.ids))].slice(0, limit);
}
