import type { BestMatch, QuestionWord } from '../contract.ts';
import { isTold } from './plan.ts';
import type { Part } from './plan.ts';
import { meansAlone } from './tokens.ts';
import type { RankedStandard } from './rank.ts';
import type { QuestionMatch } from './match-question.ts';

/**
 * An answer is likely that has so much of what is asked, or so much less of it that tells a lot; set on the open questions of `npm
 * run bench:questions`: class none beside the others.
 */
const LIKELY_SHARE = 0.5;
const LEAST_SHARE = 0.18;
const LEAST_STRENGTH = 0.6;

/** What of a question its first answer has. */
export function describeMatch({ parts, standards, strength }: QuestionMatch): BestMatch {
  const [first] = standards;
  const share = first?.share ?? 0;
  return {
    words: first ? joinWords(parts, first) : [],
    likely: share >= LIKELY_SHARE || (share >= LEAST_SHARE && strength >= LEAST_STRENGTH),
  };
}

/** A part of a question at its place. */
interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly found: boolean;
  readonly as?: string;
  /** Not cut across two words. */
  readonly isWord: boolean;
}

const isLong = ({ text }: Stretch) => text.length > 1;

/**
 * Parts in the order of the question, each character in one: words that were found, then words that were not, then single
 * characters that were found, then what is left. Neighbours that overlap and share their fate are one.
 */
function joinWords(parts: readonly Part[], { found }: RankedStandard): readonly QuestionWord[] {
  const ways = new Map(found.map(({ part, way }) => [part, way]));
  const stretches = parts
    .flatMap((part, at) => toStretch(part, ways.get(at)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const layers = [
    stretches.filter((each) => each.found && isLong(each)),
    stretches.filter((each) => !each.found && isLong(each) && each.isWord),
    stretches.filter((each) => each.found && !isLong(each)),
    stretches.filter((each) => !each.found && isLong(each) && !each.isWord),
  ];
  const taken = new Set<number>();
  const shown = layers.flatMap((layer) => {
    const free = joinStretches(layer.flatMap((each) => cutToFree(each, taken)));
    for (const { start, end } of free) {
      for (let place = start; place < end; place += 1) taken.add(place);
    }
    return free;
  });
  return shown
    .flatMap(trimCommon)
    .sort((a, b) => a.start - b.start)
    .map(({ text, found: isFound, as }) => ({
      text,
      found: isFound,
      ...(as !== undefined && { as }),
    }));
}

function toStretch(part: Part, found: number | undefined): readonly Stretch[] {
  if (!isTold(part)) return [];
  const { text, start, ways, weight } = part;
  const way = found === undefined ? undefined : ways[found];
  const as = way && way.text !== ways[0]?.text ? { as: way.text } : {};
  const end = start + text.length;
  return [{ text, start, end, found: way !== undefined, isWord: weight >= 1, ...as }];
}

/** A stretch without what others have taken of it at its ends; nothing where that says nothing alone. */
function cutToFree(stretch: Stretch, taken: ReadonlySet<number>): readonly Stretch[] {
  let { start, end } = stretch;
  while (start < end && taken.has(start)) start += 1;
  while (end > start && taken.has(end - 1)) end -= 1;
  if (end - start === stretch.end - stretch.start) return [stretch];
  const text = stretch.text.slice(start - stretch.start, end - stretch.start);
  if (stretch.found || text === '' || (text.length < 2 && !meansAlone(text))) return [];
  return [{ ...stretch, text, start, end }];
}

/** A stretch without the characters at its ends that say nothing alone: 水温 of 水温不; nothing where a single one is left of it. */
function trimCommon(stretch: Stretch): readonly Stretch[] {
  if (stretch.as !== undefined || !isLong(stretch)) return [stretch];
  const characters = [...stretch.text];
  const first = characters.findIndex(meansAlone);
  const last = characters.findLastIndex(meansAlone);
  const text = characters.slice(first, last + 1).join('');
  if (first < 0 || (last === first && /^\p{Script=Han}$/u.test(text))) return [];
  return [{ ...stretch, text }];
}

/** Stretches in their order; one within another goes, two that overlap are one unless the text says one of them otherwise. */
function joinStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const each of stretches) {
    const last = joined.at(-1);
    if (last === undefined || each.start >= last.end) joined.push(each);
    else if (each.end > last.end && last.as === undefined && each.as === undefined) {
      const text = last.text + each.text.slice(last.end - each.start);
      joined[joined.length - 1] = { ...last, text, end: each.end };
    } else if (each.end > last.end) joined.push(each);
  }
  return joined;
}
