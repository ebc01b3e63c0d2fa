import { readSummed, writeSummed } from '#library/summed-file.ts';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { memo } from '#core/base/memo.ts';
import { isHoldingEntries } from '#library/cache.ts';
import { digestCode } from '#library/code-digest.ts';
import { shortDigest } from '#library/digest.ts';
import {
  buildColumns,
  buildDirectory,
  buildNameShards,
  listAllNameTokens,
  listAllTokens,
  usualTools,
} from '../directory/build.ts';
import { buildShards } from '../directory/build-index.ts';
import { createColumnKeeper, createProjector } from '../directory/kept-entries.ts';
import { createShardKeeper } from '../directory/kept-shards.ts';
import { nameContent } from '../name-files.ts';
import { createPassageKeeper } from '#search/match/kept-passages.ts';
import { buildPassageIndex } from '#search/match/passage-index.ts';
import type { Shards } from '#search/shared/shards.ts';
import type { DirectoryExtras } from '../directory/build.ts';
import { listSystems, projectSystems, projectTerms, rankCatalog } from '#search/record/index.ts';
import type {
  DirectoryEntry,
  NamedEntry,
  RankedEntries,
  TermRecord,
  TextMode,
} from '#search/record/index.ts';
import { listPlaces, listStandardsOf } from '#search/places/list-places.ts';
import { buildTextBundle } from './bundle.ts';
import { collectTexts } from './kept-texts.ts';
import type { StandardTexts } from './kept-texts.ts';
import {
  copyIndex,
  isFresh,
  isIndex,
  listIndexFiles,
  removeOthers,
  writeIndex,
} from './index-files.ts';
import { keepTokens } from './kept-tokens.ts';
import { createMemory } from './remember.ts';
import { TEXTS_FILE } from './texts-root.ts';
import { listTexts } from '#search/library.ts';
import type { SearchLibrary } from '#search/library.ts';

/** To find what entries are found by takes half of the time of a directory: a new process finds it in a file. */
const openTokens = keepTokens(
  listAllTokens,
  memo(({ record, keys, words, lead }: DirectoryEntry) =>
    JSON.stringify([record.title, record.titleEn, keys, words, lead]),
  ),
);
const rememberTermTokens = createMemory(
  listAllNameTokens,
  memo(({ names, text }: NamedEntry<unknown>) => JSON.stringify([names, text])),
);
const rememberNames = createMemory(nameContent, (content) => content);
const rememberTextNames = createMemory(nameContent, (content) => content);

/** What a process that lives long knows of the index it made last. */
const [projectorOf, shardsOf, termShardsOf, textShardsOf, passagesOf, columnsOf] = [
  createProjector(),
  createShardKeeper(),
  createShardKeeper(),
  createShardKeeper(),
  createPassageKeeper(),
  createColumnKeeper(),
];

const digestEntry = memo((entry: DirectoryEntry) => shortDigest(JSON.stringify(entry)));
const digestTerm = memo((entry: NamedEntry<TermRecord>) => shortDigest(JSON.stringify(entry)));
const digestNames = memo(({ names, text }: NamedEntry<unknown>) =>
  shortDigest(JSON.stringify([names, text])),
);

/** A process that ends holds no tokens of more entries than these at once. */
const mostKept = 20_000;

export interface SearchPolicy {
  /** Characters of body text of all standards, up to which the whole text is searched. */
  readonly fullUpTo: number;
}

/** Texts beyond it have more words in common than a first search may fetch; see docs/search.md. */
const DEFAULT_POLICY: SearchPolicy = { fullUpTo: 2_000_000 };

export interface BuildSearchOptions {
  readonly library: SearchLibrary;
  /** The built site; the index goes to its folder `search-index`. */
  readonly out: string;
  /** Where digests, projected pages and finished bundles are kept between builds. */
  readonly cache: string;
  readonly policy?: SearchPolicy;
  /** Told after each stage, with its milliseconds. */
  readonly onStage?: (name: string, ms: number) => void;
}

export interface SearchBuild {
  /** Standards that can be found. */
  readonly records: number;
  /** Bytes of all files of the index. */
  readonly bytes: number;
  readonly mode: TextMode;
  /** Bundles made anew; the others were as before. */
  readonly rebuilt: readonly ('directory' | 'standards')[];
}

/** An index that is made, and lies in the cache. */
export interface PreparedIndex {
  readonly build: Omit<SearchBuild, 'bytes'>;
  /** Whether the folder `search-index` of a site is this index, no more and no less. */
  readonly isIn: (out: string) => boolean;
  /** Whether a file is part of it, by its path below `search-index`. */
  readonly has: (path: string) => boolean;
  /** Write what differs from the site `out` into the folder `search-index` of `brought`. */
  readonly bring: (out: string, brought: string) => void;
  /** Make the folder `search-index` of a site this index. */
  readonly install: (out: string) => void;
}

/**
 * Build the embedded search index: `search-index/directory.json` and its folder for numbers and titles of all standards,
 * `search-index/standards/` for the texts of hosted ones where they are not too many. A bundle whose input has not changed is taken from the cache.
 */
export async function buildSearchIndex(options: BuildSearchOptions): Promise<SearchBuild> {
  const { build, install } = await prepareSearchIndex(options);
  const start = performance.now();
  install(options.out);
  const bytes = countBytes(join(options.out, 'search-index'));
  options.onStage?.('search publish', performance.now() - start);
  return { ...build, bytes };
}

/** The slow part of {@link buildSearchIndex}: no site is touched. */
export async function prepareSearchIndex(
  options: Omit<BuildSearchOptions, 'out'>,
): Promise<PreparedIndex> {
  const { library, policy = DEFAULT_POLICY, onStage } = options;
  const cache = join(options.cache, 'search');
  const texts = listTexts(library);
  const characters = texts.reduce((sum, row) => sum + row.characters, 0);
  const mode: TextMode = texts.length > 0 && characters <= policy.fullUpTo ? 'full' : 'light';
  const code = digestCode(...INDEX_CODE);
  const rebuilt: ('directory' | 'standards')[] = [];
  let last = performance.now();
  const stage = (name: string) => {
    const now = performance.now();
    onStage?.(name, now - last);
    last = now;
  };

  const project = isHoldingEntries() ? projectorOf(library, mode) : undefined;
  const ranked = rankCatalog(library, mode, project);
  const extras: DirectoryExtras = {
    terms: projectTerms(ranked, texts),
    systems: projectSystems(listSystems(library)),
    synonyms: library.vocabulary.synonyms,
    places: {
      systems: listPlaces(library),
      standards: Object.fromEntries(
        library.systems.list.map((system) => [system.id, listStandardsOf(system, library.catalog)]),
      ),
    },
    said: library.vocabulary.said,
  };
  const { terms = [], ...besides } = extras;
  const { entries, ...groups } = ranked;
  const directoryDigest = digest([
    code,
    mode,
    JSON.stringify(groups),
    ...entries.map(digestEntry),
    ...terms.map(digestTerm),
    JSON.stringify(besides),
  ]);
  const directory = join(cache, 'directory');
  if (!isFresh(directory, directoryDigest)) {
    const files = makeDirectory(ranked, mode, extras, { cache, code });
    writeIndex(directory, directoryDigest, files);
    rebuilt.push('directory');
  }
  stage('search directory');

  const standards = mode === 'full' ? join(cache, 'standards') : null;
  if (standards) {
    const kept = collectTexts(library, join(cache, 'texts'), code);
    stage('search pages');
    if (await makeTexts(standards, kept, code)) rebuilt.push('standards');
    stage('search texts');
  }
  const index = listIndexFiles(directory, standards, {
    root: writeRoot(directory, standards),
    leaveOut: TEXTS_FILE,
  });
  return {
    build: { records: ranked.entries.length, mode, rebuilt },
    has: (path) => index.sources.has(path),
    isIn: (out) => isIndex(index, join(out, 'search-index')),
    bring: (out, brought) =>
      copyIndex(index, join(out, 'search-index'), join(brought, 'search-index')),
    install: (out) => {
      const target = join(out, 'search-index');
      mkdirSync(target, { recursive: true });
      copyIndex(index, target, target);
      removeOthers(index, target);
    },
  };
}

/** Makes the folder of texts anew where they are others than those it was made of; tells whether they are. */
async function makeTexts(
  folder: string,
  standards: readonly StandardTexts[],
  code: string,
): Promise<boolean> {
  const names = standards.flatMap(({ slug, texts }) => [slug, ...texts.map(({ name }) => name)]);
  const stamp = digest([code, ...names]);
  if (isFresh(folder, stamp)) return false;
  const tools = {
    shardsOf: isHoldingEntries() ? textShardsOf : buildShards,
    passagesOf: isHoldingEntries() ? passagesOf : buildPassageIndex,
    nameContent: rememberTextNames(),
  };
  writeIndex(folder, stamp, await buildTextBundle(standards, tools));
  return true;
}

function makeDirectory(
  ranked: RankedEntries,
  mode: TextMode,
  extras: DirectoryExtras,
  { cache, code }: { readonly cache: string; readonly code: string },
): ReadonlyMap<string, string> {
  const isHolding = isHoldingEntries();
  const isKept = isHolding || ranked.entries.length <= mostKept;
  const tokens = isKept ? openTokens(join(cache, 'tokens.json'), code) : undefined;
  const termTokensOf = rememberTermTokens();
  const files = buildDirectory(ranked, mode, extras, {
    tokensOf: tokens?.of ?? listAllTokens,
    shardsOf: isHolding
      ? (entries, tokensOf) => shardsOf(entries.map(tokensOf))
      : usualTools.shardsOf,
    termShards: (terms) =>
      openTermShards(join(cache, 'terms.json'), code, terms, () =>
        termShardsOf(terms.map(termTokensOf)),
      ),
    columnsOf: isHolding ? columnsOf : buildColumns,
    nameContent: rememberNames(),
  });
  tokens?.keep();
  return files;
}

/** Of the terms of this process's last directory, where it publishes again and again. */
let lastTerms: { readonly stamp: string; readonly shards: Shards } | undefined;

/** What terms are found by, as it was made last where no term has another name or text since; `follow` makes it where it is held. */
function openTermShards(
  file: string,
  code: string,
  terms: readonly NamedEntry<unknown>[],
  follow: () => Shards,
): Shards {
  const stamp = digest([code, ...terms.map(digestNames)]);
  const known = lastTerms?.stamp === stamp ? lastTerms.shards : readTermShards(file, stamp);
  const shards = known ?? (isHoldingEntries() ? follow() : buildNameShards(terms));
  if (isHoldingEntries()) lastTerms = { stamp, shards };
  else if (!known) writeSummed(file, JSON.stringify(shards), stamp);
  return shards;
}

function readTermShards(file: string, stamp: string): Shards | undefined {
  const content = readSummed(file, stamp);
  return content === undefined ? undefined : (JSON.parse(content) as Shards);
}

/** What an index is made by: one made by other code is not reused. */
export const INDEX_CODE: readonly string[] = [
  'src/core/base',
  'src/core/catalog',
  'src/core/characters',
  'src/core/model',
  'src/core/number',
  'src/core/terms',
  'search/library.ts',
  'search/match',
  'search/question',
  'search/record',
  'search/shared',
  'search/embedded',
  'search/places',
  'search/contract.ts',
  'search/paths.ts',
  'package-lock.json',
];

/** The root as it is published: with what is known of the texts. */
function writeRoot(directory: string, standards: string | null): string {
  const root = readFileSync(join(directory, 'directory.json'), 'utf8');
  if (!standards) return root;
  const textsRoot = readFileSync(join(standards, TEXTS_FILE), 'utf8');
  return JSON.stringify({ ...JSON.parse(root), textsRoot: JSON.parse(textsRoot) });
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

function countBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
