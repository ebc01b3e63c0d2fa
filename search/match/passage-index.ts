import type { Sounds } from '../question/sound.ts';
import { packPostings, unpackPostings } from './postings.ts';
import type { Postings } from './postings.ts';
import { weighClauses, weighHead } from './passages.ts';
import type { Passage } from './passages.ts';
import { soundTokensOf } from './pair-sounds.ts';

/** A text as it is weighed: its head, then its clauses. */
export interface PassageText {
  readonly title: string;
  /** Keywords, abstract, title in the other language. */
  readonly lead: string;
  readonly clauses: readonly Passage[];
}

/** How the index of passages is cut into files: the first passage of each text, and the first token of each file. */
export interface PassageRoot {
  /** Passages of each text in order: its head and its clauses. */
  readonly counts: readonly number[];
  /** Clauses that have a title, a part of the whole that questions choose from. */
  readonly shards: readonly string[];
}

/**
 * `t<n>.json`: tokens in order (code units), in how many passages each stands, and which; of the sound of two characters the
 * pairs that sound so, the most frequent first.
 */
type PassageShard = readonly (readonly [token: string, count: number, postings: string])[];

/** Characters of JSON in one shard, about; one token is never cut. A question reads one for each token of it. */
const SHARD_SIZE = 3_000;

export interface BuiltPassages {
  readonly root: PassageRoot;
  readonly files: ReadonlyMap<string, string>;
}

/** Files of the index of passages; `sounds` as of the browser's table. The same texts give the same bytes. */
export function buildPassageIndex(texts: Iterable<PassageText>, sounds: Sounds): BuiltPassages {
  const lists = new Map<string, [number, number][]>();
  const counts: number[] = [];
  let id = 0;
  for (const { title, lead, clauses } of texts) {
    const passages = [weighHead(title, lead), ...weighClauses(clauses)];
    counts.push(passages.length);
    for (const tokens of passages) {
      for (const [token, impact] of tokens) {
        const list = lists.get(token);
        if (list) list.push([id, impact]);
        else lists.set(token, [[id, impact]]);
      }
      id += 1;
    }
  }
  const shards: string[] = [];
  const files = new Map<string, string>();
  let lines: string[] = [];
  let size = 0;
  const close = () => {
    if (lines.length > 0) files.set(`t${shards.length - 1}.json`, `[${lines.join(',')}]`);
    lines = [];
    size = 0;
  };
  const entries = [
    ...[...lists].map(([token, list]) => [token, list.length, packPostings(list)] as const),
    ...listSounds(lists, sounds),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [token, ...rest] of entries) {
    const line = JSON.stringify([token, ...rest]);
    if (size + line.length > SHARD_SIZE) close();
    if (lines.length === 0) shards.push(token);
    lines.push(line);
    size += line.length + 1;
  }
  close();
  return { root: { counts, shards }, files };
}

/** Pairs by what they sound like. */
function listSounds(
  lists: ReadonlyMap<string, readonly unknown[]>,
  sounds: Sounds,
): readonly (readonly [token: string, count: number, pairs: string])[] {
  const bySound = new Map<string, { pair: string; count: number }[]>();
  for (const [token, { length }] of lists) {
    if (!/^\p{Script=Han}{2}$/u.test(token)) continue;
    for (const sound of soundTokensOf(token, sounds)) {
      const list = bySound.get(sound);
      if (list) list.push({ pair: token, count: length });
      else bySound.set(sound, [{ pair: token, count: length }]);
    }
  }
  return [...bySound].map(([sound, pairs]) => {
    const ordered = pairs.sort((a, b) => b.count - a.count || (a.pair < b.pair ? -1 : 1));
    return [sound, pairs.length, ordered.map(({ pair }) => pair).join('')];
  });
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

/** `load` reads files by name, several at once, and keeps what it has; tokens that nothing has are left out. */
export function openPassageIndex(
  { counts, shards }: PassageRoot,
  load: (names: readonly string[]) => Promise<readonly unknown[]>,
): PassageIndex {
  const starts: number[] = [];
  let count = 0;
  for (const own of counts) {
    starts.push(count);
    count += own;
  }
  const known = new Map<string, PassageShard[number]>();
  const read = async (tokens: readonly string[]): Promise<readonly PassageShard[number][]> => {
    const wanted = new Set(tokens.filter((token) => !known.has(token)));
    const places = [...new Set([...wanted].map((token) => lastAtMost(shards, token)))];
    const names = places.filter((at) => at >= 0).map((at) => `t${at}.json`);
    for (const file of names.length === 0 ? [] : await load(names)) {
      for (const line of file as PassageShard) if (wanted.has(line[0])) known.set(line[0], line);
    }
    return tokens.flatMap((token) => {
      const line = known.get(token);
      return line ? [line] : [];
    });
  };
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

/** The last place of a sorted list whose value is not after `value`; -1 when there is none. */
function lastAtMost<T extends string | number>(sorted: readonly T[], value: T): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as T) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
