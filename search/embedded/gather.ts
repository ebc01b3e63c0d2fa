import type { BestMatch, MatchKind, NamedNumber, SearchRequest } from '../contract.ts';
import type { Directory } from './directory/open.ts';
import { findNamed, findSound, searchDirectory, searchWords } from './directory/search.ts';
import type { DirectoryMatches, WordMatches } from './directory/search.ts';
import { findTexts } from './texts/search-texts.ts';
import { findFirst, readTexts } from './read-texts.ts';
import type { ReadHit, TextAnswer, TextSources } from './read-texts.ts';
import type { AskedQuestion } from '../question/named-numbers.ts';
import { expandSynonyms } from '../question/synonyms.ts';
import { foldText } from '../record/spelling.ts';

/** All standards that answer a question, before filters. */
export interface Gathered {
  /** Ids in the order of relevance, each with the strongest reason for it. */
  readonly order: ReadonlyMap<number, MatchKind>;
  readonly texts: ReadonlyMap<number, ReadHit>;
  /** Whether texts were asked. */
  readonly textual: boolean;
  /** Some of the texts do not hold what was asked for: each has to be read before it counts. */
  readonly doubtful: boolean;
  /** There are more than were looked at. */
  readonly cut: boolean;
  readonly degraded: boolean;
  /** The numbers named in the question. */
  readonly named: readonly NamedNumber[];
  /** Where it was asked for what holds most of the question. */
  readonly best?: BestMatch;
}

/** How much a question, and each of its variants, may cost. */
const DIRECT = { size: 10, looked: 15 };
const VARIANT = { size: 4, looked: 8 };
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
  { readText }: TextSources,
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
    return Promise.all(
      [query, ...variants].map(async (text, at) => {
        const found = await findTexts(directory, { text, language }, readText);
        return readTexts(directory, found, at === 0 ? DIRECT : VARIANT, isNumber);
      }),
    );
  };
  const matching = searchDirectory(directory, query);
  const naming = findNamed(directory, numbers);
  const isNumber = async () => (await matching).numbers.length > 0 || (await naming).ids.length > 0;
  const asking = askTexts().catch(() => null);
  const first = request.firstTexts ? findFirst(directory, readText, query, language) : null;
  const varying = variants.map((text) => searchWords(directory, text));
  const [matches, { ids: namedIds, named }, others] = await Promise.all([
    matching,
    naming,
    Promise.all(varying),
  ]);
  const byNumber = [namedIds, matches.numbers, matches.likeNumbers].some(
    ({ length }) => length > 0,
  );
  const asksFirst = first !== null && !byNumber && ![matches, ...others].some(isNamed);
  const answers = await (asksFirst ? first() : asking);
  const found = answers ?? [];
  const texts = new Map<number, ReadHit>();
  for (const { reads } of found) {
    for (const [id, read] of reads) {
      const before = texts.get(id);
      texts.set(id, before ? async () => (await before()) ?? read() : read);
    }
  }
  return {
    order: orderHits(directory, matches, namedIds, others, found),
    texts,
    textual: (textual || asksFirst) && answers !== null,
    doubtful: found.some(({ doubtful }) => doubtful),
    cut: matches.cut || others.some(({ cut }) => cut) || found.some(({ cut }) => cut),
    degraded: answers === null,
    named,
  };
}

function isNamed({ titles, inTitles }: WordMatches): boolean {
  return titles.length > 0 || inTitles.length > 0;
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
