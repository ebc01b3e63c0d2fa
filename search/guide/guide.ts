import { dropAsking } from '../question/words.ts';
import { foldText, pairsOf, splitText, unique } from '../record/spelling.ts';

/** A part of the portal's own pages: a section of the help. */
export interface GuideEntry {
  /** From the root of the site, with its anchor: `/help/#read`. */
  readonly path: string;
  readonly title: string;
  /** Words it is found by besides its title. */
  readonly words: string;
  /** How it begins. */
  readonly text: string;
}

const MOST_SHOWN = 2;
/** What a question about reading or kinds asks with, and no section has in its words. */
const ASIDE =
  /区别|不同|差别|意思|含义|用法|方法|怎么|怎样|如何|吗|有|the|difference|between|mean(?:s|ing)?/gi;

/**
 * The sections that a question is about, best first, two at most: those whose title and words have all of what is asked, but
 * for what it is asked with. A question of one word counts only where it is a whole word of theirs.
 */
export function findGuide(entries: readonly GuideEntry[], question: string): readonly GuideEntry[] {
  const asked = foldText(dropAsking(question) ?? question).replace(ASIDE, ' ');
  const wanted = wordsOf(asked);
  if (wanted.length === 0) return [];
  const single = asked.trim();
  return entries
    .flatMap((entry) => {
      const own = foldText(`${entry.title} ${entry.words}`);
      const known = new Set([...wordsOf(own), ...(own.match(/\p{Script=Han}/gu) ?? [])]);
      const all = wanted.every((word) => known.has(word));
      const whole = single.includes(' ') || own.split(' ').includes(single);
      return all && whole ? [{ entry, excess: own.length }] : [];
    })
    .sort((a, b) => a.excess - b.excess)
    .slice(0, MOST_SHOWN)
    .map(({ entry }) => entry);
}

function wordsOf(folded: string): readonly string[] {
  const { runs, words } = splitText(folded);
  return unique([...runs.flatMap(pairsOf), ...words]);
}
