import { titleTokens, WORD } from '../record/titles.ts';
import { packIds, unpackIds } from './postings.ts';
import { cutShards, openShards } from '../shared/shards.ts';
import type { Shards } from '../shared/shards.ts';
import { wordToken } from './tokens.ts';

/** A line of a shard: a token, and the standards with it in a title. */
type TitleLine = readonly [token: string, ids: string];

const SHARD_SIZE = 2_000;

/** Pairs of characters and stems of words of a title. */
function listTitleTokens(title: string): readonly string[] {
  return titleTokens(title).flatMap((token) => {
    if (token.startsWith(WORD)) return [wordToken(token.slice(WORD.length))];
    return [...token].length < 2 ? [] : [token];
  });
}

/** The index of titles of standards without a text; of each its number, rising, and its titles. */
export function buildTitleIndex(
  standards: Iterable<readonly [id: number, titles: readonly string[]]>,
): Shards {
  const lists = new Map<string, number[]>();
  for (const [id, titles] of standards) {
    for (const token of new Set(titles.flatMap(listTitleTokens))) {
      const list = lists.get(token);
      if (list) list.push(id);
      else lists.set(token, [id]);
    }
  }
  return cutShards(
    [...lists].map(([token, ids]) => [token, packIds(ids)] as const),
    SHARD_SIZE,
  );
}

/** Finds standards by tokens of their titles; tokens that none has are left out. */
export function openTitleIndex(
  firsts: readonly string[],
  nameOf: (at: number) => string,
  load: (names: readonly string[]) => Promise<readonly unknown[]>,
): (tokens: readonly string[]) => Promise<ReadonlyMap<string, readonly number[]>> {
  const read = openShards<TitleLine>(firsts, nameOf, load);
  return async (tokens) =>
    new Map((await read(tokens)).map(([token, packed]) => [token, unpackIds(packed)]));
}
