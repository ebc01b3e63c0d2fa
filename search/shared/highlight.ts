import { formatNumber } from '#core/number/format.ts';
import type { Snippet } from '../contract.ts';
import { readNumber } from '../record/numbers.ts';
import { foldText, pairsOf, splitText } from '../record/spelling.ts';
import { partsOfValue } from '../record/values.ts';

/** A text without spaces, folded, with the place of each of its characters in the original. */
interface Squeezed {
  readonly text: string;
  readonly at: readonly number[];
}

function foldWithOffsets(original: string): Squeezed {
  const characters: string[] = [];
  const at: number[] = [];
  let place = 0;
  for (const character of original) {
    for (const folded of foldCharacter(character)) {
      characters.push(folded);
      at.push(place);
    }
    place += character.length;
  }
  const text = characters.join('');
  if (!HYPHEN.test(text)) return { text, at };
  // `Wi-Fi` is `WiFi`.
  const kept = characters.flatMap((character, index) =>
    character === '-' &&
    LETTER.test(characters[index - 1] ?? '') &&
    LETTER.test(characters[index + 1] ?? '')
      ? []
      : [index],
  );
  return {
    text: kept.map((index) => characters[index]).join(''),
    at: kept.map((index) => at[index] ?? 0),
  };
}

const HYPHEN = /[a-z]-[a-z]/;

const folds = new Map<string, readonly string[]>();

function foldCharacter(character: string): readonly string[] {
  const known = folds.get(character);
  if (known) return known;
  // By UTF-16 units, as `indexOf` counts.
  const folded = foldText(character).replace(/\s/g, '').split('');
  folds.set(character, folded);
  return folded;
}

/** What to look for in a text: the words of a question as typed between spaces, folded; a number of a standard in one. */
export function listSearchTerms(query: string): readonly string[] {
  const number = readNumber(query);
  if (number) return [foldText(formatNumber(number)).replace(/ /g, '')];
  return [...new Set(foldText(query).split(' '))].filter((searchTerm) =>
    /[\p{L}\p{N}]/u.test(searchTerm),
  );
}

const LETTER = /[a-z]/i;
const DIGIT = /[0-9]/;

const joinLetters = (searchTerm: string): string => searchTerm.replace(/([a-z])-(?=[a-z])/g, '$1');

/** Where a search term begins in a squeezed text; Latin words and numbers begin where one does in the original. */
function* findSearchTerm(squeezed: Squeezed, original: string, typed: string): Generator<number> {
  const { text, at } = squeezed;
  const searchTerm = joinLetters(typed);
  const first = searchTerm[0] ?? '';
  const bound = [LETTER, DIGIT].find((kind) => kind.test(first));
  const end = CITATION.test(searchTerm) ? DIGIT : isValue(searchTerm) ? LETTER : undefined;
  for (
    let place = text.indexOf(searchTerm);
    place >= 0;
    place = text.indexOf(searchTerm, place + 1)
  ) {
    const start = at[place] ?? 0;
    if (bound?.test(original[start - 1] ?? '')) continue;
    if (bound === DIGIT && /\d\.$/.test(original.slice(Math.max(0, start - 2), start))) continue;
    if (end?.test(original[(at[place + searchTerm.length - 1] ?? 0) + 1] ?? '')) continue;
    yield place;
  }
}

/** A number of a standard: another digit behind it makes another. */
const CITATION = /^(?:gb|db\d|[a-z]{1,2}\/)[^\p{Script=Han}]*\d$/u;

/** A value: another letter behind its unit makes another. */
const isValue = (searchTerm: string) => partsOfValue(searchTerm.replace(/^-/, '')).length > 0;

/** What a search term may fall into: pairs of its Chinese characters, words of other scripts. */
function partsOf(searchTerm: string): readonly string[] {
  if (CITATION.test(searchTerm)) return [];
  const { runs, words } = splitText(searchTerm);
  return [...runs.flatMap(pairsOf), ...words];
}

/**
 * How well a text answers: 2 for each search term that stands in it, 1 for each whose parts all do,
 * 0 for the rest; and whether none is missing.
 */
export function rateText(
  text: string,
  searchTerms: readonly string[],
): { score: number; all: boolean } {
  const squeezed = foldWithOffsets(text);
  let score = 0;
  let all = searchTerms.length > 0;
  for (const searchTerm of searchTerms) {
    const whole = !findSearchTerm(squeezed, text, searchTerm).next().done;
    const parts = whole ? [] : partsOf(searchTerm);
    const pieces =
      parts.length > 1 && parts.every((part) => !findSearchTerm(squeezed, text, part).next().done);
    score += whole ? 2 : pieces ? 1 : 0;
    all &&= whole || pieces;
  }
  return { score, all };
}

/** Stretches of a text in order; what was looked for is marked, neighbours are joined. */
export function markText(text: string, searchTerms: readonly string[]): readonly Snippet[] {
  return cutSnippet(text, findSpans(text, searchTerms), 0, text.length);
}

/** About `length` characters of a text around the first thing looked for; from its start when there is none. */
export function excerptText(
  text: string,
  searchTerms: readonly string[],
  length = 96,
): readonly Snippet[] {
  const spans = findSpans(text, searchTerms);
  const first = spans[0]?.[0] ?? 0;
  const start = first < length / 3 ? 0 : startOfPhrase(text, first);
  const end = Math.min(text.length, start + length);
  const snippet = cutSnippet(text, spans, start, end);
  return [
    ...(start > 0 ? [{ text: '…', hit: false }] : []),
    ...snippet,
    ...(end < text.length ? [{ text: '…', hit: false }] : []),
  ];
}

/** After the last mark of punctuation in the 40 characters before a place, else 16 before it. */
function startOfPhrase(text: string, place: number): number {
  const before = text.slice(Math.max(0, place - 40), place);
  const mark = Math.max(
    ...['。', '；', '，', '：', '、', '\n', '. ', '; '].map((each) => before.lastIndexOf(each)),
  );
  const start = mark >= 0 ? place - before.length + mark + 1 : place - Math.min(16, before.length);
  return /[\udc00-\udfff\s]/.test(text[start] ?? '') ? start + 1 : start;
}

type Span = readonly [start: number, end: number];

/** Places of the search terms in a text, or of their parts where a search term is nowhere whole; merged, in order. */
function findSpans(text: string, searchTerms: readonly string[]): readonly Span[] {
  const squeezed = foldWithOffsets(text);
  const { at } = squeezed;
  const spans: Span[] = [];
  const add = (searchTerm: string) => {
    let found = false;
    for (const start of findSearchTerm(squeezed, text, searchTerm)) {
      const last = at[start + joinLetters(searchTerm).length - 1] ?? 0;
      const width = (text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
      spans.push([at[start] ?? 0, last + width]);
      found = true;
    }
    return found;
  };
  for (const searchTerm of searchTerms) {
    if (!add(searchTerm)) partsOf(searchTerm).forEach(add);
  }
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const previous = merged.at(-1);
    if (previous && text.slice(previous[1], span[0]).trim() === '') {
      merged[merged.length - 1] = [previous[0], Math.max(previous[1], span[1])];
    } else merged.push(span);
  }
  return merged;
}

function cutSnippet(
  text: string,
  spans: readonly Span[],
  start: number,
  end: number,
): readonly Snippet[] {
  const snippet: Snippet[] = [];
  let place = start;
  const add = (to: number, hit: boolean) => {
    const piece = text.slice(place, to);
    if (piece !== '') snippet.push({ text: piece, hit });
    place = Math.max(place, to);
  };
  for (const [from, to] of spans) {
    if (to <= place || from >= end) continue;
    add(Math.max(from, place), false);
    add(Math.min(to, end), true);
  }
  add(end, false);
  return snippet;
}
