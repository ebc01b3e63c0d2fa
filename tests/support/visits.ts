import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { siteUrl } from './site.ts';

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Runs `look` on a fresh page at an address of the sample site. */
export type Visit = <T>(
  path: string,
  look: (page: Page) => Promise<T>,
  options?: BrowserContextOptions,
) => Promise<T>;

/**
 * Waits for the tools of a page of a standard, which come after the load event: a link they take over, such
 * as the one to the contents, leads to its target until then.
 */
async function readingToolsStarted(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !document.querySelector('.standard:not([data-ready]) .reading-bar'),
  );
}

/** One browser for all tests of a file. */
export function startVisits(): { readonly visit: Visit; readonly address: () => string } {
  let browser: Browser | undefined;
  let url = '';
  beforeAll(async () => {
    url = await siteUrl();
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  const visit: Visit = async (path, look, options = {}) => {
    const context = await browser?.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    if (!context) throw new Error('The browser has not started.');
    try {
      const page = await context.newPage();
      await page.goto(url + path.slice(1));
      if (options.javaScriptEnabled !== false) await readingToolsStarted(page);
      return await look(page);
    } finally {
      await context.close();
    }
  };
  return { visit, address: () => url };
}
