import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { save } from '../support/download.ts';
import { siteUrl } from '../support/site.ts';

let browser: Browser;
let url = '';
beforeAll(async () => {
  url = await siteUrl();
  browser = await launchBrowser();
}, 600_000);
afterAll(() => browser.close());

const day = '2026-11-29';
const key = 'biaolian.baskets';

/** A browser of its own, with nothing kept in it. */
async function use<T>(path: string, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.goto(`${url}${path}`);
    return await act(page);
  } finally {
    await context.close();
  }
}

const listNumbers = (page: Page) => page.locator('.basket-items .number').allTextContents();
const readStore = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key);
const openBasket = async (page: Page, query = '') => {
  await page.goto(`${url}tools/basket/${query}`);
  await page.locator('.basket-items .status').first().waitFor();
};

describe('baskets', () => {
  test('collect on every kind of page, are ordered, named, taken away, and put back', async () => {
    await use('standards/db9902-t-12-2023/', async (page) => {
      const control = page.locator('.cover .basket-control');
      await control.click();
      expect(await control.getAttribute('aria-pressed')).toBe('true');
      expect(await page.locator('.toast').textContent()).toContain('我的标准篮');
      await page.goto(`${url}browse/kind/group/`);
      await page.locator('.rows .basket-control').first().click();
      await page.goto(`${url}search/?q=${encodeURIComponent('GB/T 191—2008')}`);
      await page.locator('.hit .basket-control[data-slug="gb-t-191-2008"]').click();
      await page.goto(`${url}systems/cold-chain/at/storage/`);
      await page.locator('.rows .basket-control').first().click();
      await page.goto(`${url}tools/validity/#list=${encodeURIComponent('GB/T 191-2025')}`);
      await page.locator('.checked .basket-control').click();
      expect(await page.locator('.basket-way').textContent()).toBe('5');

      await openBasket(page, `?on=${day}`);
      const numbers = await listNumbers(page);
      expect(numbers).toHaveLength(5);
      expect([numbers[0], numbers[2], numbers[4]]).toEqual([
        'DB9902/T 12—2023',
        'GB/T 191—2008',
        'GB/T 191—2025',
      ]);
      const item = page.locator('[data-slug="gb-t-191-2008"]');
      expect(await item.textContent()).toMatch(/包装储运图示标志.*被代替.*GB\/T 191—2025/s);
      expect(await findAxeViolations(page)).toEqual({ dark: [], light: [] });
      await item.locator('.up').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      expect((await listNumbers(page))[0]).toBe('GB/T 191—2008');
      await page.locator('[data-slug="gb-t-191-2025"] .remove').click();
      expect(await listNumbers(page)).toHaveLength(4);
      await page.locator('.toast button').click();
      expect(await listNumbers(page)).toHaveLength(5);
      await page.click('[data-rename]');
      await page.keyboard.type('投标用');
      await page.keyboard.press('Enter');
      expect(await page.locator('[data-name]').textContent()).toBe('投标用');

      const csv = await save(page, '[data-format="csv"]');
      expect(csv.name).toBe('投标用.csv');
      const rows: string[][] = parse(csv.bytes, { bom: true });
      expect(rows[1]?.slice(0, 4)).toEqual(['1', 'GB/T 191—2008', '包装储运图示标志', '被代替']);
      expect(rows[1]?.at(-1)).toBe(day);
      const [sheet] = await readExcelFile((await save(page, '[data-format="xlsx"]')).bytes);
      expect(sheet?.data.map((row) => row[1])).toEqual(['编号', ...(await listNumbers(page))]);
      const json = JSON.parse((await save(page, '[data-format="json"]')).bytes.toString());
      expect(json).toMatchObject({ format: 'biaolian-basket', version: 1, name: '投标用', day });
      expect(json.standards).toHaveLength(5);
      expect((await save(page, '[data-format="md"]')).bytes.toString()).toContain(
        '| 1 | GB/T 191—2008 |',
      );

      await page.click('[data-to="validity"]');
      await page.locator('.checked tbody tr').first().waitFor();
      expect(await page.locator('.checked tbody tr').count()).toBe(5);
    });
  });

  test('travel in an address, which is kept only when asked for and never over another', async () => {
    const address = '#b1=0gb-t-191-2008_b25_0nowhere-1-2020&c=3&n=%E6%9D%A5%E4%BF%A1';
    await use('standards/db9902-t-12-2023/', async (page) => {
      await page.locator('.cover .basket-control').click();
      const before = await readStore(page);
      await openBasket(page, address);
      expect(await page.locator('[data-shared-text]').textContent()).toContain('来信');
      expect(await listNumbers(page)).toEqual(['GB/T 191—2008', 'GB/T 191—2025', 'nowhere-1-2020']);
      expect(await page.locator('[data-slug="nowhere-1-2020"]').textContent()).toContain('没有');
      expect(await readStore(page)).toBe(before);
      await page.click('[data-keep]');
      expect(await page.locator('.choices button').allTextContents()).toEqual([
        '我的标准篮 1',
        '来信 3',
      ]);
      expect(await page.evaluate(() => location.hash)).toBe('');
      // What is shared again is the same address.
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.click('[data-share]');
      await page.locator('.toast').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        `${url}tools/basket/${address}`,
      );
      await page.goto(`${url}en/tools/basket/${address.replace('c=3', 'c=4')}`);
      expect(await page.locator('[data-shared-text]').textContent()).toContain('incomplete');
    });
  });

  test('of another version, and a browser that keeps nothing, are named, and nothing is lost', async () => {
    const later = '{"format":"biaolian-baskets","version":9,"secret":"x"}';
    await use('about/', async (page) => {
      await page.evaluate(
        ([name, text]) => localStorage.setItem(name ?? '', text ?? ''),
        [key, later],
      );
      await page.goto(`${url}tools/basket/`);
      expect(await page.locator('[data-fault]').textContent()).toContain('更新版本');
      await page.goto(`${url}en/tools/basket/`);
      expect(await page.locator('[data-fault]').textContent()).toContain('later version');
      expect(await readStore(page)).toBe(later);
      await page.click('[data-create]');
      expect(await page.evaluate((name) => localStorage.getItem(`${name}.aside-1`), key)).toBe(
        later,
      );
      expect(await readStore(page)).toContain('"version":1');
    });
    await use('about/', async (page) => {
      await page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      });
      await page.goto(`${url}standards/db9902-t-12-2023/`);
      await page.locator('.cover .basket-control').click();
      expect(await page.locator('.toast').textContent()).toContain('已满');
      expect(await page.locator('.cover .basket-control').getAttribute('aria-pressed')).toBe(
        'true',
      );
    });
  });
});
