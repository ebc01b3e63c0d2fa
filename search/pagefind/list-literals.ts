import { numbersIn } from '../record/cited.ts';
import type { TextPage } from '../record/page.ts';
import { foldText, splitText, unique } from '../record/spelling.ts';
import { spellValue } from '../record/values.ts';
import { spellNumber } from './literals.ts';

/**
 * Values with their units and numbers of standards that stand in a text, each as one word of letters and digits. Pagefind
 * cuts `GB/T 191` and `-18 ℃` into pieces that nearly every text has; these words tell the right ones.
 */
export function listLiterals({ clauses }: TextPage): readonly string[] {
  return unique(
    clauses.flatMap(({ title, text }) =>
      [title, ...text].flatMap((line) => [
        ...numbersIn(line).map(spellNumber),
        ...splitText(foldText(line)).words.flatMap((word) => spellValue(word) ?? []),
      ]),
    ),
  );
}
