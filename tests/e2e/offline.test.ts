import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addBasket, noBaskets, writeBaskets } from '#core/basket/index.ts';
import { nameCaches } from '#site/client/offline/names.ts';
import { findAxeViolations } from '../support/axe.ts';
import { launchWorkersBrowser } from '../support/browser.ts';
import { startChangingSite } from '../support/changing-site.ts';
import type { ChangingSite } from '../support/changing-site.ts';
import { siteUrl } from '../support/site.ts';

const course = 'learn/use-standards/';
const lesson = `${course}01-find/`;
const lastLesson = `${course}06-compare/`;

let browser: Browser;
let site: ChangingSite;
beforeAll(async () => {
  site = await startChangingSite(await siteUrl());
  browser = await launchWorkersBrowser();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  site?.close();
});
afterEach(() => {
  site.isDown = false;
  site.changed.clear();
});

/** A learner's phone, with a new browser. */
async function onPhone(walk: (page: Page, context: BrowserContext) => Promise<void>) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) faults.push(message.text());
    });
    await walk(page, context);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Whether the network of the device, and the site behind it, are there. */
async function switchNetwork(context: BrowserContext, isOn: boolean): Promise<void> {
  site.isDown = !isOn;
  await context.setOffline(!isOn);
}

/** Waits till the browser says so of what it keeps. */
async function waitFor<T>(page: Page, isSo: (asked: T) => Promise<boolean>, asked: T) {
  await expect.poll(() => page.evaluate(isSo as never, asked), { timeout: 20_000 }).toBe(true);
}

/** Waits till the worker answers, and the page and the list of what is kept are kept. */
async function firstVisit(page: Page, path: string): Promise<void> {
  await page.goto(site.url + path);
  await waitFor(
    page,
    async (address) => {
      const kept = await Promise.all(
        [address, `${location.origin}/offline/taken.json`].map((each) => caches.match(each)),
      );
      return navigator.serviceWorker.controller !== null && kept.every((each) => each);
    },
    site.url + path,
  );
}

const today = (page: Page) => page.evaluate(() => new Date().toLocaleDateString('sv'));
const along = (page: Page) => page.locator('[data-take-along]');
const said = (page: Page) => along(page).locator('[role=status]');
const keptDay = (page: Page) => page.locator('[data-kept-day]').getAttribute('data-kept-day');

async function takeAlong(page: Page): Promise<void> {
  await along(page).locator('button').first().tap();
  await along(page).getByText('删除', { exact: true }).waitFor();
}

describe('a learner on a phone', () => {
  it('reads on what was read, and a course that was taken along, without a network', async () => {
    await onPhone(async (page, context) => {
      await firstVisit(page, course);
      await switchNetwork(context, false);
      await page.reload();
      expect(await keptDay(page)).toBe(await today(page));
      await expect.poll(() => page.locator('h1').isVisible()).toBe(true);
      expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(2);
      // What was never opened is not there; the list of what is stands in its place.
      await page.goto(site.url + lastLesson);
      await expect.poll(() => page.locator('h1').textContent()).toBe('离线阅读');
      await page.getByRole('link', { name: '怎样查标准用标准' }).first().waitFor();

      await switchNetwork(context, true);
      await page.goto(site.url + course);
      await expect.poll(() => page.locator('[data-kept-day]').count()).toBe(0);
      await takeAlong(page);
      await expect
        .poll(() => said(page).textContent())
        .toMatch(/已存在这台设备上：\d+ 页，\d.* [KM]B，\d{4}/);

      await switchNetwork(context, false);
      await page.goto(site.url + lastLesson);
      expect(await keptDay(page)).toBe(await today(page));
      // Its questions answer: all its scripts are there.
      await page.locator('.question-check button').first().waitFor();
      await page.goto(`${site.url}${course}test/`);
      await expect.poll(() => page.locator('main h1').isVisible()).toBe(true);
      expect(await keptDay(page)).toBe(await today(page));

      await page.goto(`${site.url}offline/`);
      const taken = page.locator('[data-taken] li');
      await taken.first().waitFor();
      await expect.poll(() => taken.count()).toBe(1);
      expect(await findAxeViolations(page)).toEqual({ light: [], dark: [] });
      await taken.getByRole('button').tap();
      await page.getByText('已从这台设备上删除。').waitFor();
      await page.goto(site.url + `${course}05-indicators/`);
      await expect.poll(() => page.locator('h1').textContent()).toBe('离线阅读');
    });
  });

  it('sees a new release at once, and its text when off-line again', async () => {
    await onPhone(async (page, context) => {
      await firstVisit(page, course);
      await takeAlong(page);
      site.changed.set(`/${lesson}`, (text) => text.replace('<h1', '<h1 data-release="2"'));
      await page.goto(site.url + lesson);
      const isNew = () => page.locator('h1[data-release="2"]').count();
      expect(await isNew()).toBe(1);
      await expect.poll(() => page.locator('[data-kept-day]').count()).toBe(0);
      await waitFor(
        page,
        async (name) => {
          const kept = await (await caches.open(name)).match(location.href);
          return (await kept?.text())?.includes('data-release') === true;
        },
        nameCaches('/').pages,
      );
      await switchNetwork(context, false);
      await page.reload();
      expect(await isNew()).toBe(1);
      expect(await keptDay(page)).toBe(await today(page));
    });
  });

  it('takes a basket along with its standards', async () => {
    await onPhone(async (page, context) => {
      await firstVisit(page, 'tools/basket/');
      const number = 'DB9902/T 12-2023';
      const items = [{ slug: 'db9902-t-12-2023', number }];
      const kept = writeBaskets(addBasket(noBaskets, { id: 'b1', name: '我的', items }));
      await page.evaluate((text) => localStorage.setItem('biaolian.baskets', text), kept);
      await page.reload();
      await takeAlong(page);
      await switchNetwork(context, false);
      await page.goto(`${site.url}standards/db9902-t-12-2023/`);
      expect(await keptDay(page)).toBe(await today(page));
      await expect.poll(() => page.locator('.document').first().isVisible()).toBe(true);
      await page.goto(`${site.url}tools/basket/`);
      await page.locator('[data-items]').getByText('现行').first().waitFor();
    });
  });
});

describe('a browser', () => {
  it('with the worker of an earlier site gets this one, and loses what that one kept', async () => {
    await onPhone(async (page) => {
      site.changed.set(
        '/sw.js',
        () =>
          `self.oninstall=()=>self.skipWaiting();self.onactivate=(e)=>e.waitUntil(self.clients.claim());self.onfetch=()=>{}`,
      );
      await page.goto(`${site.url}about/`);
      await waitFor(page, async () => navigator.serviceWorker.controller !== null, undefined);
      const old = 'biaolian:/:pages:0';
      await page.evaluate((name) => caches.open(name), old);
      site.changed.clear();
      await page.goto(`${site.url}help/`);
      await waitFor(page, async (name) => !(await caches.has(name)), old);
      await page.reload();
      await waitFor(page, async (name) => (await caches.match(name)) !== undefined, page.url());
      expect(await page.evaluate((name) => caches.has(name), old)).toBe(false);
    });
  });

  it.each([
    ['that may keep nothing', 'no-context', 'https'],
    ['without room', 'no-room', '存储空间不够'],
  ])('%s reads on, and says why', async (_what, kind, message) => {
    await onPhone(async (page) => {
      await page.addInitScript((which) => {
        if (which === 'no-context')
          Object.defineProperty(window, 'isSecureContext', { value: false });
        else
          Cache.prototype.put = () =>
            Promise.reject(new DOMException('no room', 'QuotaExceededError'));
      }, kind);
      await page.goto(site.url + course);
      if (kind === 'no-room') await along(page).locator('button').first().tap();
      await said(page)
        .getByText(message)
        .or(said(page).filter({ hasText: message }))
        .first()
        .waitFor();
      await expect.poll(() => page.locator('h1').isVisible()).toBe(true);
    });
  });
});
