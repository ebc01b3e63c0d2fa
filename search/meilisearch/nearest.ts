import { distance } from 'fastest-levenshtein';
import { guessNumbers, NUMBER } from '../record/numbers.ts';
import { foldText, unique } from '../record/spelling.ts';
import { standardAttributes } from './draw.ts';
import { beginsWith, isAmong } from './filter.ts';
import { multiSearch } from './http.ts';
import type { Query, SearchServer } from './http.ts';

const FEWEST = 4;
const MOST = 40;
/** Numbers looked at that begin as the one asked for does. */
const NEIGHBOURS = 200;

/** Documents of known numbers within two edits of one that is not known, nearest first; guesses to be offered as such. */
export async function findNearest(
  server: SearchServer,
  indexUid: string,
  text: string,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const [guess] = guessNumbers(foldText(text));
  if (!guess || guess.stem.length < FEWEST || guess.stem.length > MOST) return [];
  const { stem } = guess;
  const ask = (filter: string | null): readonly Query[] =>
    filter === null
      ? []
      : [
          {
            indexUid,
            filter,
            sort: ['rank:asc', 'numberOrder:asc'],
            limit: NEIGHBOURS,
            attributesToRetrieve: [...standardAttributes, 'numbers'],
          },
        ];
  // One edit anywhere; or two near the end, which leave the beginning as it is.
  const results = await multiSearch(
    server,
    [
      ...ask(
        isAmong(
          'numbers',
          listEdits(stem).map((each) => NUMBER + each),
        ),
      ),
      ...ask(beginsWith('numbers', NUMBER + stem.slice(0, -1))),
      ...ask(beginsWith('numbers', NUMBER + stem.slice(0, -2))),
    ],
    signal,
  );
  const byId = new Map(results.flatMap(({ hits }) => hits).map((each) => [each['id'], each]));
  return [...byId.values()]
    .map((document) => ({ document, edits: countEdits(stem, document['numbers']) }))
    .filter(({ edits }) => edits <= 2)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, limit)
    .map(({ document }) => document);
}

/** The fewest edits to a number without year. */
function countEdits(stem: string, numbers: unknown): number {
  const tokens = Array.isArray(numbers) ? numbers.filter((each) => typeof each === 'string') : [];
  const stems = tokens.filter((token) => token.startsWith(NUMBER) && !/-\d{4}$/.test(token));
  return Math.min(Infinity, ...stems.map((token) => distance(stem, token.slice(1))));
}

const DIGITS = [...'0123456789'];

/** A number with one character left out, two in the other order, or one digit another or more. */
function listEdits(stem: string): readonly string[] {
  const edits = [...stem].flatMap((_, at) => {
    const [before, after] = [stem.slice(0, at), stem.slice(at)];
    const rest = after.slice(1);
    return [
      before + rest,
      before + after.charAt(1) + after.charAt(0) + after.slice(2),
      ...DIGITS.flatMap((digit) => [before + digit + rest, before + digit + after]),
    ];
  });
  return unique([...edits, ...DIGITS.map((digit) => stem + digit)]);
}
