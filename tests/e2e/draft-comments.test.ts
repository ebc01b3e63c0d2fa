import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright';
import { readCommentTable, readLetter } from '#core/comments/index.ts';
import { readRows } from '#import/comments/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { siteUrl } from '../support/site.ts';

const path = 'lifecycle/sf2026-014/draft/';
let browser: Browser;
let base: string;

beforeAll(async () => {
  [browser, base] = await Promise.all([launchBrowser(), siteUrl()]);
});
afterAll(() => browser.close());

async function open(day: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(`${base}${path}?on=${day}`);
  return page;
}

async function write(page: Page, clause: string, comment: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: `提意见 ${clause}`, exact: true }).click();
  await page.getByLabel('修改意见').fill(comment);
  await page.getByLabel('理由', { exact: true }).fill(reason);
  await page.getByRole('button', { name: '记下' }).click();
}

describe('a draft that is open to comments', () => {
  it('keeps comments on clauses in this browser and gives them out as a file that std comments reads', async () => {
    const page = await open('2026-11-20');
    await expect.poll(() => page.locator('[data-left]').textContent()).toBe('还剩 41 天');
    await expect
      .poll(() => page.locator('meta[name=robots]').getAttribute('content'))
      .toBe('noindex');
    await write(page, '4.2', '精确到毫秒\n=1+1', '与平台一致');
    await page.reload();
    await page.getByRole('button', { name: '对全文提意见' }).click();
    await page.getByLabel('修改意见').fill('总体可行');
    await page.getByRole('button', { name: '记下' }).click();
    await page.getByLabel('提出单位').fill('示范云链');
    await page.getByLabel('姓名').fill('甲');
    const save = async (name: string): Promise<Uint8Array> => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      return readFileSync(await (await download).path());
    };
    const letter = readLetter(new TextDecoder().decode(await save('存为文件（JSON）')));
    expect(letter).toEqual({
      format: 'biaolian-comments',
      version: 1,
      project: 'sf2026-014',
      title: '冷链温度数据 接口规范',
      made: '2026-11-20',
      organisation: '示范云链',
      name: '甲',
      publishOrganisation: false,
      comments: [
        { clause: '4.2', anchor: 'time', comment: '精确到毫秒\n=1+1', reason: '与平台一致' },
        { clause: '全文', comment: '总体可行' },
      ],
    });
    const rows = readRows(await save('存为表格（CSV）'));
    const read = 'zh' in rows ? rows : readCommentTable(rows);
    expect(read).toMatchObject([
      {
        project: 'sf2026-014',
        organisation: '示范云链',
        comments: [{ clause: '4.2' }, { clause: '全文' }],
      },
    ]);
    await page.getByRole('button', { name: '删除对 4.2 的意见' }).click();
    await page.getByRole('button', { name: '清空' }).click();
    await expect.poll(() => page.locator('[data-none]').textContent()).toBe('还没有写意见。');
    await page.context().close();
  });

  it('is closed after its last day, and is a form to print without scripts', async () => {
    const closed = await open('2027-01-02');
    await expect.poll(() => closed.locator('[data-left]').textContent()).toBe('已截止');
    await expect.poll(() => closed.locator('.comment-button').count()).toBe(0);
    await expect.poll(() => closed.locator('#my-comments').isVisible()).toBe(false);
    await closed.context().close();
    const plain = await open('2026-11-20', false);
    await expect.poll(() => plain.locator('#my-comments').isVisible()).toBe(false);
    await expect.poll(() => plain.locator('.blank-table').isVisible()).toBe(true);
    await expect
      .poll(() => plain.locator('.by-hand').textContent())
      .toContain('comments@shifan.example');
    await plain.context().close();
  });
});
