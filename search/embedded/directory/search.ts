import { readTypedPinyin, SHORTEST_BEGINNING } from '#search/question/typed-pinyin.ts';
import type { AskedNumber } from '#search/question/named-numbers.ts';
import { dropNature, LOOSE_NUMBER, NUMBER, numberTries } from '#search/record/numbers.ts';
import type { NamedNumber } from '#search/contract.ts';
import { coveringPairs, foldText, pairsOf, splitText, unique } from '#search/record/spelling.ts';
import { unfinishedOf } from '#search/record/values.ts';
import { IN_TEXT, SYLLABLES, titleToken, WORD } from '#search/record/titles.ts';
import type { StandardRecord } from '#search/record/index.ts';
import type { Directory, TokenIndex } from './open.ts';

/** Records by words of titles and texts; each id in one list only, best first. */
export interface WordMatches {
  /** The whole title. */
  readonly titles: readonly number[];
  /** Titles with all of the words. */
  readonly inTitles: readonly number[];
  /** Scope, terms and title together hold all of the words; only where texts are light. */
  readonly inTexts: readonly number[];
  /** Whether there are more than were looked at. */
  readonly cut: boolean;
}

/** And by numbers and sounds. */
export interface DirectoryMatches extends WordMatches {
  /** The number itself, in whatever spelling; or other editions when the year asked for is not known. */
  readonly numbers: readonly number[];
  /** Numbers that begin with what was typed, or carry it without their code. */
  readonly likeNumbers: readonly number[];
  /** Serials of few digits: `18` is likelier a value than a number. */
  readonly faintNumbers: readonly number[];
  readonly pinyin: readonly number[];
}

/** Look a question up by number, title and pinyin. */
export async function searchDirectory(
  directory: Directory,
  text: string,
): Promise<DirectoryMatches> {
  const folded = foldText(text);
  const [found, words, pinyin] = await Promise.all([
    findNumbers(directory, folded),
    searchWords(directory, folded),
    findPinyin(directory, folded),
  ]);
  const seen = new Set<number>();
  const fresh = (ids: readonly number[]) => ids.filter((id) => !seen.has(id) && seen.add(id));
  return {
    numbers: fresh(found.exact),
    titles: fresh(words.titles),
    likeNumbers: fresh(found.faint ? [] : found.like),
    inTitles: fresh(words.inTitles),
    inTexts: fresh(words.inTexts),
    faintNumbers: fresh(found.faint ? found.like : []),
    pinyin: fresh(pinyin.ids),
    cut: [found, words, pinyin].some(({ cut }) => cut),
  };
}

/** Look a folded question up by its words alone. */
export async function searchWords(directory: Directory, folded: string): Promise<WordMatches> {
  const [titles, inTitles, inTexts] = await Promise.all([
    directory.find(titleToken(folded)),
    findTogether(directory, folded, '', titlesOf),
    directory.texts === 'light' ? findTogether(directory, folded, IN_TEXT, titlesOf) : none,
  ]);
  const cut = inTitles.cut || inTexts.cut;
  return { titles, inTitles: inTitles.ids, inTexts: inTexts.ids, cut };
}

const titlesOf = ({ title, titleEn }: StandardRecord) => [title, titleEn];

/** Ids, and whether there are more. */
interface Found {
  readonly ids: readonly number[];
  readonly cut: boolean;
}

const none: Found = { ids: [], cut: false };

interface FoundNumbers {
  readonly exact: readonly number[];
  readonly like: readonly number[];
  readonly faint: boolean;
  readonly cut: boolean;
}

async function findNumbers(directory: Directory, folded: string): Promise<FoundNumbers> {
  const tries = numberTries(folded);
  const first = tries[0];
  if (!first) return { exact: [], like: [], faint: false, cut: false };
  for (const { token, stem, year, exact, dated, faint } of tries) {
    const ids = await directory.find(token);
    if (ids.length === 0) continue;
    const { ids: longer, cut } =
      dated && year === null ? await findPrefix(directory, NUMBER + stem, false) : none;
    return exact
      ? { exact: ids, like: longer, faint: false, cut }
      : { exact: [], like: [...ids, ...longer], faint, cut };
  }
  // Parts of a number in another nature come before numbers that only begin so: GB 3098 is GB/T 3098.1 sooner than GB 30981.
  const [parts, longer] = await Promise.all([
    findPrefix(directory, `${LOOSE_NUMBER}${dropNature(first.stem)}.`, false),
    findPrefix(directory, NUMBER + first.stem, false),
  ]);
  const like = [...new Set([...parts.ids, ...longer.ids])];
  return { exact: [], like, faint: false, cut: parts.cut || longer.cut };
}

/** The standards that are named in a question, in its order, and whether each is held. */
export async function findNamed(
  directory: Directory,
  numbers: readonly AskedNumber[],
): Promise<{ readonly ids: readonly number[]; readonly named: readonly NamedNumber[] }> {
  const found = await Promise.all(
    numbers.map(async ({ text, tries, hasYear }) => {
      for (const { token, year } of tries) {
        const ids = await directory.find(token);
        const held = hasYear && year === null ? 'edition' : 'yes';
        if (ids.length > 0) return { ids, named: { text, held } as const };
      }
      return { ids: [], named: { text, held: 'no' } as const };
    }),
  );
  return {
    ids: unique(found.flatMap(({ ids }) => ids)),
    named: found.map(({ named }) => named),
  };
}

/** Of longer questions first half of the pairs are looked up, each in a file of its own; most then need no more. */
const MANY_PAIRS = 6;
/** Names read to see whether they hold a long question. */
const MOST_NAMES = 20;

/**
 * Records that have every pair and word, the last word perhaps unfinished; `mark` stands before each token. `namesOf`: names
 * of which each is among the tokens of its record.
 */
export async function findTogether<T>(
  index: TokenIndex<T>,
  folded: string,
  mark: string,
  namesOf?: (record: T) => readonly string[],
): Promise<Found> {
  const { runs, words } = splitText(folded);
  const last = unfinishedOf(words);
  const find = async (token: string): Promise<Found> => ({
    ids: await index.find(token),
    cut: false,
  });
  const findPair = (pair: string) =>
    // One character: all pairs that begin with it, and titles that end with it.
    [...pair].length < 2 ? findPrefix(index, mark + pair) : find(mark + pair);
  const findWord = (word: string) =>
    word === last ? findPrefix(index, mark + WORD + word) : find(mark + WORD + word);
  const pairs = unique(runs.flatMap(pairsOf));
  const first = pairs.length > MANY_PAIRS ? unique(runs.flatMap(coveringPairs)) : pairs;
  const lists = await Promise.all([...first.map(findPair), ...words.map(findWord)]);
  const cut = lists.some((list) => list.cut);
  const ids = intersect(lists.map((list) => list.ids));
  const rest = pairs.filter((pair) => !first.includes(pair));
  if (ids.length === 0 || rest.length === 0) return { ids, cut };
  if (namesOf && ids.length <= MOST_NAMES) {
    const records = await index.read(ids);
    const hasAll = (record: T) =>
      namesOf(record).some((name) => runs.every((run) => foldText(name).includes(run)));
    if (records.every(hasAll)) return { ids, cut };
  }
  const others = await Promise.all(rest.map(findPair));
  return {
    ids: intersect([ids, ...others.map((list) => list.ids)]),
    cut: cut || others.some((list) => list.cut),
  };
}

/** Tokens looked at that begin as asked. */
const MOST_TOKENS = 600;

/** `ranked`: by rank, else by token. */
async function findPrefix(
  index: TokenIndex<unknown>,
  prefix: string,
  ranked = true,
): Promise<Found> {
  const found = await index.scan(prefix, (token) => token.startsWith(prefix), MOST_TOKENS);
  const ids = [...new Set(found.flatMap((each) => each.ids))];
  return { ids: ranked ? ids.sort((a, b) => a - b) : ids, cut: found.length >= MOST_TOKENS };
}

function intersect(lists: readonly (readonly number[])[]): readonly number[] {
  const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  if (!shortest) return [];
  const sets = others.map((list) => new Set(list));
  return shortest.filter((id) => sets.every((set) => set.has(id)));
}

/** Names that sound so, or whose initials these are. */
export async function findPinyin(index: TokenIndex<unknown>, folded: string): Promise<Found> {
  const { initials } = readTypedPinyin(folded);
  const [whole, begun] = await Promise.all([
    findSound(index, folded),
    initials === undefined ? none : findPrefix(index, initials),
  ]);
  return { ids: [...whole.ids, ...begun.ids], cut: whole.cut || begun.cut };
}

/** Names with these syllables; of a long question the first four syllables count. */
export async function findSound(index: TokenIndex<unknown>, folded: string): Promise<Found> {
  const { letters, syllables } = readTypedPinyin(folded);
  if (syllables === undefined) return none;
  const whole = await findPrefix(index, syllables);
  if (whole.ids.length > 0) return whole;
  const near = await index.around(syllables);
  const begun = near.filter(
    ({ token }) =>
      token.startsWith(SYLLABLES) &&
      token.length > SHORTEST_BEGINNING &&
      letters.startsWith(token.slice(1)),
  );
  const longest = Math.max(0, ...begun.map(({ token }) => token.length));
  const ids = begun.filter(({ token }) => token.length === longest).flatMap((each) => each.ids);
  return { ids, cut: false };
}
