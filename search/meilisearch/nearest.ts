import { MOST_PARTS, partsToken, rateToken, stemOf } from '../record/nearness.ts';
import { NUMBER } from '../record/numbers.ts';
import { unique } from '../record/spelling.ts';
import type { SearchHit } from '../contract.ts';
import { standardAttributes, toHit } from './hits.ts';
import { beginsWith, isAmong, NOTHING } from './filter.ts';
import type { Condition } from './filter.ts';
import { multiSearch } from './http.ts';
import type { Query, SearchServer } from './http.ts';
import type { Document } from './read.ts';
import { indexUid } from './schema.ts';
import type { Session } from './session.ts';

/** Numbers looked at that begin as the one asked for does. */
const NEIGHBOURS = 200;

const NEAREST_SHOWN = 5;

/** Numbers near to the one that was asked for. */
export async function listNearest({
  server,
  prefix,
  question,
  request,
  signal,
}: Session): Promise<readonly SearchHit[]> {
  const uid = indexUid(prefix, 'standards');
  const documents = await findNearest(server, uid, question.folded, NEAREST_SHOWN, signal);
  return documents.map((document) => toHit(document, 'number', request.language));
}

/**
 * Documents of known numbers near to one that is not known, under the same code; guesses to be offered as such: its parts and
 * other natures, else those the fewest edits away.
 */
async function findNearest(
  server: SearchServer,
  uid: string,
  text: string,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<readonly Document[]> {
  const stem = stemOf(text);
  if (stem === undefined) return [];
  const ask = (filter: Condition, most: number): readonly Query[] => [
    {
      indexUid: uid,
      filter: filter ?? NOTHING,
      sort: ['rank:asc', 'numberOrder:asc'],
      limit: most,
      attributesToRetrieve: [...standardAttributes, 'numbers'],
    },
  ];
  const [parts, ...near] = await multiSearch(
    server,
    [
      ...ask(beginsWith('numbers', partsToken(stem)), MOST_PARTS),
      // One edit anywhere; or two near the end, which leave the beginning as it is.
      ...ask(
        isAmong(
          'numbers',
          listEdits(stem).map((each) => NUMBER + each),
        ),
        NEIGHBOURS,
      ),
      ...ask(beginsWith('numbers', NUMBER + stem.slice(0, -1)), NEIGHBOURS),
      ...ask(beginsWith('numbers', NUMBER + stem.slice(0, -2)), NEIGHBOURS),
    ],
    signal,
  );
  const rated = near
    .flatMap(({ hits }) => hits)
    .flatMap((document) => {
      const rate = rateDocument(stem, document);
      return rate === null ? [] : [{ document, rate }];
    });
  const known = parts?.hits ?? [];
  const best = known.length > 0 ? 0 : Math.min(...rated.map(({ rate }) => rate));
  const kin = rated.filter(({ rate }) => rate === best).map(({ document }) => document);
  const byId = new Map<unknown, Document>();
  for (const document of [...known, ...kin]) {
    if (!byId.has(document['id'])) byId.set(document['id'], document);
  }
  return [...byId.values()].slice(0, limit);
}

/** The nearest of a document's numbers without year. */
function rateDocument(stem: string, { numbers }: Document): number | null {
  const tokens = Array.isArray(numbers) ? numbers.filter((each) => typeof each === 'string') : [];
  const rates = tokens.map((token) => rateToken(stem, token)).filter((rate) => rate !== null);
  return rates.length === 0 ? null : Math.min(...rates);
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
