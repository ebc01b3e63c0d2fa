import { Agent, createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer {
  readonly url: string;
  /** Questions that each server answered, by its address. */
  readonly answered: ReadonlyMap<string, number>;
  readonly close: () => void;
}

/** A server that could not be reached is left alone for so long. */
const restMs = 5000;

/**
 * A balancer in front of search servers, as nginx's `upstream` with `max_fails=1 fail_timeout=5s`: each in turn, and the next where
 * one cannot be reached, breaks off or answers with 5xx.
 */
export async function startBalancer(servers: readonly string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const answered = new Map(servers.map((url) => [url, 0]));
  const resting = new Map<string, number>();
  let turn = 0;
  const order = (): readonly string[] => {
    turn += 1;
    const rolled = servers.map((_, at) => servers[(at + turn) % servers.length] ?? '');
    const isWell = (url: string): boolean => (resting.get(url) ?? 0) < performance.now();
    return [...rolled.filter(isWell), ...rolled.filter((url) => !isWell(url))];
  };
  const pass = (asked: IncomingMessage, body: Buffer, answer: ServerResponse): void => {
    const left = [...order()];
    const next = (): void => {
      const url = left.shift();
      if (url === undefined) {
        answer.writeHead(502).end();
        return;
      }
      const fail = (): void => {
        resting.set(url, performance.now() + restMs);
        next();
      };
      const { method, headers, url: path = '/' } = asked;
      const passed = request(new URL(path, url), { method, headers, agent }, (found) => {
        const pieces: Buffer[] = [];
        found.on('data', (piece: Buffer) => pieces.push(piece));
        found.on('error', fail);
        found.on('end', () => {
          const { statusCode = 500 } = found;
          if (statusCode >= 500) return fail();
          answered.set(url, (answered.get(url) ?? 0) + 1);
          const { 'transfer-encoding': _chunked, ...kept } = found.headers;
          answer.writeHead(statusCode, kept);
          answer.end(Buffer.concat(pieces));
        });
      });
      passed.on('error', fail);
      passed.end(body);
    };
    next();
  };
  const server = createServer((asked, answer) => {
    const pieces: Buffer[] = [];
    asked.on('data', (piece: Buffer) => pieces.push(piece));
    asked.on('end', () => pass(asked, Buffer.concat(pieces), answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered,
    close: () => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}
