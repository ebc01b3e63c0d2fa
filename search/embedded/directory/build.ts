import { memo } from '#core/base/memo.ts';
import { filterNames } from '#search/contract.ts';
import type { FilterName } from '#search/contract.ts';
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
import { partPlaces } from '#search/places/place-words.ts';
import { pinyinTokens } from '#search/record/pinyin.ts';
import { buildIndex, buildShards } from './build-index.ts';
import type { Shards } from '#search/shared/shards.ts';
import { orderNames, packColumn, packOrder } from './columns.ts';
import type { SaidWords } from '#core/model/said-words.ts';
import { languageOfSaid, packSaidWords } from '#search/match/vocabulary.ts';
import { DIRECTORY_FOLDER, DIRECTORY_VERSION, packRecord, saidFile } from './format.ts';
import type { DirectoryRoot, NamedRoot } from './format.ts';
import { packNumbers } from './numbers-packed.ts';
import { nameContent, nameFiles } from '../name-files.ts';

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

/** How parts of a directory are made, by one that may remember what it made last. */
export interface DirectoryTools {
  readonly termShards: (terms: readonly NamedEntry<unknown>[]) => Shards;
  readonly tokensOf: (entry: DirectoryEntry) => readonly string[];
  /** From what finds the tokens of each entry: those of 100,000 are not held at once. */
  readonly shardsOf: (
    entries: readonly DirectoryEntry[],
    tokensOf: (entry: DirectoryEntry) => readonly string[],
  ) => Shards;
  readonly columnsOf: (entries: readonly DirectoryEntry[]) => Columns;
  readonly nameContent: (content: string) => string;
}

/** Each part is made anew. */
export const usualTools: DirectoryTools = {
  termShards: buildNameShards,
  tokensOf: listAllTokens,
  shardsOf: (entries, tokensOf) => buildShards(entries.values().map(tokensOf)),
  columnsOf: buildColumns,
  nameContent,
};

const writeRecord = memo((entry: DirectoryEntry) => JSON.stringify(packRecord(entry.record)));
const writeNamed = memo(({ record }: NamedEntry<unknown>) => JSON.stringify(record));

/** Files of the directory by name, the root last. The same records give the same bytes, whatever the tools. */
export function buildDirectory(
  ranked: RankedEntries,
  texts: TextMode,
  { terms = [], systems = [], synonyms = [], places, said = [] }: DirectoryExtras = {},
  tools: DirectoryTools = usualTools,
): ReadonlyMap<string, string> {
  const { entries, hosted, hostedLive, recordsLive } = ranked;
  const { root: index, files: parts } = buildIndex(
    tools.shardsOf(entries, tools.tokensOf),
    entries.map(writeRecord),
  );
  const named = [
    buildNamed('terms', terms, tools.termShards(terms), tools.nameContent),
    buildNamed('systems', systems, buildNameShards(systems), tools.nameContent),
  ];
  const files = new Map([
    ...parts,
    ...named.map(({ file, root }) => [file, JSON.stringify(root)] as const),
    ...buildPlaces(places, entries),
  ]);
  const { columns, files: ofColumns } = tools.columnsOf(entries);
  for (const [file, content] of ofColumns) files.set(file, content);
  const spoken = Map.groupBy(said, languageOfSaid);
  for (const language of ['zh', 'en'] as const) {
    files.set(saidFile(language), packSaidWords(spoken.get(language) ?? []));
  }
  const own = nameFiles(files, tools.nameContent);
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

/** Columns and orders of all entries. */
export interface Columns {
  readonly columns: readonly FilterName[];
  readonly files: ReadonlyMap<string, string>;
}

/** What entries are filtered, counted and sorted by: `c-<name>.json` and `o-<name>.json`. */
export function buildColumns(entries: readonly DirectoryEntry[]): Columns {
  const files = new Map<string, string>();
  const columns = filterNames.filter((name) => {
    const column = packColumn(name, entries);
    if (column) files.set(`c-${name}.json`, JSON.stringify(column));
    return column !== null;
  });
  for (const name of orderNames)
    files.set(`o-${name}.json`, JSON.stringify(packOrder(name, entries)));
  return { columns, files };
}

/** What `partPlaces` makes, and `places-<system>.json` with standards, each with its place in the directory. */
function buildPlaces(
  places: DirectoryPlaces | undefined,
  entries: RankedEntries['entries'],
): ReadonlyMap<string, string> {
  const standards = numberStandards(
    places?.standards ?? {},
    entries.map(({ record }) => record),
  );
  return new Map([
    ...partPlaces(places?.systems ?? []),
    ...Object.entries(standards).map(
      ([id, each]) => [`places-${id}.json`, JSON.stringify(each)] as const,
    ),
  ]);
}

/** What terms or systems are found by, in their order: it takes half of the time of a directory. */
export function buildNameShards(entries: readonly NamedEntry<unknown>[]): Shards {
  return buildShards(entries.values().map(listAllNameTokens));
}

/** All that a term or a system is found by. */
export function listAllNameTokens(entry: NamedEntry<unknown>): readonly string[] {
  return [...listNameTokens(entry), ...entry.names.flatMap(pinyinTokens)];
}

function buildNamed(
  name: 'terms' | 'systems',
  entries: readonly NamedEntry<TermRecord | SystemEntry>[],
  shards: Shards,
  nameOf: DirectoryTools['nameContent'],
) {
  const { root, files } = buildIndex(shards, entries.map(writeNamed));
  const owners = packNumbers(entries.map(({ owner }) => owner + 1));
  const named = nameFiles(files, nameOf);
  const own: NamedRoot = { ...root, files: named.names, owners };
  return { file: `${name}.json`, root: own, files: named.files };
}
