import { isPair, SHARD_SIZE, writePairs } from '../../match/passage-index.ts';
import { soundTokensOf } from '../../match/pair-sounds.ts';
import { MOST_POSTINGS, packKept, packPostings, unpackKept } from '../../match/postings.ts';
import type { Sounds } from '../../question/sound.ts';
import { mergeLines } from '../../shared/merge-lines.ts';
import { cutWritten, lastAtMost } from '../../shared/shards.ts';
import type { Shards, WrittenLine } from '../../shared/shards.ts';

/** What becomes of the postings of a token: those between two bounds go, others come. */
export interface PostingChange {
  readonly gone: (readonly [from: number, to: number])[];
  readonly come: number[];
}

/** Pairs that sound alike, each with how many passages have it. */
export type HeardPairs = ReadonlyMap<string, number>;

/** An index of passages as it is kept: what is not asked for is not read. */
export interface KeptShards {
  /** First tokens of the shards, in order. */
  readonly firsts: readonly string[];
  readonly read: (first: string) => string;
  /** All postings of a token of which a shard has the strongest alone, as `packKept` writes them. */
  readonly readLong: (token: string) => string;
  readonly readHeard: (sound: string) => HeardPairs;
}

/** What is other in an index of passages: null is gone. */
export interface ShardPatch {
  /** First tokens of all shards, in order. */
  readonly firsts: readonly string[];
  /** By first token. */
  readonly contents: ReadonlyMap<string, string>;
  readonly long: ReadonlyMap<string, string | null>;
  readonly heard: ReadonlyMap<string, HeardPairs>;
}

/** The shards of an index after changes: what they are when all is made anew. */
export function patchShards(
  kept: KeptShards,
  changes: ReadonlyMap<string, PostingChange>,
  sounds: Sounds,
): ShardPatch {
  const linesOf = openLines(kept);
  const written = new Map<string, string>();
  const other = new Set<string>();
  const long = new Map<string, string | null>();
  const heard = new Map<string, Map<string, number>>();
  for (const [token, change] of changes) {
    const before = linesOf(token);
    const wasLong = before !== undefined && before.count > MOST_POSTINGS;
    const list = unpackKept(wasLong ? kept.readLong(token) : (before?.packed ?? ''));
    const now = apply(list, change);
    other.add(token);
    if (now.length > 0)
      written.set(token, JSON.stringify([token, now.length, packPostings({ kept: now })]));
    if (now.length > MOST_POSTINGS) long.set(token, packKept(now));
    else if (wasLong) long.set(token, null);
    if (now.length === list.length || !isPair(token)) continue;
    for (const sound of soundTokensOf(token, sounds)) {
      const pairs = heard.get(sound) ?? new Map(kept.readHeard(sound));
      if (now.length > 0) pairs.set(token, now.length);
      else pairs.delete(token);
      heard.set(sound, pairs);
    }
  }
  for (const [sound, pairs] of heard) {
    other.add(sound);
    if (pairs.size > 0) written.set(sound, writeHeard(sound, pairs));
  }
  return { ...recut(kept, other, written), long, heard };
}

/** The line of a sound. */
export function writeHeard(sound: string, pairs: HeardPairs): string {
  return JSON.stringify(
    writePairs(
      sound,
      [...pairs].map(([pair, count]) => ({ pair, count })),
    ),
  );
}

function apply(list: readonly number[], { gone, come }: PostingChange): readonly number[] {
  const stays = list.filter((each) => !gone.some(([from, to]) => each >= from && each < to));
  return come.length === 0 ? stays : [...stays, ...come].sort((a, b) => a - b);
}

const readLines = (content: string): readonly WrittenLine[] =>
  (JSON.parse(content) as readonly (readonly [string, ...unknown[]])[]).map((line) => [
    line[0],
    JSON.stringify(line),
  ]);

/** The line of a token, as far as it is one of postings. */
function openLines({ firsts, read }: KeptShards) {
  const shards = new Map<number, ReadonlyMap<string, readonly [number, string]>>();
  return (token: string) => {
    const at = shardOf(firsts, token);
    let lines = shards.get(at);
    if (!lines) {
      const content = read(firsts[at] ?? '');
      const parsed = JSON.parse(content) as readonly (readonly [string, number, string])[];
      shards.set(at, (lines = new Map(parsed.map(([own, ...rest]) => [own, rest]))));
    }
    const line = lines.get(token);
    return line && { count: line[0], packed: line[1] };
  };
}

/** The shard that has a token, or would have it. */
const shardOf = (firsts: readonly string[], token: string): number =>
  Math.max(0, lastAtMost(firsts, token));

/** Cuts anew where lines are others, until a cut falls where one was. */
function recut(
  { firsts, read }: KeptShards,
  other: ReadonlySet<string>,
  written: ReadonlyMap<string, string>,
): Pick<ShardPatch, 'firsts' | 'contents'> {
  const touched = new Map<number, [string, string][]>();
  for (const token of other) {
    const at = shardOf(firsts, token);
    const own = touched.get(at) ?? [];
    const line = written.get(token);
    if (line !== undefined) own.push([token, line]);
    touched.set(at, own);
    // Where the one before ends depends on the first line behind it.
    const before = Math.max(0, at - 1);
    touched.set(before, touched.get(before) ?? []);
  }
  const linesOf = (at: number) => readLines(read(firsts[at] ?? ''));
  const now: string[] = [];
  const contents = new Map<string, string>();
  for (let at = 0; at < firsts.length; at += 1) {
    if (!touched.has(at)) {
      now.push(firsts[at] ?? '');
      continue;
    }
    const lines: WrittenLine[] = [];
    let cut: Shards;
    let isLast: boolean;
    for (; ; at += 1) {
      lines.push(...mergeLines(linesOf(at), other, new Map(touched.get(at))));
      isLast = at + 1 >= firsts.length;
      if (!isLast && touched.has(at + 1)) continue;
      const behind = isLast ? [] : linesOf(at + 1).slice(0, 1);
      cut = cutWritten([...lines, ...behind], SHARD_SIZE);
      if (isLast || cut.firsts.at(-1) === firsts[at + 1]) break;
    }
    for (const [place, first] of cut.firsts.slice(0, isLast ? undefined : -1).entries()) {
      now.push(first);
      contents.set(first, cut.contents[place] ?? '');
    }
  }
  return { firsts: now, contents };
}
