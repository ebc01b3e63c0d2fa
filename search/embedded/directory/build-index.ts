import { cutShards } from '#search/shared/shards.ts';
import type { Shards } from '#search/shared/shards.ts';
import type { IndexRoot, Posting } from './format.ts';

/** Records in one block: 20 hits out of 20 blocks stay below 200 KB uncompressed. */
const BLOCK = 32;
/** Characters of JSON in one shard, about; one posting is never cut. On a slow network each pair of a question costs one. */
export const SHARD_SIZE = 6_000;

export interface BuiltIndex {
  readonly root: IndexRoot;
  /** Shards and blocks by name. */
  readonly files: ReadonlyMap<string, string>;
}

/** Shards of an index, from the `tokens` of each record in their order, which are not kept; most of the work. */
export function buildShards(tokens: Iterable<Iterable<string>>): Shards {
  const postings = [...collectPostings(tokens)].map(([token, ids]) => toPosting(token, ids));
  return cutShards(postings, SHARD_SIZE);
}

/** Files of an index: its shards, and what is written of each record, as JSON. */
export function buildIndex({ firsts, contents }: Shards, written: readonly string[]): BuiltIndex {
  const files = new Map(contents.map((content, at) => [`t${at}.json`, content]));
  for (let start = 0; start < written.length; start += BLOCK) {
    const block = written.slice(start, start + BLOCK);
    files.set(`r${start / BLOCK}.json`, `[${block.join(',')}]`);
  }
  const root = { records: written.length, block: BLOCK, shards: firsts };
  return { root, files };
}

/** The records that have each token, in their order. */
export function collectPostings(records: Iterable<Iterable<string>>): Map<string, number[]> {
  const lists = new Map<string, number[]>();
  let id = 0;
  for (const tokens of records) {
    for (const token of new Set(tokens)) {
      const list = lists.get(token);
      if (list) list.push(id);
      else lists.set(token, [id]);
    }
    id += 1;
  }
  return lists;
}

/** A token with the first of its records and the distances to the next ones. */
export function toPosting(token: string, ids: readonly number[]): Posting {
  return [token, ...ids.map((id, at) => id - (at === 0 ? 0 : (ids[at - 1] ?? 0)))];
}
