import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';

/** Clicks what gives a file away; its name and its bytes. */
export async function save(page: Page, selector: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(selector).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
