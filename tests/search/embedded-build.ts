import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll } from 'vitest';
import type { SearchAnswer, SearchEngine, SearchRequest } from '#search/contract.ts';
import { openDirectory } from '#search/embedded/directory/open.ts';
import { createEmbedded } from '#search/embedded/engine.ts';
import {
  loadFrom,
  openEmbedded,
  openTexts,
  readFragmentsFrom,
} from '#search/embedded/open-node.ts';
import { buildSearchIndex } from '#search/embedded/pagefind/build.ts';
import { importCatalogue } from '#import/catalogue/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';

/** A library and its index below a folder. */
export interface BuiltLibrary {
  readonly library: Library;
  /** The folder `pagefind`. */
  readonly index: string;
}

/** Index the sample library, or the library in `dir`, on a day. */
export async function buildSample(
  folder: string,
  asOf: string,
  dir = 'content',
): Promise<BuiltLibrary> {
  const library = await openLibrary({ dir, cache: join(folder, 'library'), asOf });
  await buildSearchIndex({ library, out: join(folder, 'site'), cache: join(folder, 'cache') });
  return { library, index: join(folder, 'site', 'pagefind') };
}

/** The sample library and an engine over its index on a day, for the tests of one file; there once they run. */
export function openSample(day: string) {
  let folder: string;
  let built: BuiltLibrary;
  let engine: SearchEngine;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'biaolian-embedded-'));
    built = await buildSample(folder, day);
    engine = openEmbedded(built.index, () => day);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    get library(): Library {
      return built.library;
    },
    get index(): string {
      return built.index;
    },
    get engine(): SearchEngine {
      return engine;
    },
    /** A search in Chinese, unless `rest` says another language. */
    ask: (text: string, rest: Partial<SearchRequest> = {}): Promise<SearchAnswer> =>
      engine.search({ text, language: 'zh', ...rest }),
  };
}

export const slugs = ({ hits }: SearchAnswer): string[] => hits.map(({ slug }) => slug);

const table = '../shared/data/cn-standards.csv';

/** The sample library with the public catalogue of 37,872 rows; null, and a word about it, where that is not at hand. */
export async function buildLarge(folder: string, asOf: string): Promise<BuiltLibrary | null> {
  if (!existsSync(table)) {
    console.log(`not tested: ${table} is not there`);
    return null;
  }
  const dir = join(folder, 'content');
  for (const name of ['standards', 'vocabulary']) {
    cpSync(join('content', name), join(dir, name), { recursive: true });
  }
  mkdirSync(join(dir, 'catalogue'));
  const { text } = importCatalogue({
    files: [{ name: 'in.csv', bytes: readFileSync(table) }],
    catalogue: [],
    out: 'list.csv',
    defaults: { asOf: '2026-07-02', source: 'public-catalogue' },
  });
  writeFileSync(join(dir, 'catalogue', 'list.csv'), text ?? '');
  return buildSample(folder, asOf, dir);
}

/** Bytes on the wire by file: compressed, but for what is compressed already. */
export type Wire = Map<string, number>;

/** An engine over an index, fresh as on a first visit, and what it fetched. */
export async function openWatched(
  index: string,
  day: string,
): Promise<{ readonly engine: SearchEngine; readonly wire: Wire }> {
  const wire: Wire = new Map();
  const load = loadFrom(index);
  const onRead = (path: string) => {
    const content = readFileSync(path);
    wire.set(path, /\.(?:js|json)$/.test(path) ? gzipSync(content).length : content.length);
  };
  const engine = createEmbedded({
    directory: () =>
      openDirectory(async (path) => {
        wire.set(path, gzipSync(readFileSync(join(index, path))).length);
        return load(path);
      }),
    texts: () => openTexts(join(index, 'standards'), onRead),
    readFragment: readFragmentsFrom(join(index, 'standards'), onRead),
    today: () => day,
  });
  return { engine, wire };
}

export function sumWire(wire: Wire): number {
  return [...wire.values()].reduce((sum, each) => sum + each, 0);
}
