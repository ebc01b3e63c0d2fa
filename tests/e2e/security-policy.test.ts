import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWorkersBrowser } from '../support/browser.ts';
import { siteFolder, siteUrl } from '../support/site.ts';
import { hasWebServer, startWebServer } from '../support/web-servers.ts';

let browser: Browser;
const root = mkdtempSync(join(tmpdir(), 'biaolian-policy-'));
beforeAll(async () => {
  symlinkSync(siteFolder(), join(root, 'www'));
  browser = await launchWorkersBrowser();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
});

describe.each(['npm start', 'caddy', 'nginx'] as const)('a portal behind %s', (server) => {
  const isThere = server === 'npm start' || hasWebServer(server);
  let url = '';
  let stop: () => Promise<void> = async () => undefined;
  let context: BrowserContext;
  let page: Page;
  const refusals: string[] = [];
  const elsewhere: string[] = [];
  beforeAll(async () => {
    if (!isThere) return;
    if (server === 'npm start') url = await siteUrl();
    else {
      const running = await startWebServer(server, { root: join(root, 'www') });
      url = `${running.url.replace('127.0.0.1', 'localhost')}/`;
      if (server === 'caddy') url = `${running.url}/`;
      stop = running.stop;
    }
    context = await browser.newContext({ acceptDownloads: true });
    page = await context.newPage();
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) refusals.push(message.text());
    });
    page.on('pageerror', ({ message }) => refusals.push(message));
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^https?:$/.test(protocol) && origin !== new URL(url).origin)
        elsewhere.push(request.url());
    });
  });
  afterAll(async () => {
    await context?.close();
    await stop();
  });

  const go = async (path: string) => {
    await page.goto(url + path);
    await page.waitForLoadState('networkidle');
  };
  const save = async (click: () => Promise<unknown>) => {
    const [file] = await Promise.all([page.waitForEvent('download'), click()]);
    return file.failure();
  };
  const clean = () => {
    expect(refusals).toEqual([]);
    expect(elsewhere).toEqual([]);
  };

  it.skipIf(!isThere)('shows its pages, maths and charts', async () => {
    for (const path of ['', 'en/browse/', 'terms/', 'lifecycle/', 'systems/', 'learn/']) {
      await go(path);
      await expect.poll(() => page.locator('main').count()).toBe(1);
    }
    await go('systems/cold-chain/');
    const bars = await page
      .locator('.count-bar i')
      .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
    expect(new Set(bars.map(Math.round)).size).toBeGreaterThan(2);
    await go('standards/db9902-t-12-2023/');
    const strut = page.locator('.katex-html .katex-strut').first();
    const height = await strut.evaluate((each) => Number.parseFloat(getComputedStyle(each).height));
    expect(height).toBeGreaterThan(5);
    clean();
  });

  it.skipIf(!isThere)('searches, exports and compares', async () => {
    await go('search/?q=冷链');
    await page.locator('.hit').first().waitFor();
    await page.click('.export');
    const dialog = page.getByRole('dialog');
    expect(
      await save(() => dialog.getByRole('button', { name: /XLSX/ }).last().click()),
    ).toBeNull();
    await go('systems/cold-chain/list/');
    expect(await save(() => page.locator('button[data-format="csv"]').click())).toBeNull();
    await go('systems/cold-chain/');
    expect(await save(() => page.locator('button[data-png]').nth(1).click())).toBeNull();
    clean();
  });

  it.skipIf(!isThere)('is read off-line', async () => {
    await go('standards/db9902-t-12-2023/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload({ waitUntil: 'networkidle' });
    await context.setOffline(true);
    await page.reload();
    await expect.poll(() => page.locator('[data-kept-day]').count()).toBe(1);
    await context.setOffline(false);
    clean();
  });

  it.skipIf(!isThere)(
    'refuses a script and a style that somebody brought into a page',
    async () => {
      const other = await context.newPage();
      const refused: string[] = [];
      other.on('console', (message) => {
        if (/content security policy/i.test(message.text())) refused.push(message.text());
      });
      await other.goto(url);
      await other.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "run"';
        document.head.append(script);
        const line = document.createElement('p');
        line.setAttribute('style', 'position: fixed');
        document.body.append(line);
      });
      expect(await other.title()).not.toBe('run');
      expect(refused).toHaveLength(2);
      await other.close();
    },
  );
});
