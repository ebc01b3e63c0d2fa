import { formatNumber, numberKey } from '#core/number/format.ts';
import { parseNumber } from '#core/number/parse.ts';
import { normalizeSpelling } from '#core/number/spelling.ts';
import type { StandardNumber } from '#core/number/types.ts';
import { glueNumber, listTries } from '../record/numbers.ts';
import type { NumberTry } from '../record/numbers.ts';
import { cleanQuery, LONGEST_QUERY } from '../record/spelling.ts';
import { writeSpoken } from '../record/spoken.ts';

/** A number that stands in a question. */
export interface AskedNumber {
  /** As the question has it, in capitals, with `-` for every dash. */
  readonly text: string;
  /** Ways to look it up, likeliest first. */
  readonly tries: readonly NumberTry[];
  readonly hasYear: boolean;
}

/** A question, read once for both engines. */
export interface AskedQuestion {
  /** What is looked for in titles and texts; empty when the numbers are all that is asked. */
  readonly words: string;
  /** Of a question that is more than one number: those named in it, each once, in order. */
  readonly numbers: readonly AskedNumber[];
  /** The question without its numbers and the marks of lists; empty when nothing is left. */
  readonly rest: string;
  /** The end that is not asked; empty for most. */
  readonly leftOut: string;
}

/** Numbers taken of one question. */
const MOST_NUMBERS = 40;
/** With more numbers the words around them are their titles, and no text holds them all. */
const FEW_NUMBERS = 3;
/** Characters looked at; a question that is kept has some more, so that it shows where it was cut. */
const MOST_ASKED = LONGEST_QUERY - 100;
/** Characters asked as words: no phrase worth asking for is longer. */
const MOST_WORDS = 200;

/** What a question asks, as typed: its words, the numbers named in it, what is too long of it. Never fails. */
export function readAsked(typed: string): AskedQuestion {
  const [query, beyond] = cutAt(cleanQuery(typed), MOST_ASKED);
  const asked = readWithin(writeSpoken(query));
  return asked.leftOut === '' ? { ...asked, leftOut: beyond } : asked;
}

function readWithin(spoken: string): AskedQuestion {
  const [words, leftOut] = cutAt(spoken, MOST_WORDS);
  const cut = { words, leftOut };
  const plain: AskedQuestion = { ...cut, numbers: [], rest: spoken };
  if (!/\d/.test(spoken)) return plain;
  // Several numbers in a row may be those of one joint standard, and may be several standards.
  const whole = parseNumber(spoken);
  if (whole.ok && whole.number.form !== 'joint') return plain;
  const found = listNumbers(spoken);
  if (found.length === 0) return plain;
  const taken = found.slice(0, MOST_NUMBERS);
  const numbers = taken.map(({ text, number }): AskedNumber => {
    const glued = glueNumber(numberKey({ ...number, others: [] }));
    return { text, tries: listTries([glued]), hasYear: glued.year !== null };
  });
  const alone = taken.length === 1 && taken[0] ? spell(spoken).split(taken[0].text) : [];
  const clause = readClauseBehind(alone);
  const rest = clause === '' ? dropListMarks(dropNumbers(spell(spoken), found)) : clause;
  // `GB/T 191 2008`: the year stands apart.
  if (rest === '' && /\d/.test(alone[1] ?? '')) return plain;
  if (taken.length > FEW_NUMBERS || (rest === '' && taken.length > 1)) {
    const after = found[MOST_NUMBERS];
    return {
      words: taken.length > FEW_NUMBERS ? '' : cut.words,
      numbers,
      rest,
      leftOut: after ? spell(spoken).slice(after.start) : '',
    };
  }
  return { ...cut, words: rest === '' ? (taken[0]?.text ?? '') : cut.words, numbers, rest };
}

/** The first number in a question that says more than the number: `GB 2760` of `gb2760最新版`. */
export function findNumberIn(text: string): string | undefined {
  const spoken = writeSpoken(cleanQuery(text));
  const [first] = listNumbers(spoken, true);
  return first && /[\p{L}\p{N}]/u.test(spell(spoken).replace(first.text, ''))
    ? first.text
    : undefined;
}

interface Found {
  readonly text: string;
  readonly start: number;
  readonly number: StandardNumber;
}

/**
 * The regional code of a local standard may stand apart, and nothing behind its slash: `DB 44/T 1`, `DB11/ 500`. Parts of ISO have
 * letters, but for the thread of a screw: `ISO 105-C06`, `ISO 4014-M12`.
 */
const CANDIDATE =
  /ISO ?\d{1,7}-[A-LN-Z]\d{2}(?![A-Z0-9])(?::\d{4})?|(?:[TQ] ?\/ ?[A-Z0-9]{2,8}|DB[JS]? ?\d{2,6} ?\/(?: ?[TZ])?|[A-Z]{1,6}\d{0,6}(?: ?\/ ?[A-Z]{1,6}| ?[TZ](?= ?\d)){0,3}) ?\d{1,7}(?:\.\d{1,5}){0,3}(?:[-:]\d{1,7}(?:\.\d{1,3})?){0,3}/g;

/** Bare codes that stand before hardly anything but the number of a standard. */
const SURE = /^(?:GB|DB|GJB|JJ[FG]|CJJ|JGJ|JTG|JTS|CECS|TSG|ISO|IEC|HJ|NY|SC|SN|YY)(?![A-Z])/;

const spell = (text: string): string => normalizeSpelling(text);

/**
 * Numbers in a text, each once. Of what may as well be a quantity (`HB 200`) those with a slash, a year or a code that is
 * hardly anything else count, unless `all`.
 */
function listNumbers(text: string, all = false): readonly Found[] {
  const plain = spell(text);
  const found = new Map<string, Found>();
  let end = -1;
  for (const match of plain.matchAll(CANDIDATE)) {
    const [raw] = match;
    const before = match.index === end ? '' : plain.charAt(match.index - 1);
    const after = plain.charAt(match.index + raw.length);
    if (/[A-Z0-9/]/.test(before) || /[A-Z0-9]/.test(after)) continue;
    const parsed = parseNumber(raw);
    if (!parsed.ok) continue;
    end = match.index + raw.length;
    const { number } = parsed;
    const isSure = raw.includes('/') || SURE.test(raw) || /[-:]\d{4}$/.test(raw);
    const name = formatNumber(number);
    if ((all || isSure) && !found.has(name))
      found.set(name, { text: raw, start: match.index, number });
  }
  return [...found.values()];
}

/** A spelled text without the numbers found in it, the longest first: one may begin another. */
function dropNumbers(text: string, found: readonly Found[]): string {
  return found
    .map((each) => each.text)
    .sort((a, b) => b.length - a.length)
    .reduce((left, number) => left.replaceAll(number, ' '), text);
}

/** `7.1` of `DB9902/T 12-2023 7.1`: what is before and behind the only number of a question; empty where it is no clause. */
function readClauseBehind([before = '', behind = '']: readonly string[]): string {
  if (before.trim() !== '') return '';
  return /^[\s,，、:：§]+(\d{1,2}(?:\.\d{1,2})+)\s*$/.exec(behind)?.[1] ?? '';
}

/** `1、` `(1)` `《》` and words between two numbers, where nothing else is left. */
function dropListMarks(text: string): string {
  const words = text
    .replace(/[《》〈〉“”"'「」『』()[\]【】、,，;；。:：·•]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}/u.test(words.replace(/[和与及或]|\b(?:AND|OR)\b/g, '')) ? words : '';
}

/** A text up to the last space or mark within a bound, and what follows. */
function cutAt(text: string, bound: number): readonly [head: string, rest: string] {
  if (text.length <= bound) return [text, ''];
  const head = text.slice(0, bound + 1);
  const mark = Math.max(...[...' ，。；、,;'].map((each) => head.lastIndexOf(each)));
  const end = mark > bound / 2 ? mark : bound;
  return [text.slice(0, end).trim(), text.slice(end).replace(/^[\s，。；、,;]+/, '')];
}
