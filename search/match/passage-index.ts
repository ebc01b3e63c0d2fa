import type { Sounds } from '../question/sound.ts';
import type { TextPage } from '../record/page.ts';
import { addPosting, packPostings, unpackPostings } from './postings.ts';
import type { PostingList, Postings } from './postings.ts';
import { weighClauses, weighHead } from './passages.ts';
import { soundTokensOf } from './pair-sounds.ts';
import { cutShards, lastAtMost, openShards } from '../shared/shards.ts';
import type { Shards } from '../shared/shards.ts';

/** How the index of passages is cut into files: where each text begins, and the first token of each file. */
export interface PassageRoot {
  /** Passages of each text in order: its head and its clauses. */
  readonly counts: readonly number[];
  /** Number of the first passage of each, rising, in steps of `SPAN`; where there are none texts stand one behind the other. */
  readonly slots?: readonly number[];
  /** Clauses that have a title, a part of the whole that questions choose from. */
  readonly shards: readonly string[];
}

/**
 * A line of `t<n>.json`: a token, in how many passages it stands, and which; of the sound of two characters the
 * pairs that sound so, the most frequent first.
 */
type PassageLine = readonly [token: string, count: number, postings: string];

/** Characters of JSON in one shard, about; one token is never cut. A question reads one for each token of it. */
export const SHARD_SIZE = 3_000;

export interface BuiltPassages {
  readonly root: PassageRoot;
  readonly files: ReadonlyMap<string, string>;
}

/** The tokens of each passage of a text with their impacts: its head, then its clauses. */
export type WeighedText = readonly ReadonlyMap<string, number>[];

/** The text of a standard as it is weighed, by itself, with its number in its head: what takes most of the time of an index. */
export function weighPage({ number, title, lead, clauses }: TextPage): WeighedText {
  const passages = clauses.map((clause) => ({ ...clause, text: clause.text.join(' ') }));
  return [weighHead(title, [number, title, ...lead].join(' ')), ...weighClauses(passages)];
}

/** Passages of one text are numbered in steps of so many: a clause more or less seldom moves those of the texts behind it. */
export const SPAN = 64;

/** How many numbers a text of so many passages takes. */
export const spanOf = (count: number): number => Math.ceil((count + 1) / SPAN) * SPAN;

/** Takes texts one by one; of what it was given it keeps no more than the postings that will be written. */
export interface PassageBuilder {
  readonly add: (text: WeighedText) => void;
  /** Files of the index; `sounds` as of the browser's table. The same texts give the same bytes. */
  readonly build: (sounds: Sounds) => BuiltPassages;
}

/** An index of passages that texts are added to one by one, so that one at a time is in memory. */
export function createPassageBuilder(): PassageBuilder {
  const lists = new Map<string, PostingList>();
  const counts: number[] = [];
  let start = 0;
  return {
    add: (passages) => {
      counts.push(passages.length);
      for (const [place, tokens] of passages.entries()) {
        const id = start + place;
        for (const [token, impact] of tokens) {
          let list = lists.get(token);
          if (!list) lists.set(token, (list = { count: 0, kept: [] }));
          addPosting(list, id, impact);
        }
      }
      start += spanOf(passages.length);
    },
    build: (sounds) => {
      const shards = cutShards(
        [
          ...[...lists].map(([token, list]) => [token, list.count, packPostings(list)] as const),
          ...listSounds(lists, sounds),
        ],
        SHARD_SIZE,
      );
      return namePassages(counts, shards);
    },
  };
}

/** An index of passages by its shards; `counts`: passages of each text. */
export function namePassages(
  counts: readonly number[],
  { firsts, contents }: Shards,
): BuiltPassages {
  const files = new Map(contents.map((content, at) => [nameByPlace(at), content]));
  return { root: { counts, shards: firsts }, files };
}

/** Whether a token is a pair of Chinese characters, which are found by their sound, too. */
export const isPair = (token: string): boolean => /^\p{Script=Han}{2}$/u.test(token);

/** Files of the index of passages of weighed texts, in their order. */
export function buildPassageIndex(texts: Iterable<WeighedText>, sounds: Sounds): BuiltPassages {
  const builder = createPassageBuilder();
  for (const text of texts) builder.add(text);
  return builder.build(sounds);
}

/** Pairs by what they sound like. */
function listSounds(
  lists: ReadonlyMap<string, Pick<PostingList, 'count'>>,
  sounds: Sounds,
): readonly (readonly [token: string, count: number, pairs: string])[] {
  const bySound = new Map<string, { pair: string; count: number }[]>();
  for (const [token, { count }] of lists) {
    if (!isPair(token)) continue;
    for (const sound of soundTokensOf(token, sounds)) {
      const list = bySound.get(sound);
      if (list) list.push({ pair: token, count });
      else bySound.set(sound, [{ pair: token, count }]);
    }
  }
  return [...bySound].map(([sound, pairs]) => writePairs(sound, pairs));
}

/** The line of a sound: its pairs, the most frequent first. */
export function writePairs(
  sound: string,
  pairs: readonly { readonly pair: string; readonly count: number }[],
): readonly [token: string, count: number, pairs: string] {
  const ordered = pairs.toSorted((a, b) => b.count - a.count || (a.pair < b.pair ? -1 : 1));
  return [sound, pairs.length, ordered.map(({ pair }) => pair).join('')];
}

/** Where a passage stands. */
export interface PassagePlace {
  /** Place of the text in the order the index was made in. */
  readonly text: number;
  /** Place of the clause in its text; -1 for the head. */
  readonly clause: number;
}

/** Passages by tokens; files are read when a question needs them. */
export interface PassageIndex {
  /** Passages in all. */
  readonly count: number;
  /** Passages of a text. */
  readonly countOf: (text: number) => number;
  readonly find: (tokens: readonly string[]) => Promise<ReadonlyMap<string, FoundPostings>>;
  /** Pairs of characters by the token of their sound, the most frequent first. */
  readonly findSounds: (
    tokens: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly string[]>>;
  readonly place: (passage: number) => PassagePlace;
}

export interface FoundPostings extends Postings {
  /** Passages that have the token, listed or not. */
  readonly count: number;
}

/** The name of a shard by its place, as `namePassages` has it. */
const nameByPlace = (at: number): string => `t${at}.json`;

/**
 * `load` reads files by name (`nameOf` their place), several at once, and keeps what it has; tokens that nothing has are left
 * out.
 */
export function openPassageIndex(
  { counts, slots, shards }: PassageRoot,
  load: (names: readonly string[]) => Promise<readonly unknown[]>,
  nameOf = nameByPlace,
): PassageIndex {
  const starts: number[] = [];
  let count = 0;
  let next = 0;
  for (const [at, own] of counts.entries()) {
    const slot = slots?.[at];
    if (slot !== undefined) next = slot * SPAN;
    starts.push(next);
    count += own;
    next += spanOf(own);
  }
  const read = openShards<PassageLine>(shards, nameOf, load);
  return {
    count,
    countOf: (text) => counts[text] ?? 0,
    place: (passage) => {
      const text = lastAtMost(starts, passage);
      return { text, clause: passage - (starts[text] ?? 0) - 1 };
    },
    find: async (tokens) =>
      new Map(
        (await read(tokens)).map(([token, own, packed]) => [
          token,
          { count: own, ...unpackPostings(packed) },
        ]),
      ),
    findSounds: async (tokens) =>
      new Map((await read(tokens)).map(([token, , pairs]) => [token, pairs.match(/../gu) ?? []])),
  };
}
