import { openPassageIndex } from '../match/passage-index.ts';
import type { PassageIndex } from '../match/passage-index.ts';
import { openTitleIndex } from '../match/title-index.ts';
import { unpackSaidWords } from '../match/vocabulary.ts';
import type { Dictionary } from '../match/vocabulary.ts';
import type { MatchSources } from '../match/match-question.ts';
import type { SynonymGroups } from '../question/synonyms.ts';
import { isObject } from '#core/base/json.ts';
import { EngineFailure } from './failure.ts';
import { isAmong, NOTHING } from './filter.ts';
import { multiSearch } from './http.ts';
import type { SearchServer } from './http.ts';
import { readText } from './read.ts';
import { listFavoured } from '../match/favour.ts';
import type { PlaceSources } from '../match/favour.ts';
import type { StandardsOfPlaces, SystemPlaces } from '../places/place.ts';
import {
  BLOCK,
  blockName,
  indexUid,
  PLACES,
  placesOf,
  ROOT,
  SAID,
  shardName,
  STAMP,
  TITLES,
} from './schema.ts';
import type { MatchRoot, MatchText } from './schema.ts';

/** What a page keeps of the indexes by which questions are matched; `stamp` says whether it is still so. */
export interface KnownMatch {
  readonly stamp: string;
  readonly root: MatchRoot;
  /** First tokens of the shards of titles. */
  readonly titles: readonly string[];
  readonly dictionary: Dictionary;
}

/** The indexes by which one question is matched. */
export interface MatchStore extends MatchSources {
  readonly root: MatchRoot;
  readonly passages: PassageIndex;
  /** Ids of the documents of standards without a text, by the numbers of these; one that is not there is left out. */
  readonly findIds: (standards: readonly number[]) => Promise<ReadonlyMap<number, string>>;
}

/** The library was published anew since the page learnt of it: what it knows must be learnt again. */
export class OutdatedMatch extends Error {
  override readonly name = 'OutdatedMatch';
}

interface Place {
  readonly server: SearchServer;
  readonly prefix: string;
}

/** Rejects with `EngineFailure` when it is not there, or is damaged. */
export async function readKnownMatch(place: Place, synonyms: SynonymGroups): Promise<KnownMatch> {
  const files = await readFiles(place, [ROOT, TITLES, SAID, STAMP]);
  const stamp = files.get(STAMP);
  if (typeof stamp !== 'string') throw refuse(STAMP);
  const dictionary = { synonyms, said: unpackSaidWords(files.get(SAID)) };
  return {
    stamp,
    root: readRoot(files.get(ROOT)),
    titles: readTitles(files.get(TITLES)),
    dictionary,
  };
}

/** Rejects with `OutdatedMatch` as soon as the server has something newer. */
export function openMatchStore(
  place: Place,
  { stamp, root, titles, dictionary }: KnownMatch,
  day: string,
  signal: AbortSignal | undefined,
): MatchStore {
  const load = joinLoads(async (names) => {
    const files = await readFiles(place, [STAMP, ...names], signal);
    if (files.get(STAMP) !== stamp) throw new OutdatedMatch();
    return files;
  });
  const loadLines = async (names: readonly string[]) => {
    const files = await load(names);
    return names.map((name) => readLines(name, files.get(name)));
  };
  const { records, hosted, hostedLive, recordsLive, texts } = root;
  return {
    root,
    records,
    dictionary: async () => dictionary,
    passages: openPassageIndex(root.passages, loadLines, (at) =>
      shardName('text', root.passages.shards[at] ?? ''),
    ),
    findTitles: openTitleIndex(titles, (at) => shardName('title', titles[at] ?? ''), loadLines),
    favoured: async (question) => {
      const read = async (name: string) => (await load([name])).get(name);
      const placeSources: PlaceSources = {
        places: async () => (await read(PLACES)) as readonly SystemPlaces[],
        placeStandards: async (system) => (await read(placesOf(system))) as StandardsOfPlaces,
        idOf: ({ id }) => id,
      };
      return listFavoured(question, placeSources, day);
    },
    standardOf: (text) => texts[text]?.[2],
    isRead: (standard) => standard < hosted,
    isLive: (standard) => standard < hostedLive || (standard >= hosted && standard < recordsLive),
    findIds: async (standards) => {
      const blockOf = (standard: number) => blockName(Math.floor(standard / BLOCK));
      const names = [...new Set(standards.map(blockOf))];
      const files: ReadonlyMap<string, unknown> =
        names.length === 0 ? new Map() : await load(names);
      const ids = new Map<number, string>();
      for (const standard of standards) {
        const block = files.get(blockOf(standard));
        const id: unknown = Array.isArray(block) ? block[standard % BLOCK] : undefined;
        if (typeof id === 'string') ids.set(standard, id);
      }
      return ids;
    },
  };
}

type Files = ReadonlyMap<string, unknown>;

/** What is asked for in one breath is fetched in one. */
function joinLoads(
  fetchAll: (names: readonly string[]) => Promise<Files>,
): (names: readonly string[]) => Promise<Files> {
  let waiting: { readonly names: Set<string>; readonly files: Promise<Files> } | undefined;
  return (names) => {
    if (!waiting) {
      const own = new Set<string>();
      const files = Promise.resolve().then(() => {
        waiting = undefined;
        return fetchAll([...own]);
      });
      waiting = { names: own, files };
    }
    for (const name of names) waiting.names.add(name);
    return waiting.files;
  };
}

async function readFiles(
  { server, prefix }: Place,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<Files> {
  const query = {
    indexUid: indexUid(prefix, 'passages'),
    filter: isAmong('id', names) ?? NOTHING,
    limit: names.length,
    attributesToRetrieve: ['id', 'content'],
  };
  const [result] = await multiSearch(server, [query], signal);
  return new Map(
    (result?.hits ?? []).map((document) => [
      readText(document, 'id'),
      parseContent(readText(document, 'content')),
    ]),
  );
}

function parseContent(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return undefined;
  }
}

/** Lines of a shard, each a token and what is known of it. */
function readLines(name: string, lines: unknown): readonly unknown[] {
  const isLine = (line: unknown) =>
    Array.isArray(line) && typeof line[0] === 'string' && typeof line.at(-1) === 'string';
  if (!Array.isArray(lines) || !lines.every(isLine)) throw refuse(name);
  return lines;
}

function readRoot(root: unknown): MatchRoot {
  if (!isObject(root) || !isRoot(root)) throw refuse(ROOT);
  return root;
}

function readTitles(titles: unknown): readonly string[] {
  if (!isListOf(titles, isString)) throw refuse(TITLES);
  return titles as readonly string[];
}

function isRoot(root: Readonly<Record<string, unknown>>): root is MatchRoot & typeof root {
  const { records, hosted, hostedLive, recordsLive, end, texts, passages } = root;
  return (
    [records, hosted, hostedLive, recordsLive, end].every(isCount) &&
    isListOf(texts, isText) &&
    isObject(passages) &&
    isListOf(passages['counts'], isCount) &&
    isListOf(passages['slots'], isCount) &&
    isListOf(passages['shards'], isString)
  );
}

const isListOf = (list: unknown, fits: (each: unknown) => boolean): boolean =>
  Array.isArray(list) && list.every(fits);
const isString = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

function isText(text: unknown): text is MatchText {
  if (!Array.isArray(text)) return false;
  const [slug, language, standard] = text as readonly unknown[];
  return isString(slug) && (language === 'zh' || language === 'en') && isCount(standard);
}

function refuse(name: string): EngineFailure {
  return new EngineFailure('garbage', `what questions are matched by is damaged: ${name}`);
}
