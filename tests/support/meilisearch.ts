import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { ensureMeilisearch } from '#scripts/meilisearch/binary.ts';
import { startMeilisearch } from '#scripts/meilisearch/server.ts';
import type { MeilisearchServer } from '#scripts/meilisearch/server.ts';

export interface TestServer extends MeilisearchServer {
  /** Where its data lie. */
  readonly folder: string;
  /** What publishing takes. */
  readonly admin: { readonly url: string; readonly key: string };
  /** Ends the server and leaves nothing behind. */
  readonly close: () => Promise<void>;
}

/** A real server in a folder of its own, with a copy of the data of another folder to begin with. */
export async function startServer(from?: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-meilisearch-'));
  if (from !== undefined) cpSync(from, folder, { recursive: true });
  const server = await startMeilisearch({ folder });
  return {
    ...server,
    folder,
    admin: { url: server.url, key: server.masterKey },
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A machine that does other work makes an index slowly. */
const PATIENCE = { timeout: 240_000 };

type Register = (name: string, options: typeof PATIENCE, tests: () => void) => void;

/** Tests that need a real server. Where none can be had they are skipped, and it is said how to get one. */
export async function describeWithServer(name: string, tests: () => void): Promise<void> {
  const reason = await ensureMeilisearch().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (reason !== undefined) console.log(reason);
  const register: Register = reason === undefined ? describe : describe.skip;
  register(name, PATIENCE, tests);
}
