import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#scripts/bootstrap/problem.mjs';
import { serve, type Served } from '#scripts/server/serve.ts';

/** Windows has no signal that a program can end cleanly on. */
const SIGNALS: readonly NodeJS.Signals[] =
  process.platform === 'win32' ? [] : ['SIGINT', 'SIGTERM'];

let root: string;
let dir: string;
let served: Served;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'biaolian-serve-'));
  dir = join(root, 'dist');
  await mkdir(join(dir, '_astro'), { recursive: true });
  await mkdir(join(dir, 'standards', 'gb-t-1.1-2020'), { recursive: true });
  await mkdir(join(root, 'dist-secret'));
  await Promise.all([
    writeFile(join(root, 'secret.txt'), 'secret'),
    writeFile(join(root, 'dist-secret', 'secret.txt'), 'secret'),
    writeFile(join(dir, '.hidden'), 'secret'),
    writeFile(join(dir, 'index.html'), '首页'),
    writeFile(join(dir, '404.html'), '没有这一页'),
    writeFile(join(dir, 'robots.txt'), 'User-agent: *'),
    writeFile(join(dir, '_astro', 'page.a1b2.css'), 'a{}'),
    writeFile(join(dir, 'standards', 'gb-t-1.1-2020', 'index.html'), '标准'),
    writeFile(join(dir, 'standards', 'gb-t-1.1-2020', 'index.md'), '# 标准'),
    writeFile(join(dir, 'archive.gz'), 'binary'),
  ]);
  served = await serve({ dir, port: 0 });
});

afterAll(async () => {
  await served.close();
  await rm(root, { recursive: true, force: true });
});

/** A request as it is written, which `fetch` would tidy. */
async function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
) {
  const call = request({
    port: served.port,
    path,
    host: '127.0.0.1',
    agent: false,
    ...options,
  }).end();
  const [response] = await once(call, 'response');
  let body = '';
  response.setEncoding('utf8');
  for await (const chunk of response) body += chunk;
  const { statusCode: status, headers } = response;
  return { status, headers, body };
}

describe('a built site is served', () => {
  it.each([
    ['/', 'text/html;charset=utf-8', '首页'],
    ['/standards/gb-t-1.1-2020/', 'text/html;charset=utf-8', '标准'],
    ['/standards/gb-t-1.1-2020/index.md', 'text/markdown; charset=utf-8', '# 标准'],
    ['/_astro/page.a1b2.css', 'text/css; charset=utf-8', 'a{}'],
    ['/robots.txt?x=1', 'text/plain; charset=utf-8', 'User-agent: *'],
    ['/archive.gz', 'application/gzip', 'binary'],
  ])('%s as %s', async (path, type, body) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers['content-type']).toBe(type);
  });

  it('has its own page for what is not there', async () => {
    const answer = await ask('/nothing/here');
    expect(answer).toMatchObject({ status: 404, body: '没有这一页' });
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it('has that page in English below /en/, where the site has one', async () => {
    expect(await ask('/en/nothing/here')).toMatchObject({ status: 404, body: '没有这一页' });
    await mkdir(join(dir, 'en', '404'), { recursive: true });
    await writeFile(join(dir, 'en', '404', 'index.html'), 'Not here');
    expect(await ask('/en/nothing/here')).toMatchObject({ status: 404, body: 'Not here' });
    for (const path of ['/english/', '/nothing/en/', '/en']) {
      expect((await ask(path)).body, path).not.toBe('Not here');
    }
  });

  it('sends a folder to its address with a final slash', async () => {
    const answer = await ask('/standards/gb-t-1.1-2020?q=1');
    expect(answer.status).toBe(301);
    expect(answer.headers.location).toBe('/standards/gb-t-1.1-2020/?q=1');
  });

  it('keeps fingerprinted files for a year and asks again for all others', async () => {
    const asset = await ask('/_astro/page.a1b2.css');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const page = await ask('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await ask('/', { headers: { 'If-None-Match': String(page.headers.etag) } });
    expect(again).toMatchObject({ status: 304, body: '' });
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/../dist-secret/secret.txt',
    '/_astro/../../secret.txt',
    '//../secret.txt',
    '/.hidden',
    '/%00',
    '/%',
    '*',
    'http://example.org/secret.txt',
  ])('gives nothing away for %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  it('sends nobody to another host', async () => {
    await mkdir(join(dir, 'example.org'), { recursive: true });
    const answer = await ask('//example.org');
    expect(answer.headers.location).toBe('/example.org/');
  });

  it('answers ranges, and lives through nonsensical ones', async () => {
    const part = await ask('/robots.txt', { headers: { Range: 'bytes=0-3' } });
    expect(part).toMatchObject({ status: 206, body: 'User' });
    for (const Range of ['bytes=5-2', 'bytes=-1', 'bytes=a-b', 'bytes=99999-']) {
      expect([200, 416]).toContain((await ask('/robots.txt', { headers: { Range } })).status);
    }
    expect(await ask('/robots.txt')).toMatchObject({ status: 200 });
  });

  it('answers HEAD without a body, and nothing but GET and HEAD', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(await ask('/', { method: 'POST' })).toMatchObject({ status: 405 });
  });

  it('serves what was rebuilt since it started', async () => {
    await writeFile(join(dir, 'new.html'), '新页');
    expect(await ask('/new.html')).toMatchObject({ status: 200, body: '新页' });
  });

  it('publishes under a base path and only there', async () => {
    const based = await serve({ dir, port: 0, base: '/lib/' });
    expect(based.url).toBe(`http://localhost:${based.port}/lib/`);
    expect(await (await fetch(based.url)).text()).toBe('首页');
    expect((await fetch(`http://localhost:${based.port}/robots.txt`)).status).toBe(404);
    await based.close();
  });

  it.each(SIGNALS)('ends cleanly on %s, even with a client', async (name) => {
    const script = fileURLToPath(new URL('fixtures/serve-folder.ts', import.meta.url));
    const child = spawn(process.execPath, [script, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    await expect.poll(() => output).toContain('Ctrl+C');
    const url = /http:\/\/\S+/.exec(output)?.[0] ?? '';
    expect((await fetch(url)).status).toBe(200);
    child.kill(name);
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(output).toContain('stopped');
  });
});

describe('a taken port', () => {
  it('gives way to the next free one, or says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address() as AddressInfo;
    const next = await serve({ dir, port: address.port, spare: 20 });
    expect(next.port).toBeGreaterThan(address.port);
    await next.close();
    const refused = await serve({ dir, port: address.port }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ what: { en: `Port ${address.port} is taken.` } });
    other.close();
  });
});
