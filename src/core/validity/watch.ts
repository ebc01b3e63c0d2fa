import { isObject, parseJson } from '../base/json.ts';
import type { ListRow, Verdict } from './checked.ts';
import { verdictWords } from './words.ts';

/** What was said of one number of a list when somebody last looked. */
export interface SeenNumber {
  readonly place: string;
  readonly written: string;
  readonly verdict: Verdict;
  /** The edition here, and the chain that replaces it, as printed; empty where there is none. */
  readonly edition: string;
  readonly successors: string;
}

/** A list that a reader has kept, to see later what has changed. */
export interface WatchedList {
  readonly id: string;
  readonly name: string;
  /** The day on which it was looked at last. */
  readonly day: string;
  readonly rows: readonly ListRow[];
  readonly seen: readonly SeenNumber[];
}

/** What is another than it was, of one number; without `before` it was not read then, without `now` it is not read any more. */
export interface SeenChange {
  readonly before?: SeenNumber;
  readonly now?: SeenNumber;
}

/** The numbers of which something else is said now than then, in the order of the list; last those that are read no more. */
export function listChanges(
  before: readonly SeenNumber[],
  now: readonly SeenNumber[],
): readonly SeenChange[] {
  const keyed = (list: readonly SeenNumber[]) => {
    const times = new Map<string, number>();
    return list.map((each) => {
      const name = `${each.place}\n${each.written}`;
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      return [`${name}\n${time}`, each] as const;
    });
  };
  const left = new Map(keyed(before));
  const changes = keyed(now).flatMap(([key, each]): readonly SeenChange[] => {
    const was = left.get(key);
    left.delete(key);
    if (!was) return [{ now: each }];
    const isSame =
      was.verdict === each.verdict &&
      was.edition === each.edition &&
      was.successors === each.successors;
    return isSame ? [] : [{ before: was, now: each }];
  });
  return [...changes, ...Array.from(left.values(), (each) => ({ before: each }))];
}

/** What a browser keeps says what it is, and of which version. */
const format = 'biaolian-watched-lists';
const version = 1;
const longestName = 60;

/** Lists as they were kept, or why they cannot be read: by another version of the site, or damaged. */
export type ReadWatched =
  | { readonly kind: 'lists'; readonly lists: readonly WatchedList[] }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'damaged' };

/** All lists as JSON: `{format, version, lists}`. */
export function writeWatched(lists: readonly WatchedList[]): string {
  return JSON.stringify({ format, version, lists });
}

/** Returns the lists of a text of `writeWatched`; what is no list in it is left out. Other versions are refused. */
export function readWatched(text: string): ReadWatched {
  const read = parseJson(text);
  if (!isObject(read) || read['format'] !== format) return { kind: 'damaged' };
  if (read['version'] !== version) return { kind: 'other-version' };
  return { kind: 'lists', lists: toArray(read['lists']).flatMap(readList) };
}

function readList(value: unknown): readonly WatchedList[] {
  const { id, name, day, rows, seen } = isObject(value) ? value : {};
  if (!isText(id) || !isText(name) || !isText(day)) return [];
  return [
    {
      id,
      name: name.slice(0, longestName),
      day,
      rows: toArray(rows).flatMap((row) => {
        const { place, text } = isObject(row) ? row : {};
        return isText(place) && isText(text) ? [{ place, text }] : [];
      }),
      seen: toArray(seen).flatMap(readSeen),
    },
  ];
}

function readSeen(value: unknown): readonly SeenNumber[] {
  const { place, written, verdict, edition, successors } = isObject(value) ? value : {};
  const known = verdictWords.find((each) => each.verdict === verdict)?.verdict;
  if (!isText(place) || !isText(written) || known === undefined) return [];
  return [
    {
      place,
      written,
      verdict: known,
      edition: isText(edition) ? edition : '',
      successors: isText(successors) ? successors : '',
    },
  ];
}

const isText = (value: unknown): value is string => typeof value === 'string';

const toArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
