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
    const options = { library, out: siteOf(asOf), cache: join(folder, `cache-${asOf}`), asOf };
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
  return page.evaluate(() => {
    const main = document.querySelector<HTMLElement>('main');
    if (!main) return [];
    for (const list of main.querySelectorAll('details')) list.open = true;
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

describe.each(days)('read on %s', (day) => {
  test('each page of the site says what it would say had it been built that day', async () => {
    const [early, late] = [addresses.get(built) ?? '', addresses.get(day) ?? ''];
    const page = await openOn(day);
    const pages = listPages(day);
    const known = new Set(listPages(built));
    expect(pages.length).toBeGreaterThan(60);
    expect(pages.filter((path) => !known.has(path))).toEqual([]);
    for (const path of pages) {
      const said = await readPage(page, early + path);
      expect(said, path).toEqual(await readPage(page, late + path));
    }
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
