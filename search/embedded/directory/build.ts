import { filterNames } from '#search/contract.ts';
import { listNameTokens, listTokens } from '#search/record/index.ts';
import type {
  DirectoryEntry,
  NamedEntry,
  RankedEntries,
  SystemEntry,
  TermRecord,
  TextMode,
} from '#search/record/index.ts';
import type { StandardsOfPlaces, SystemPlaces } from '#search/places/place.ts';
import { numberStandards } from '#search/places/list-places.ts';
import { pinyinTokens } from '#search/record/pinyin.ts';
import { buildIndex, buildShards } from './build-index.ts';
import type { Shards } from '#search/shared/shards.ts';
import { orderNames, packColumn, packOrder } from './columns.ts';
import type { SaidWords } from '#core/model/said-words.ts';
import { languageOfSaid, packSaidWords } from '#search/match/vocabulary.ts';
import { DIRECTORY_FOLDER, DIRECTORY_VERSION, packRecord, saidFile } from './format.ts';
import type { DirectoryRoot, NamedRoot } from './format.ts';
import { packNumbers } from './numbers-packed.ts';
import { nameFiles } from '../name-files.ts';

/** What is found beside standards, and words that mean the same. */
export interface DirectoryExtras {
  readonly terms?: readonly NamedEntry<TermRecord>[];
  readonly systems?: readonly NamedEntry<SystemEntry>[];
  readonly synonyms?: readonly (readonly string[])[];
  readonly places?: DirectoryPlaces;
  readonly said?: readonly SaidWords[];
}

/** Places of systems by the words they are asked by, and their standards by the id of the system. */
export interface DirectoryPlaces {
  readonly systems: readonly SystemPlaces[];
  readonly standards: Readonly<Record<string, StandardsOfPlaces>>;
}

/** All that a standard is found by in the directory. */
export function listAllTokens(entry: DirectoryEntry): readonly string[] {
  return [...listTokens(entry), ...pinyinTokens(entry.record.title)];
}

/**
 * Files of the directory by name, the root last. The same records give the same bytes; `termShards` are those of its
 * terms, `tokensOf` may remember what it was asked before.
 */
export function buildDirectory(
  ranked: RankedEntries,
  texts: TextMode,
  { terms = [], systems = [], synonyms = [], places, said = [] }: DirectoryExtras = {},
  termShards: Shards = buildNameShards(terms),
  tokensOf: (entry: DirectoryEntry) => readonly string[] = listAllTokens,
): ReadonlyMap<string, string> {
  const { entries, hosted, hostedLive, recordsLive } = ranked;
  const { root: index, files: parts } = buildIndex(
    buildShards(entries.map(tokensOf)),
    entries.map(({ record }) => packRecord(record)),
  );
  const named = [
    buildNamed('terms', terms, termShards),
    buildNamed('systems', systems, buildNameShards(systems)),
  ];
  const files = new Map([
    ...parts,
    ...named.map(({ file, root }) => [file, JSON.stringify(root)] as const),
    ...buildPlaces(places, entries),
  ]);
  const columns = filterNames.filter((name) => {
    const column = packColumn(name, entries);
    if (column) files.set(`c-${name}.json`, JSON.stringify(column));
    return column !== null;
  });
  for (const name of orderNames) {
    files.set(`o-${name}.json`, JSON.stringify(packOrder(name, entries)));
  }
  const spoken = Map.groupBy(said, languageOfSaid);
  for (const language of ['zh', 'en'] as const) {
    files.set(saidFile(language), packSaidWords(spoken.get(language) ?? []));
  }
  const own = nameFiles(files);
  const root: DirectoryRoot = {
    version: DIRECTORY_VERSION,
    files: own.names,
    ...index,
    hosted,
    hostedLive,
    recordsLive,
    texts,
    columns,
    synonyms,
    slugs: texts === 'full' ? entries.slice(0, hosted).map(({ record }) => record.slug) : [],
  };
  const placed = new Map<string, string>();
  for (const { files: published } of [own, ...named]) {
    for (const [name, content] of published) placed.set(`${DIRECTORY_FOLDER}/${name}`, content);
  }
  return placed.set('directory.json', JSON.stringify(root));
}

/** `places.json`, and `places-<system>.json` with standards, each with its place in the directory. */
function buildPlaces(
  places: DirectoryPlaces | undefined,
  entries: RankedEntries['entries'],
): ReadonlyMap<string, string> {
  const standards = numberStandards(
    places?.standards ?? {},
    entries.map(({ record }) => record),
  );
  return new Map([
    ['places.json', JSON.stringify(places?.systems ?? [])],
    ...Object.entries(standards).map(
      ([id, each]) => [`places-${id}.json`, JSON.stringify(each)] as const,
    ),
  ]);
}

/** What terms or systems are found by, in their order: it takes half of the time of a directory. */
export function buildNameShards(entries: readonly NamedEntry<unknown>[]): Shards {
  return buildShards(
    entries.map((entry) => [...listNameTokens(entry), ...entry.names.flatMap(pinyinTokens)]),
  );
}

function buildNamed(
  name: 'terms' | 'systems',
  entries: readonly NamedEntry<TermRecord | SystemEntry>[],
  shards: Shards,
) {
  const { root, files } = buildIndex(
    shards,
    entries.map(({ record }) => record),
  );
  const owners = packNumbers(entries.map(({ owner }) => owner + 1));
  const named = nameFiles(files);
  const own: NamedRoot = { ...root, files: named.names, owners };
  return { file: `${name}.json`, root: own, files: named.files };
}
