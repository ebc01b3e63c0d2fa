import { existsSync, readFileSync, statSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { RUNTIME_CONFIG, readRuntimeConfig } from '#search/runtime-config.ts';
import { goingOf } from '#publish/releases/site-folders.ts';
import { acceptsGzip, createCompressor, isText, type Compressed } from './compress.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { headersOf, writePolicy } from './headers.ts';
import { createConnectionBounds, isHidden, mendRange, readPath } from './serve-bounds.ts';

export interface ServeOptions {
  /** The folder of the built site. */
  readonly dir: string;
  /** First port to try, 0 for any free one. */
  readonly port: number;
  /** Address to listen on. */
  readonly host?: string;
  /** How many ports above the first to try when it is taken. */
  readonly spare?: number;
  /** Path the site is published under, `/` when absent. */
  readonly base?: string;
}

export interface Served {
  /** Address with a final slash, such as `http://localhost:4321/`. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Types that sirv gives without a charset, which a Chinese text needs, or not at all. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.atom': 'application/atom+xml',
  '.csv': 'text/csv; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html;charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.ndjson': 'application/x-ndjson',
  '.ttl': 'text/turtle; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
/** A connection on which nothing moves for so long is ended. */
const IDLE_MS = 60_000;

/**
 * Serves a built site: types with charset, texts compressed, weak ETags, a year of caching for
 * fingerprinted assets, folders at their address with a final slash, the site's own page for what is
 * not there, below `/en/` the English one.
 * Files are looked up at each request, so that a rebuilt site is served without a restart.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { dir, port, host = '127.0.0.1', spare = 0, base = '/' } = options;
  const [present, going] = [dir, goingOf(dir)].map((folder) => createHandler(folder, base));
  // Where a new site takes the place of the old one by two renames there is none for a moment; the old one is known then.
  const server = createServer((request, response) => {
    const handler = !existsSync(dir) && existsSync(goingOf(dir)) ? going : present;
    handler?.(request, response);
  });
  server.setTimeout(IDLE_MS);
  const taken = await listen(server, host, port, spare);
  const name = host === '127.0.0.1' || host === '::1' ? 'localhost' : host;
  const shown = name.includes(':') ? `[${name}]` : name;
  return {
    url: `http://${shown}:${taken}${base.endsWith('/') ? base : `${base}/`}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves, prints the address, and ends when it is asked to (SIGINT, SIGTERM, SIGHUP). */
export async function serveUntilStopped(options: ServeOptions): Promise<void> {
  const asked = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop());
  });
  const served = await serve(options);
  process.stdout.write(`\n标链 Biaolian  ${served.url}\n按 Ctrl+C 停止 · Press Ctrl+C to stop\n`);
  await asked;
  await served.close();
}

function createHandler(dir: string, base: string) {
  const prefix = base.replace(/\/$/, '');
  const policyOf = followServers(dir);
  const files = sirv(dir, { dev: true, etag: true, setHeaders });
  const compress = createCompressor();
  const mayAnswer = createConnectionBounds();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (!mayAnswer(request, response)) return;
    response.setHeader('Content-Security-Policy', policyOf());
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const url = request.url ?? '/';
    if (prefix && url === prefix) return redirect(response, `${prefix}/`);
    if (prefix && !url.startsWith(`${prefix}/`)) return sendNotFound(dir, request, response);
    request.url = url.slice(prefix.length);
    const path = readPath(request.url);
    if (path === undefined || isHidden(path)) return sendNotFound(dir, request, response);
    if (!path.endsWith('/') && isFolder(join(dir, path))) {
      const query = /\?.*$/s.exec(url)?.[0] ?? '';
      return redirect(response, `${prefix}${encodeURI(path).replace(/^\/+/, '/')}/${query}`);
    }
    mendRange(request);
    if (path.endsWith('.gz')) sendPacked(response);
    const sendAsIs = () => files(request, response, () => sendNotFound(dir, request, response));
    const name = path.endsWith('/') ? `${path}index.html` : path;
    if (!isText(name)) return sendAsIs();
    response.setHeader('Vary', 'Accept-Encoding');
    const { range, 'accept-encoding': accepted, 'if-none-match': known } = request.headers;
    if (range !== undefined || !acceptsGzip(accepted)) return sendAsIs();
    compress(join(dir, name), known)
      .then((found) => {
        if (found) sendCompressed(name, found, request, response);
        else sendAsIs();
      })
      .catch(() => response.destroy());
  };
  // Whatever a request does, it ends nothing but itself.
  return (request: IncomingMessage, response: ServerResponse): void => {
    try {
      answer(request, response);
    } catch {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  };
}

/** The policy of a site whose search servers may change while it is served. */
function followServers(dir: string): () => string {
  const file = join(dir, RUNTIME_CONFIG);
  return () => {
    try {
      const { config } = readRuntimeConfig(readFileSync(file, 'utf8'));
      return writePolicy([...new Set(config.servers.map(({ url }) => new URL(url).origin))]);
    } catch {
      return writePolicy();
    }
  };
}

function setHeaders(response: ServerResponse, pathname: string): void {
  for (const [name, value] of Object.entries(headersOf(pathname))) response.setHeader(name, value);
  const type = TYPES[extname(pathname)];
  if (type) response.setHeader('Content-Type', type);
}

function sendCompressed(
  name: string,
  { body, modified, tag }: Compressed,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  setHeaders(response, name);
  response.writeHead(200, {
    'Content-Encoding': 'gzip',
    'Content-Length': body.length,
    'Last-Modified': modified.toUTCString(),
    ETag: tag,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whatever the system does not want to look up, such as a name too long for it, is no folder. */
function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

/** A packed file is what was asked for, and no encoding of another one, as sirv has it. */
function sendPacked(response: ServerResponse): void {
  const write = response.writeHead.bind(response) as (
    status: number,
    headers?: OutgoingHttpHeaders,
  ) => ServerResponse;
  response.writeHead = (status: number, headers?: unknown) => {
    const { 'Content-Encoding': _encoding, ...kept } = (headers ?? {}) as OutgoingHttpHeaders;
    return write(status, kept);
  };
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: location }).end();
}

function sendNotFound(dir: string, request: IncomingMessage, response: ServerResponse): void {
  const own = request.url?.startsWith('/en/') ? join(dir, 'en/404/index.html') : '';
  const page = own && existsSync(own) ? own : join(dir, '404.html');
  for (const [header, value] of Object.entries(headersOf('/'))) response.setHeader(header, value);
  const body = existsSync(page) ? readFileSync(page) : Buffer.from('404 · 未找到 · Not found\n');
  response.writeHead(404, {
    'Content-Type': existsSync(page) ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function listen(server: Server, host: string, port: number, spare: number): Promise<number> {
  const last = port === 0 ? 0 : Math.min(port + spare, 65_535);
  for (let candidate = port; candidate <= last; candidate += 1) {
    const outcome = await tryListen(server, host, candidate);
    if (typeof outcome === 'number') return outcome;
    if (outcome.code !== 'EADDRINUSE') throw explainListen(outcome, host, candidate);
  }
  const range = last > port ? `${port}–${last}` : `${port}`;
  throw new Problem(
    { zh: `端口 ${range} 已被占用。`, en: `Port ${range} is taken.` },
    {
      zh: '换一个端口：npm start -- --port 8080',
      en: 'Choose another port: npm start -- --port 8080',
    },
  );
}

function tryListen(
  server: Server,
  host: string,
  port: number,
): Promise<number | NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.removeListener('error', resolve);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function explainListen(error: NodeJS.ErrnoException, host: string, port: number): Problem {
  if (error.code === 'EACCES') {
    return new Problem(
      { zh: `没有使用端口 ${port} 的权限。`, en: `Port ${port} may not be used by this account.` },
      { zh: '换一个 1024 以上的端口。', en: 'Choose a port above 1024.' },
      { cause: error },
    );
  }
  return new Problem(
    { zh: `无法监听地址 ${host}。`, en: `Cannot listen on ${host}.` },
    {
      zh: '用 --host 给出本机的地址，例如 --host 0.0.0.0',
      en: 'Give an address of this machine, such as --host 0.0.0.0',
    },
    { cause: error },
  );
}
