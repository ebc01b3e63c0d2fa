import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { siteFolder } from '../support/site.ts';
import { PHONE, startVisits } from '../support/visits.ts';

const { visit } = startVisits();
const BOARD = '/lifecycle/';

test('days are counted on the day that the page shows', async () => {
  await visit(`${BOARD}?on=2026-11-30`, async (page) => {
    await expect
      .poll(() => page.locator('[data-totals]').textContent())
      .toBe('超期 3 件，30 天内到期 1 件');
    const filing = page.locator('tr[data-state="soon"]').first();
    await expect.poll(() => filing.locator('[data-left]').textContent()).toBe('还有 5 天');
  });
  await visit(`${BOARD}?on=2027-02-02`, async (page) => {
    const row = page.locator('tr[data-project]', { hasText: '社区嵌入式养老服务设施配置规范' });
    await expect.poll(() => row.locator('[data-stage-name]').textContent()).toBe('实施');
    await expect.poll(() => row.locator('[data-way-step]').textContent()).toBe('11/14');
    // What was to begin has begun, and is not late.
    const begun = page.locator('[data-list] tr[data-begins]', { hasText: 'DB9902/T 45' });
    await expect.poll(() => begun.first().isVisible()).toBe(false);
  });
});

test('filters hide what does not fit and stand in the address', async () => {
  await visit(`${BOARD}?on=2026-11-30&chain=marine`, async (page) => {
    await expect.poll(() => page.locator('[data-said]').textContent()).toBe('2 个项目，2 件待办');
    await page.locator('select[name="stage"]').selectOption('notice');
    expect(new URL(page.url()).search).toBe('?on=2026-11-30&chain=marine&stage=notice');
    await expect.poll(() => page.locator('tr[data-project]:visible').count()).toBe(1);
    await page.locator('[type="reset"]').click();
    await page.waitForURL((address) => !address.search.includes('chain'));
    await expect.poll(() => page.locator('tr[data-project]:visible').count()).toBe(18);
  });
});

test('the calendar shows a month, is turned by keys, and leads to projects', async () => {
  await visit(`${BOARD}?on=2026-11-30`, async (page) => {
    await page.locator('[data-show="month"]').press('Enter');
    await expect.poll(() => page.locator('[data-month-name]').textContent()).toBe('2026 年 11 月');
    await page.locator('[data-turn="1"]').press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('month')).toBe('2026-12');
    const day = page.locator('[data-month-table] td', {
      has: page.locator('time[datetime="2026-12-05"]'),
    });
    await expect.poll(() => day.locator('li span').textContent()).toBe('备案');
    await day.locator('a').click();
    await page.waitForURL('**/lifecycle/sf2025-017/**');
    await expect.poll(() => page.locator('h1').textContent()).toBe('历史建筑保护修缮技术标准');
  });
});

test('without scripts, and on a phone, all days and stages are there behind their heads', async () => {
  for (const options of [{ javaScriptEnabled: false }, PHONE]) {
    await visit(
      BOARD,
      async (page) => {
        const rows = page.locator('tr[data-project]');
        await expect.poll(() => rows.count()).toBe(18);
        // Each opens by itself, with a script or without.
        const closed = page.locator('main details:not([open]) > summary:visible');
        for (let left = await closed.count(); left > 0; left -= 1)
          await closed.first().press('Enter');
        await expect.poll(() => page.locator('tr[data-project]:visible').count()).toBe(18);
        await expect
          .poll(() => page.locator('time[datetime="2026-12-05"]:visible').first().isVisible())
          .toBe(true);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      },
      options,
    );
  }
});

test('on a phone only stages with something late or due are open, and each tells how many', async () => {
  await visit(
    `${BOARD}?on=2026-11-30`,
    async (page) => {
      const heads = (selector: string) =>
        page.locator(`${selector} > summary h3`).allTextContents();
      await expect
        .poll(() => heads('details[data-group][open]'))
        .toEqual(['超期和 30 天内到期', '起草', '公示', '发布']);
      const drafting = page.locator('details[data-group="drafting"] > summary');
      await expect.poll(() => drafting.textContent()).toBe('起草4 个项目超期 1 件');
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollHeight))
        .toBeLessThan(4500);
      // What is chosen is shown, wherever it stands.
      await page.locator('select[name="stage"]').selectOption('review');
      await expect
        .poll(() => heads('details[data-group][open]:visible'))
        .toEqual(['以后的', '复审']);
    },
    PHONE,
  );
  // On a later day the row stands under the stage that has begun.
  await visit(`${BOARD}?on=2027-02-02`, async (page) => {
    const group = page.locator('details[data-group]', {
      has: page.locator('tr[data-project]', { hasText: '社区嵌入式养老服务设施配置规范' }),
    });
    await expect.poll(() => group.locator('> summary h3').textContent()).toBe('实施');
  });
});

test('the board of 18 projects is small', () => {
  for (const path of ['lifecycle', 'en/lifecycle']) {
    const html = readFileSync(join(siteFolder(), path, 'index.html'));
    expect(gzipSync(html, { level: 9 }).length, path).toBeLessThan(40_000);
  }
});
