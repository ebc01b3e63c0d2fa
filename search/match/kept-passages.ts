import type { Sounds } from '../question/sound.ts';
import { cutWritten } from '../shared/shards.ts';
import type { Shards, WrittenLine } from '../shared/shards.ts';
import { mergeLines } from '../shared/merge-lines.ts';
import { soundTokensOf } from './pair-sounds.ts';
import { isPair, namePassages, spanOf, SHARD_SIZE, writePairs } from './passage-index.ts';
import type { BuiltPassages, WeighedText } from './passage-index.ts';
import { packPostings, toKept } from './postings.ts';

/** Makes an index of passages of texts, in their order; texts that stay are the same objects. */
export type PassageMaker = (texts: readonly WeighedText[], sounds: Sounds) => BuiltPassages;

interface Kept {
  readonly texts: readonly WeighedText[];
  readonly starts: readonly number[];
  readonly sounds: Sounds;
  /** Of each token the passages that have it, in order, each with its impact. */
  readonly lists: Map<string, readonly number[]>;
  /** Pairs of characters by the token of what they sound like. */
  readonly bySound: Map<string, Set<string>>;
  readonly lines: readonly WrittenLine[];
  readonly shards: Shards;
}

/** Above this part of all texts everything is made anew. */
const mostChanged = 1 / 20;

/**
 * A maker that remembers what it made last: where few texts are others only the tokens of these are looked at. What it makes is
 * what `buildPassageIndex` makes.
 */
export function createPassageKeeper(): PassageMaker {
  let kept: Kept | undefined;
  return (texts, sounds) => {
    const changed = kept && listChanged(kept, texts, sounds);
    kept = kept && changed ? follow(kept, texts, changed) : start(texts, sounds);
    return namePassages(
      kept.texts.map((text) => text.length),
      kept.shards,
    );
  };
}

/** The places of texts that are others; null where all has to be made anew. */
function listChanged(
  { texts: before, sounds: known }: Kept,
  texts: readonly WeighedText[],
  sounds: Sounds,
): readonly number[] | null {
  if (known !== sounds || before.length !== texts.length) return null;
  const changed = texts.flatMap((text, at) => (text === before[at] ? [] : [at]));
  const isShort = changed.length <= Math.max(2, texts.length * mostChanged);
  const stays = (at: number) => spanOf(before[at]?.length ?? 0) === spanOf(texts[at]?.length ?? 0);
  return isShort && changed.every(stays) ? changed : null;
}

function start(texts: readonly WeighedText[], sounds: Sounds): Kept {
  const lists = new Map<string, number[]>();
  const starts: number[] = [];
  let next = 0;
  for (const text of texts) {
    starts.push(next);
    for (const [token, postings] of collect(text, next)) {
      const list = lists.get(token);
      if (list) for (const posting of postings) list.push(posting);
      else lists.set(token, postings);
    }
    next += spanOf(text.length);
  }
  const bySound = new Map<string, Set<string>>();
  for (const token of lists.keys()) listen(bySound, token, sounds);
  const lines = [
    ...[...lists].map(([token, list]): WrittenLine => [token, write(token, list)]),
    ...[...bySound].map(([sound, pairs]): WrittenLine => [sound, writeSound(sound, pairs, lists)]),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  return { texts, starts, sounds, lists, bySound, lines, shards: cutWritten(lines, SHARD_SIZE) };
}

/** Postings of one text, whose passages are numbered from `first`. */
function collect(text: WeighedText, first: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [place, tokens] of text.entries()) {
    for (const [token, impact] of tokens) {
      const posting = toKept(first + place, impact);
      const list = found.get(token);
      if (list) list.push(posting);
      else found.set(token, [posting]);
    }
  }
  return found;
}

/** Puts the postings of the text at a place in the stead of those it had; answers with the tokens whose lists are others. */
function exchange(before: Kept, texts: readonly WeighedText[], at: number): readonly string[] {
  const { lists, starts } = before;
  const first = starts[at] ?? 0;
  const was = collect(before.texts[at] ?? [], first);
  const is = collect(texts[at] ?? [], first);
  const [from, to] = [toKept(first, 0), toKept(first + spanOf(texts[at]?.length ?? 0), 0)];
  const other: string[] = [];
  for (const token of new Set([...was.keys(), ...is.keys()])) {
    const own = is.get(token) ?? [];
    if (own.join() === was.get(token)?.join()) continue;
    const list = lists.get(token) ?? [];
    const left = list.findIndex((posting) => posting >= from);
    const head = left < 0 ? list : list.slice(0, left);
    lists.set(token, [...head, ...own, ...list.slice(head.length).filter((each) => each >= to)]);
    other.push(token);
  }
  return other;
}

function follow(before: Kept, texts: readonly WeighedText[], changed: readonly number[]): Kept {
  const { lists, bySound, sounds } = before;
  const other = new Set<string>();
  for (const at of changed) {
    for (const token of exchange(before, texts, at)) other.add(token);
  }
  const written = new Map<string, string>();
  const heard = new Set<string>();
  for (const token of other) {
    const list = lists.get(token) ?? [];
    for (const sound of listen(bySound, token, sounds)) heard.add(sound);
    if (list.length > 0) written.set(token, write(token, list));
    else lists.delete(token);
  }
  for (const sound of heard) {
    const pairs = bySound.get(sound) ?? new Set();
    for (const pair of pairs) if (!lists.has(pair)) pairs.delete(pair);
    if (pairs.size > 0) written.set(sound, writeSound(sound, pairs, lists));
    else bySound.delete(sound);
  }
  const lines = mergeLines(before.lines, new Set([...other, ...heard]), written);
  return { ...before, texts, lines, shards: cutWritten(lines, SHARD_SIZE, before.shards) };
}

/** Adds a token to the pairs that sound so; answers with the tokens of its sounds. */
function listen(
  bySound: Map<string, Set<string>>,
  token: string,
  sounds: Sounds,
): readonly string[] {
  const heard = isPair(token) ? soundTokensOf(token, sounds) : [];
  for (const sound of heard) {
    const pairs = bySound.get(sound);
    if (pairs) pairs.add(token);
    else bySound.set(sound, new Set([token]));
  }
  return heard;
}

const write = (token: string, list: readonly number[]): string =>
  JSON.stringify([token, list.length, packPostings({ kept: list })]);

const writeSound = (
  sound: string,
  pairs: ReadonlySet<string>,
  lists: ReadonlyMap<string, readonly number[]>,
): string =>
  JSON.stringify(
    writePairs(
      sound,
      [...pairs].map((pair) => ({ pair, count: lists.get(pair)?.length ?? 0 })),
    ),
  );
