import type { Part } from './plan.ts';
import type { RankedStandard } from './rank.ts';
import type { QuestionMatch } from './match-question.ts';

/** A word of a question, and whether the first answer has it. */
export interface QuestionWord {
  /** Folded. */
  readonly text: string;
  readonly found: boolean;
  /** The word that the answer has for it, where that is another. */
  readonly as?: string;
}

/** How an answer that holds most of a question came about. */
export interface BestMatch {
  readonly words: readonly QuestionWord[];
  /** Enough of the question is there for an answer to be likely. */
  readonly likely: boolean;
}

/**
 * An answer is likely that has so much of what is asked, or so much less of it that tells a lot; set on the open questions of `npm
 * run bench:questions`: class none beside the others.
 */
const LIKELY_SHARE = 0.45;
const LEAST_SHARE = 0.18;
const LEAST_STRENGTH = 0.56;

/** What of a question its first answer has. */
export function describeMatch({ parts, standards, strength }: QuestionMatch): BestMatch {
  const [first] = standards;
  const share = first?.share ?? 0;
  return {
    words: first ? joinWords(parts, first) : [],
    likely: share >= LIKELY_SHARE || (share >= LEAST_SHARE && strength >= LEAST_STRENGTH),
  };
}

interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly found: boolean;
  readonly as?: string;
}

/** Parts in the order of the question; pairs of characters that overlap and share their fate are one stretch. */
function joinWords(parts: readonly Part[], { found }: RankedStandard): readonly QuestionWord[] {
  const ways = new Map(found.map(({ part, way }) => [part, way]));
  const stretches = parts
    .flatMap((part, at): readonly Stretch[] => {
      if (part.weight < LEAST_SHOWN) return [];
      const way = part.ways[ways.get(at) ?? -1];
      const { text, start } = part;
      const as = way && way.text !== part.ways[0]?.text ? { as: way.text } : {};
      return [{ text, start, end: start + text.length, found: way !== undefined, ...as }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Stretch[] = [];
  for (const each of stretches) {
    const last = joined.at(-1);
    const isWithin = last !== undefined && each.end <= last.end;
    if (isWithin && (last.found || !each.found)) continue;
    const overlaps = last !== undefined && each.start < last.end;
    if (overlaps && last.found === each.found && !last.as && !each.as) {
      const text = last.text + each.text.slice(last.end - each.start);
      joined[joined.length - 1] = { ...last, text, end: Math.max(last.end, each.end) };
    } else joined.push(each);
  }
  return joined.map(({ text, found: isFound, as }) => ({
    text,
    found: isFound,
    ...(as !== undefined && { as }),
  }));
}

/** Pairs across words and with particles are looked for and not shown. */
const LEAST_SHOWN = 0.5;
