import { Agent, createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer {
  /** Where a reader asks: all questions of one go to one server as long as that is well. */
  readonly urlFor: (reader: number) => string;
  /** Questions that each server answered, by its address. */
  readonly answered: ReadonlyMap<string, number>;
  readonly close: () => void;
}

/** A server that failed twice is left alone for so long. */
const restMs = 5000;
/** Milliseconds for an answer before the next server is asked. */
const patienceMs = 10_000;

/**
 * A balancer in front of search servers, as `deploy/nginx-search.conf` makes nginx one: readers spread by who they are, and the next
 * server where one cannot be reached, breaks off, is late or answers with 5xx. It stands in one process with the readers.
 */
export async function startBalancer(servers: readonly string[]): Promise<Balancer> {
  // Shorter than Meilisearch keeps a connection open: none is used that it has just closed.
  const agent = new Agent({ keepAlive: true, maxSockets: 64, timeout: 4_000 });
  const answered = new Map(servers.map((url) => [url, 0]));
  const failures = new Map<string, { readonly count: number; readonly until: number }>();
  const order = (reader: number): readonly string[] => {
    const rolled = servers.map((_, at) => servers[(at + reader) % servers.length] ?? '');
    const isWell = (url: string): boolean => {
      const { count, until } = failures.get(url) ?? { count: 0, until: 0 };
      return count < 2 || until < performance.now();
    };
    return [...rolled.filter(isWell), ...rolled.filter((url) => !isWell(url))];
  };
  const pass = (asked: IncomingMessage, body: Buffer, answer: ServerResponse): void => {
    const [, reader = '0', path = ''] = /^\/(\d+)(\/.*)$/.exec(asked.url ?? '') ?? [];
    const left = [...order(Number(reader))];
    const next = (): void => {
      const url = left.shift();
      if (url === undefined) {
        answer.writeHead(502).end();
        return;
      }
      let failed = false;
      const fail = (): void => {
        if (failed) return;
        failed = true;
        const { count = 0 } = failures.get(url) ?? {};
        failures.set(url, { count: count + 1, until: performance.now() + restMs });
        next();
      };
      const { method, headers } = asked;
      const passed = request(new URL(path, url), { method, headers, agent }, (found) => {
        const pieces: Buffer[] = [];
        found.on('data', (piece: Buffer) => pieces.push(piece));
        found.on('error', fail);
        found.on('end', () => {
          const { statusCode = 500 } = found;
          if (statusCode >= 500) return fail();
          failures.delete(url);
          answered.set(url, (answered.get(url) ?? 0) + 1);
          const { 'transfer-encoding': _chunked, ...kept } = found.headers;
          answer.writeHead(statusCode, kept);
          answer.end(Buffer.concat(pieces));
        });
      });
      passed.setTimeout(patienceMs, () => passed.destroy());
      passed.on('error', fail);
      passed.end(body);
    };
    next();
  };
  const server = createServer({ keepAliveTimeout: 30_000 }, (asked, answer) => {
    const pieces: Buffer[] = [];
    asked.on('data', (piece: Buffer) => pieces.push(piece));
    asked.on('end', () => pass(asked, Buffer.concat(pieces), answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlFor: (reader) => `http://127.0.0.1:${port}/${reader}`,
    answered,
    close: () => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}
