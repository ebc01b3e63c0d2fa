import { describe, expect, test } from 'vitest';
import { openSite, visit } from '../search/browser.ts';

openSite();

const SYSTEM = '/systems/cold-chain/';

describe('the 明细表', () => {
  test('is filtered by what is chosen; the address keeps it and brings it back', async () => {
    await visit(`${SYSTEM}list/`, async (page) => {
      const all = await page.locator('tr[data-row]').count();
      await page.selectOption('select[name="state"]', 'to-make');
      const missing = await page.locator('tr[data-row]:visible').count();
      expect(missing).toBeGreaterThan(0);
      expect(missing).toBeLessThan(all);
      await expect
        .poll(() => page.locator('tr[data-row]:visible:not([data-state="to-make"])').count())
        .toBe(0);
      await expect
        .poll(() => page.textContent('.list-filters [role="status"]'))
        .toBe(`显示 ${missing} 项，共 ${all} 项`);
      expect(page.url()).toContain('state=to-make');
      await page.reload();
      await expect.poll(() => page.locator('tr[data-row]:visible').count()).toBe(missing);
      await page.click('.list-filters [type="reset"]');
      await expect.poll(() => page.locator('tr[data-row]:visible').count()).toBe(all);
      expect(page.url()).not.toContain('state=');
    });
  });

  test('a branch has the rows of the branches below it', async () => {
    await visit(`${SYSTEM}list/?branch=2`, async (page) => {
      const branches = await page.$$eval('tr[data-row]:not([hidden])', (rows) =>
        rows.map((row) => (row as HTMLElement).dataset['branch'] ?? ''),
      );
      expect(branches.length).toBeGreaterThan(1);
      expect(branches.every((code) => /^2(\.|$)/.test(code))).toBe(true);
      expect(new Set(branches).size).toBeGreaterThan(1);
    });
  });

  test('has every row without scripts, and no filters that would not work', async () => {
    await visit(
      `${SYSTEM}list/?state=to-make`,
      async (page) => {
        expect(await page.locator('tr[data-row]:visible').count()).toBeGreaterThan(50);
        await expect.poll(() => page.locator('.list-filters').isVisible()).toBe(false);
        await expect.poll(() => page.locator('.list-notice').isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });

  test('shows the own rows of a segment, then those that apply there too, then what has no name', async () => {
    await visit(`${SYSTEM}list/`, async (page) => {
      const codes = () => page.locator('tr[data-row]:visible .code').allTextContents();
      const before = await codes();
      const nodes = await page.$$eval('select[name="node"] option', (options) =>
        options.map((option) => (option as HTMLOptionElement).value).filter(Boolean),
      );
      const status = page.locator('.list-filters [role="status"]');
      for (const node of nodes) {
        await page.selectOption('select[name="node"]', node);
        const stand = await page.$$eval(
          'tr[data-row]:not([hidden]), .also-head:not([hidden])',
          (rows) => rows.map((row) => (row as HTMLElement).dataset['node'] ?? '(also)'),
        );
        const own = stand.filter((each) => each === node).length;
        expect(stand.slice(0, own).every((each) => each === node)).toBe(true);
        const also = stand.length - own;
        expect(also === 0 || stand[own] === '(also)').toBe(true);
        const option = await page.textContent(`option[value="${node}"]`);
        expect(option).toMatch(also > 0 ? `（${own}，另 ${also - 1} 项也适用）` : `（${own}）`);
        const said = (await status.textContent()) ?? '';
        const unnamed = Number(/另有 (\d+) 项/.exec(said)?.[1] ?? 0);
        const counts = await page.$$eval('.unnamed-rows li:not([hidden])', (all) =>
          all.map((each) => Number((each as HTMLElement).dataset['count'])),
        );
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(unnamed);
        const place = await page.request.get(new URL(`${SYSTEM}at/${node}/`, page.url()).href);
        const named = /另有 (\d+) 项需要/.exec(await place.text());
        expect(Number(named?.[1] ?? 0), node).toBe(unnamed);
      }
      await page.click('.list-filters [type="reset"]');
      await expect.poll(codes).toEqual(before);
    });
  });

  test('has as many rows as are expected, with those that have no name', async () => {
    await visit(SYSTEM, async (page) => {
      const expected = Number(await page.textContent('.system-figures [data-part="expected"] dd'));
      await page.goto(new URL(`${SYSTEM}list/`, page.url()).href);
      const said = (await page.textContent('.list-filters [role="status"]')) ?? '';
      const [shown = 0, , unnamed = 0] = (said.match(/\d+/g) ?? []).map(Number);
      expect(shown + unnamed).toBe(expected);
    });
  });
});

test('a list prints as a table on paper across, without what is for the screen', async () => {
  await visit(`${SYSTEM}list/`, async (page) => {
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.list-filters').isVisible()).toBe(false);
    await expect.poll(() => page.locator('.site-header').isVisible()).toBe(false);
    const display = await page.$eval(
      '.detail tr[data-row]',
      (row) => getComputedStyle(row).display,
    );
    expect(display).toBe('table-row');
    await expect.poll(() => page.locator('.sample-note').isVisible()).toBe(true);
  });
});
