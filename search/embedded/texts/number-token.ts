import { undatedKey } from '#core/number/format.ts';
import { glueNumber, readNumber } from '#search/record/numbers.ts';
import type { GluedNumber } from '#search/record/numbers.ts';

/** Before numbers of standards that a text names: as words alone they fall into pieces that nearly every text has. */
const NAMED = '#';

/** The token of a number that a text names, without its year. */
export const numberToken = ({ stem }: GluedNumber): string => NAMED + stem;

/** The token of a question that is a number of a standard as a whole; undefined for others. */
export function readNumberToken(query: string): string | undefined {
  const number = readNumber(query);
  return number && numberToken(glueNumber(undatedKey(number)));
}
