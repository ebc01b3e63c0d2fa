import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site as a host has it over time: out of reach, or with other files than it had. */
export interface ChangingSite {
  readonly url: string;
  /** Connections are cut. */
  isDown: boolean;
  /** Other contents of files, by their paths. */
  readonly changed: Map<string, (text: string) => string>;
  readonly close: () => void;
}

/** Serves a served site from an address of its own, with the headers it was served with. */
export async function startChangingSite(origin: string): Promise<ChangingSite> {
  const changed: ChangingSite['changed'] = new Map();
  const server = createServer((asked, answer) => {
    if (site.isDown) return void asked.socket.destroy();
    const path = asked.url ?? '/';
    const change = changed.get(path.replace(/\?.*$/, ''));
    const headers = { ...asked.headers, 'accept-encoding': 'identity' };
    if (change) delete headers['if-none-match'];
    request(new URL(path, origin), { method: asked.method, headers }, (found) => {
      const { etag: _etag, 'content-length': _length, ...kept } = found.headers;
      if (!change) {
        answer.writeHead(found.statusCode ?? 500, found.headers);
        return void found.pipe(answer);
      }
      const pieces: Buffer[] = [];
      found.on('data', (piece: Buffer) => pieces.push(piece));
      found.on('end', () => {
        answer.writeHead(found.statusCode ?? 500, kept);
        answer.end(change(Buffer.concat(pieces).toString('utf8')));
      });
    })
      .on('error', () => asked.socket.destroy())
      .end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site: ChangingSite = {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    isDown: false,
    changed,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return site;
}
