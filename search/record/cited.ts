import { findNumbers } from '#core/number/find.ts';
import { numberKey, undatedKey } from '#core/number/format.ts';
import { listMembers } from '#core/number/members.ts';
import { glueNumber } from './numbers.ts';
import type { GluedNumber } from './numbers.ts';
import { unique } from './spelling.ts';

/** Numbers of standards that stand in a text, without and, where they have one, with their year; of a run each of them. At build time only. */
export function numbersIn(text: string): readonly GluedNumber[] {
  return findNumbers(text)
    .flatMap(({ number }) => listMembers(number))
    .flatMap((number) => unique([undatedKey(number), numberKey(number)]).map(glueNumber));
}
