import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { save } from '../support/download.ts';
import { siteFolder, siteUrl } from '../support/site.ts';

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
      await expect.poll(() => control.getAttribute('aria-pressed')).toBe('true');
      await expect.poll(() => page.locator('.toast').textContent()).toContain('我的标准篮');
      await page.goto(`${url}browse/kind/group/`);
      await page.locator('.rows .basket-control').first().click();
      await page.goto(`${url}search/?q=${encodeURIComponent('GB/T 191—2008')}`);
      await page.locator('.hit .basket-control[data-slug="gb-t-191-2008"]').click();
      await page.goto(`${url}systems/cold-chain/at/storage/`);
      await page.locator('.rows .basket-control').first().click();
      await page.goto(`${url}tools/validity/#list=${encodeURIComponent('GB/T 191-2025')}`);
      await page.locator('.checked .basket-control').click();
      await expect.poll(() => page.locator('.basket-way').textContent()).toBe('5');

      await openBasket(page, `?on=${day}`);
      const numbers = await listNumbers(page);
      expect(numbers).toHaveLength(5);
      expect([numbers[0], numbers[2], numbers[4]]).toEqual([
        'DB9902/T 12—2023',
        'GB/T 191—2008',
        'GB/T 191—2025',
      ]);
      const item = page.locator('[data-slug="gb-t-191-2008"]');
      await expect
        .poll(() => item.textContent())
        .toMatch(/包装储运图示标志.*被代替.*GB\/T 191—2025/s);
      expect(await findAxeViolations(page)).toEqual({ dark: [], light: [] });
      await item.locator('.up').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      expect((await listNumbers(page))[0]).toBe('GB/T 191—2008');
      await page.locator('[data-slug="gb-t-191-2025"] .remove').click();
      await expect.poll(() => listNumbers(page)).toHaveLength(4);
      await page.locator('.toast button').click();
      await expect.poll(() => listNumbers(page)).toHaveLength(5);
      await page.click('[data-rename]');
      await page.keyboard.type('投标用');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('[data-name]').textContent()).toBe('投标用');

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
      await expect.poll(() => page.locator('.checked tbody tr').count()).toBe(5);
    });
  });

  test('travel in an address, which is kept only when asked for and never over another', async () => {
    const address = '#b1=0gb-t-191-2008_b25_0nowhere-1-2020&c=3&n=%E6%9D%A5%E4%BF%A1';
    await use('standards/db9902-t-12-2023/', async (page) => {
      await page.locator('.cover .basket-control').click();
      const before = await readStore(page);
      await openBasket(page, address);
      await expect.poll(() => page.locator('[data-shared-text]').textContent()).toContain('来信');
      expect(await listNumbers(page)).toEqual(['GB/T 191—2008', 'GB/T 191—2025', 'nowhere-1-2020']);
      await expect
        .poll(() => page.locator('[data-slug="nowhere-1-2020"]').textContent())
        .toContain('没有');
      expect(await readStore(page)).toBe(before);
      await page.click('[data-keep]');
      await expect
        .poll(() => page.locator('.choices button').allTextContents())
        .toEqual(['我的标准篮 1', '来信 3']);
      expect(await page.evaluate(() => location.hash)).toBe('');
      // What is shared again is the same address.
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.click('[data-share]');
      await page.locator('.toast').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        `${url}tools/basket/${address}`,
      );
      await page.goto(`${url}en/tools/basket/${address.replace('c=3', 'c=4')}`);
      await expect
        .poll(() => page.locator('[data-shared-text]').textContent())
        .toContain('incomplete');
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
      await expect.poll(() => page.locator('[data-fault]').textContent()).toContain('更新版本');
      await page.goto(`${url}en/tools/basket/`);
      await expect
        .poll(() => page.locator('[data-fault]').textContent())
        .toContain('later version');
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
      await expect.poll(() => page.locator('.toast').textContent()).toContain('已满');
      await expect
        .poll(() => page.locator('.cover .basket-control').getAttribute('aria-pressed'))
        .toBe('true');
    });
  });
});

const slug = 'q-sfrb-003-2024';
const list = `tools/checklist/?standard=${slug}`;
interface File {
  readonly text: {
    readonly provisions: { text: string; readonly type: string; readonly id: string }[];
    readonly exhibits: readonly { readonly limits?: readonly unknown[] }[];
  };
}
const readStandard = (): File =>
  JSON.parse(readFileSync(join(siteFolder(), `standards/${slug}/index.json`), 'utf8')) as File;
const rowsDrawn = async (page: Page) => {
  await page.locator('.provisions-table tbody tr').first().waitFor();
  return page.locator('.provisions-table tbody tr[data-key]');
};
const give = (page: Page, field: string, name: string, bytes: Uint8Array | string) =>
  page.setInputFiles(field, { name, mimeType: 'application/json', buffer: Buffer.from(bytes) });

describe('the checklist', () => {
  test('lists all that a standard asks; ticks and records are kept, taken away, and loaded on another device', async () => {
    const { text } = readStandard();
    const count =
      text.provisions.filter(({ type }) => type !== 'statement').length +
      text.exhibits.reduce((sum, { limits = [] }) => sum + limits.length, 0);
    const saved = await use(list, async (page) => {
      const rows = await rowsDrawn(page);
      await expect.poll(() => rows.count()).toBe(count);
      const first = rows.first();
      await expect
        .poll(() => first.textContent())
        .toMatch(/要求自动识别5\.1.*级差≤ 1 ℃7\.9 功能和联网试验 建议：方法章提到/s);
      await expect
        .poll(() => page.locator('[data-key$="#req-capacity"]').textContent())
        .toMatch(/作者标注.*7\.3.*作者标注/s);
      await first.locator('.tick input').focus();
      await page.keyboard.press('Space');
      await first.locator('.open-record').click();
      await page.keyboard.type('=已看样机');
      await page.keyboard.press('Tab');
      await page.keyboard.type('王工');
      await page.locator('.record-fields input[type="date"]').fill('2026-11-30');
      await page.keyboard.press('Escape');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.className))
        .toContain('open-record');
      await expect
        .poll(() => page.locator('[data-summary]').textContent())
        .toBe(`共 ${count} 条，已勾 1 条`);
      expect(await findAxeViolations(page)).toEqual({ dark: [], light: [] });

      await page.reload();
      await rowsDrawn(page);
      await expect.poll(() => first.locator('.tick input').isChecked()).toBe(true);
      await expect
        .poll(() => first.locator('.record').textContent())
        .toContain('王工 · 2026-11-30');

      await page.selectOption('select[name="type"]', 'limit');
      await expect
        .poll(() => rows.count())
        .toBe(text.exhibits.reduce((sum, { limits = [] }) => sum + limits.length, 0));
      await page.selectOption('select[name="type"]', '');
      await page.check('input[name="marked"]');
      await expect.poll(() => rows.count()).toBe(1);
      const csv: string[][] = parse((await save(page, '[data-format="csv"]')).bytes, { bom: true });
      const cell = (name: string) => csv[1]?.[csv[0]?.indexOf(name) ?? -1];
      expect(csv).toHaveLength(2);
      expect(['条', '限值', '单位', '完成', '备注', '责任人', '日期'].map(cell)).toEqual([
        '5.1',
        '≤ 1',
        '℃',
        '是',
        "'=已看样机",
        '王工',
        '2026-11-30',
      ]);
      const [sheet] = await readExcelFile((await save(page, '[data-format="xlsx"]')).bytes);
      expect(sheet?.data[1]?.[csv[0]?.indexOf('备注') ?? -1]).toBe('=已看样机');
      const json = JSON.parse((await save(page, '[data-format="json"]')).bytes.toString());
      expect(json.provisions).toMatchObject([
        { source: 'detector', mark: { done: true, person: '王工' } },
      ]);
      expect((await save(page, '[data-format="md"]')).bytes.toString()).toContain(
        '| \\=已看样机 |',
      );
      return save(page, '[data-save]');
    });
    expect(saved.name).toMatch(/\.checklist\.json$/);

    await use('en/tools/checklist/', async (page) => {
      // The text has changed since: its record is shown as such, and no tick for the new text.
      const changed = readStandard();
      const [provision] = changed.text.provisions;
      if (provision) provision.text = provision.text.replace('1 ℃', '0.5 ℃');
      await page.route(`**/standards/${slug}/index.json`, (route) =>
        route.fulfill({ json: changed }),
      );
      await give(page, '#checklist-open', saved.name, saved.bytes);
      const rows = await rowsDrawn(page);
      await expect.poll(() => rows.first().locator('.tick input').isChecked()).toBe(false);
      const lost = page.locator('[data-lost]');
      await lost.locator('summary').click();
      await expect
        .poll(() => lost.textContent())
        .toMatch(/The text has changed.*1 ℃.*ticked.*王工.*0\.5 ℃/s);
      await lost.getByRole('button', { name: 'Put it there' }).click();
      await expect.poll(() => lost.isVisible()).toBe(false);
      await expect.poll(() => rows.first().locator('.tick input').isChecked()).toBe(true);
    });

    await use(list, async (page) => {
      await rowsDrawn(page);
      await give(
        page,
        '#checklist-load',
        'later.json',
        saved.bytes.toString().replace('"version": 1', '"version": 3'),
      );
      await page.locator('.said-line.fault', { hasText: '第 3 版' }).waitFor();
      await give(page, '#checklist-load', 'picture.json', 'PNG');
      await page.locator('.said-line.fault', { hasText: '损坏' }).waitFor();
      await expect.poll(() => page.locator('.tick input:checked').count()).toBe(0);
      await give(page, '#checklist-load', saved.name, saved.bytes);
      await page.locator('.tick input:checked').waitFor();
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.setViewportSize({ width: 1000, height: 800 });
      await page.emulateMedia({ media: 'print' });
      expect(
        await page
          .locator('.provisions-table thead')
          .evaluate((head) => getComputedStyle(head).display),
      ).toBe('table-header-group');
      await expect.poll(() => page.locator('.tick-box[data-done="true"]').isVisible()).toBe(true);
      await expect.poll(() => page.locator('.list-filters').isVisible()).toBe(false);
    });
  });

  test('takes baskets and places, names what cannot be listed, and asks again for what failed', async () => {
    const address = `#b1=0${slug}_0gb-t-191-2008_0t-sfjd-005-2021&c=3&n=x`;
    await use('about/', async (page) => {
      let isDown = true;
      await page.route('**/standards/t-sfjd-005-2021/index.json', (route) =>
        isDown ? route.abort() : route.continue(),
      );
      await page.goto(`${url}tools/checklist/${address}`);
      await rowsDrawn(page);
      await expect.poll(() => page.locator('.of-standard').count()).toBe(0);
      await expect
        .poll(() => page.locator('[data-problems]').textContent())
        .toMatch(/没有正文.*gb-t-191-2008.*没有取到 t-sfjd-005-2021/s);
      isDown = false;
      await page.click('[data-retry]');
      await page.locator('.of-standard', { hasText: 'T/SFJD 005—2021' }).waitFor();
      await page.goto(`${url}tools/checklist/?system=cold-chain&place=storage`);
      await rowsDrawn(page);
      await expect.poll(() => page.locator('[data-name]').textContent()).toContain('冷链');
      await page.goto(`${url}en/tools/checklist/?basket=none`);
      await expect
        .poll(() => page.locator('[data-said].fault').textContent())
        .toContain('does not have the basket');
      await page.fill('[data-number]', 'Q/SFRB 003');
      await page.keyboard.press('Enter');
      await rowsDrawn(page);
      expect(page.url()).toContain(`?standard=${slug}`);
    });
  });
});
