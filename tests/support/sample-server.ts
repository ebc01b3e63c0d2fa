import { existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { digestCode } from '#library/code-digest.ts';
import type { Library } from '#library/open.ts';
import { withLock } from '#scripts/bootstrap/lock.mjs';
import { startMeilisearch } from '#scripts/meilisearch/server.ts';
import { ensureSearchKey, publishIndex } from '#search/meilisearch/index.ts';
import { startServer } from './meilisearch.ts';
import type { TestServer } from './meilisearch.ts';

/** The names of its indexes begin so. */
export const SAMPLE_PREFIX = 'sample';
const kept = resolve('.cache/test-server');
/** What the documents of a server are made of, and by. */
const SOURCES = [
  'content',
  'package-lock.json',
  'scripts/meilisearch',
  'search',
  'src',
  'tests/support/sample-server.ts',
];

export interface SampleServer extends TestServer {
  readonly prefix: string;
  /** For readers. */
  readonly key: string;
}

/** A real server of the caller's own that holds the sample library as it is on `SAMPLE_DAY`. */
export async function startSampleServer(library: Library): Promise<SampleServer> {
  const server = await startServer(await keepSampleServer(library));
  const key = await ensureSearchKey({ server: server.admin, prefix: SAMPLE_PREFIX });
  return { ...server, prefix: SAMPLE_PREFIX, key };
}

/**
 * What a server with the sample library and a key for readers keeps, to be copied. Publishing takes ten seconds of a
 * processor: of the test files, which run side by side in processes of their own, one publishes, and the others find it done.
 *
 * @returns the folder of a server that has stopped
 */
export function keepSampleServer(library: Library): Promise<string> {
  return withLock(`${kept}.lock`, () => keep(library));
}

async function keep(library: Library): Promise<string> {
  const folder = join(kept, digestCode(...SOURCES));
  if (existsSync(folder)) return folder;
  rmSync(kept, { recursive: true, force: true });
  const draft = join(kept, 'draft');
  const { url, masterKey, stop } = await startMeilisearch({ folder: draft });
  const options = { server: { url, key: masterKey }, prefix: SAMPLE_PREFIX };
  await publishIndex({ library, ...options });
  await ensureSearchKey(options);
  await waitForRest(new Meilisearch({ host: url, apiKey: masterKey }));
  await stop();
  renameSync(draft, folder);
  return folder;
}

/** Publishing does not wait for the index that was live before: each copy would begin with that work. */
async function waitForRest({ tasks }: Meilisearch): Promise<void> {
  for (;;) {
    const { results } = await tasks.getTasks({ statuses: ['enqueued', 'processing'] });
    if (results.length === 0) return;
    await tasks.waitForTasks(
      results.map(({ uid }) => uid),
      { timeout: 0 },
    );
  }
}
