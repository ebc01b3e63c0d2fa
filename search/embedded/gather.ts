import type { MatchKind, NamedNumber, SearchRequest } from '../contract.ts';
import type { Directory } from './directory/open.ts';
import { findNamed, findSound, searchDirectory, searchWords } from './directory/search.ts';
import type { DirectoryMatches, WordMatches } from './directory/search.ts';
import { findTexts } from './pagefind/search-texts.ts';
import type { PagefindIndex, TextCandidate, TextQuestion } from './pagefind/search-texts.ts';
import type { TextHit } from './pagefind/check-text.ts';
import { TEXTS_FILE } from './pagefind/texts-file.ts';
import type { TextsFile } from './pagefind/texts-file.ts';
import type { AskedQuestion } from '../question/named-numbers.ts';
import { expandSynonyms } from '../question/synonyms.ts';
import { foldText } from '../record/spelling.ts';
import { SLUG } from '../record/titles.ts';

/** Fetches the text of a standard that holds what was asked for; null when none does after all. */
export type ReadText = () => Promise<TextHit | null>;

/** All standards that answer a question, before filters. */
export interface Gathered {
  /** Ids in the order of relevance, each with the strongest reason for it. */
  readonly order: ReadonlyMap<number, MatchKind>;
  readonly texts: ReadonlyMap<number, ReadText>;
  /** Whether texts were asked. */
  readonly textual: boolean;
  /** Some of the texts do not hold what was asked for: each has to be read before it counts. */
  readonly doubtful: boolean;
  /** There are more than were looked at. */
  readonly cut: boolean;
  readonly degraded: boolean;
  /** The numbers named in the question. */
  readonly named: readonly NamedNumber[];
}

/**
 * How much a question, and each of its variants, may cost: texts read before the rest is believed; texts read in all where a
 * window without any says nothing of the next; words asked of Pagefind.
 */
const DIRECT = { size: 10, looked: 15, most: 5 };
const VARIANT = { size: 4, looked: 8, most: 3 };
const MOST_VARIANTS = 4;

const nothing: Gathered = {
  order: new Map(),
  texts: new Map(),
  textual: false,
  doubtful: false,
  cut: false,
  degraded: false,
  named: [],
};

/**
 * Order: the number asked for, the whole title, numbers named beside other words, like numbers; what is in force by title, then by text; the rest by title,
 * then by text; texts that only name it in 前言 or a list of references; the same for words that mean the same; then serials and pinyin.
 */
export async function gather(
  directory: Directory,
  openTexts: () => Promise<PagefindIndex>,
  { words: query, numbers }: AskedQuestion,
  request: SearchRequest,
): Promise<Gathered> {
  if (query === '' && numbers.length === 0) {
    const all = Array.from({ length: directory.records }, (_, id) => [id, 'all'] as const);
    return { ...nothing, order: new Map(all) };
  }
  if (request.sound) {
    const { ids, cut } = await findSound(directory, foldText(query));
    return { ...nothing, order: new Map(ids.map((id) => [id, 'pinyin'])), cut };
  }
  const variants = expandSynonyms(foldText(query), directory.synonyms, MOST_VARIANTS);
  // Where texts are light the directory has what there is.
  const textual = !request.titlesOnly && directory.texts === 'full';
  const { language } = request;
  const askTexts = async () => {
    if (!textual || query === '') return [];
    const index = await openTexts();
    return Promise.all(
      [query, ...variants].map((text, at) =>
        askText(directory, index, { text, language, ...(at === 0 ? DIRECT : VARIANT) }, isNumber),
      ),
    );
  };
  const matching = searchDirectory(directory, query);
  const naming = findNamed(directory, numbers);
  const isNumber = async () => (await matching).numbers.length > 0 || (await naming).ids.length > 0;
  const asking = askTexts().catch(() => null);
  const [matches, { ids: namedIds, named }] = await Promise.all([matching, naming]);
  const others = await Promise.all(variants.map((text) => searchWords(directory, text)));
  const answers = await asking;
  const found = answers ?? [];
  const texts = new Map<number, ReadText>();
  for (const { reads } of found) {
    for (const [id, read] of reads) {
      const before = texts.get(id);
      texts.set(id, before ? async () => (await before()) ?? read() : read);
    }
  }
  return {
    order: orderHits(directory, matches, namedIds, others, found),
    texts,
    textual: textual && answers !== null,
    doubtful: found.some(({ doubtful }) => doubtful),
    cut: matches.cut || others.some(({ cut }) => cut) || found.some(({ cut }) => cut),
    degraded: answers === null,
    named,
  };
}

interface TextAnswer {
  /** By id, best first. */
  readonly reads: ReadonlyMap<number, ReadText>;
  /** Those known to have it in 前言 or a list of references only. */
  readonly aside: ReadonlySet<number>;
  readonly doubtful: boolean;
  readonly cut: boolean;
}

/**
 * Standards whose texts hold a question. The first few are read: where none of them does, the rest will not; those of which a
 * clause has it as it was typed come first, those that only name it in 前言 or a list of references last.
 */
async function askText(
  directory: Directory,
  index: PagefindIndex,
  { size, looked: mostLooked, ...question }: TextQuestion & typeof DIRECT,
  isNumber: () => Promise<boolean>,
): Promise<TextAnswer> {
  const load = () => directory.load(`standards/${TEXTS_FILE}`) as Promise<TextsFile>;
  const { candidates, alike, cut } = await findTexts(index, question, load);
  const most = alike ? size : mostLooked;
  const literal: TextCandidate[] = [];
  const holding: TextCandidate[] = [];
  const aside: TextCandidate[] = [];
  let looked = 0;
  const countHeld = () => literal.length + holding.length + aside.length;
  while (countHeld() === 0 && looked < Math.min(candidates.length, most)) {
    // Who asks for a number that is known wants that standard: no more is fetched for texts that may name it.
    if (looked > 0 && (await isNumber())) break;
    const window = candidates.slice(looked, Math.min(looked + size, most));
    looked += window.length;
    const hits = await Promise.all(window.map(({ read }) => read()));
    window.forEach((each, at) => {
      const hit = hits[at];
      if (hit) (hit.peripheral ? aside : hit.literal ? literal : holding).push(each);
    });
  }
  const held = countHeld();
  if (held === 0) return { reads: new Map(), aside: new Set(), doubtful: false, cut: false };
  const ordered = [...literal, ...holding, ...candidates.slice(looked), ...aside];
  const ids = await Promise.all(ordered.map(({ slug }) => directory.find(SLUG + slug)));
  const reads = new Map<number, ReadText>();
  ordered.forEach(({ read }, at) => {
    const id = ids[at]?.[0];
    if (id !== undefined) reads.set(id, read);
  });
  const all = looked === candidates.length;
  return {
    reads,
    aside: new Set([...reads.keys()].slice(reads.size - aside.length)),
    doubtful: !all && (!alike || held < looked),
    cut,
  };
}

/** `others` and the later answers of texts are of words that mean the same. */
function orderHits(
  { hosted, hostedLive, recordsLive }: Directory,
  matches: DirectoryMatches,
  named: readonly number[],
  others: readonly WordMatches[],
  [direct, ...texts]: readonly TextAnswer[],
): ReadonlyMap<number, MatchKind> {
  const order = new Map<number, MatchKind>();
  const add = (ids: readonly number[], kind: MatchKind) => {
    for (const id of ids) if (!order.has(id)) order.set(id, kind);
  };
  const isLive = (id: number) => id < hostedLive || (id >= hosted && id < recordsLive);
  const addWords = ({ inTitles, inTexts }: WordMatches, found: TextAnswer | undefined) => {
    const read = [...(found?.reads.keys() ?? [])];
    const isAside = (id: number) => found?.aside.has(id) ?? false;
    for (const within of [isLive, (id: number) => !isLive(id)]) {
      add(inTitles.filter(within), 'title');
      add(
        read.filter((id) => within(id) && !isAside(id)),
        'text',
      );
      add(inTexts.filter(within), 'text');
    }
    add(read, 'text');
  };
  add(matches.numbers, 'number');
  add(matches.titles, 'title');
  add(named, 'number');
  add(matches.likeNumbers, 'number');
  addWords(matches, direct);
  others.forEach((each, at) => {
    add(each.titles, 'title');
    addWords(each, texts[at]);
  });
  add(matches.faintNumbers, 'number');
  add(matches.pinyin, 'pinyin');
  return order;
}
