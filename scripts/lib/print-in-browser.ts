import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { serve } from '../server/serve.ts';
import { findBrowser } from './browser.ts';

/**
 * Prints pages of a built site to PDF by a browser that is installed, for machines that Typst is not there for: contents
 * without page numbers. Null where there is no browser, or no such page.
 */
export async function printInBrowser(
  site: string,
  paths: readonly string[],
): Promise<readonly Uint8Array[] | null> {
  const executablePath = findBrowser();
  const isThere = paths.every((path) => existsSync(join(site, path, 'index.html')));
  if (executablePath === undefined || !isThere) return null;
  const { url, close } = await serve({ dir: site, port: 0 });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const printed: Uint8Array[] = [];
    for (const path of paths) {
      const page = await browser.newPage();
      await page.goto(url + path.slice(1));
      const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
      printed.push(pdf);
      await page.close();
    }
    return printed;
  } finally {
    await browser.close();
    await close();
  }
}
