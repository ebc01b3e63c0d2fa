import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strToU8, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { siteFolder, siteUrl } from '../support/site.ts';
import { save } from '../support/download.ts';

let browser: Browser;
let url = '';
beforeAll(async () => {
  url = await siteUrl();
  browser = await launchBrowser();
}, 600_000);
afterAll(() => browser.close());

/** GB/T 191—2025 replaces GB/T 191—2008 on 2026-03-01; GB/T 99999 is nowhere. */
const list = ['GB/T 191-2008 包装储运图示标志', 'GB/T 191—2025', 'GB/T 99999-2020', '公司制度汇编'];
const day = '2026-11-29';

async function visit<T>(path: string, act: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.goto(`${url}${path}`);
    return await act(page);
  } finally {
    await page.close();
  }
}

/** What stands in the columns of each row: as written, result, what replaces it. */
const readRows = (page: Page) =>
  page
    .locator('.checked tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        ['.written', '.status-word', '.successors'].map(
          (name) => row.querySelector(name)?.textContent ?? '',
        ),
      ),
    );

const found = [
  ['GB/T 191-2008', '被代替', 'GB/T 191—2025（2026-03-01 起）'],
  ['GB/T 191—2025', '现行', ''],
  ['GB/T 99999-2020', '库中没有', ''],
  ['公司制度汇编', '认不出编号', ''],
];

async function checkFile(page: Page, name: string, bytes: Uint8Array) {
  await page.setInputFiles('[data-input]', {
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  await page.locator('[data-result]:not([hidden]), .said.fault').waitFor();
}

const docx = (lines: readonly string[]) =>
  zipSync({
    'word/document.xml': strToU8(
      `<w:document xmlns:w="urn:w"><w:body>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    ),
  });

describe('the check of a list', () => {
  test('says of each number what it is on the day, filters, and gives what is shown as files', async () => {
    await visit(`tools/validity/?on=${day}`, async (page) => {
      await page.fill('[data-text]', list.join('\n'));
      await page.click('.check-button');
      await page.locator('[data-result]:not([hidden])').waitFor();
      expect(await readRows(page)).toEqual(found);
      await expect
        .poll(() => page.locator('[role="status"][data-said]').textContent())
        .toContain('4');
      const file = JSON.parse(readFileSync(join(siteFolder(), 'data/validity.json'), 'utf8')) as {
        readonly digest: string;
      };
      await expect.poll(() => page.locator('[data-facts]').textContent()).toContain(file.digest);
      await expect
        .poll(() => page.locator('.standard a').first().getAttribute('href'))
        .toBe('/standards/gb-t-191-2008/');
      expect(await findAxeViolations(page)).toEqual({ dark: [], light: [] });
      await page.click('[data-verdict="replaced"]');
      expect(
        await page.getAttribute('[data-filters] [data-verdict="replaced"]', 'aria-pressed'),
      ).toBe('true');
      expect(await readRows(page)).toEqual(found.slice(0, 1));
      const csv = await save(page, '[data-format="csv"]');
      expect(csv.name).toBe(`查新-${day}.csv`);
      const rows: string[][] = parse(csv.bytes, { bom: true });
      expect(rows.map((row) => [row[1], row[4]])).toEqual([
        ['原文', '结论'],
        ['GB/T 191-2008', '被代替'],
      ]);
      // An auditor sees from the file alone on what day and against which data it was made.
      expect(rows[0]?.slice(-3)).toEqual(['状态按', '目录信息截至', '数据校验值']);
      expect(rows[1]?.slice(-3)).toEqual([
        day,
        expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        expect.stringMatching(/^[\da-f]{32}$/),
      ]);
      const [sheet] = await readExcelFile((await save(page, '[data-format="xlsx"]')).bytes);
      expect(sheet?.data.map((row) => row[1])).toEqual(['原文', 'GB/T 191-2008']);
    });
  });

  test('reads XLSX, DOCX and GB 18030, and says why it cannot read a workbook with a password', async () => {
    // The rows of the list before stand till those of the next are there.
    await visit(`tools/validity/?on=${day}`, async (page) => {
      const cells = list.map((value) => [{ value, type: String }]);
      await checkFile(page, '清单.xlsx', await writeExcelFile(cells).toBuffer());
      await expect.poll(() => readRows(page)).toEqual(found);
      await checkFile(page, '清单.docx', docx(list));
      await expect.poll(() => readRows(page)).toEqual(found);
      // 「标准」 in GB 18030, then ASCII.
      const gbk = new Uint8Array([0xb1, 0xea, 0xd7, 0xbc, 0x2c, ...strToU8('GB/T 191-2008\n')]);
      await checkFile(page, '清单.csv', gbk);
      await expect.poll(() => readRows(page)).toEqual(found.slice(0, 1));
      const locked = new Uint8Array(2048);
      locked.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      locked.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
      await checkFile(page, '加密.xlsx', locked);
      await expect.poll(() => page.textContent('.said.fault')).toContain('密码');
      expect(await page.locator('[data-result]').isHidden()).toBe(true);
    });
  });

  test('keeps a list on request, and says on the next visit what has changed', async () => {
    const key = 'biaolian.watched-lists';
    await visit('tools/validity/', async (page) => {
      const kept = () => page.evaluate((name) => localStorage.getItem(name), key);
      await page.fill('[data-text]', list.join('\n'));
      await page.click('.check-button');
      await page.locator('[data-result]:not([hidden])').waitFor();
      expect(await kept()).toBeNull();
      await page.fill('[data-watch-form] input', '供方清单');
      await page.click('[data-watch-form] button');
      await expect
        .poll(() => page.textContent('[data-watch-said]'))
        .toContain('“供方清单”记在这个浏览器里');
      // As it was before the successor came.
      const before = ((await kept()) ?? '').replace('"verdict":"replaced"', '"verdict":"valid"');
      await page.evaluate(
        ([name = '', text = '']) => localStorage.setItem(name, text),
        [key, before],
      );
      await page.reload();
      const item = page.locator('[data-watched-lists] li');
      await item.locator('.watch-changes').waitFor();
      await expect
        .poll(() => item.locator('tbody tr').allInnerTexts())
        .toEqual(['GB/T 191-2008\t现行 · GB/T 191—2008\t被代替 · GB/T 191—2008\tGB/T 191—2025']);
      expect(await findAxeViolations(page)).toEqual({ dark: [], light: [] });
      await page.getByRole('button', { name: '知道了' }).click();
      await expect.poll(() => item.innerText()).toContain('以来没有变化');
      await page.getByRole('button', { name: '查看全部：供方清单' }).click();
      await page.locator('[data-result]:not([hidden])').waitFor();
      expect(await readRows(page)).toEqual(found);
      await page.getByRole('button', { name: '删除：供方清单' }).click();
      await expect.poll(() => item.count()).toBe(0);
      await page.getByRole('button', { name: '撤销' }).click();
      await expect.poll(() => item.count()).toBe(1);
      // What another version has kept is left alone, and put aside before anything is written.
      const other = '{"format":"biaolian-watched-lists","version":2,"lists":["?"]}';
      await page.evaluate(
        ([name = '', text = '']) => localStorage.setItem(name, text),
        [key, other],
      );
      await page.reload();
      await expect.poll(() => page.textContent('[data-watch-said]')).toContain('另一版本');
      expect(await kept()).toBe(other);
      await page.fill('[data-text]', list.join('\n'));
      await page.click('.check-button');
      await page.locator('[data-result]:not([hidden])').waitFor();
      await page.fill('[data-watch-form] input', '新清单');
      await page.click('[data-watch-form] button');
      await expect.poll(() => item.count()).toBe(1);
      expect(await page.evaluate((name) => localStorage.getItem(`${name}.aside-1`), key)).toBe(
        other,
      );
    });
  });

  test('is done by keyboard, in English', async () => {
    await visit('en/tools/validity/?on=2026-02-01', async (page) => {
      await page.focus('[data-text]');
      await page.keyboard.insertText('GB/T 191-2025');
      await page.keyboard.press('Control+Enter');
      await page.locator('[data-result]:not([hidden])').waitFor();
      expect((await readRows(page)).map((row) => row[1])).toEqual(['Not yet in force']);
      expect(await findAxeViolations(page)).toEqual({ dark: [], light: [] });
      await page.focus('[data-filters] button:last-child');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.textContent('[data-only]')).toContain('Not yet in force');
    });
  });
});
