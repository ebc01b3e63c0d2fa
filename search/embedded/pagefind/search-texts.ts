import type { Language } from '#core/model/standard.ts';
import { listSearchTerms } from '#search/shared/highlight.ts';
import { coveringPairs, foldText, pairsOf, splitText, unique } from '#search/record/spelling.ts';
import { spellValue } from '#search/record/values.ts';
import { checkText } from './check-text.ts';
import type { TextHit } from './check-text.ts';
import type { PagefindData } from './text-clauses.ts';
import { readLiteral } from './literals.ts';
import type { ReadFragment } from './fragment.ts';
import type { TextList } from './texts-root.ts';

/** What is used of Pagefind's own interface, version 1.6. */
export interface PagefindIndex {
  readonly search: (query: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly data: () => Promise<PagefindData>;
}

/** A standard whose text, in one language or both, may hold all that was asked for. */
export interface TextCandidate {
  readonly slug: string;
  /** The text that holds it, in the reader's language where both do; null when none does. Fetched once. */
  readonly read: () => Promise<TextHit | null>;
}

interface TextQuestion {
  readonly text: string;
  readonly language: Language;
  /** Words of a long one that are asked: Pagefind fetches a file of about 33 KB for nearly each that is new to it. */
  readonly most: number;
}

export interface TextCandidates {
  /** In Pagefind's order; each standard once. */
  readonly candidates: readonly TextCandidate[];
  /**
   * Either all of them hold the question or none does: so it is with Chinese characters and words of letters alone, but not
   * with numbers and signs, which Pagefind reads as beginnings or not at all.
   */
  readonly alike: boolean;
  /** Whether there are more that could not be told apart without fetching them. */
  readonly cut: boolean;
}

/** Texts of unknown standards are fetched to learn whose they are, so many at most. */
const MOST_UNKNOWN = 30;

/**
 * Standards whose texts hold every part of the question, as far as Pagefind's index tells. It is asked in pairs of
 * characters and drops what it does not know: then all it names is wrong, and reading a few of them shows it.
 */
export async function findTexts(
  index: PagefindIndex,
  { text: query, language, most }: TextQuestion,
  texts: TextList,
  readFragment: ReadFragment,
): Promise<TextCandidates> {
  const searchTerms = listSearchTerms(query);
  const { ways, thinned } = askInPairs(query, most);
  const asked = searchTerms.length === 0 ? [] : ways;
  const answers = await Promise.all(asked.map((each) => index.search(each)));
  const byId = new Map(answers.flatMap(({ results: list }) => list.map((each) => [each.id, each])));
  const results = [...byId.values()];
  const alike =
    !thinned && searchTerms.every((searchTerm) => /^(?:\p{Script=Han}+|[a-z]+)$/u.test(searchTerm));
  if (results.length === 0) return { candidates: [], alike, cut: false };
  const slugs = new Map(texts.map(([id, slug]) => [id, slug]));
  const unknown = results.filter(({ id }) => !slugs.has(id));
  const fetched = new Map<string, PagefindData>();
  await Promise.all(
    unknown.slice(0, MOST_UNKNOWN).map(async ({ id, data }) => fetched.set(id, await data())),
  );
  const readPage = async ({ id, data }: PagefindResult) =>
    fetched.get(id) ?? readFragment(id).catch(() => data());
  const bySlug = new Map<string, PagefindResult[]>();
  for (const result of results) {
    const slug = slugs.get(result.id) ?? fetched.get(result.id)?.meta['slug'];
    if (slug === undefined) continue;
    const list = bySlug.get(slug);
    if (list) list.push(result);
    else bySlug.set(slug, [result]);
  }
  const candidates = [...bySlug].map(([slug, pages]): TextCandidate => {
    let reading: Promise<TextHit | null> | undefined;
    const read = async () => {
      const datas = await Promise.all(pages.map(readPage));
      const hits = datas.flatMap((data) => checkText(data, searchTerms) ?? []);
      return hits.find((hit) => hit.language === language) ?? hits[0] ?? null;
    };
    return { slug, read: () => (reading ??= read()) };
  });
  return { candidates, alike, cut: unknown.length > MOST_UNKNOWN };
}

/** So many words of a question are always asked. */
const FEW_WORDS = 5;

/** A question as Pagefind is asked, in one way or two, and whether something of it was left out. */
interface Asked {
  readonly ways: readonly string[];
  readonly thinned: boolean;
}

/**
 * 冷链物流 HFC → `冷链 链物 物流 hfc`; where letters and digits are glued, first apart: `gb t191` → `gb t 191`. Values and
 * numbers of standards are asked as the one word they have, see `literals.ts`.
 */
function askInPairs(query: string, most: number): Asked {
  const literal = readLiteral(query);
  if (literal !== undefined) return { ways: [literal], thinned: false };
  const { runs, words } = splitText(foldText(query));
  const pairs = runs.flatMap(pairsOf);
  const glued = words.map((word) => spellValue(word) ?? word);
  const apart = words.flatMap((word) => spellValue(word) ?? word.match(/\p{L}+|[\p{N}.]+/gu) ?? []);
  if (pairs.length + glued.length <= FEW_WORDS) {
    const ways = [apart, glued].map((each) => [...pairs, ...each].join(' '));
    return { ways: unique(ways).filter(Boolean), thinned: false };
  }
  const longest = [...glued].sort((a, b) => b.length - a.length);
  const covering = runs.flatMap(coveringPairs);
  const kept = [...longest.slice(0, Math.max(1, most - covering.length)), ...covering];
  return { ways: [spreadOver(kept, most).join(' ')], thinned: true };
}

/** So many of a list at most, from all over it. */
function spreadOver<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  const places = Array.from({ length: most }, (_, at) =>
    Math.round((at * (list.length - 1)) / (most - 1)),
  );
  return places.flatMap((place) => list.slice(place, place + 1));
}
