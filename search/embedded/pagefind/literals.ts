import { undatedKey } from '#core/number/format.ts';
import { glueNumber, readNumber } from '#search/record/numbers.ts';
import type { GluedNumber } from '#search/record/numbers.ts';

/** Anchor behind which they stand: no text of the standard. */
export const LITERALS = '~';

/** The word for a question that is a number of a standard as a whole; undefined for others. */
export function readLiteral(query: string): string | undefined {
  const number = readNumber(query);
  return number && spellNumber(glueNumber(undatedKey(number)));
}

/** A number in letters and digits only, without its year. */
export const spellNumber = ({ stem }: GluedNumber): string => stem.replaceAll('.', 'p');
