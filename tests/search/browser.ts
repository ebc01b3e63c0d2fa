import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { siteUrl } from '../support/site.ts';

let browser: Browser;
let site: string;

/** The sample site with its index, and a browser, for the tests of one file. */
export function openSite(): void {
  beforeAll(async () => {
    site = await siteUrl();
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
}

/** Runs `look` on a fresh page at an address. */
export async function visit<T>(
  path: string,
  look: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<unknown>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  try {
    const page = await context.newPage();
    await prepare?.(page);
    await page.goto(site + path.slice(1));
    return await look(page);
  } finally {
    await context.close();
  }
}

export const addressOf = (query: string, lang = '') =>
  `${lang}/search/?q=${encodeURIComponent(query)}`;

/** Until the answer to what is asked stands on the page. */
export async function settle(page: Page): Promise<string> {
  await page.waitForFunction(
    () =>
      document.querySelector('.search-count')?.textContent !== '' &&
      document.querySelector('[data-results] > *') !== null &&
      document.querySelector('[aria-busy]') === null,
  );
  return (await page.textContent('.search-count')) ?? '';
}

export async function numbers(page: Page): Promise<readonly string[]> {
  await settle(page);
  return page.$$eval('.hit .number', (found) => found.map(({ textContent }) => textContent ?? ''));
}

/** Ask on a page that is open. */
export async function ask(page: Page, query: string): Promise<readonly string[]> {
  await page.fill('#search-q', query);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (asked) => document.querySelector('.search-count')?.textContent?.includes(asked),
    query.trim(),
  );
  return numbers(page);
}

/** The box of a value of a filter. */
export const box = (name: string, value: string) => `[data-key="${name}=${value}"]`;

/** Choose a value of a filter, and wait for the answer. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  const group = page.locator(`[data-filter="${name}"]`);
  if (!(await group.evaluate((each: HTMLDetailsElement) => each.open))) {
    await group.locator('summary').click();
  }
  await page.click(box(name, value));
  await page.waitForSelector(`.chip[data-key="chip-${name}=${value}"]`);
  await settle(page);
}

/** `expect.poll` with patience for a busy machine. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 10_000 });
