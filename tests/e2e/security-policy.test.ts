import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { siteUrl } from '../support/site.ts';

/** As docs/operations.md gives it to hosts. */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

let browser: Browser;
let url = '';
beforeAll(async () => {
  url = await siteUrl();
  browser = await launchBrowser();
}, 600_000);
afterAll(() => browser.close());

/** What a browser refuses under the policy while somebody uses a page. */
async function listRefusals(path: string, act: (page: Page) => Promise<unknown>) {
  const page = await browser.newPage();
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refusals.push(message.text());
  });
  await page.route(`${url}**`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    return route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy },
    });
  });
  try {
    await page.goto(`${url}${path}`);
    await page.waitForLoadState('networkidle');
    await act(page);
  } finally {
    await page.close();
  }
  return refusals;
}

const look = (page: Page) => page.locator('main').waitFor();
const save = (selector: string) => async (page: Page) => {
  await Promise.all([page.waitForEvent('download'), page.locator(selector).click()]);
};

test.each([
  ['', look],
  ['en/browse/', look],
  ['terms/', look],
  ['standards/db9902-t-12-2023/', look],
  ['en/standards/db9902-t-12-2023/', look],
  ['systems/cold-chain/', save('button[data-png]:first-of-type >> nth=1')],
  ['systems/cold-chain/list/', save('button[data-format="csv"]')],
  ['systems/cold-chain/list/', save('button[data-format="xlsx"]')],
  ['search/?q=冷链', (page: Page) => page.locator('.hit').first().waitFor()],
  [
    'search/?q=冷链',
    async (page: Page) => {
      await page.click('.export');
      const button = page.getByRole('dialog').getByRole('button', { name: /XLSX/ }).last();
      await Promise.all([page.waitForEvent('download'), button.click()]);
    },
  ],
])('/%s works under a strict content security policy', async (path, act) => {
  expect(await listRefusals(path, act)).toEqual([]);
});

test('the policy holds: a script in the page is refused', async () => {
  const refusals = await listRefusals('', (page) =>
    page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.head.append(script);
    }),
  );
  expect(refusals).toHaveLength(1);
});
