import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf, writePolicy } from '#scripts/server/headers.ts';
import { serve } from '#scripts/server/serve.ts';
import { writeFiles } from '../support/temporary-library.ts';
import { hasWebServer, startWebServer } from '../support/web-servers.ts';

const text = '冷链'.repeat(1000);
const site = {
  'index.html': `<p>${text}</p>`,
  '404.html': '没有这一页',
  'en/404/index.html': 'no such page',
  'en/browse/index.html': 'browse',
  'standards/a/index.html': 'a',
  'standards/a/index.md': text,
  'standards/a/standard.jsonld': '{}',
  'data/catalogue.csv': text,
  'data/all.ndjson': '{}',
  'data/all.ttl': 'a',
  'data/all.json.gz': 'packed',
  'feeds/all.atom': '<feed/>',
  'feeds/all.ics': 'BEGIN:VCALENDAR',
  'status.json': '{}',
  'site.webmanifest': '{}',
  'sw.js': '1',
  '_astro/page.a1b2.css': `a{}${' '.repeat(2000)}`,
  'search-index/directory.json': '{}',
  'search-index/d/tez8hrnsf.json': '[]',
  'search-index/standards/t/k3v90a1bx.json': '{}',
  '.git/config': 'secret',
  'standards/.hidden': 'secret',
};
const day = 'no-cache';
const year = 'public, max-age=31536000, immutable';
/** Path, how long it may be kept, whether other sites may read it, and its type. */
const expected = [
  ['', day, false, 'text/html; charset=utf-8'],
  ['en/browse/', day, false, 'text/html; charset=utf-8'],
  ['standards/a/index.md', day, true, 'text/markdown; charset=utf-8'],
  ['standards/a/standard.jsonld', day, true, 'application/ld+json'],
  ['data/catalogue.csv', day, true, 'text/csv; charset=utf-8'],
  ['data/all.ndjson', day, true, 'application/x-ndjson'],
  ['data/all.ttl', day, true, 'text/turtle; charset=utf-8'],
  ['data/all.json.gz', day, true, 'application/gzip'],
  ['feeds/all.atom', day, true, 'application/atom+xml'],
  ['feeds/all.ics', day, true, 'text/calendar; charset=utf-8'],
  ['status.json', day, true, 'application/json'],
  ['site.webmanifest', day, false, 'application/manifest+json'],
  ['sw.js', day, false, 'text/javascript; charset=utf-8'],
  ['_astro/page.a1b2.css', year, false, 'text/css; charset=utf-8'],
  ['search-index/directory.json', day, false, 'application/json'],
  ['search-index/d/tez8hrnsf.json', year, false, 'application/json'],
  ['search-index/standards/t/k3v90a1bx.json', year, true, 'application/json'],
] as const;
const secure = {
  'content-security-policy': writePolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
};

const root = mkdtempSync(join(tmpdir(), 'biaolian-headers-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
writeFiles(root, site);
writeFiles(join(root, 'portal'), site);

const servers = ['npm start', 'caddy', 'nginx'] as const;
describe.each(servers.flatMap((server) => ['', '/portal'].map((base) => ({ server, base }))))(
  '$server at “$base”',
  ({ server, base }) => {
    const isThere = server === 'npm start' || hasWebServer(server);
    let url = '';
    let stop: () => Promise<unknown> = async () => undefined;
    beforeAll(async () => {
      if (!isThere) return;
      if (server === 'npm start') {
        const served = await serve({ dir: join(root, base), port: 0, base: `${base}/` });
        url = served.url;
        stop = served.close;
      } else {
        const running = await startWebServer(server, { root, base });
        url = `${running.url}${base}/`;
        stop = running.stop;
      }
    });
    afterAll(() => stop());

    const only = (headers: Headers, names: object) =>
      Object.fromEntries(Object.keys(names).map((name) => [name, headers.get(name)]));

    it.skipIf(!isThere).each(expected)('/%s', async (path, cache, isOpen, type) => {
      const { status, headers } = await fetch(url + path);
      expect(status).toBe(200);
      expect(only(headers, secure)).toEqual(secure);
      expect(headers.get('cache-control')).toBe(cache);
      expect(headers.get('access-control-allow-origin')).toBe(isOpen ? '*' : null);
      const plain = (headers.get('content-type') ?? '').toLowerCase().replace(/;\s*/, '; ');
      expect(plain.replace(/^(application\/json).*/, '$1')).toMatch(type ?? /^/);
    });

    it.skipIf(!isThere)(
      'keeps a page no longer than its tag, sends parts, and compresses',
      async () => {
        const page = await fetch(url);
        expect(page.headers.get('content-encoding')).toMatch(/^(?:gzip|zstd)$/);
        const tag = page.headers.get('etag') ?? '';
        expect(tag).not.toBe('');
        const again = await fetch(url, { headers: { 'if-none-match': tag } });
        expect(again.status).toBe(304);
        const part = await fetch(`${url}data/catalogue.csv`, {
          headers: { range: 'bytes=0-5', 'accept-encoding': 'identity' },
        });
        expect([part.status, await part.text()]).toEqual([206, '冷链']);
        const packed = await fetch(`${url}data/all.json.gz`);
        expect(packed.headers.get('content-encoding')).toBeNull();
      },
    );

    it.skipIf(!isThere)(
      'has pages for what is not there, hides files, and takes nothing',
      async () => {
        const missing = await fetch(`${url}_astro/none.css`);
        expect([missing.status, await missing.text()]).toEqual([404, '没有这一页']);
        expect(missing.headers.get('cache-control')).toBe(day);
        expect(only(missing.headers, secure)).toEqual(secure);
        const english = await fetch(`${url}en/none/`);
        expect([english.status, await english.text()]).toEqual([404, 'no such page']);
        for (const path of ['.git/config', 'standards/.hidden']) {
          expect((await fetch(url + path)).status, path).toBe(404);
        }
        expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(405);
        const folder = await fetch(`${url}en/browse`, { redirect: 'manual' });
        expect([301, 308]).toContain(folder.status);
        expect(new URL(folder.headers.get('location') ?? '', url).href).toBe(`${url}en/browse/`);
      },
    );
  },
);

it('the files for hosts say what the local server sends', () => {
  const read = (name: string) => readFileSync(join('deploy', name), 'utf8');
  const headers = {
    ...headersOf('/'),
    'Content-Security-Policy': writePolicy(),
  };
  const [nginx, caddy, hosts] = [read('nginx.conf'), read('Caddyfile'), read('_headers')];
  for (const [name, value] of Object.entries(headers)) {
    expect(hosts).toContain(`\n  ${name}: ${value}\n`);
    if (name === 'Cache-Control') continue;
    expect(nginx).toContain(`add_header ${name} "${value}" always;`);
    expect(caddy.replace('{$BIAOLIAN_CONNECT}', '')).toContain(`\t\t\t${name} "${value}"\n`);
  }
});

it('names search servers in the policy, and only there', () => {
  expect(writePolicy(['https://search.example.cn'])).toBe(
    `${writePolicy()}; connect-src 'self' https://search.example.cn`,
  );
});
