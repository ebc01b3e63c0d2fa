import { MOST_PARTS, partsToken, rateToken, stemOf } from '#search/record/nearness.ts';
import { NUMBER } from '#search/record/numbers.ts';
import { unique } from '#search/record/spelling.ts';
import type { Directory, TokenRecords } from './open.ts';

/** Numbers, with years and without, that are looked through for one that differs in the last sign. */
const MOST_SIBLINGS = 400;

/**
 * Known numbers near to one that is not known, under the same code; guesses to be offered as such: its parts and other
 * natures, else those the fewest edits away.
 */
export async function findNearest(
  directory: Directory,
  text: string,
  limit: number,
): Promise<readonly number[]> {
  const stem = stemOf(text);
  if (stem === undefined) return [];
  const part = partsToken(stem);
  const siblings = NUMBER + stem.slice(0, -1);
  const starts = [stem, stem.slice(0, -1), stem.slice(0, -2)].map((each) => NUMBER + each);
  // An edit late in the number leaves it in the same shard; of earlier ones those that keep the digits are looked up.
  const [parts, ...lists] = await Promise.all([
    directory.scan(part, (token) => token.startsWith(part), MOST_PARTS),
    // Those that differ in the last sign, wherever shards are cut.
    directory.scan(siblings, (token) => token.startsWith(siblings), MOST_SIBLINGS),
    ...starts.map(directory.around),
    ...listSlips(stem).map((each) => lookUp(directory, NUMBER + each)),
  ]);
  const near = lists.flat().flatMap(({ token, ids }) => {
    const rate = rateToken(stem, token);
    return rate === null ? [] : [{ ids, rate }];
  });
  const best = parts.length > 0 ? 0 : Math.min(...near.map(({ rate }) => rate));
  const kin = near.filter(({ rate }) => rate === best).flatMap(({ ids }) => ids);
  return unique([...parts.flatMap(({ ids }) => ids), ...kin]).slice(0, limit);
}

async function lookUp(directory: Directory, token: string): Promise<readonly TokenRecords[]> {
  const ids = await directory.find(token);
  return ids.length > 0 ? [{ token, ids }] : [];
}

/** A digit left out, or two in the other order. */
function listSlips(stem: string): readonly string[] {
  const slips = new Set<string>();
  for (let at = 0; at < Math.min(stem.length, 16); at += 1) {
    if (!/\d/.test(stem[at] ?? '')) continue;
    const rest = stem.slice(at + 1);
    slips.add(stem.slice(0, at) + rest);
    if (/^\d/.test(rest)) slips.add(stem.slice(0, at) + rest.charAt(0) + stem[at] + rest.slice(1));
  }
  return [...slips];
}
