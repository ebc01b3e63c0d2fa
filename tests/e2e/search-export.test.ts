import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { addressOf, eventually, openSite, settle, visit } from '../search/browser.ts';

openSite();

/** A list of more than one page. */
const address = `${addressOf('冷链')}&sort=number`;

/** Numbers of the whole list, page after page. */
async function readAll(page: Page): Promise<readonly string[]> {
  const all: string[] = [];
  for (;;) {
    await settle(page);
    all.push(...(await page.locator('.hit .line .number').allTextContents()));
    const next = page.locator('.pager a[rel="next"]');
    if ((await next.count()) === 0) return all;
    const before = await page.textContent('.search-count');
    await next.click();
    await eventually(() => page.textContent('.search-count')).not.toBe(before);
  }
}

async function save(
  page: Page,
  name: RegExp,
): Promise<{ readonly path: string; readonly name: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name }).last().click();
  const download = await waiting;
  return { path: await download.path(), name: download.suggestedFilename() };
}

describe('export', () => {
  test('a table has the whole list in its order, as CSV and as XLSX', async () => {
    await visit(address, async (page) => {
      const all = await readAll(page);
      expect(all.length).toBeGreaterThan(10);
      await page.click('.export');
      const csv = await save(page, /CSV/);
      expect(csv.name).toMatch(/^标准检索结果-\d{4}-\d\d-\d\d\.csv$/);
      const text = readFileSync(csv.path, 'utf8');
      expect(text.startsWith('\uFEFF')).toBe(true);
      const [head, ...rows]: string[][] = parse(text, { bom: true });
      expect(head?.slice(0, 4)).toEqual(['标准号', '名称', '英文名称', '状态']);
      expect(rows.map(([number]) => number)).toEqual(all);
      for (const row of rows) expect(row[8]).toMatch(/^http:\/\/.+\/standards\/.+\/$/);
      const old = rows.find(([number]) => number === 'DB9902/T 12—2018');
      expect(old?.[3]).toBe('被代替');
      expect([head?.[4], old?.[4]]).toEqual(['样例', '是']);
      expect(old?.[7]).toBe('DB9902/T 12—2023');
      await eventually(() => page.textContent('.export-status')).toContain(`共 ${all.length} 项`);

      const xlsx = await save(page, /XLSX/);
      const [sheet] = await readExcelFile(xlsx.path);
      const cells = sheet?.data.map((row) =>
        row.map((cell) =>
          cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''),
        ),
      );
      expect(cells).toEqual([head, ...rows]);
    });
  });

  test('citations of the hits chosen, copied and saved', async () => {
    await visit(
      addressOf('DB9902/T 12'),
      async (page) => {
        await settle(page);
        await page.click('[aria-label="选择 DB9902/T 12—2023"]');
        await expect.poll(() => page.textContent('.export')).toContain('已选 1 项');
        await page.click('.export');
        const dialog = page.getByRole('dialog');
        await expect.poll(() => dialog.getByLabel('所选的 1 项').isChecked()).toBe(true);
        await dialog.getByRole('button', { name: '复制' }).click();
        await eventually(() => page.textContent('.export-status')).toBe('已复制 1 条引文');
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied.trim()).toMatch(
          /^DB9902\/T 12—2023\u3000冷链.*\[S\/OL\]\. \[\d{4}-\d\d-\d\d\]\. http:.*\/standards\/db9902-t-12-2023\/\.（样例，不得引用为真实标准）$/,
        );
        await dialog.getByRole('combobox').selectOption('ris');
        const ris = await save(page, /^下载$/);
        expect(ris.name).toMatch(/\.ris$/);
        expect(readFileSync(ris.path, 'utf8')).toContain('SN  - DB9902/T 12—2023\r\n');
        await page.keyboard.press('Escape');
        await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
        await page.click('.export');
        await page.getByRole('dialog').getByRole('button', { name: '取消选择' }).click();
        await expect.poll(() => page.isChecked('[aria-label="选择 DB9902/T 12—2023"]')).toBe(false);
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  test('says so when the list cannot be read', async () => {
    await visit(addressOf('冷链'), async (page) => {
      await settle(page);
      await page.route('**/search-index/**', (route) => route.abort());
      await page.click('.export');
      await page.getByRole('dialog').getByRole('button', { name: /XLSX/ }).click();
      await eventually(() => page.textContent('.export-status')).toContain('文件没有生成');
      await expect.poll(() => page.locator('a[download]:not([href^="/"])').count()).toBe(0);
    });
  });
});
