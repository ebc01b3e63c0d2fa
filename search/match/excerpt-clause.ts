import type { Snippet } from '../contract.ts';
import { excerptText, markText } from '../shared/highlight.ts';

/** Characters of a clause that answers a question; a shorter clause is given whole. */
export const LONGEST_ANSWER = 400;

/** Behind which a sentence, or an item of a list, ends. */
const END = /[。；！？]\s*|[.;!?]\s+(?=[\p{Lu}\p{Script=Han}(（])/gu;

/**
 * A clause with its marks: whole where it has room, else the sentences that lie side by side and hold most of what is
 * marked, the first of equals. Of a sentence that is longer still, the part around its first mark.
 */
export function excerptClause(
  text: string,
  marks: readonly string[],
  length = LONGEST_ANSWER,
): readonly Snippet[] {
  const marked = markText(text, marks);
  if (text.length <= length) return marked;
  const sentences = splitSentences(text).map((range) => ({
    ...range,
    hits: listHits(marked, range),
  }));
  let best = { start: 0, end: 0, count: 0 };
  sentences.forEach(({ start, hits: own }, first) => {
    if (own.length === 0) return;
    const held = new Set<string>();
    for (const { end, hits } of sentences.slice(first)) {
      if (end - start > length) break;
      for (const hit of hits) held.add(hit);
      if (held.size > best.count) best = { start, end, count: held.size };
    }
  });
  if (best.count === 0) return excerptText(text, marks, length);
  // What follows is shown as far as there is room: it often holds the condition.
  for (const { start, end } of sentences) {
    if (start === best.end && end - best.start <= length) best = { ...best, end };
  }
  return cutMarked(marked, best.start, best.end, text.length);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function splitSentences(text: string): readonly Range[] {
  const ends = [...text.matchAll(END)].map((found) => found.index + found[0].length);
  const all = [...new Set([...ends, text.length])];
  return all.map((end, at) => ({ start: all[at - 1] ?? 0, end }));
}

/** What is marked within a range, each once. */
function listHits(marked: readonly Snippet[], { start, end }: Range): readonly string[] {
  let at = 0;
  return marked.flatMap(({ text, hit }) => {
    const from = at;
    at += text.length;
    return hit && from >= start && from < end ? [text] : [];
  });
}

/** The stretches between two places, with an ellipsis at an end that was cut. */
function cutMarked(
  marked: readonly Snippet[],
  start: number,
  end: number,
  length: number,
): readonly Snippet[] {
  let at = 0;
  const kept = marked.flatMap(({ text, hit }) => {
    const from = at;
    at += text.length;
    const piece = text.slice(Math.max(0, start - from), Math.max(0, end - from));
    return piece === '' ? [] : [{ text: piece, hit }];
  });
  return [
    ...(start > 0 ? [{ text: '…', hit: false }] : []),
    ...kept,
    ...(end < length ? [{ text: '…', hit: false }] : []),
  ];
}

/** A snippet of at most so many characters, around its first mark. */
export function shortenSnippet(snippet: readonly Snippet[], length: number): readonly Snippet[] {
  const whole = snippet.reduce((sum, { text }) => sum + text.length, 0);
  if (whole <= length) return snippet;
  let at = 0;
  let first = 0;
  for (const { text, hit } of snippet) {
    if (hit) {
      first = at;
      break;
    }
    at += text.length;
  }
  const start = first < length / 2 ? 0 : first - Math.round(length / 4);
  return cutMarked(snippet, start, Math.min(whole, start + length), whole);
}
