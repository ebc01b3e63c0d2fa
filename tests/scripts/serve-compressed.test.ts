import { once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCompressor } from '#scripts/server/compress.ts';
import { serve, type Served } from '#scripts/server/serve.ts';

const GZIP = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };
const page = `<!doctype html><title>标准</title>${'<p>温度应符合要求。</p>'.repeat(400)}`;

let root: string;
let dir: string;
let served: Served;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'biaolian-compressed-'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

beforeEach(async () => {
  dir = await mkdtemp(join(root, 'site-'));
  await write('index.html', page);
  served = await serve({ dir, port: 0 });
  return () => served.close();
});

async function write(name: string, content: string | Buffer): Promise<string> {
  const file = join(dir, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

/** The bytes as they come, which `fetch` would expand. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const call = request({
    host: '127.0.0.1',
    port: served.port,
    path,
    method,
    headers,
    agent: false,
  }).end();
  const [response] = await once(call, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode as number,
    headers: response.headers as Record<string, string | undefined>,
    body: Buffer.concat(chunks),
  };
}

/** What both forms of a file have to say alike. */
function common({ status, headers }: Awaited<ReturnType<typeof ask>>) {
  const names = ['content-type', 'cache-control', 'etag', 'last-modified', 'vary'] as const;
  return [status, headers['x-content-type-options'], ...names.map((name) => headers[name])];
}

describe('a text', () => {
  test.each([
    ['page/index.html', '/page/'],
    ['page.html', '/page.html'],
    ['_astro/page.a1b2.css', '/_astro/page.a1b2.css'],
    ['_astro/page.a1b2.js', '/_astro/page.a1b2.js?v=1'],
    ['data/标准.csv', `/data/${encodeURIComponent('标准')}.csv`],
    ['data.json', '/data.json'],
    ['map.svg', '/map.svg'],
    ['sitemap.xml', '/sitemap.xml'],
    ['index.md', '/index.md'],
    ['robots.txt', '/robots.txt'],
    ['engine.wasm', '/engine.wasm'],
  ])('%s comes compressed and whole', async (name, path) => {
    await write(name, page);
    const plain = await ask(path);
    const packed = await ask(path, GZIP);
    expect(plain.body.toString()).toBe(page);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['content-length']).toBe(String(packed.body.length));
    expect(packed.body.length).toBeLessThan(page.length / 10);
    expect(gunzipSync(packed.body).toString()).toBe(page);
    expect(common(packed)).toEqual(common(plain));
    expect(packed.headers['vary']).toBe('Accept-Encoding');
  });

  test('is fetched by a client that expands it', async () => {
    expect(await (await fetch(served.url)).text()).toBe(page);
  });

  test.each([
    ['gzip', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['*', 'gzip'],
    ['br, *;q=0.1', 'gzip'],
    ['gzip;q=0', undefined],
    ['gzip;q=0.000, *', undefined],
    ['*;q=0', undefined],
    ['br', undefined],
    ['identity', undefined],
    ['', undefined],
  ])('for Accept-Encoding “%s” is sent as %s', async (accepted, encoding) => {
    const answer = await ask('/', { 'Accept-Encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    const body = encoding ? gunzipSync(answer.body) : answer.body;
    expect(body.toString()).toBe(page);
  });

  test('is not sent again to whoever has it in either form', async () => {
    for (const first of [{}, GZIP]) {
      const { headers } = await ask('/', first);
      for (const second of [{}, GZIP]) {
        const again = await ask('/', { ...second, 'If-None-Match': headers['etag'] ?? '' });
        expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
        expect(again.headers['vary']).toBe('Accept-Encoding');
      }
    }
    expect(await ask('/', { ...GZIP, 'If-None-Match': 'W/"1-1"' })).toMatchObject({ status: 200 });
  });

  test('HEAD says what GET would send', async () => {
    const got = await ask('/', GZIP);
    const head = await ask('/', GZIP, 'HEAD');
    expect(head.body).toHaveLength(0);
    const { date: _got, ...wanted } = got.headers;
    const { date: _head, ...said } = head.headers;
    expect(said).toEqual(wanted);
  });

  test('a range is of the text itself, and not continued under a condition', async () => {
    const bytes = Buffer.from(page);
    const part = await ask('/', { ...GZIP, Range: 'bytes=10-29' });
    expect(part).toMatchObject({ status: 206, body: bytes.subarray(10, 30) });
    expect(part.headers['content-encoding']).toBeUndefined();
    expect(part.headers['content-range']).toBe(`bytes 10-29/${bytes.length}`);
    expect(part.headers['vary']).toBe('Accept-Encoding');
    const since = part.headers['last-modified'] ?? '';
    const whole = await ask('/', { ...GZIP, Range: 'bytes=10-29', 'If-Range': since });
    expect(whole.status).toBe(200);
    expect(gunzipSync(whole.body).toString()).toBe(page);
  });
});

describe('what is left as it is', () => {
  test.each([
    ['small.json', Buffer.from('{"a":1}')],
    ['almost.txt', Buffer.alloc(1023, 'a')],
    ['font.woff2', Buffer.alloc(5000, 'a')],
    ['list.xlsx', Buffer.alloc(5000, 'a')],
  ])('%s', async (name, content) => {
    await write(name, content);
    const answer = await ask(`/${name}`, GZIP);
    expect(answer).toMatchObject({ status: 200, body: content });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['content-length']).toBe(String(content.length));
  });

  test('a missing page and what lies outside', async () => {
    await write('../secret.html', page);
    for (const path of [
      '/no.html',
      '/no/',
      '/../secret.html',
      '/%2e%2e/secret.html',
      '//../x.md',
    ]) {
      const answer = await ask(path, GZIP);
      expect(answer.status, path).toBe(404);
      expect(answer.headers['content-encoding'], path).toBeUndefined();
    }
  });
});

describe('a site that is built anew', () => {
  const other = page.replaceAll('应', '宜');

  test('a file in the place of another is served at once, also of the same size and time', async () => {
    const file = join(dir, 'index.html');
    const day = new Date('2026-01-01');
    await utimes(file, day, day);
    const before = await ask('/', GZIP);
    const next = await write('next.tmp', other);
    await utimes(next, day, day);
    expect((await stat(next)).size).toBe((await stat(file)).size);
    await rename(next, file);
    const after = await ask('/', GZIP);
    expect(gunzipSync(before.body).toString()).toBe(page);
    expect(gunzipSync(after.body).toString()).toBe(other);
  });

  test('no answer mixes old and new while the folder is swapped again and again', async () => {
    const site = dir;
    const longer = `${other}<p>新版</p>`;
    const finished = new AbortController();
    const swap = async () => {
      for (let round = 0; round < 40; round += 1) {
        await mkdir(`${site}.next`);
        await writeFile(join(`${site}.next`, 'index.html'), round % 2 === 0 ? longer : page);
        await rename(site, `${site}.old`);
        await rename(`${site}.next`, site);
        await rm(`${site}.old`, { recursive: true });
      }
      finished.abort();
    };
    const read = async () => {
      let answers = 0;
      while (!finished.signal.aborted) {
        // Between the two renames there is no folder.
        const answer = await ask('/', GZIP).catch(() => undefined);
        if (answer?.headers['content-encoding'] !== 'gzip') continue;
        const body = gunzipSync(answer.body);
        expect([page, longer]).toContain(body.toString());
        expect(answer.headers['etag']).toContain(`W/"${body.length}-`);
        answers += 1;
      }
      return answers;
    };
    const [, ...answers] = await Promise.all([swap(), read(), read(), read()]);
    expect(Math.max(...answers)).toBeGreaterThan(0);
    expect(gunzipSync((await ask('/', GZIP)).body).toString()).toBe(page);
  });
});

describe('what is kept', () => {
  test('is given again, and no more than the bound, the latest asked for', async () => {
    const files = await Promise.all(
      ['a', 'b', 'c'].map((name) => write(`${name}.txt`, `${name}${page}`)),
    );
    const [a = '', b = '', c = ''] = files;
    const size = (await createCompressor()(a))?.body.length ?? 0;
    const compress = createCompressor(size * 2.5);
    const first = new Map<string, Buffer | undefined>();
    for (const file of [a, b]) first.set(file, (await compress(file))?.body);
    const isKept = async (file: string) => (await compress(file))?.body === first.get(file);
    expect(await isKept(b)).toBe(true);
    expect(await isKept(a)).toBe(true);
    first.set(c, (await compress(c))?.body);
    expect(await isKept(c)).toBe(true);
    expect(await isKept(a)).toBe(true);
    expect(await isKept(b)).toBe(false);
  });

  test('is nothing when one file is beyond the bound', async () => {
    const compress = createCompressor(10);
    const file = join(dir, 'index.html');
    const first = await compress(file);
    expect(gunzipSync(first?.body ?? '').toString()).toBe(page);
    expect((await compress(file))?.body).not.toBe(first?.body);
  });
});
