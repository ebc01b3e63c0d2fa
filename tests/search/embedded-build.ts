import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { beforeAll } from 'vitest';
import type { SearchAnswer, SearchEngine, SearchRequest } from '#search/contract.ts';
import { openDirectory } from '#search/embedded/directory/open.ts';
import { createEmbedded } from '#search/embedded/engine.ts';
import { loadFrom, openEmbedded, readTextsFrom } from '#search/embedded/open-node.ts';
import { buildSearchIndex } from '#search/embedded/texts/build.ts';
import { importCatalogue } from '#import/catalogue/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { openSampleIndex } from '#tests/support/sample-index.ts';
import type { SampleIndex } from '#tests/support/sample-index.ts';

/** The sample library and an engine over its index on a day, for the tests of one file; there once they run. */
export function openSample(day: string) {
  let built: SampleIndex;
  let engine: SearchEngine;
  beforeAll(async () => {
    built = await openSampleIndex(day);
    engine = openEmbedded(built.index, () => day);
  }, 120_000);
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

/**
 * A made-up list as long as the public catalogue: numbers of one series, titles put together from halves of the sample's
 * own, so that words are as common and as rare as they are there. A real list may stand in its place (docs/environment.md).
 */
function listRows(count: number): Buffer {
  const real = process.env['BIAOLIAN_REAL_LIST'] ?? '';
  if (existsSync(real)) return readFileSync(real);
  const titles = readdirSync('content/catalogue')
    .filter((name) => name.endsWith('.csv'))
    .flatMap((name): Record<string, string>[] =>
      parse(readFileSync(join('content/catalogue', name), 'utf8'), { columns: true, bom: true }),
    )
    .map(({ title = '' }) => title)
    // Of documents from abroad there is no Chinese one.
    .filter((title) => title !== '');
  const rows = Array.from({ length: count }, (_, n) => {
    const first = titles[n % titles.length] ?? '';
    const second = titles[(n * 7919 + 13) % titles.length] ?? '';
    const title = first.slice(0, first.length / 2) + second.slice(second.length / 2);
    const number = `GB/T ${1000 + n}-${2001 + (n % 24)}`;
    return `${number},"${title.replaceAll('"', '')}",现行,2020-01-01,2020-07-01`;
  });
  return Buffer.from(`编号,名称,状态,发布日期,实施日期\n${rows.join('\n')}\n`);
}

/** The sample library beside a catalogue of some 38,000 rows, and its index. */
export async function buildLarge(folder: string, asOf: string): Promise<SampleIndex> {
  const dir = join(folder, 'content');
  for (const name of ['standards', 'vocabulary']) {
    cpSync(join('content', name), join(dir, name), { recursive: true });
  }
  mkdirSync(join(dir, 'catalogue'));
  const { text } = importCatalogue({
    files: [{ name: 'in.csv', bytes: listRows(40_000) }],
    catalogue: [],
    out: 'list.csv',
    defaults: { asOf: '2026-07-02', source: 'public-catalogue' },
  });
  writeFileSync(join(dir, 'catalogue', 'list.csv'), text ?? '');
  const library = await openLibrary({ dir, cache: join(folder, 'library'), asOf });
  await buildSearchIndex({ library, out: join(folder, 'site'), cache: join(folder, 'cache') });
  return { library, index: join(folder, 'site', 'search-index') };
}

/** Bytes on the wire by file, compressed. */
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
    wire.set(path, gzipSync(content).length);
  };
  const engine = createEmbedded({
    directory: () =>
      openDirectory(async (path) => {
        wire.set(path, gzipSync(readFileSync(join(index, path))).length);
        return load(path);
      }),
    readText: readTextsFrom(index, onRead),
    today: () => day,
  });
  return { engine, wire };
}

export function sumWire(wire: Wire): number {
  return [...wire.values()].reduce((sum, each) => sum + each, 0);
}
