import { titleTokens, WORD } from '../record/titles.ts';
import { packIds, unpackIds } from './postings.ts';
import { cutShards, openShards } from '../shared/shards.ts';
import { wordToken } from './tokens.ts';

/** The index of titles of standards without a text: the first token of each file, and the files. */
export interface BuiltTitles {
  readonly shards: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

/** A line of `n<n>.json`: a token, and the standards with it in a title. */
type TitleLine = readonly [token: string, ids: string];

const SHARD_SIZE = 2_000;

/** Pairs of characters and stems of words of a title. */
function listTitleTokens(title: string): readonly string[] {
  return titleTokens(title).flatMap((token) => {
    if (token.startsWith(WORD)) return [wordToken(token.slice(WORD.length))];
    return [...token].length < 2 ? [] : [token];
  });
}

/** Files of the index of titles; of each standard its number, rising, and its titles. */
export function buildTitleIndex(
  standards: Iterable<readonly [id: number, titles: readonly string[]]>,
): BuiltTitles {
  const lists = new Map<string, number[]>();
  for (const [id, titles] of standards) {
    for (const token of new Set(titles.flatMap(listTitleTokens))) {
      const list = lists.get(token);
      if (list) list.push(id);
      else lists.set(token, [id]);
    }
  }
  const { firsts, contents } = cutShards(
    [...lists].map(([token, ids]) => [token, packIds(ids)] as const),
    SHARD_SIZE,
  );
  return {
    shards: firsts,
    files: new Map(contents.map((content, at) => [`n${at}.json`, content])),
  };
}

/** Finds standards by tokens of their titles; tokens that none has are left out. */
export function openTitleIndex(
  shards: readonly string[],
  load: (names: readonly string[]) => Promise<readonly unknown[]>,
): (tokens: readonly string[]) => Promise<ReadonlyMap<string, readonly number[]>> {
  const read = openShards<TitleLine>(shards, 'n', load);
  return async (tokens) =>
    new Map((await read(tokens)).map(([token, packed]) => [token, unpackIds(packed)]));
}
