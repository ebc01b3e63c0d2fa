import { mergeLines } from '#search/shared/merge-lines.ts';
import { cutWritten } from '#search/shared/shards.ts';
import type { Shards, WrittenLine } from '#search/shared/shards.ts';
import { collectPostings, SHARD_SIZE, toPosting } from './build-index.ts';

/** Makes shards of the tokens of some records, in their order; lists of tokens that stay are the same objects. */
export type ShardMaker = (tokens: readonly (readonly string[])[]) => Shards;

interface Kept {
  readonly tokens: readonly (readonly string[])[];
  /** Records that have a token, in their order. */
  readonly ids: Map<string, readonly number[]>;
  /** Tokens in the order of code units, each with its line as JSON. */
  lines: readonly WrittenLine[];
  shards: Shards;
}

/** Above this part of all records everything is made anew. */
const mostChanged = 1 / 20;

/**
 * A maker of shards that remembers what it made last, for one that makes them again and again: where few records have other
 * tokens only their postings, and the shards that these stand in, are made anew. The shards are those of `buildShards`.
 */
export function createShardKeeper(): ShardMaker {
  let kept: Kept | undefined;
  return (tokens) => {
    const before = kept;
    const changed =
      before?.tokens.length === tokens.length
        ? tokens.flatMap((each, id) => (each === before.tokens[id] ? [] : [id]))
        : null;
    if (before && changed && changed.length <= tokens.length * mostChanged)
      kept = follow(before, tokens, changed);
    else kept = start(tokens);
    return kept.shards;
  };
}

function start(tokens: readonly (readonly string[])[]): Kept {
  const ids = collectPostings(tokens);
  const lines = [...ids]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([token, list]): WrittenLine => [token, write(token, list)]);
  return { tokens, ids, lines, shards: cutWritten(lines, SHARD_SIZE) };
}

const write = (token: string, list: readonly number[]): string =>
  JSON.stringify(toPosting(token, list));

function follow(
  before: Kept,
  tokens: readonly (readonly string[])[],
  changed: readonly number[],
): Kept {
  if (changed.length === 0) return { ...before, tokens };
  const { ids } = before;
  const other = new Set<string>();
  for (const id of changed) {
    const [was, is] = [new Set(before.tokens[id]), new Set(tokens[id])];
    for (const token of was) {
      if (is.has(token)) continue;
      ids.set(
        token,
        (ids.get(token) ?? []).filter((each) => each !== id),
      );
      other.add(token);
    }
    for (const token of is) {
      if (was.has(token)) continue;
      ids.set(
        token,
        [...(ids.get(token) ?? []), id].sort((a, b) => a - b),
      );
      other.add(token);
    }
  }
  const written = new Map<string, string>();
  for (const token of other) {
    const list = ids.get(token) ?? [];
    if (list.length === 0) ids.delete(token);
    else written.set(token, write(token, list));
  }
  const lines = mergeLines(before.lines, other, written);
  return { tokens, ids, lines, shards: cutWritten(lines, SHARD_SIZE, before.shards) };
}
