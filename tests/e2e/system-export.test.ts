import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { siteUrl } from '../support/site.ts';
import { save } from '../support/download.ts';

let browser: Browser;
let url = '';
beforeAll(async () => {
  url = await siteUrl();
  browser = await launchBrowser();
}, 600_000);
afterAll(() => browser.close());

async function visit<T>(path: string, act: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.goto(`${url}${path}`);
    return await act(page);
  } finally {
    await page.close();
  }
}

describe('downloads of a system', () => {
  test('lead to files of the kinds they name', async () => {
    await visit('en/systems/cold-chain/', async (page) => {
      const links = page.locator('#exports a[download]');
      const kinds: string[] = [];
      for (const link of await links.all()) {
        const address = (await link.getAttribute('href')) ?? '';
        const response = await page.request.get(new URL(address, url).href);
        expect(response.status(), address).toBe(200);
        const [first = ''] = String((await response.body()).subarray(0, 64)).split('\n');
        kinds.push(`${address.replace(/.*\./, '')} ${first.slice(0, 2)}`);
      }
      expect(kinds).toEqual(['xlsx PK', 'csv \uFEFFN', 'json {"', 'svg <?', 'svg <?']);
    });
  });

  test('a PNG is the drawing at twice its size', async () => {
    await visit('systems/cold-chain/', async (page) => {
      const { name, bytes } = await save(page, 'button[data-png]:first-of-type >> nth=1');
      expect(name).toBe('cold-chain-tree.png');
      const svg = await page.evaluate(async () => (await fetch('cold-chain-tree.svg')).text());
      const [, width, height] = / width="(\d+)[\d.]*" height="(\d+)/.exec(svg) ?? [];
      // Width and height stand in the first chunk of a PNG.
      expect(bytes.readUInt32BE(16)).toBe(2 * Number(width));
      expect(Math.abs(bytes.readUInt32BE(20) - 2 * Number(height))).toBeLessThanOrEqual(2);
    });
  });

  test('the rows a filter leaves are those of the file, as CSV and as XLSX', async () => {
    await visit('systems/cold-chain/list/?role=方法', async (page) => {
      const shown = page.locator('tr[data-row]:visible');
      const codes = await shown.locator('.code').allTextContents();
      expect(codes.length).toBeGreaterThan(1);
      expect(codes.length).toBeLessThan(await page.locator('tr[data-row]').count());
      const csv = await save(page, 'button[data-format="csv"]');
      expect(csv.name).toBe('cold-chain-筛选.csv');
      const rows: string[][] = parse(csv.bytes, { bom: true });
      expect(rows.slice(1).map((row) => row[1]?.replace(/^'/, ''))).toEqual(codes);
      expect(rows[0]?.at(-1)).toBe('环节');
      const titles = await shown.locator('th.title').allTextContents();
      expect(rows.slice(1).map((row) => row[3])).toEqual(titles.map((title) => title.trim()));
      const [sheet] = await readExcelFile((await save(page, 'button[data-format="xlsx"]')).bytes);
      expect(sheet?.data.slice(1).map((row) => row[1])).toEqual(codes);
    });
  });

  test('a workbook that cannot be made is said so, and asks for the CSV', async () => {
    await visit('systems/cold-chain/list/', async (page) => {
      await page.waitForLoadState('networkidle');
      await page.route('**/*.js', (route) => route.abort());
      await page.click('button[data-format="xlsx"]');
      const status = page.locator('[data-shown-rows] [role="status"]');
      await expect.poll(() => status.textContent()).toContain('CSV');
    });
  });

  test('the page prints on A3 across, the map on its first sheet', async () => {
    await visit('systems/cold-chain/', async (page) => {
      const pdf = String(await page.pdf({ preferCSSPageSize: true, format: 'A4' }));
      const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) => [
        Number(box[1]),
        Number(box[2]),
      ]);
      expect(boxes.length).toBeGreaterThan(1);
      expect(boxes.length).toBeLessThan(7);
      for (const [width = 0, height = 0] of boxes) {
        expect([Math.round(width / 10), Math.round(height / 10)]).toEqual([119, 84]);
      }
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 1500, height: 1030 });
      await expect.poll(() => page.locator('.chain-map:visible').count()).toBe(1);
      await expect
        .poll(() =>
          page.locator('.chain-flow:visible, .system-nav:visible, #exports:visible').count(),
        )
        .toBe(0);
      const map = await page.locator('.chain-map:visible').boundingBox();
      expect((map?.y ?? 0) + (map?.height ?? 0)).toBeLessThanOrEqual(1035);
    });
  });
});
