import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { writeAtomically } from '#library/write-atomically.ts';
import { serve } from '#scripts/server/serve.ts';
import { siteFolder } from '../support/site.ts';

export interface SiteCopy {
  /** With a final slash. */
  readonly url: string;
  /** Put a text, or a value as JSON, in the place of the site's `search.json`. */
  readonly configure: (config: unknown) => void;
  readonly close: () => Promise<void>;
}

/** The sample site under an address of its own, whose configuration a test may write. */
export async function serveSiteCopy(): Promise<SiteCopy> {
  const folder = mkdtempSync(resolve('.cache/site-copy-'));
  linkFolder(siteFolder(), folder);
  const served = await serve({ dir: folder, port: 0 });
  return {
    url: served.url,
    configure: (config) => {
      const text = typeof config === 'string' ? config : JSON.stringify(config);
      writeAtomically(join(folder, 'search.json'), text);
    },
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else linkSync(source, target);
  }
}

export interface Impostor {
  readonly url: string;
  readonly close: () => void;
}

/** Something that listens where a search server should be; browsers may ask it unless `cors` is false. */
export async function startImpostor(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
  cors = true,
): Promise<Impostor> {
  const server = createServer((request, response) => {
    if (cors) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', '*, authorization');
    }
    if (cors && request.method === 'OPTIONS') response.writeHead(204).end();
    else void answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
