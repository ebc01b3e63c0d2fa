import { memo } from '#core/base/memo.ts';
import { foldText, unique } from '../record/spelling.ts';

/** Groups of words that mean the same, as in `vocabulary/synonyms.yaml`. */
export type SynonymGroups = readonly (readonly string[])[];

/** At most so many words of one question are replaced. */
const MOST_WORDS = 6;
/** Who types so much in a row has a title or a sentence before the eyes and means its words. */
const LONG_RUN = /\p{Script=Han}{13}/u;

interface SynonymWord {
  readonly word: string;
  /** The other words of its group, folded. */
  readonly others: readonly string[];
}

/** Words of all groups, folded, by their first UTF-16 unit; longest first. */
type SynonymTable = ReadonlyMap<string, readonly SynonymWord[]>;

const tableOf = memo((groups: SynonymGroups): SynonymTable => {
  const table = new Map<string, SynonymWord[]>();
  for (const group of groups) {
    const words = unique(group.map(foldText)).filter((word) => word !== '');
    for (const word of words) {
      const first = word.charAt(0);
      const list = table.get(first) ?? [];
      table.set(first, list);
      list.push({ word, others: words.filter((other) => other !== word) });
    }
  }
  for (const list of table.values()) list.sort((a, b) => b.word.length - a.word.length);
  return table;
});

interface FoundWord extends SynonymWord {
  readonly start: number;
  readonly end: number;
}

const ENDS_LIKE_A_WORD = /(?!\p{Script=Han})[\p{L}\p{N}]$/u;
const BEGINS_LIKE_A_WORD = /^(?!\p{Script=Han})[\p{L}\p{N}]/u;

/** Whether a word of letters and digits stands alone there; Chinese words may stand anywhere. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const word = text.slice(start, end);
  return (
    !(BEGINS_LIKE_A_WORD.test(word) && ENDS_LIKE_A_WORD.test(before)) &&
    !(ENDS_LIKE_A_WORD.test(word) && BEGINS_LIKE_A_WORD.test(after))
  );
}

/** Words of the groups in a folded text, in its order; where two overlap the longer one counts. */
function findWords(folded: string, groups: SynonymGroups): readonly FoundWord[] {
  const table = tableOf(groups);
  const found: FoundWord[] = [];
  for (let start = 0; start < folded.length; start += 1) {
    for (const entry of table.get(folded.charAt(start)) ?? []) {
      const end = start + entry.word.length;
      if (folded.startsWith(entry.word, start) && standsAlone(folded, start, end)) {
        found.push({ ...entry, start, end });
      }
    }
  }
  const taken: FoundWord[] = [];
  const byLength = [...found].sort((a, b) => b.word.length - a.word.length || a.start - b.start);
  for (const each of byLength) {
    if (taken.every(({ start, end }) => each.end <= start || each.start >= end)) taken.push(each);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/**
 * Other ways to ask the same: a folded question with words of its own replaced by others of their group, first one word at
 * a time, then several; without the question itself, `limit` at most. A word that holds the one it would replace is left
 * out: what has 电冰箱 has 冰箱. None for long runs of Chinese characters.
 */
export function expandSynonyms(
  folded: string,
  groups: SynonymGroups,
  limit = 4,
): readonly string[] {
  if (LONG_RUN.test(folded)) return [];
  const places = findWords(folded, groups)
    .slice(0, MOST_WORDS)
    .map(({ start, end, word, others }) => ({
      start,
      end,
      others: others.filter((other) => !other.includes(word)),
    }))
    .filter(({ others }) => others.length > 0);
  const variants = new Set<string>();
  // Choices of a replacement for each place, none at first; those with fewest replacements come first.
  let choices: readonly (readonly (string | undefined)[])[] = [places.map(() => undefined)];
  for (let round = 0; round < places.length && variants.size < limit; round += 1) {
    const next: (readonly (string | undefined)[])[] = [];
    const deepest = Math.max(...places.map(({ others }) => others.length));
    for (const choice of choices) {
      const free = choice.reduce((last, each, at) => (each === undefined ? last : at + 1), 0);
      for (let rank = 0; rank < deepest; rank += 1) {
        for (let at = free; at < places.length; at += 1) {
          const other = places[at]?.others[rank];
          if (other === undefined || variants.size >= limit) continue;
          const more = choice.map((each, index) => (index === at ? other : each));
          next.push(more);
          const variant = replaceWords(folded, places, more);
          if (variant !== folded) variants.add(variant);
        }
      }
    }
    choices = next;
  }
  return [...variants];
}

function replaceWords(
  folded: string,
  places: readonly { readonly start: number; readonly end: number }[],
  words: readonly (string | undefined)[],
): string {
  let text = '';
  let place = 0;
  places.forEach(({ start, end }, at) => {
    text += folded.slice(place, start);
    const word = words[at];
    text += word === undefined ? folded.slice(start, end) : padWord(word, text, folded.slice(end));
    place = end;
  });
  return text + folded.slice(place);
}

/** With spaces where letters and digits would run into those of a neighbour. */
function padWord(word: string, before: string, after: string): string {
  const left = BEGINS_LIKE_A_WORD.test(word) && ENDS_LIKE_A_WORD.test(before) ? ' ' : '';
  const right = ENDS_LIKE_A_WORD.test(word) && BEGINS_LIKE_A_WORD.test(after) ? ' ' : '';
  return `${left}${word}${right}`;
}

/** A folded text in pieces, each a word of the groups or what stands between them; joined they are the text. */
export function cutAtSynonyms(
  folded: string,
  groups: SynonymGroups,
): readonly { readonly text: string; readonly others: readonly string[] }[] {
  const pieces: { readonly text: string; readonly others: readonly string[] }[] = [];
  let place = 0;
  for (const { start, end, others } of findWords(folded, groups)) {
    if (start > place) pieces.push({ text: folded.slice(place, start), others: [] });
    pieces.push({ text: folded.slice(start, end), others });
    place = end;
  }
  if (place < folded.length) pieces.push({ text: folded.slice(place), others: [] });
  return pieces;
}
