import { buildDirectory } from '#search/embedded/directory/build.ts';
import { openDirectory } from '#search/embedded/directory/open.ts';
import type { Directory } from '#search/embedded/directory/open.ts';
import { createEmbedded } from '#search/embedded/engine.ts';
import type { EmbeddedParts } from '#search/embedded/engine.ts';
import type { SearchAnswer } from '#search/contract.ts';
import { rankCatalog } from '#search/record/index.ts';
import { buildCatalog } from '#core/catalog/index.ts';
import { buildSystems } from '#core/systems/index.ts';
import type { CatalogRecord } from '#core/model/catalog-record.ts';
import type { StandardRow } from '#core/model/row.ts';

/** A directory in memory, and the names of the files that were read from it. */
export async function makeDirectory(
  rows: readonly StandardRow[],
  records: readonly CatalogRecord[] = [],
): Promise<{ readonly directory: Directory; readonly read: readonly string[] }> {
  const catalog = buildCatalog({ rows, records, asOf: '2026-06-01' });
  const systems = buildSystems([], catalog);
  const files = buildDirectory(rankCatalog({ catalog, systems }, 'full'), 'full');
  const read: string[] = [];
  const directory = await openDirectory(async (path) => {
    read.push(path);
    const file = files.get(path);
    if (file === undefined) throw new Error(`no file ${path}`);
    return JSON.parse(file) as unknown;
  });
  return { directory, read };
}

/** Ask a directory alone: no texts. */
export function ask(directory: Directory, text: string, limit = 10): Promise<SearchAnswer> {
  const parts: EmbeddedParts = {
    directory: async () => directory,
    readText: () => Promise.reject(new Error('no texts')),
  };
  return createEmbedded(parts).search({ text, language: 'zh', size: limit });
}

export async function numbersFor(directory: Directory, text: string): Promise<readonly string[]> {
  return (await ask(directory, text)).hits.map(({ number }) => number);
}
