import { isPair, SHARD_SIZE } from '../../match/passage-index.ts';
import { soundTokensOf } from '../../match/pair-sounds.ts';
import { MOST_POSTINGS, packKept, packPostings, toKept, unpackKept } from '../../match/postings.ts';
import type { Sounds } from '../../question/sound.ts';
import { cutWritten } from '../../shared/shards.ts';
import type { WrittenLine } from '../../shared/shards.ts';
import { writeHeard } from './patch-shards.ts';
import type { ShardPatch } from './patch-shards.ts';

/** The postings of a standard, and the number of its first passage. */
export interface StandardFrom {
  readonly first: number;
  readonly lists: ReadonlyMap<string, string>;
}

/** The shards of an index of standards, as a patch of one that is empty. */
export function buildShards(standards: readonly StandardFrom[], sounds: Sounds): ShardPatch {
  const lists = new Map<string, number[]>();
  for (const { first, lists: own } of standards.toSorted((a, b) => a.first - b.first)) {
    const distance = toKept(first, 0);
    for (const [token, packed] of own) {
      let list = lists.get(token);
      if (!list) lists.set(token, (list = []));
      for (const posting of unpackKept(packed)) list.push(posting + distance);
    }
  }
  const heard = new Map<string, Map<string, number>>();
  const long = new Map<string, string>();
  const lines: WrittenLine[] = [];
  for (const [token, kept] of lists) {
    lines.push([token, JSON.stringify([token, kept.length, packPostings({ kept })])]);
    if (kept.length > MOST_POSTINGS) long.set(token, packKept(kept));
    if (!isPair(token)) continue;
    for (const sound of soundTokensOf(token, sounds)) {
      const pairs = heard.get(sound);
      if (pairs) pairs.set(token, kept.length);
      else heard.set(sound, new Map([[token, kept.length]]));
    }
  }
  for (const [sound, pairs] of heard) lines.push([sound, writeHeard(sound, pairs)]);
  lines.sort(([a], [b]) => (a < b ? -1 : 1));
  const { firsts, contents } = cutWritten(lines, SHARD_SIZE);
  return {
    firsts,
    contents: new Map(firsts.map((first, at) => [first, contents[at] ?? ''])),
    long,
    heard,
  };
}
