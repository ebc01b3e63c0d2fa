import { distance } from 'fastest-levenshtein';
import { dropNature, guessNumbers, LOOSE_NUMBER, NUMBER } from './numbers.ts';
import { foldText } from './spelling.ts';

const CODE = /^[^\d]*/;
/** Numbers shorter than this are near within one edit only, longer ones within two. */
const LONG = 8;

/**
 * How far a known number is from one asked for; both are stems (`gbt3098.1`). 0: another part or the whole of it, or another
 * nature; 1 and 2: so many edits, two digits in the other order being one, under the same code; null: not near. Numbers
 * farther off than the nearest are not worth offering.
 */
function rateNearness(asked: string, known: string): 0 | 1 | 2 | null {
  const [left, right] = [dropNature(asked), dropNature(known)];
  const code = CODE.exec(left)?.[0] ?? '';
  if (code !== (CODE.exec(right)?.[0] ?? '')) return null;
  const [serial, other] = [left.slice(code.length), right.slice(code.length)];
  if (serial === '' || other === '') return null;
  if (serial === other) return 0;
  if (other.startsWith(`${serial}.`) || serial.startsWith(`${other}.`)) return 0;
  if (isSwapped(serial, other)) return 1;
  const edits = distance(serial, other);
  if (edits === 1) return 1;
  return edits === 2 && left.length >= LONG ? 2 : null;
}

/** Whether two neighbours stand in the other order. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** The same for a token of a known number; null for one with a year, or without its code. */
export function rateToken(asked: string, token: string): ReturnType<typeof rateNearness> {
  const bare = token.startsWith(NUMBER) && !/-\d{4}$/.test(token);
  return bare ? rateNearness(asked, token.slice(NUMBER.length)) : null;
}

const SHORTEST = 4;
const LONGEST = 40;

/** The stem by which numbers near to a question are looked for; undefined when it is no number that could have any. */
export function stemOf(text: string): string | undefined {
  const stem = guessNumbers(foldText(text))[0]?.stem ?? '';
  return stem.length < SHORTEST || stem.length > LONGEST ? undefined : stem;
}

/** How tokens begin of the parts of a number, in whatever nature. */
export function partsToken(stem: string): string {
  return `${LOOSE_NUMBER}${dropNature(stem)}.`;
}

/** Parts that are offered for a whole. */
export const MOST_PARTS = 20;
