import { foldText } from '../record/spelling.ts';
import type { QuestionWord } from '../contract.ts';

/** Where the words of a question are, seen from the clause that is shown for an answer. */
export interface PlacedWords {
  readonly inClause: readonly QuestionWord[];
  /** In the same standard, but not in what is shown of it. */
  readonly elsewhere: readonly QuestionWord[];
  readonly missing: readonly QuestionWord[];
}

const squeeze = (text: string): string => foldText(text).replace(/\s/g, '');

/** Where each word of a question is: `shown` is the text of the clause with its heading. Words that are said otherwise count. */
export function placeWords(words: readonly QuestionWord[], shown: string): PlacedWords {
  const text = squeeze(shown);
  const isShown = ({ text: own, as }: QuestionWord) =>
    [own, as ?? ''].some((word) => word !== '' && holds(text, squeeze(word)));
  const found = words.filter((word) => word.found);
  return {
    inClause: found.filter(isShown),
    elsewhere: found.filter((word) => !isShown(word)),
    missing: words.filter((word) => !word.found),
  };
}

/** A word, or all pairs of characters of a longer one, as it was looked for. */
function holds(text: string, word: string): boolean {
  if (text.includes(word)) return true;
  const characters = [...word];
  return (
    characters.length > 2 &&
    /^\p{Script=Han}+$/u.test(word) &&
    characters.slice(1).every((each, at) => text.includes(`${characters[at]}${each}`))
  );
}
