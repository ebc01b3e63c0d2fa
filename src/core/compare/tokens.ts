import { foldSigns } from '#core/limits/fold-signs.ts';
import { findQuantities } from '#core/limits/quantities.ts';
import { findNumbers } from '#core/number/index.ts';

/**
 * Places of a text named as the text prints them: a change of their numbers alone changes no words. What stands before a bare
 * number is the first group, since browsers that are still used know no look back.
 */
const placeName =
  /第\d+章|附录[A-Z]|(?:公式|式)\([A-Z]?\.?\d+\)|[表图][A-Z]?\.?\d+|(?:Clause|Annex|Table|Figure|Formula) \(?[A-Z]?\.?\d*\)?|(^|[^\d.A-Za-z—–-])(?:[A-Z]\.)?\d+(?:\.\d+)+(?![\d.]|\s*(?:[%‰℃°]|[a-zA-Zμ]))/g;

/** A text with other words for the names of its places. */
export function replacePlaces(text: string, replace: (name: string) => string): string {
  return text.replace(
    placeName,
    (found, before: string | undefined = '') => before + replace(found.slice(before.length)),
  );
}

/** Verbs of provisions that a word list would divide. */
const verb = /不应|不宜|不得|不必|不可|不能|应当|必须|严禁|(?:shall|should|may|can|must) not/g;

interface Span {
  readonly start: number;
  readonly end: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** A dictionary of words of the language, where the host has one. */
function segmenterOf(locale: string): Intl.Segmenter | undefined {
  if (!('Segmenter' in Intl)) return undefined;
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}

/**
 * The words of a text, which put together are the text. A number with its unit, the number of a standard, the name of a place
 * in the text and a verb of provisions are one word each.
 */
export function listTokens(text: string): readonly string[] {
  const tokens: string[] = [];
  let at = 0;
  for (const { start, end } of findWholes(text)) {
    if (start > at) tokens.push(...segment(text.slice(at, start)));
    tokens.push(text.slice(start, end));
    at = end;
  }
  if (at < text.length) tokens.push(...segment(text.slice(at)));
  return tokens;
}

/** Stretches that are one word each, in their order, none inside another. */
function findWholes(text: string): readonly Span[] {
  const found: Span[] = [];
  const isFree = ({ start, end }: Span) =>
    found.every((span) => end <= span.start || start >= span.end);
  const take = (spans: Iterable<Span>) => {
    for (const span of spans) if (span.end > span.start && isFree(span)) found.push(span);
  };
  if (/\d/.test(text) && /[A-Z]/.test(text)) take(findNumbers(text));
  take(spansOf(text, placeName));
  if (/[\d零一二两三四五六七八九十百千半]/.test(text)) take(findQuantities(foldSigns(text)));
  take(spansOf(text, verb));
  return found.sort((a, b) => a.start - b.start);
}

function* spansOf(text: string, pattern: RegExp): Generator<Span> {
  for (const { index, 0: found, 1: before = '' } of text.matchAll(pattern))
    yield { start: index + before.length, end: index + found.length };
}

/** Words by the dictionary of the host; without one, characters of Chinese and runs of letters. */
function segment(text: string): readonly string[] {
  const segmenter = segmenterOf(/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
  if (!segmenter) return text.match(/[A-Za-z]+|\d+|\s+|[^]/gu) ?? [];
  return Array.from(segmenter.segment(text), (each) => each.segment);
}
