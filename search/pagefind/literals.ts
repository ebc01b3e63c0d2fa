import { findNumbers, parseNumber, undatedKey } from '../../src/core/number/index.ts';
import type { StandardNumber } from '../../src/core/number/index.ts';
import { glueNumber } from '../record/numbers.ts';
import type { TextPage } from '../record/page.ts';
import { foldText, splitText, unique } from '../record/spelling.ts';
import { spellValue } from '../record/values.ts';

/** Anchor behind which they stand: no text of the standard. */
export const LITERALS = '~';

/**
 * Values with their units and numbers of standards that stand in a text, each as one word of letters and digits. Pagefind
 * cuts `GB/T 191` and `-18 ℃` into pieces that nearly every text has; these words tell the right ones.
 */
export function listLiterals({ clauses }: TextPage): readonly string[] {
  return unique(
    clauses.flatMap(({ title, text }) =>
      [title, ...text].flatMap((line) => [
        ...findNumbers(line).map(({ number }) => spellNumber(number)),
        ...splitText(foldText(line)).words.flatMap((word) => spellValue(word) ?? []),
      ]),
    ),
  );
}

/** The word for a question that is a number of a standard as a whole; undefined for others. */
export function readLiteral(query: string): string | undefined {
  const parsed = parseNumber(query);
  return parsed.ok ? spellNumber(parsed.number) : undefined;
}

const spellNumber = (number: StandardNumber): string =>
  glueNumber(undatedKey(number)).stem.replaceAll('.', 'p');
