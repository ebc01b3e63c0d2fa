import type { Server } from 'node:http';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createDesk } from '#desk/desk.ts';

/** `node desk-process.ts LIBRARY KEEP`: a desk without a site, until it is killed. Says its address. */
const [library = '', keep = ''] = process.argv.slice(2);
const hosts: string[] = [];
const desk = await createDesk({
  library,
  keep,
  cache: join(keep, 'cache'),
  hosts: () => hosts,
  bundle: { digest: 'd', script: new Uint8Array(), style: new Uint8Array(), compressed: 0 },
  application: () => Promise.reject(new Error('no page is drawn here')),
  site: () => null,
  publish: () => Promise.resolve({ pages: 0, drawn: 0 }),
});
const server = createAdaptorServer({ fetch: desk.app.fetch }) as Server;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  hosts.push(host);
  process.stdout.write(`http://${host}/?token=${desk.issueToken()}\n`);
});
