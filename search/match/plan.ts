import { foldText, listParts, pairsOf } from '../record/spelling.ts';
import { meansAlone, wordToken } from './tokens.ts';
import { phraseAt, tableOf, wordAt } from './vocabulary.ts';
import type { Dictionary, WordTable } from './vocabulary.ts';

/** A way to say a part of a question, in tokens; `weight`: how much it is worth beside the part's own words. */
export interface Way {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly weight: number;
}

/** A part of a question that is looked for as one: a word of the vocabulary, two characters, a word of letters. */
export interface Part {
  /** As the folded question has it, from `start`. */
  readonly text: string;
  readonly start: number;
  /** Its own words first. */
  readonly ways: readonly Way[];
  /** How much the part counts, 0 to 1. */
  readonly weight: number;
}

/** Pairs across two words, with a word that says nothing, and single characters tell less; see `npm run bench:questions`. */
const ACROSS = 0.6;
const WITH_PARTICLE = 0.25;
const ALONE = 0.7;

/** Parts that count less are looked for, and neither heard nor shown. */
const LEAST_TOLD = 0.5;

/** Whether a part tells enough to be heard and shown: one with a particle does not. */
export function isTold({ weight }: Pick<Part, 'weight'>): boolean {
  return weight >= LEAST_TOLD;
}

/** What a question is asked with, in Chinese: it parts the words that are looked for. */
const ASKING =
  /请问一下|请问|我想知道|我想了解|想知道|想问问|想问|帮我|告诉我|查一下|是什么意思|什么意思|是什么|什么是|有什么|为什么|什么时候|什么样|什么|怎么样|怎么办|怎么|怎样|为何|如何|有哪些|是哪些|哪些|哪几个|哪个|哪种|哪里|哪儿|是多少|多少|多大|多长时间|多长|多久|多高|多远|多宽|多重|多厚|多快|多深|几个|几天|几次|有没有|是不是|是否|能否|能不能|可不可以|行不行|需不需要|用不用|要不要|应不应该|应该|应当|可以|必须|需要|关于|对于|有关|相关|我们|你们|他们|自己|一个|一下|一定|这个|那个|这种|那种|的话|时候|最多|最少|至少|最低|最高|最大|最小/gu;

const ASKING_ENGLISH: ReadonlySet<string> = new Set(
  'what whats is are was were be been the a an of for to in on at and or with by do does did i we you my our your it its this that these those there how many much long often far big which who whom when where why may can could must should shall need have has had if not no from as about into any some please tell me them they he she will would get go so than then up out before after between during per each'.split(
    ' ',
  ),
);

const PARTICLE = /[的了吗呢吧要会把被给得着过再还就才都也很又里去来那这是在和跟]/u;

/** The tokens that a phrase is looked for by. */
function tokensOf(text: string): readonly string[] {
  return listParts(text).flatMap(({ text: part, han }) =>
    han ? pairsOf(part) : [wordToken(part)],
  );
}

const waysOf = (own: Way, others: readonly string[], weight: number): readonly Way[] => [
  own,
  ...others.map((text) => ({ text, tokens: tokensOf(text), weight })),
];

/** The parts of a question, each once, in its order, without what it is asked with. Never fails. */
export function planQuestion(question: string, dictionary: Dictionary): readonly Part[] {
  const table = tableOf(dictionary);
  const listed = listParts(foldText(question));
  const parts: Part[] = [];
  let next = 0;
  listed.forEach(({ text, at, han }, place) => {
    if (place < next) return;
    if (han) {
      parts.push(...planRun(text, at, table));
      return;
    }
    const words = listed.slice(place).map((each) => (each.han ? '' : each.text));
    const phrase = /^[a-z]/.test(text) ? phraseAt(words, table) : undefined;
    next = place + (phrase?.length ?? 1);
    const own = words.slice(0, phrase?.length ?? 1);
    const meant = own.filter((word) => !ASKING_ENGLISH.has(word));
    if (!phrase && meant.length === 0) return;
    const whole = own.join(' ');
    const way: Way = { text: whole, tokens: meant.map(wordToken), weight: 1 };
    const ways = waysOf(way, phrase?.others ?? [], phrase?.weight ?? 1);
    parts.push({ text: whole, start: at, weight: 1, ways });
  });
  const seen = new Set<string>();
  return parts.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** The parts of a run of Chinese characters, without what it is asked with. */
function planRun(run: string, start: number, table: WordTable): readonly Part[] {
  const parts: Part[] = [];
  let place = 0;
  for (const piece of run.split(ASKING_PIECES)) {
    const at = run.indexOf(piece, place);
    parts.push(...planPiece(piece, start + at, table));
    place = at + piece.length;
  }
  return parts;
}

const ASKING_PIECES = new RegExp(ASKING.source, 'u');

/** Words of the vocabulary, the longest where two overlap, and the pairs that no such word holds. */
function planPiece(piece: string, start: number, table: WordTable): readonly Part[] {
  if (piece === '') return [];
  const parts: Part[] = [];
  const covered = new Set<number>();
  for (let at = 0; at < piece.length; at += 1) {
    const known = wordAt(piece, at, table);
    if (!known) continue;
    const { word, others, weight } = known;
    const own: Way = { text: word, tokens: pairsOf(word), weight: 1 };
    parts.push({ text: word, start: start + at, weight: 1, ways: waysOf(own, others, weight) });
    const last = at + word.length - 1;
    for (let inside = at; inside < Math.max(last, at + 1); inside += 1) covered.add(inside);
    at = last;
  }
  const starts = wordStarts(piece);
  const characters = [...piece];
  if (characters.length === 1) {
    if (!covered.has(0) && meansAlone(piece)) parts.push(partOf(piece, start, ALONE));
    return parts;
  }
  let at = 0;
  characters.slice(1).forEach((character, index) => {
    const first = characters[index] ?? '';
    const pair = first + character;
    const second = at + first.length;
    const across = starts?.has(second) ?? false;
    const weight = PARTICLE.test(pair) ? WITH_PARTICLE : across ? ACROSS : 1;
    if (!covered.has(at)) parts.push(partOf(pair, start + at, weight));
    at = second;
  });
  for (const { word, at: own } of singleWords(piece)) {
    if (!covered.has(own)) parts.push(partOf(word, start + own, ALONE));
  }
  return parts.sort((a, b) => a.start - b.start);
}

const partOf = (text: string, start: number, weight: number): Part => ({
  text,
  start,
  weight,
  ways: [{ text, tokens: [text], weight: 1 }],
});

const segmenter =
  'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Words of one character that mean something: 晒 of 拿到太阳底下晒. */
function singleWords(piece: string): readonly { readonly word: string; readonly at: number }[] {
  return [...(segmenter?.segment(piece) ?? [])].flatMap(({ segment: word, index: at }) =>
    [...word].length === 1 && meansAlone(word) && !PARTICLE.test(word) ? [{ word, at }] : [],
  );
}

/** Where words begin, as far as the language tells; undefined where it cannot. */
function wordStarts(piece: string): ReadonlySet<number> | undefined {
  return segmenter && new Set([...segmenter.segment(piece)].map(({ index }) => index));
}

/** Characters of parts that nothing holds, as parts of their own: 蔬 and 果 where no text has 蔬果. */
export function planAlone(
  parts: readonly Part[],
  isKnown: (token: string) => boolean,
): readonly Part[] {
  const holds = ({ ways }: Part) => ways.some(({ tokens }) => tokens.some(isKnown));
  const held = new Set(parts.filter(holds).flatMap(({ text }) => [...text]));
  const alone = new Map<string, Part>();
  for (const { text, start } of parts.filter((part) => !holds(part))) {
    let at = start;
    for (const character of text) {
      const isUseful = /\p{Script=Han}/u.test(character) && meansAlone(character);
      if (isUseful && !held.has(character) && !alone.has(character)) {
        alone.set(character, partOf(character, at, ALONE));
      }
      at += character.length;
    }
  }
  return [...alone.values()];
}
