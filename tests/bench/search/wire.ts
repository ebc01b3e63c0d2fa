import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { gzipSync } from 'node:zlib';
import { ask } from '#search/ask.ts';
import { openEmbedded } from '#search/embedded/open-node.ts';
import { createFacetView, listSeenNames } from '#site/client/search/facet-view.ts';
import type { QueryCase } from './case.ts';

/** What the first search of a reader fetches of an index. */
export interface FirstSearch {
  readonly text: string;
  readonly files: number;
  /** On the wire: each file as it is, or compressed with gzip where that is smaller. */
  readonly bytes: number;
}

/**
 * Ask an embedded index each question as the first one, and add up the files it reads below its folder. Code of the page
 * itself is not among them.
 */
export async function measureFirstSearches(
  folder: string,
  cases: readonly Pick<QueryCase, 'text' | 'language'>[],
): Promise<readonly FirstSearch[]> {
  const { readFile } = fs;
  const read = new Map<string, number>();
  // Of every file read so far: it stays the same from question to question.
  const sizes = new Map<string, number>();
  const sizeOf = (path: string, raw: Buffer): number => {
    const size = sizes.get(path) ?? Math.min(raw.length, gzipSync(raw).length);
    sizes.set(path, size);
    return size;
  };
  const counting = async (...args: Parameters<typeof readFile>): Promise<Buffer | string> => {
    const content = await readFile(...args);
    const path = typeof args[0] === 'string' ? args[0] : '';
    if (path.startsWith(folder)) read.set(path, sizeOf(path, Buffer.from(content)));
    return content;
  };
  const searches: FirstSearch[] = [];
  // The counts that a wide page shows at first.
  const facets = listSeenNames(createFacetView(), { filters: {} });
  fs.readFile = counting as typeof readFile;
  syncBuiltinESMExports();
  try {
    for (const { text, language } of cases) {
      read.clear();
      await ask(openEmbedded(folder), { text, language, facets });
      const bytes = [...read.values()].reduce((sum, each) => sum + each, 0);
      searches.push({ text, files: read.size, bytes });
    }
  } finally {
    fs.readFile = readFile;
    syncBuiltinESMExports();
  }
  return searches;
}
