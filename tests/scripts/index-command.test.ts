import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readIndexName, readTargets } from '#scripts/meilisearch/environment.ts';
import { Problem } from '#scripts/bootstrap/problem.mjs';
import { createMeilisearch } from '#search/meilisearch/index.ts';
import { readRuntimeConfig } from '#search/runtime-config.ts';
import { startServer } from '../support/meilisearch.ts';
import type { TestServer } from '../support/meilisearch.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { runLine } from './run-command.ts';

let one: TestServer;
let two: TestServer;

beforeAll(async () => {
  [one, two] = await Promise.all([startServer(), startServer()]);
});

afterAll(() => Promise.all([one?.close(), two?.close()]));

afterEach(() => vi.unstubAllEnvs());

type Variables = Readonly<Record<string, string | undefined>>;

let library: string;
let site: string;

beforeEach(() => {
  library = makeFolder();
  site = makeFolder();
  writeFiles(library, {
    [standardPath(1)]: writeStandard({ serial: 1 }),
    [standardPath(2)]: writeStandard({ serial: 2 }),
  });
  mkdirSync(join(site, 'standards'));
  writeFiles(site, { 'index.html': '<!doctype html>', 'standards/index.html': '<!doctype html>' });
});

function index(variables: Variables, ...args: readonly string[]) {
  const none = { MEILI_URL: '', MEILI_ADMIN_KEY: '', MEILI_MASTER_KEY: '', MEILI_PUBLIC_URL: '' };
  for (const [name, value] of Object.entries({ ...none, ...variables })) vi.stubEnv(name, value);
  return runLine(['index', '--library', library, '--site', site, ...args]);
}

const configText = () => readFileSync(join(site, 'search.json'), 'utf8');

/** Everything in the site as one text. */
function readSite(): string {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

const both = (prefix: string): Variables => ({
  MEILI_URL: `${one.url}, ${two.url}/`,
  MEILI_ADMIN_KEY: `${one.masterKey},${two.masterKey}`,
  MEILI_INDEX: prefix,
});

describe('std index', () => {
  it('writes every server and tells the site, with keys that may only search', async () => {
    const public1 = 'https://search-1.example.cn';
    const publicUrls = { MEILI_PUBLIC_URL: `${public1},${two.url}` };
    const { status, out } = await index({ ...both('every'), ...publicUrls });
    expect(out).toMatch(/✓ http:\/\/127\.0\.0\.1:\d+ {2}写入 \d+，删除 0，不变 0/);
    expect(out).toMatch(/sent \d+, removed 0, kept 0/);
    expect(status).toBe(0);
    const { config, problem } = readRuntimeConfig(configText());
    expect(problem).toBeUndefined();
    expect(config).toMatchObject({ index: 'every', servers: [{ url: public1 }, { url: two.url }] });
    for (const [at, server] of [one, two].entries()) {
      const key = config.servers[at]?.key ?? '';
      const engine = createMeilisearch({ url: server.url, key, index: 'every' });
      const answer = await engine.search({ text: 'DB9902/T 2—2024', language: 'zh' });
      expect(answer.hits[0]?.number).toBe('DB9902/T 2—2024');
      for (const [method, path] of [
        ['GET', 'keys'],
        ['GET', 'indexes'],
        ['GET', 'indexes/every_meta/documents'],
        ['DELETE', 'indexes/every_meta'],
      ] as const) {
        const headers = { authorization: `Bearer ${key}` };
        const { status: refused } = await fetch(`${server.url}/${path}`, { method, headers });
        expect(refused, path).toBe(403);
      }
      expect(readSite()).not.toContain(server.masterKey);
    }
  });

  it('sends only what changed, and says so', async () => {
    await index(both('changes'));
    const before = configText();
    const same = JSON.parse((await index(both('changes'), '--json')).out) as object;
    expect(same).toMatchObject({
      written: true,
      servers: [
        { ok: true, sent: 0, removed: 0, swapped: false },
        { ok: true, sent: 0, swapped: false },
      ],
    });
    expect(configText()).toBe(before);
    writeFiles(library, {
      [standardPath(2)]: writeStandard({ serial: 2 }).replace('样例标准2', '改过的题'),
    });
    const { out } = await index(both('changes'), '--json');
    const { servers } = JSON.parse(out) as {
      servers: readonly { sent: number; kept: number; swapped: boolean }[];
    };
    expect(servers[0]?.sent).toBeGreaterThan(0);
    expect(servers[0]?.kept).toBeGreaterThan(0);
    expect(servers[0]?.swapped).toBe(true);
  });

  it('writes the others when one is down, keeps that one behind them, and ends with 1', async () => {
    await index(both('down'));
    const before = readRuntimeConfig(configText()).config;
    const gone = 'http://127.0.0.1:9';
    const lost = { ...both('down'), MEILI_URL: `${gone},${two.url}` };
    const first = await index(lost);
    expect(first.status).toBe(1);
    expect(first.out).toMatch(/✗ .*127\.0\.0\.1:9/);
    expect(first.out).toContain('cannot be reached');
    expect(readRuntimeConfig(configText()).config.servers).toEqual([before.servers[1]]);
    const formerly = { version: 1, index: 'down', servers: [{ url: gone, key: 'k' }] };
    writeFileSync(join(site, 'search.json'), JSON.stringify(formerly));
    await index(lost);
    expect(readRuntimeConfig(configText()).config.servers).toEqual([
      before.servers[1],
      formerly.servers[0],
    ]);
  });

  it('says that a key is wrong, and leaves the site as it was', async () => {
    const { status, out } = await index({ MEILI_URL: one.url, MEILI_ADMIN_KEY: 'wrong' });
    expect(status).toBe(1);
    expect(out).toMatch(/不接受这把密钥[^]*refuses this key/);
    expect(existsSync(join(site, 'search.json'))).toBe(false);
  });

  it('only looks with --dry-run', async () => {
    const before = await index(both('dry'), '--dry-run');
    expect(before).toMatchObject({ status: 0 });
    expect(before.out).toMatch(/还没有索引/);
    expect(existsSync(join(site, 'search.json'))).toBe(false);
    const uids = await fetch(`${one.url}/indexes?limit=1000`, {
      headers: { authorization: `Bearer ${one.masterKey}` },
    });
    expect(await uids.text()).not.toContain('dry_');
    await index(both('dry'));
    const after = JSON.parse((await index(both('dry'), '--dry-run', '--json')).out) as object;
    expect(after).toMatchObject({
      dryRun: true,
      standards: 2,
      servers: [{ holds: { standards: 2, current: true } }, { holds: { current: true } }],
    });
  });

  it('indexes what may be published of a library with errors, and says what may not', async () => {
    writeFiles(library, { [standardPath(3)]: '---\nnumber: nonsense\n---\n' });
    const { status, err } = await index(both('errors'));
    expect(status).toBe(1);
    expect(err).toContain('not published as written');
    expect(existsSync(join(site, 'search.json'))).toBe(true);
  });

  it('ends with 2 without servers, and without a site', async () => {
    const nowhere = await index({});
    expect(nowhere.status).toBe(2);
    expect(nowhere.err).toMatch(/没有指定搜索服务器[^]*--search meilisearch/);
    const noSite = await index(both('none'), '--site', join(site, 'standards', 'none'));
    expect(noSite.status).toBe(2);
    expect(noSite.err).toContain('npm run build');
  });
});

describe('the environment', () => {
  const url = 'https://a.cn,https://b.cn/';

  it('names servers, with one key for all or one for each', () => {
    expect(readTargets({})).toEqual([]);
    expect(readTargets({ MEILI_URL: url, MEILI_MASTER_KEY: 'k' })).toEqual([
      { url: 'https://a.cn', adminKey: 'k', publicUrl: 'https://a.cn' },
      { url: 'https://b.cn', adminKey: 'k', publicUrl: 'https://b.cn' },
    ]);
    const each = {
      MEILI_URL: url,
      MEILI_ADMIN_KEY: 'k, l',
      MEILI_PUBLIC_URL: 'https://c.cn,https://d.cn',
    };
    expect(readTargets(each)[1]).toEqual({
      url: 'https://b.cn',
      adminKey: 'l',
      publicUrl: 'https://d.cn',
    });
  });

  it.each<[string, Variables]>([
    ['no key', { MEILI_URL: url }],
    ['three keys for two servers', { MEILI_URL: url, MEILI_ADMIN_KEY: 'a,b,c' }],
    ['a key with a space', { MEILI_URL: url, MEILI_ADMIN_KEY: 'a b' }],
    ['no scheme', { MEILI_URL: 'search.cn', MEILI_ADMIN_KEY: 'a' }],
    ['a file', { MEILI_URL: 'file:///etc', MEILI_ADMIN_KEY: 'a' }],
    ['a password', { MEILI_URL: 'https://u:p@a.cn', MEILI_ADMIN_KEY: 'a' }],
    [
      'one public address for two',
      { MEILI_URL: url, MEILI_ADMIN_KEY: 'a', MEILI_PUBLIC_URL: 'https://c.cn' },
    ],
  ])('is refused with what to do: %s', (_, environment) => {
    expect(() => readTargets(environment)).toThrow(Problem);
  });

  it('names the index', () => {
    expect(readIndexName({})).toBe('biaolian');
    expect(readIndexName({ MEILI_INDEX: 'yantai-2' })).toBe('yantai-2');
    expect(() => readIndexName({ MEILI_INDEX: '../x' })).toThrow(Problem);
  });
});
