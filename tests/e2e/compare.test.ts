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

const editions = 'compare/db9902-t-12-2018/db9902-t-12-2023/';

async function visit<T>(
  path: string,
  act: (page: Page) => Promise<T>,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<T> {
  const page = await browser.newPage(options);
  try {
    await page.goto(`${url}${path}`);
    return await act(page);
  } finally {
    await page.close();
  }
}

/** The row of a change, by words that only it has. */
const rowOf = (page: Page, words: string) =>
  page.locator('.cmp-body .r', { hasText: words }).first();

const compared = (page: Page) =>
  page.locator('[data-result]:not([hidden]) .cmp-clause').first().waitFor();

describe('the page of two editions', () => {
  test('shows what changed without script: marks, words for those who hear them, unchanged text on demand', async () => {
    await visit(
      editions,
      async (page) => {
        const usual = page.viewportSize();
        await page.setViewportSize({ width: 320, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        if (usual) await page.setViewportSize(usual);
        const row = rowOf(page, '不少于8学时');
        await expect.poll(() => row.getAttribute('data-kind')).toBe('tightened');
        await expect
          .poll(() => row.locator('.side.from del').allTextContents())
          .toContain('［删去：4学时］');
        await expect
          .poll(() => row.locator('.side.to ins').allTextContents())
          .toContain('［加入：8学时］');
        await expect
          .poll(() => row.locator('.calls').textContent())
          .toContain('不少于4学时 → 不少于8学时 加严');
        const cell = page.locator('.cmp-table td[data-kind="tightened"]').first();
        await expect.poll(() => cell.locator('del').textContent()).toContain('≤ -18');
        await expect.poll(() => cell.locator('ins').textContent()).toContain('≤ -20');
        const same = page.locator('.cmp-body .r.same').first();
        await expect.poll(() => same.isVisible()).toBe(false);
        await page.check('.cmp-all');
        await expect.poll(() => same.isVisible()).toBe(true);
        await page.check('.cmp-inline');
        await expect.poll(() => row.locator('.merged').isVisible()).toBe(true);
        await expect.poll(() => row.locator('.side.from').isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });

  test('is linked from both standards, filtered, gone through by keyboard, and taken away as files', async () => {
    for (const slug of ['db9902-t-12-2018', 'db9902-t-12-2023']) {
      const answered = await fetch(`${url}standards/${slug}/`);
      expect(await answered.text()).toContain(`href="/${editions}"`);
    }
    await visit(editions, async (page) => {
      expect(await findAxeViolations(page)).toEqual({ dark: [], light: [] });
      await page.click('[data-filters] [data-kind="tightened"]');
      await expect.poll(() => new URL(page.url()).searchParams.get('kind')).toBe('tightened');
      await expect.poll(() => rowOf(page, '不少于8学时').isVisible()).toBe(true);
      await expect.poll(() => rowOf(page, '企业应指定一名温度控制负责人').isVisible()).toBe(false);
      // In the clause of the first.
      await expect.poll(() => rowOf(page, '人员离岗后一年').isVisible()).toBe(false);
      await page.keyboard.press('j');
      const first = new URL(page.url()).hash;
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(first.slice(1));
      await page.keyboard.press('j');
      await expect.poll(() => new URL(page.url()).hash).not.toBe(first);
      await page.keyboard.press('k');
      await expect.poll(() => new URL(page.url()).hash).toBe(first);
      await expect.poll(() => page.textContent('[data-said]')).toMatch(/^第 1 处，共 \d+ 处。$/);

      const csv = await save(page, '[data-format="csv"]');
      expect(csv.name).toBe('比较 DB9902 T 12—2018 DB9902 T 12—2023.csv');
      const rows: string[][] = parse(csv.bytes, { bom: true });
      const kinds = new Set(rows.slice(1).map((row) => row[0]));
      expect([...kinds]).toEqual(['加严']);
      const training = rows.find((row) => row[7]?.includes('不少于8学时'));
      expect(training?.slice(0, 5)).toEqual(['加严', '条文', '要求', '4.2', '4.2']);
      expect(training?.[8]).toContain('不少于4学时 → 不少于8学时 (加严)');
      const [sheet] = await readExcelFile((await save(page, '[data-format="xlsx"]')).bytes);
      expect(sheet?.data.map((row) => row[7] ?? '')).toEqual(
        rows.map((row) => (row[7] ?? '').replace(/^'/, '')),
      );
      const { bytes } = await save(page, '[data-format="json"]');
      const json = JSON.parse(bytes.toString('utf8')) as {
        readonly from: { readonly number: string };
        readonly changes: readonly { readonly kind: string }[];
      };
      expect(json.from.number).toBe('DB9902/T 12—2018');
      expect(json.changes).toHaveLength(rows.length - 1);
      const markdown = (await save(page, '[data-format="md"]')).bytes.toString('utf8');
      expect(markdown.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(
        rows.length + 1,
      );
    });
  });

  test('is one text on a phone and on paper, and keeps to the width', async () => {
    await visit(
      `${editions}?all=1`,
      async (page) => {
        const row = rowOf(page, '不少于8学时');
        await expect.poll(() => row.locator('.merged').isVisible()).toBe(true);
        await expect.poll(() => row.locator('.side.to').isVisible()).toBe(false);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(390);
        await page.emulateMedia({ media: 'print' });
        await expect.poll(() => page.locator('.cmp-kinds').isVisible()).toBe(false);
        expect(
          await row
            .locator('del')
            .first()
            .evaluate((element) => getComputedStyle(element).textDecorationLine),
        ).toBe('line-through');
      },
      { viewport: { width: 390, height: 844 } },
    );
  });
});

describe('the comparison of any two texts', () => {
  test('takes numbers or an address, and says what cannot be compared', async () => {
    await visit('compare/?a=t-sfjd-005-2021&b=t-sfjd-005-2024', async (page) => {
      await compared(page);
      await expect.poll(() => page.inputValue('[name="a"]')).toBe('T/SFJD 005—2021');
      await expect
        .poll(() => rowOf(page, '删除该用户的数据').getAttribute('data-kind'))
        .toBe('tightened');
      expect(await findAxeViolations(page)).toEqual({ dark: [], light: [] });
      // Another pair, without the year and from the keyboard.
      await page.fill('[name="a"]', 'db9902/t 12-2018');
      await page.fill('[name="b"]', 'DB9902/T 12');
      await page.press('[name="b"]', 'Enter');
      await rowOf(page, '不少于8学时').waitFor();
      expect(new URL(page.url()).search).toBe('?a=db9902-t-12-2018&b=db9902-t-12-2023');
      await page.click('[data-swap]');
      await page
        .locator('.cmp-body .r[data-kind="loosened"]', { hasText: '不少于8学时' })
        .waitFor();
      await page.fill('[name="b"]', 'DB9902/T 12—2023');
      await page.press('[name="b"]', 'Enter');
      await page.locator('.cmp-identical').waitFor();
      // A record without text, and what is nowhere.
      await page.fill('[name="a"]', 'GB/T 191—2008');
      await page.press('[name="a"]', 'Enter');
      await page.locator('.said.fault', { hasText: '没有正文' }).waitFor();
      expect(await page.locator('[data-result]').isHidden()).toBe(true);
      await page.fill('[name="a"]', 'GB/T 99999—2020');
      await page.press('[name="a"]', 'Enter');
      await page.locator('.said.fault', { hasText: 'GB/T 99999—2020' }).waitFor();
    });
  });

  test('leads to a change by its address, in English', async () => {
    const hash = '#c-staff-1';
    await visit(
      `en/compare/?a=db9902-t-12-2018&b=db9902-t-12-2023&view=inline${hash}`,
      async (page) => {
        await compared(page);
        const target = page.locator(':target');
        await target.waitFor();
        await expect.poll(() => target.textContent()).toContain('Tightened');
        await expect.poll(() => target.locator('.merged').isVisible()).toBe(true);
        await expect
          .poll(() => page.textContent('[data-said]'))
          .toMatch(/^Compared; changes found: \d+\.$/);
      },
    );
  });
});
