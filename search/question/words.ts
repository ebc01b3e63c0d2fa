import { hasHan } from '#core/characters/chinese.ts';
import { simplify } from '../record/simplify.ts';
import { cleanQuery, foldText, splitText, unique } from '../record/spelling.ts';
import { partsOfValue } from '../record/values.ts';

/** Words that hold a particle and are none. */
const KEPT =
  '目的|标的|靶的|饱和|中和|调和|缓和|温和|和谐|和面|共和|参与|与会|涉及|普及|及时|危及|及格|了解|为了|终了|除了|' +
  '呢绒|呢子|吧台|网吧|酒吧|公有|所有|现行标准|或有|相关性|查询系统|搜索引擎';

/** What a question is asked with, longest first where one begins another. */
const ASKING =
  '请问一下|请问|我想知道|我想了解|想知道|我想|帮我|告诉我|查一下|找一下|查询|查找|搜索|哪里有|在哪里|哪里|' +
  '分别是|是什么意思|什么意思|是什么|什么是|有什么|为什么|什么|怎么样|怎么办|怎么做|怎样|怎么|为何|如何|' +
  '有哪些|是哪些|哪些|哪几个|哪个|哪种|是多少|多少|多大|多长时间|多长|多久|多高|有没有|是否|能否|能不能|可不可以|' +
  '需不需要|要不要|应该|应当|关于|对于|有关|相关|根据|按照|依据|最新版本|最新版|最新|现行有效|电子版|下载|全文|' +
  '以及|的|了|吗|呢|吧|啊|呀|么|和|与|及|或';

const ASKING_ENGLISH =
  'what (?:is|are)|how (?:to|do i|do you|many|much)|is there|are there|requirements? (?:for|of)|standards? (?:for|on|about)|' +
  'where|which|when|what|how|why|please|latest|about|the|an?|of|for|to|in|on|at|and|or|with|by|do|does|i|is|are';

const CHINESE = new RegExp(`(${KEPT})|(?:${ASKING})`, 'g');
const ENGLISH = new RegExp(`(^|[^\\p{L}\\p{N}])(?:${ASKING_ENGLISH})(?![\\p{L}\\p{N}])`, 'giu');
/** 怎么做冷链物流: what is done, not that it is. */
const VERB = /(^|\s)[做搞](?=\p{Script=Han}{2})/gu;
const POINTS = /[?？!！。，,;；、:："“”'‘’《》〈〉()（）【】[\]]+/g;
/** A reader who asks for a standard need not say so. */
const ENDING = /(?:国家|行业|地方|团体|企业)?标准$|^标准(?=\s)/;

/**
 * The words of a question without what it is asked with: 冷链物流的温度要求是什么？ → 冷链物流 温度要求. Undefined when that is
 * nothing, or what was typed. Meant for questions that found nothing: particles inside rare words are dropped too.
 */
export function dropAsking(text: string): string | undefined {
  const typed = simplify(cleanQuery(text));
  let words = typed.replace(POINTS, ' ').replace(CHINESE, (_, kept?: string) => kept ?? ' ');
  words = words.replace(VERB, '$1');
  // Twice: neighbours share the space between them.
  words = words.replace(ENGLISH, '$1 ').replace(ENGLISH, '$1 ');
  words = words.replace(/\s+/g, ' ').trim();
  const rest = words.replace(ENDING, '').trim();
  if (/[\p{L}\p{N}]/u.test(rest)) words = rest;
  return words === typed || !/[\p{L}\p{N}]/u.test(words) ? undefined : words;
}

/** So many words of a question are asked for together. */
const MOST_WORDS = 8;

/**
 * A question cut into words of the language: 冷藏车运输温度 → 冷藏 车 运输 温度. Where the language knows no word, as of 果蔬预冷,
 * into pairs of characters, from the left, and from the right where that differs; a character that is left over is dropped.
 * Empty when there is nothing to cut, or the browser cannot.
 */
export function cutWords(text: string): readonly string[] {
  const typed = simplify(cleanQuery(text));
  if (!/\p{Script=Han}{3}/u.test(typed)) return [];
  const pieces = listPieces(typed);
  const ways = [pairsFromLeft, pairsFromRight].map((pair) =>
    unique(pieces.flatMap((piece) => (piece.known ? [piece.text] : pair([...piece.text]))))
      .slice(0, MOST_WORDS)
      .join(' '),
  );
  return unique(ways).filter((way) => way.includes(' ') && way !== typed);
}

/** Words of more than a character, and runs of single characters between them. */
function listPieces(typed: string): readonly { readonly text: string; readonly known: boolean }[] {
  if (!('Segmenter' in Intl)) {
    return (typed.match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? []).map((text) => ({
      text,
      known: !hasHan(text),
    }));
  }
  const pieces: { text: string; known: boolean }[] = [];
  let isOpen = false;
  for (const { segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(
    typed,
  )) {
    const alone = isWordLike === true && /^\p{Script=Han}$/u.test(segment);
    const last = pieces.at(-1);
    if (alone && isOpen && last) last.text += segment;
    else if (isWordLike) pieces.push({ text: segment, known: !alone });
    isOpen = alone;
  }
  return pieces;
}

function pairsFromLeft(characters: readonly string[]): readonly string[] {
  return characters.flatMap((character, at) => {
    const next = characters[at + 1];
    return at % 2 === 0 && next !== undefined ? [character + next] : [];
  });
}

function pairsFromRight(characters: readonly string[]): readonly string[] {
  return pairsFromLeft(characters.slice(characters.length % 2));
}

const VALUE =
  /[-\u2212\uff0d]?\d[\d.]*\s?[^\s\d\p{Script=Han}\p{Po}][^\s\p{Script=Han},，。;；]{0,12}|\d[\d.]*\s?[%％‰]/gu;

/** The first value with a unit in a question that says more: `-18 ℃` of 不低于 -18 ℃. */
export function findValueIn(text: string): string | undefined {
  const typed = cleanQuery(text);
  for (const [found] of typed.matchAll(VALUE)) {
    const { words } = splitText(foldText(found));
    // 3D is a way to print.
    const isValue = words.some((word) => partsOfValue(word).length > 0 && !/^\dd$/.test(word));
    if (isValue && /[\p{L}\p{N}]/u.test(typed.replace(found, ''))) return found;
  }
  return undefined;
}
