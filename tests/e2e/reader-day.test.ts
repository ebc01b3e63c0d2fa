import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '#scripts/server/serve.ts';
import { publish } from '#publish/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { writeDatedLibrary } from '../support/dated-library.ts';

const built = '2026-06-01';
/** Days of readers: after some, and after most of what is announced. */
const days = ['2027-03-02', '2028-06-15'];

const folder = mkdtempSync(join(tmpdir(), 'biaolian-days-'));
const library = join(folder, 'library');
const siteOf = (day: string) => join(folder, day);
const addresses = new Map<string, string>();
let browser: Browser | undefined;

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeAll(async () => {
  writeDatedLibrary(library);
  for (const asOf of [built, ...days]) {
    const options = { library, out: siteOf(asOf), cache: join(folder, 'cache'), asOf };
    const { ok, written, withheld } = await publish(options);
    if (!ok || withheld.length > 0) throw new Error(JSON.stringify(written.diagnostics));
    addresses.set(asOf, (await serve({ dir: options.out, port: 0 })).url);
  }
  browser = await launchBrowser();
});

/** Addresses of the pages of a site that stay where they are, without a slash before them. */
function listPages(day: string): readonly string[] {
  return readdirSync(siteOf(day), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)index\.html$/.test(path))
    .filter(
      (path) => !readFileSync(join(siteOf(day), path), 'utf8').includes('http-equiv="refresh"'),
    )
    .map((path) => path.replace(/index\.html$/, ''))
    .toSorted();
}

async function openOn(day: string): Promise<Page> {
  const context = await browser?.newContext({ viewport: { width: 1280, height: 900 } });
  if (!context) throw new Error('The browser has not started.');
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
  return page;
}

/** All that a page says, and where its links lead: text, states, tints and names, lists opened. */
async function readPage(page: Page, address: string): Promise<readonly string[]> {
  await page.goto(address);
  // What answers to the reader comes after the first paint.
  await page.waitForFunction(
    () =>
      document.querySelector('.theme-switch:empty') === null &&
      document.querySelector('.standard:not([data-ready]) .reading-bar') === null,
  );
  return page.evaluate(() => {
    const main = document.querySelector<HTMLElement>('main');
    if (!main) return [];
    for (const list of main.querySelectorAll('details')) list.open = true;
    // They come when the page is there, sooner or later, whatever the day.
    // A page on which nothing has changed yet names no day since when it is so.
    const apart = '.basket-control, .basket-all, .shown-day, .figures-day, .day-picker';
    for (const each of main.querySelectorAll(apart)) each.remove();
    // A filter offers what any day has.
    for (const choice of main.querySelectorAll('option')) choice.remove();
    const lines = main.innerText
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const names = ['data-heat', 'data-state', 'data-status', 'data-part', 'aria-label', 'title'];
    const marks = [...main.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.closest('[hidden]') === null)
      .flatMap((element) => {
        const found = [...names, 'href'].flatMap((name) => {
          const value = element.getAttribute(name);
          return value === null ? [] : [`${name}=${value}`];
        });
        return found.length > 0 ? [`${element.localName} ${found.join(' ')}`] : [];
      });
    return [...lines, ...marks];
  });
}

/** What the sites of later days say on their days: more than one test asks. */
const saidLate = new Map<string, readonly string[]>();

/** A page of the site of a day, read on that day. */
async function readLate(page: Page, day: string, path: string): Promise<readonly string[]> {
  const address = (addresses.get(day) ?? '') + path;
  const said = saidLate.get(address) ?? (await readPage(page, address));
  saidLate.set(address, said);
  return said;
}

/** Kinds with a page for every standard, value or place; lists by status, which changes with the day, are not among them. */
const MANY = /^(?:standards\/[^/]+\/[^/]+|browse\/(?!status)[^/]+|systems\/[^/]+\/at)\//;

/**
 * Whether a page is read in its language: of kinds with many pages each in one, in turn, so that the kind is read in both,
 * where one script does in both what the day changes.
 */
function isReadIn(pages: readonly string[], path: string): boolean {
  const own = path.replace(/^en\//, '');
  if (!MANY.test(own) || kinds.includes(path)) return true;
  return (pages.indexOf(own) % 2 === 0) === (path === own);
}

/** Pages of each kind; a site that is published later has the same. */
const kinds = [
  '',
  'en/',
  'browse/',
  'browse/status/current/',
  'systems/',
  'systems/gaps/',
  'systems/chain/gaps/',
  'systems/chain/',
  'en/systems/chain/list/',
  'systems/chain/at/shop/',
  'terms/',
  'standards/gb-t-90001-2008/',
  'en/standards/gb-t-90001-2026/',
  'standards/gb-t-90003-2015/',
];

describe.each(days)('read on %s', (day) => {
  test(
    'each page of the site says what it would say had it been built that day',
    { timeout: 400_000 },
    async () => {
      const early = addresses.get(built) ?? '';
      const page = await openOn(day);
      const pages = listPages(day);
      const known = new Set(listPages(built));
      expect(pages.length).toBeGreaterThan(60);
      expect(pages.filter((path) => !known.has(path))).toEqual([]);
      const fileOf = (site: string, path: string) =>
        readFileSync(join(siteOf(site), path, 'index.html'), 'utf8');
      const read = pages
        // On the last day all are read, on one before it those of each kind.
        .filter((path) => (day === days.at(-1) ? isReadIn(pages, path) : kinds.includes(path)))
        .filter((path) => fileOf(built, path) !== fileOf(day, path));
      expect(read.length).toBeGreaterThan(10);
      for (const path of read) {
        const said = await readPage(page, early + path);
        expect(said, path).toEqual(await readLate(page, day, path));
      }
      await page.context().close();
    },
  );
});

describe('another day in the address', () => {
  const early = (path: string) => (addresses.get(built) ?? '') + path;
  const open = async (path: string, { width = 1280, on = '2026-06-20' } = {}) => {
    const page = await openOn(on);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(early(path), { waitUntil: 'networkidle' });
    return page;
  };
  const textOf = (page: Page, selector: string) => page.locator(selector).first().innerText();

  test('a day to come shows what that day will show, counts and lists too', async () => {
    const [day = ''] = days;
    const page = await openOn(built);
    const late = await openOn(day);
    // What names the day as today, and how the page says that it is another.
    const isDay = (line: string) =>
      /^(?:状态和数目|Statuses and counts)|今天|today|所看的|the day shown/.test(line);
    for (const path of kinds) {
      const said = await readPage(page, `${early(path)}?on=${day}`);
      const expected = await readLate(late, day, path);
      expect(
        said.filter((each) => !isDay(each)),
        path,
      ).toEqual(expected.filter((each) => !isDay(each)));
    }
    await page.context().close();
    await late.context().close();
  });

  test.each([
    [
      'gb-t-90001-2026',
      '2026-03-31',
      '尚未发布',
      /尚未发布；2026-04-01 发布，离这一天还有 1 天.*90001—2008/,
    ],
    [
      'gb-t-90001-2026',
      '2026-04-01',
      '即将实施',
      /2026-12-01 才实施，离这一天还有 244 天.*90001—2008/,
    ],
    ['gb-t-90001-2008', '2008-10-01', '现行', /后来自 2026-12-01 起被代替.*90001—2026/],
    [
      'gb-t-90001-2008',
      '2026-05-31',
      '现行',
      /已经发布，2026-12-01 起实施，离这一天还有 184 天.*90001—2026/,
    ],
    [
      'gb-t-90001-2008',
      '2027-01-31',
      '被代替',
      /自 2026-12-01 起被代替.*90001—2026.*已被代替 61 天/,
    ],
    ['gb-t-90006-1999', '2010-01-01', '状态未知', /只知道 2026-05-02 时它的状态是“废止”/],
    ['gb-t-90006-1999', '1999-04-30', '尚未发布', /1999-05-01 发布，离这一天还有 1 天/],
  ])('%s on %s: %s', async (slug, day, status, said) => {
    const page = await open(`standards/${slug}/?on=${day}`);
    await expect.poll(() => textOf(page, '.cover .status')).toBe(status);
    expect(await textOf(page, '.reading-bar .status')).toBe(status);
    const banners = page.locator('.banner:visible');
    await expect.poll(() => banners.count()).toBe(1);
    expect((await banners.innerText()).replace(/\s+/g, ' ')).toMatch(said);
    const printed = await page.evaluate(() =>
      document.documentElement.style.getPropertyValue('--print-state'),
    );
    expect(printed).toContain(`状态截至 ${day}`);
    await page.context().close();
  });

  test('editions stand on a line of time with their days, and the day shown among them', async () => {
    const page = await open('en/standards/gb-t-90001-2008/?on=2026-07-01', { width: 390 });
    const lines = await page.locator('.editions li').allInnerTexts();
    expect(lines.map((line) => line.replace(/\s+/g, ' '))).toEqual([
      'GB/T 90001—2026 Not yet in force from 2026-12-01',
      '2026-07-01 the day shown',
      'GB/T 90001—2008 In force 2008-10-01 to 2026-11-30',
    ]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.context().close();
  });

  test('the day travels along links, and one link leads back to today', async () => {
    const page = await open('browse/kind/national/?on=2026-03-31');
    const badge = page.locator('[data-entry="gb-t-90001-2026"] .status');
    await expect.poll(() => badge.innerText()).toBe('尚未发布');
    expect(await textOf(page, '.shown-day')).toContain('名单、数目和筛选仍按今天');
    await page.click('[data-entry="gb-t-90001-2026"] a');
    await expect.poll(() => new URL(page.url()).search).toBe('?on=2026-03-31');
    await page.click('.language-switch');
    await expect.poll(() => textOf(page, '.cover .status')).toBe('Not yet issued');
    await page.click('.shown-day a');
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(await textOf(page, '.cover .status')).toBe('Not yet in force');
    await expect.poll(() => page.locator('.shown-day').count()).toBe(0);
    await page.context().close();
  });

  test('results of a search are of the day, and keep it', async () => {
    const page = await open('search/?q=90001&on=2026-03-31');
    await expect
      .poll(() => page.locator('.hit .status-word').allInnerTexts())
      .toEqual(expect.arrayContaining(['现行', '尚未发布']));
    // What replaces it was not issued by then.
    await expect.poll(() => page.locator('.hit .successor').count()).toBe(0);
    await page.fill('[data-search-page] input[name="q"]', '90006');
    await expect.poll(() => page.url()).toContain('q=90006');
    expect(page.url()).toContain('on=2026-03-31');
    await page.context().close();
  });

  test('a day is chosen by keyboard, from the status of a standard and the head of a system', async () => {
    for (const path of ['standards/gb-t-90001-2008/', 'systems/chain/']) {
      const page = await open(path, { width: 390 });
      const picker = page.locator('.day-picker');
      await picker.locator('summary').focus();
      await page.keyboard.press('Enter');
      await picker.locator('input').fill('2027-01-31');
      await page.keyboard.press('Enter');
      await page.waitForURL(/on=2027-01-31$/);
      expect(await textOf(page, '.shown-day')).toContain('2027-01-31');
      await page.context().close();
    }
  });

  test.each([
    ['standards/gb-t-90001-2008/?on=2026-02-30', '“2026-02-30”不是一个日期'],
    ['en/?on=tomorrow', '"tomorrow" in the address is not a day'],
  ])('%s is today, and says why', async (path, said) => {
    const page = await open(path);
    expect(await textOf(page, '.shown-day.fault')).toContain(said);
    expect(await textOf(page, '.shown-day')).toContain('2026-06-20');
    await page.context().close();
  });

  test('a system says how far back its counts reach', async () => {
    const page = await open('systems/chain/?on=2015-01-01');
    const said = await textOf(page, '.shown-day');
    expect(said).toContain('只能回到 2026-05-01，没有 2015-01-01 的');
    await page.context().close();
  });
});

test('without scripts a page says of what day its figures are', async () => {
  const context = await browser?.newContext({ javaScriptEnabled: false });
  const page = await context?.newPage();
  for (const path of ['systems/', 'systems/gaps/', 'systems/chain/', 'systems/chain/list/']) {
    await page?.goto((addresses.get(built) ?? '') + path);
    const said = await page?.locator('.figures-day').innerText();
    expect(said, path).toMatch(/截至 2026-05-01，此后到 2026-12-01 才有变化/);
  }
  await context?.close();
});
