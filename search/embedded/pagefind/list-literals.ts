import { numbersIn } from '#search/record/cited.ts';
import type { TextPage } from '#search/record/page.ts';
import { foldText, pairsOf, splitText, unique } from '#search/record/spelling.ts';
import { joinHyphens } from '#search/record/titles.ts';
import { spellValue } from '#search/record/values.ts';
import { spellNumber } from './literals.ts';

/**
 * What stands in a line in another spelling than it is asked for: Ⅱ as `ii`, ＬＥＤ as `led`, ⼯作 as 工作, a word that
 * something unseen stands in. Pagefind folds none of it.
 */
function listFolded(line: string): readonly string[] {
  const folded = foldText(line);
  const own = splitText(line.toLowerCase());
  const known = new Set([...own.runs.flatMap(pairsOf), ...own.words]);
  const { runs, words } = splitText(folded);
  return [...runs.flatMap(pairsOf), ...words, ...joinHyphens(folded)].flatMap((word) =>
    known.has(word) || spellValue(word) !== undefined ? [] : [word],
  );
}

/**
 * Values with their units, numbers of standards, and what is spelled otherwise than it is asked for, of a text, each as one word of letters and digits. Pagefind
 * cuts `GB/T 191` and `-18 ℃` into pieces that nearly every text has; these words tell the right ones.
 */
export function listLiterals({ clauses }: TextPage): readonly string[] {
  return unique(
    clauses.flatMap(({ title, text }) =>
      [title, ...text].flatMap((line) => [
        ...numbersIn(line).map(spellNumber),
        ...splitText(foldText(line)).words.flatMap((word) => spellValue(word) ?? []),
        ...listFolded(line),
      ]),
    ),
  );
}
