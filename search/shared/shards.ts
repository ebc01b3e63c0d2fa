import { isCut } from '#core/base/cuts.ts';

/** A line of a shard: its token, then what is known of it. */
export type ShardLine = readonly [token: string, ...rest: unknown[]];

/** Lines cut into shards: the first token of each, and each as JSON. */
export interface Shards {
  readonly firsts: readonly string[];
  readonly contents: readonly string[];
}

/** A shard ends between these parts of its size, at a token that is fit for it, so that a change of one line moves few cuts. */
const [earliest, latest] = [0.7, 1.3];

/**
 * Lines in the order of their tokens (code units) as shards of about `size` characters of JSON; no line is cut. Where it is
 * cut depends on the lines near by alone.
 */
export function cutShards(lines: Iterable<ShardLine>, size: number): Shards {
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  return cutWritten(
    sorted.values().map((line): WrittenLine => [line[0], JSON.stringify(line)]),
    size,
  );
}

/** A token, and its line as JSON. */
export type WrittenLine = readonly [token: string, written: string];

/** As {@link cutShards}, of lines that are in order and written; a shard of the same lines as one of `before` is that very text. */
export function cutWritten(lines: Iterable<WrittenLine>, size: number, before?: Shards): Shards {
  const known = new Map(before?.firsts.map((first, at) => [first, before.contents[at] ?? '']));
  const firsts: string[] = [];
  const contents: string[] = [];
  let first = '';
  let open: string[] = [];
  let length = 0;
  const close = () => {
    if (open.length === 0) return;
    firsts.push(first);
    const content = `[${open.join(',')}]`;
    const same = known.get(first);
    contents.push(same === content ? same : content);
    open = [];
    length = 0;
  };
  for (const [token, written] of lines) {
    const isFull = length + written.length > size * latest;
    if (isFull || (length >= size * earliest && isCut(token))) close();
    if (open.length === 0) first = token;
    open.push(written);
    length += written.length + 1;
  }
  close();
  return { firsts, contents };
}

/**
 * Reads the lines of tokens, in their order and without those that no shard has. `load` is given the names of shards, each by
 * its place, and is not asked for a token twice.
 */
export function openShards<Line extends ShardLine>(
  firsts: readonly string[],
  nameOf: (at: number) => string,
  load: (names: readonly string[]) => Promise<readonly unknown[]>,
): (tokens: readonly string[]) => Promise<readonly Line[]> {
  const known = new Map<string, Line>();
  return async (tokens) => {
    const wanted = new Set(tokens.filter((token) => !known.has(token)));
    const places = new Set([...wanted].map((token) => lastAtMost(firsts, token)));
    const names = [...places].filter((at) => at >= 0).map(nameOf);
    for (const shard of names.length === 0 ? [] : await load(names)) {
      for (const line of shard as readonly Line[])
        if (wanted.has(line[0])) known.set(line[0], line);
    }
    return tokens.flatMap((token) => {
      const line = known.get(token);
      return line ? [line] : [];
    });
  };
}

/** The last place of a sorted list whose value is not after `value`; -1 when there is none. */
export function lastAtMost<T extends string | number>(sorted: readonly T[], value: T): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as T) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
