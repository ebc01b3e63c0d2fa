import { once } from '#core/base/memo.ts';
import type { Language } from '#core/model/standard.ts';
import { listSearchTerms } from '#search/shared/highlight.ts';
import { foldText, unique } from '#search/record/spelling.ts';
import type { Directory } from '../directory/open.ts';
import { findTogether } from '../directory/search.ts';
import { checkText } from './check-text.ts';
import type { TextHit } from './check-text.ts';
import { readNumberToken } from './number-token.ts';
import { rankTexts } from './rank-texts.ts';
import type { ReadText } from './text-file.ts';
import type { TextList } from './texts-root.ts';

/** A standard whose text, in one language or both, may hold all that was asked for. */
export interface TextCandidate {
  readonly slug: string;
  /** The text that holds it, in the reader's language where both do; null when none does. Fetched once. */
  readonly read: () => Promise<TextHit | null>;
}

interface TextQuestion {
  readonly text: string;
  readonly language: Language;
}

export interface TextCandidates {
  /** Best first; each standard once. */
  readonly candidates: readonly TextCandidate[];
  /**
   * Either all of them hold the question or none does: so it is with Chinese characters and words of letters alone, but not
   * with numbers and signs, which stand apart in an index.
   */
  readonly alike: boolean;
  /** Whether there are more that were not looked at. */
  readonly cut: boolean;
}

type TextIndex = Pick<Directory, 'pairs' | 'passages' | 'textList'>;

/** Standards whose texts have every pair and word of a question, by what their passages say of it. */
export async function findTexts(
  { pairs, passages, textList }: TextIndex,
  { text, language }: TextQuestion,
  readText: ReadText,
): Promise<TextCandidates> {
  const searchTerms = listSearchTerms(text);
  const alike = searchTerms.every((term) => /^(?:\p{Script=Han}+|[a-z]+)$/u.test(term));
  const { ids, cut } = await findHolding(pairs, text);
  const ranked = passages && ids.length > 1 ? await rankTexts(ids, foldText(text), passages) : ids;
  const bySlug = new Map<string, string[]>();
  for (const [name, slug] of pick(textList, ranked)) {
    const names = bySlug.get(slug);
    if (names) names.push(name);
    else bySlug.set(slug, [name]);
  }
  const candidates = [...bySlug].map(([slug, names]): TextCandidate => {
    const read = async () => {
      const parts = await Promise.all(names.map((name) => readText(name)));
      const hits = parts.flatMap((each) => checkText(each, searchTerms) ?? []);
      return hits.find((hit) => hit.language === language) ?? hits[0] ?? null;
    };
    return { slug, read: once(read) };
  });
  return { candidates, alike, cut };
}

/**
 * Some of them, `most` at most, those in the reader's language first, each by one text: what can be shown soonest. What a text has
 * apart from each other may not be what was asked for, so each is to be read.
 */
export async function findFirstTexts(
  { pairs, textList }: TextIndex,
  { text, language }: TextQuestion,
  readText: ReadText,
  most: number,
): Promise<readonly TextCandidate[]> {
  const { ids } = await findHolding(pairs, text);
  const searchTerms = listSearchTerms(text);
  const found = pick(textList, ids);
  const isOwn = ([, , english]: TextList[number]) => (english === 1) === (language === 'en');
  const bySlug = new Map<string, string>();
  for (const [name, slug] of [...found.filter(isOwn), ...found.filter((each) => !isOwn(each))]) {
    if (!bySlug.has(slug)) bySlug.set(slug, name);
  }
  return [...bySlug].slice(0, most).map(([slug, name]): TextCandidate => {
    const read = async () => checkText(await readText(name), searchTerms);
    return { slug, read: once(read) };
  });
}

/** The texts, by their places, that have all of a question as far as small files tell; a number of a standard as one. */
async function findHolding(
  pairs: Directory['pairs'],
  text: string,
): Promise<{ readonly ids: readonly number[]; readonly cut: boolean }> {
  if (!pairs || listSearchTerms(text).length === 0) return { ids: [], cut: false };
  const number = readNumberToken(text);
  if (number === undefined) return findTogether(pairs, foldText(text), '');
  const begun = await pairs.scan(number, (token) => token.startsWith(number), MOST_NUMBERS);
  const meant = begun.filter(({ token }) => token === number || token.startsWith(`${number}.`));
  const ids = unique(meant.flatMap((each) => each.ids));
  return { ids: [...ids].sort((a, b) => a - b), cut: begun.length >= MOST_NUMBERS };
}

/** Numbers looked at that begin as asked: the parts of it are meant, too. */
const MOST_NUMBERS = 100;

const pick = (texts: TextList, places: readonly number[]): TextList =>
  places.flatMap((place) => texts.slice(place, place + 1));
