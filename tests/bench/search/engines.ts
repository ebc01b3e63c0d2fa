import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchEngine } from '#search/contract.ts';
import { openEmbedded } from '#search/embedded/open-node.ts';
import { createMeilisearch, ensureSearchKey, publishIndex } from '#search/meilisearch/index.ts';
import { buildSearchIndex } from '#search/embedded/pagefind/build.ts';
import type { Library } from '#library/open.ts';
import { startServer } from '#tests/support/meilisearch.ts';

/** Both engines over one library, and how to leave nothing behind. */
export interface Engines {
  readonly embedded: SearchEngine;
  readonly meilisearch: SearchEngine;
  readonly close: () => Promise<void>;
}

const PREFIX = 'both';

/** An embedded index in a folder of its own and a real server; both from the same open library. */
export async function openEngines(library: Library): Promise<Engines> {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-search-'));
  const server = await startServer();
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await buildSearchIndex({ library, out: folder, cache: join(folder, 'cache') });
    await publishIndex({ library, server: server.admin, prefix: PREFIX });
    const key = await ensureSearchKey({ server: server.admin, prefix: PREFIX });
    return {
      embedded: openEmbedded(join(folder, 'pagefind')),
      meilisearch: createMeilisearch({ url: server.url, key, index: PREFIX }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
