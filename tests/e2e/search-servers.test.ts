import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { Meilisearch } from 'meilisearch';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMeilisearch } from '#scripts/meilisearch/server.ts';
import type { MeilisearchServer } from '#scripts/meilisearch/server.ts';
import { ensureSearchKey } from '#search/meilisearch/index.ts';
import type { ConfiguredServer } from '#search/runtime-config.ts';
import { openLibrary } from '#library/open.ts';
import { addressOf, ask, eventually, numbers, settle } from '../search/browser.ts';
import { launchBrowser } from '../support/browser.ts';
import { SAMPLE_DAY } from '../support/sample-index.ts';
import { keepSampleServer, SAMPLE_PREFIX } from '../support/sample-server.ts';
import { serveSiteCopy, startImpostor } from './server-site.ts';
import type { SiteCopy } from './server-site.ts';

const current = 'DB9902/T 12—2023';
const notice = '搜索服务器暂时连接不上';
const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'biaolian-e2e-')));
const running = new Map<string, MeilisearchServer>();
let browser: Browser;
let site: SiteCopy;
let one: ConfiguredServer;
let two: ConfiguredServer;

beforeAll(async () => {
  site = await serveSiteCopy();
  browser = await launchBrowser();
  const [folder = '', other = ''] = folders;
  // Each is the other's like: the same data and the same keys.
  const kept = await keepSampleServer(await openLibrary({ dir: 'content', asOf: SAMPLE_DAY }));
  for (const each of folders) cpSync(kept, each, { recursive: true });
  const { url, masterKey } = await start(folder);
  const server = { url, key: masterKey };
  one = { url, key: await ensureSearchKey({ server, prefix: SAMPLE_PREFIX }) };
  two = { url: (await start(other)).url, key: one.key };
}, 400_000);

afterAll(async () => {
  await browser?.close();
  for (const server of running.values()) await server.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  await site?.close();
});

const configOf = (...servers: readonly ConfiguredServer[]) => ({
  version: 1,
  index: SAMPLE_PREFIX,
  servers,
});

async function kill({ url }: ConfiguredServer): Promise<void> {
  await running.get(url)?.stop();
  running.delete(url);
}

async function start(folder: string, port?: number): Promise<MeilisearchServer> {
  const server = await startMeilisearch({ folder, ...(port !== undefined && { port }) });
  running.set(server.url, server);
  return server;
}

const revive = ({ url }: ConfiguredServer, folder: string | undefined) =>
  start(folder ?? '', Number(new URL(url).port));

/** What may do anything on the first server. */
const adminOfOne = () => ({ url: one.url, key: running.get(one.url)?.masterKey ?? '' });

interface Asked {
  /** Addresses that were asked, in order. */
  readonly addresses: readonly string[];
}

/** Opens a page of the site and writes down what it asks for. */
async function open(
  path: string,
  look: (page: Page, asked: Asked) => Promise<void>,
  prepare?: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const addresses: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    await prepare?.(page);
    await page.goto(site.url + path.slice(1));
    await look(page, { addresses });
    expect(errors).toEqual([]);
  } finally {
    await context.close();
  }
}

const noticeOf = (page: Page) => page.locator('.notice', { hasText: notice });
const isAsked = ({ addresses }: Asked, { url }: { readonly url: string }, from = 0) =>
  addresses.slice(from).some((address) => address.startsWith(url));

/** Time stands still on a page that is about to open: however busy the machine is, no server is late. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
}

describe('a site with two search servers', () => {
  test('is answered by the first alone, and loads nothing of its own index but its root and the places of systems', async () => {
    site.configure(configOf(one, two));
    await open(
      addressOf('冷链'),
      async (page, asked) => {
        expect(await numbers(page)).toContain(current);
        expect(isAsked(asked, one)).toBe(true);
        expect(isAsked(asked, two)).toBe(false);
        // The root of the directory is asked for beside the configuration, which may name no server.
        const own = asked.addresses.filter((address) => address.includes('/search-index/'));
        // Which place a question names is told by the site itself.
        const others = own.filter((address) => !address.endsWith('/directory.json'));
        expect(others.length).toBeLessThanOrEqual(1);
        for (const other of others) expect(other).toMatch(/\/search-index\/d\/\w+\.json$/);
      },
      stopClock,
    );
  });

  test('goes from one to the other, then to its own index, and back by itself', async () => {
    site.configure(configOf(one, two));
    const flow = async (page: Page, asked: Asked) => {
      expect(await numbers(page)).toContain(current);
      expect(isAsked(asked, one)).toBe(true);
      await page.locator('.filters input[type="checkbox"]').first().check();
      await settle(page);
      const search = () => [...new URL(page.url()).searchParams].filter(([name]) => name !== 'q');
      const chosen = search();
      expect(chosen.length).toBeGreaterThan(0);

      await kill(one);
      expect((await ask(page, '冷链物流')).length).toBeGreaterThan(0);
      expect(isAsked(asked, two)).toBe(true);
      await expect.poll(() => noticeOf(page).count()).toBe(0);
      await page.clock.resume();

      await kill(two);
      expect((await ask(page, '冷链')).length).toBeGreaterThan(0);
      await expect.poll(() => noticeOf(page).count()).toBe(1);
      expect(search()).toEqual(chosen);
      await expect
        .poll(() => page.locator('.filters input[type="checkbox"]:checked').count())
        .toBe(1);
      const before = asked.addresses.length;
      await ask(page, '冷链物流');
      expect(isAsked(asked, one, before) || isAsked(asked, two, before)).toBe(false);

      await revive(one, folders[0]);
      await expect
        .poll(
          async () => {
            await ask(page, '冷链');
            await ask(page, '冷链物流');
            return noticeOf(page).count();
          },
          { timeout: 40_000, interval: 1000 },
        )
        .toBe(0);
      expect(isAsked(asked, one, before)).toBe(true);
      expect(search()).toEqual(chosen);
      await revive(two, folders[1]);
    };
    await open(addressOf('冷链'), flow, stopClock);
  });

  test('does not wait for a server that hangs when there is another', async () => {
    const hung = await startImpostor(() => undefined);
    site.configure(configOf({ url: hung.url, key: 'k' }, two));
    await open(
      addressOf('冷链物流'),
      async (page, asked) => {
        await eventually(() => isAsked(asked, hung)).toBe(true);
        expect(isAsked(asked, two)).toBe(false);
        // Long enough for the next server, too short for the own index.
        await page.clock.runFor(600);
        await eventually(() => isAsked(asked, two)).toBe(true);
        // The hits wait a moment for cards above them, of which the server that hangs is asked too.
        await eventually(async () => {
          await page.clock.runFor(50);
          return page.locator('.hit .number').allTextContents();
        }).toContain(current);
        await expect.poll(() => noticeOf(page).count()).toBe(0);
      },
      stopClock,
    );
    hung.close();
  });

  test('suggests by the server too', async () => {
    site.configure(configOf(one));
    await open('/', async (page, asked) => {
      await page.locator('form[role="search"] input[name="q"]').last().fill('冷链物流');
      await page.waitForSelector('[role="option"]');
      expect(isAsked(asked, one)).toBe(true);
    });
  });
});

describe('a server that is none', () => {
  const json = (
    response: ServerResponse,
    status: number,
    body: string,
    type = 'application/json',
  ) => response.writeHead(status, { 'Content-Type': type }).end(body);
  const impostors = {
    hangs: () => startImpostor(() => undefined),
    'begins to answer and stops': () =>
      startImpostor((_, response) => response.writeHead(200).write('{"results":[')),
    'refuses other sites (CORS)': () =>
      startImpostor((_, response) => json(response, 200, '{"results":[]}'), false),
    'answers in HTML': () =>
      startImpostor((_, response) => json(response, 200, '<!doctype html><p>hi', 'text/html')),
    'answers 500': () => startImpostor((_, response) => json(response, 500, '{"message":"oh"}')),
    'answers 503 in HTML': () =>
      startImpostor((_, response) => json(response, 503, '<h1>Bad gateway</h1>', 'text/html')),
    'answers with other JSON': () =>
      startImpostor((_, response) => json(response, 200, '{"results":{"hits":"<script>"}}')),
    'answers null': () => startImpostor((_, response) => json(response, 200, 'null')),
    'answers with bytes': () =>
      startImpostor((_, response) => json(response, 200, '\u0000\u0001\ufffd'.repeat(1000))),
    'sends everybody away': () =>
      startImpostor((_, response) => response.writeHead(302, { Location: '/login' }).end()),
  } as const;

  test.each(Object.entries(impostors))(
    '%s: the own index answers, and the page says so',
    async (_, pretend) => {
      const impostor = await pretend();
      site.configure(configOf({ url: impostor.url, key: 'k' }));
      await open('/search/', async (page, asked) => {
        await page.waitForLoadState('networkidle');
        await ask(page, '冷链物流');
        expect(isAsked(asked, impostor)).toBe(true);
        await expect.poll(() => noticeOf(page).count()).toBe(1);
        expect(await numbers(page)).toContain(current);
        // How long it is waited for is said by tests/search/failover.test.ts; the next question does not wait at all.
        const before = asked.addresses.length;
        await ask(page, '牡蛎');
        expect(isAsked(asked, impostor, before)).toBe(false);
      });
      impostor.close();
    },
  );

  const real = {
    'nobody there': async () => configOf({ url: 'http://127.0.0.1:9', key: 'k' }),
    'a wrong key': async () => configOf({ url: one.url, key: 'wrong' }),
    'a key for other indexes': async () => {
      const key = await ensureSearchKey({ server: adminOfOne(), prefix: 'other' });
      return configOf({ url: one.url, key });
    },
    'no such index': async () => {
      const key = await ensureSearchKey({ server: adminOfOne(), prefix: 'none' });
      return { ...configOf({ url: one.url, key }), index: 'none' };
    },
    'an index of another version': async () => {
      const server = adminOfOne();
      const client = new Meilisearch({ host: server.url, apiKey: server.key });
      await client
        .index('later_meta')
        .addDocuments([{ id: 'v99', schema: 99 }])
        .waitTask();
      const key = await ensureSearchKey({ server, prefix: 'later' });
      return { ...configOf({ url: one.url, key }), index: 'later' };
    },
  } as const;

  test.each(Object.entries(real))(
    '%s: the own index answers, and the page says so',
    async (_, make) => {
      const config = await make();
      site.configure(config);
      await open(addressOf('冷链物流'), async (page, asked) => {
        expect(await numbers(page)).toContain(current);
        await expect.poll(() => noticeOf(page).count()).toBe(1);
        expect(isAsked(asked, config.servers[0] ?? one)).toBe(true);
      });
    },
  );
});

describe('a configuration that is none', () => {
  test.each([
    ['HTML', '<!doctype html><title>Not found</title>'],
    [
      'of another version',
      { version: 2, index: 'biaolian', servers: [{ url: 'http://127.0.0.1:9', key: 'k' }] },
    ],
    ['without servers', { version: 1, index: 'biaolian', servers: [] }],
  ])('%s: the site searches by itself and has nothing to excuse', async (_, config) => {
    site.configure(config);
    await open(addressOf('冷链物流'), async (page) => {
      expect(await numbers(page)).toContain(current);
      await expect.poll(() => page.locator('.notice').count()).toBe(0);
    });
  });
});
