import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildCatalog } from '../core/catalog/index.ts';
import type { Catalog } from '../core/catalog/index.ts';
import { checkLibrary, checkSystems } from '../core/check/index.ts';
import { compareDiagnostics } from '../core/model/diagnostic.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { StandardRow } from '../core/model/row.ts';
import type { CompiledStandard } from '../core/model/standard.ts';
import { buildSystems } from '../core/systems/index.ts';
import type { Systems } from '../core/systems/index.ts';
import { loadBody, loadIndex, storeIndex } from './cache.ts';
import type { CacheEntry } from './cache.ts';
import { readCatalogue } from './catalogue.ts';
import { checkChains } from './check-chains.ts';
import { digestCode, projectRoot } from './code-digest.ts';
import { compileFolder, examineFolder } from './compile-folder.ts';
import { compileStandard } from './compile-standard.ts';
import { decodeText } from './decode.ts';
import { shortDigest } from './digest.ts';
import { listFolders, readFolder } from './files.ts';
import { compileInThreads, worthThreads } from './pool.ts';
import { startStages } from './stages.ts';
import { sweepBodies, sweepCaches } from './sweep.ts';
import { readSystems } from './systems.ts';
import { readVocabulary } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface OpenOptions {
  /** The library's folder, e.g. `content`. */
  readonly dir: string;
  /** Where compiled bodies are kept; below the project's `.cache` unless said otherwise. */
  readonly cache?: string;
  /** The day statuses are worked out for, `YYYY-MM-DD`; today in China (UTC+8) unless said otherwise. */
  readonly asOf?: string;
  /** Told after each stage, with its milliseconds. */
  readonly onStage?: (name: string, ms: number) => void;
}

/** A compiled library, open for reading. */
export interface Library {
  readonly dir: string;
  readonly asOf: string;
  readonly rows: readonly StandardRow[];
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
  /** The standard systems of `systems/`, looked up and counted on the day `asOf`. */
  readonly systems: Systems;
  /** All findings, in the order of files. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many standards were compiled now rather than taken from the cache. */
  readonly compiled: number;
  /** The text of a hosted standard; read from disk, the last few are kept. */
  readonly body: (slug: string) => CompiledStandard;
  /** Where stored bodies lie; their names are the digests of rows. */
  readonly cache: string;
  /** Absolute path of a hosted standard's folder. */
  readonly folder: (slug: string) => string;
}

/** `BIAOLIAN_CACHE`, else `.cache` of the project. */
export function defaultCache(): string {
  return process.env['BIAOLIAN_CACHE'] ?? join(projectRoot, '.cache');
}

/** Read a library, compile what changed since the last time, and relate all of it. */
export async function openLibrary(options: OpenOptions): Promise<Library> {
  const dir = resolve(options.dir);
  const asOf = options.asOf ?? today();
  const stage = startStages(options.onStage);
  const root = options.cache ?? defaultCache();
  const code = digestCode('src/core', 'src/library', 'package-lock.json');
  const cache = join(root, 'library', `${shortDigest(dir).slice(0, 12)}-${code.slice(0, 12)}`);

  const { entries, compiled } = await refresh(dir, cache, stage);
  const vocabulary = readVocabulary(dir);
  const catalogue = readCatalogue(dir);
  stage('catalogue');
  const rows: StandardRow[] = [];
  const entryOf = new Map<string, CacheEntry>();
  for (const entry of entries) {
    if (!entry.row) continue;
    rows.push(entry.row);
    if (!entryOf.has(entry.row.slug)) entryOf.set(entry.row.slug, entry);
  }
  const catalog = buildCatalog({ rows, records: catalogue.records, asOf });
  const read = readSystems(dir);
  const systems = buildSystems(read.models, catalog);
  const sourceOf = (file: string) => readSource(dir, file);
  const diagnostics = [
    ...entries.flatMap((entry) => entry.row?.diagnostics ?? entry.diagnostics),
    ...vocabulary.diagnostics,
    ...catalogue.diagnostics,
    ...checkChains(rows, vocabulary.vocabulary.chains, sourceOf),
    ...checkLibrary(catalog, rows, { sourceOf }),
    ...read.diagnostics,
    ...checkSystems(systems, catalog, {
      chains: vocabulary.vocabulary.chains.map(({ id }) => id),
      sourceOf,
    }),
    ...(entries.length === 0 ? [emptyLibrary(dir)] : []),
  ].sort(compareDiagnostics);
  stage('relate');

  const find = (slug: string): CacheEntry => {
    const entry = entryOf.get(slug);
    if (!entry) throw new Error(`no hosted standard ${slug}`);
    return entry;
  };
  return {
    dir,
    asOf,
    rows,
    catalog,
    vocabulary: vocabulary.vocabulary,
    systems,
    diagnostics,
    compiled,
    cache,
    body: keepLast(
      (slug) => loadBody(cache, find(slug).body ?? '') ?? recompile(dir, find(slug).path),
    ),
    folder: (slug) => join(dir, find(slug).path),
  };
}

/** Bring the cache up to date with the folders; entries in the order of folders. */
async function refresh(
  dir: string,
  cache: string,
  stage: (name: string) => void,
): Promise<{ readonly entries: readonly CacheEntry[]; readonly compiled: number }> {
  const known = loadIndex(cache);
  const kept = new Map<string, CacheEntry>();
  const changed: string[] = [];
  for (const path of listFolders(dir)) {
    const entry = known.get(path);
    if (entry && examineFolder(dir, path).digest === entry.digest) kept.set(path, entry);
    else changed.push(path);
  }
  stage('read');
  if (changed.length > 0) {
    const compiled =
      changed.length < worthThreads
        ? changed.map((path) => compileFolder(dir, cache, path))
        : await compileInThreads({ library: dir, cache }, changed);
    for (const entry of compiled) kept.set(entry.path, entry);
  }
  const entries = [...kept.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  if (changed.length > 0 || entries.length !== known.size) {
    storeIndex(cache, entries);
    sweepBodies(cache, entries);
    if (known.size === 0) sweepCaches(cache);
  }
  stage('compile');
  return { entries, compiled: changed.length };
}

/** A page in two languages, and several at a time, ask for the same body. */
function keepLast(load: (slug: string) => CompiledStandard): (slug: string) => CompiledStandard {
  const kept = new Map<string, CompiledStandard>();
  return (slug) => {
    const body = kept.get(slug) ?? load(slug);
    kept.delete(slug);
    kept.set(slug, body);
    if (kept.size > 8) kept.delete(kept.keys().next().value ?? '');
    return body;
  };
}

function readSource(dir: string, file: string): string {
  try {
    return decodeText(readFileSync(join(dir, file)), file, []) ?? '';
  } catch {
    return '';
  }
}

/** A body that the cache lost is made again from its source. */
function recompile(dir: string, path: string): CompiledStandard {
  const folder = readFolder(dir, path);
  const standard = folder && compileStandard(folder).standard;
  if (!standard) throw new Error(`${path} cannot be compiled`);
  return standard;
}

function emptyLibrary(dir: string): Diagnostic {
  const start = { line: 1, column: 1 };
  return {
    rule: 'library-empty',
    severity: 'error',
    file: 'standards',
    range: { start, end: start },
    message: {
      zh: `标准库是空的：${dir} 里没有 standards/<类别>/<编号>/index.md`,
      en: `The library is empty: no standards/<kind>/<slug>/index.md in ${dir}`,
    },
    hint: {
      zh: '用 npm run std -- new 建第一项标准，或用 --library 指明标准库所在的文件夹',
      en: 'Create a first standard with npm run std -- new, or name the folder with --library',
    },
  };
}

/** The calendar day in China, where the dates of standards are meant. */
export function today(): string {
  return new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
}
