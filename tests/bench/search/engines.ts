import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchEngine } from '#search/contract.ts';
import { openEmbedded } from '#search/embedded/open-node.ts';
import { createMeilisearch, ensureSearchKey, publishIndex } from '#search/meilisearch/index.ts';
import { buildSearchIndex } from '#search/embedded/texts/build.ts';
import type { Library } from '#library/open.ts';
import { startServer } from '#tests/support/meilisearch.ts';
import { openSampleIndex } from '#tests/support/sample-index.ts';
import { startSampleServer } from '#tests/support/sample-server.ts';

/** Both engines over one library, and how to leave nothing behind. */
export interface Engines {
  readonly embedded: SearchEngine;
  readonly meilisearch: SearchEngine;
  readonly close: () => Promise<void>;
}

const PREFIX = 'both';

/** One engine, and how to leave nothing behind. */
interface OpenEngine {
  readonly engine: SearchEngine;
  readonly close: () => Promise<void>;
}

/** An embedded index in a folder of its own; `index` is that folder. */
export async function openEmbeddedEngine(
  library: Library,
): Promise<OpenEngine & { readonly index: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-search-'));
  const close = async (): Promise<void> => rmSync(folder, { recursive: true, force: true });
  try {
    await buildSearchIndex({ library, out: folder, cache: join(folder, 'cache') });
    const index = join(folder, 'search-index');
    return { engine: openEmbedded(index, () => library.asOf), index, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A real server of its own with the library published to it. */
export async function openServerEngine(library: Library): Promise<OpenEngine> {
  const { url, admin, close } = await startServer();
  try {
    await publishIndex({ library, server: admin, prefix: PREFIX });
    const key = await ensureSearchKey({ server: admin, prefix: PREFIX });
    return { engine: createMeilisearch({ url, key, index: PREFIX }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Both engines over the sample library; the embedded one over the index of all tests, the server with a copy of what all tests keep. */
export async function openSampleEngines(): Promise<{
  readonly library: Library;
  readonly engines: Engines;
}> {
  const { library, index } = await openSampleIndex();
  const { url, key, prefix, close } = await startSampleServer(library);
  const engines = {
    embedded: openEmbedded(index, () => library.asOf),
    meilisearch: createMeilisearch({ url, key, index: prefix }),
    close,
  };
  return { library, engines };
}

/** An embedded index and a real server; both from the same open library. */
export async function openEngines(library: Library): Promise<Engines> {
  const server = await openServerEngine(library);
  try {
    const embedded = await openEmbeddedEngine(library);
    const close = async (): Promise<void> => {
      await embedded.close();
      await server.close();
    };
    return { embedded: embedded.engine, meilisearch: server.engine, close };
  } catch (error) {
    await server.close();
    throw error;
  }
}
