import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMeilisearch } from '../../scripts/lib/meilisearch-server.ts';
import type { MeilisearchServer } from '../../scripts/lib/meilisearch-server.ts';

export interface TestServer extends MeilisearchServer {
  /** What publishing takes. */
  readonly admin: { readonly url: string; readonly key: string };
  /** Ends the server and leaves nothing behind. */
  readonly close: () => Promise<void>;
}

/** A real server in a folder of its own. Where there is no program to start, the reason says how to get one. */
export async function startServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-meilisearch-'));
  const server = await startMeilisearch({ folder });
  return {
    ...server,
    admin: { url: server.url, key: server.masterKey },
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
