import { cutWritten } from '#search/shared/shards.ts';
import type { Shards, WrittenLine } from '#search/shared/shards.ts';
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
  const { places, ends, distances } = packPostings(tokens);
  const lines = [...places.keys()]
    .sort()
    .values()
    .map((token): WrittenLine => {
      const place = places.get(token) ?? 0;
      const list = distances.subarray(place === 0 ? 0 : ends[place - 1], ends[place]);
      return [token, `[${JSON.stringify(token)},${list.length === 1 ? list[0] : list.join(',')}]`];
    });
  return cutWritten(lines, SHARD_SIZE);
}

/** As {@link collectPostings} and {@link toPosting}, in two lists of numbers: a list for each of a million tokens takes a gigabyte. */
function packPostings(records: Iterable<Iterable<string>>) {
  const places = new Map<string, number>();
  /** Of each token, in the order in which they were met, how many records have it, and the last of them that was seen. */
  const counts: number[] = [];
  const last: number[] = [];
  // All pairs of a token and a record, by records: the token of each, and where each record ends.
  const met = new NumberList();
  const recordEnds: number[] = [];
  for (const tokens of records) {
    const id = recordEnds.length;
    for (const token of tokens) {
      let place = places.get(token);
      if (place === undefined) {
        place = counts.length;
        places.set(token, place);
        counts.push(0);
        last.push(-1);
      }
      if (last[place] === id) continue;
      last[place] = id;
      counts[place] = (counts[place] ?? 0) + 1;
      met.push(place);
    }
    recordEnds.push(met.length);
  }
  const ends = new Uint32Array(counts.length);
  const next = new Uint32Array(counts.length);
  let end = 0;
  for (const [place, count] of counts.entries()) {
    next[place] = end;
    end += count;
    ends[place] = end;
  }
  const distances = new Uint32Array(end);
  last.fill(0);
  let at = 0;
  for (const [id, recordEnd] of recordEnds.entries()) {
    for (; at < recordEnd; at += 1) {
      const place = met.at(at);
      distances[next[place] ?? 0] = id - (last[place] ?? 0);
      next[place] = (next[place] ?? 0) + 1;
      last[place] = id;
    }
  }
  return { places, ends, distances };
}

/** Numbers below 2^32, four bytes each. */
class NumberList {
  #held = new Uint32Array(1 << 16);
  length = 0;
  push(value: number): void {
    if (this.length === this.#held.length) {
      const longer = new Uint32Array(this.length * 2);
      longer.set(this.#held);
      this.#held = longer;
    }
    this.#held[this.length] = value;
    this.length += 1;
  }
  at(place: number): number {
    return this.#held[place] ?? 0;
  }
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
