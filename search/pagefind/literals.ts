import { undatedKey } from '../../src/core/number/format.ts';
import { parseNumber } from '../../src/core/number/parse.ts';
import type { StandardNumber } from '../../src/core/number/types.ts';
import { glueNumber } from '../record/numbers.ts';

/** Anchor behind which they stand: no text of the standard. */
export const LITERALS = '~';

/** The word for a question that is a number of a standard as a whole; undefined for others. */
export function readLiteral(query: string): string | undefined {
  const parsed = parseNumber(query);
  return parsed.ok ? spellNumber(parsed.number) : undefined;
}

/** A number in letters and digits only, without its year. */
export const spellNumber = (number: StandardNumber): string =>
  glueNumber(undatedKey(number)).stem.replaceAll('.', 'p');
