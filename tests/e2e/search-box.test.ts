import { describe, expect, test } from 'vitest';
import { numbers, openSite, settle, visit } from '../search/browser.ts';

openSite();

const current = 'DB9902/T 12—2023';

describe('the box in the header', () => {
  const box = '#header-q';
  const options = '[role="option"]';

  test('suggests, and is worked by the keyboard alone', async () => {
    await visit('/search/', async (page) => {
      await page.focus(box);
      await page.keyboard.type('db9902t12');
      await page.waitForSelector(options);
      expect(await page.getAttribute(box, 'role')).toBe('combobox');
      expect(await page.getAttribute(box, 'aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowDown');
      const active = await page.getAttribute(box, 'aria-activedescendant');
      const chosen = page.locator(`#${active}`);
      await expect.poll(() => chosen.getAttribute('aria-selected')).toBe('true');
      await expect.poll(() => chosen.textContent()).toContain(current);
      await expect.poll(() => chosen.textContent()).toContain('现行');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getAttribute(box, 'aria-expanded')).toBe('false');
      expect(await page.inputValue(box)).toBe('db9902t12');
      await page.keyboard.press('ArrowDown');
      await page.waitForSelector(`${options}:visible`);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/standards\/db9902-t-12-2023\/$/);
    });
  });

  test('leads to the clause that has the phrase', async () => {
    await visit('/search/', async (page) => {
      await page.focus(box);
      await page.keyboard.insertText('抽测货物的中心温度');
      const option = page.locator(options, { hasText: current });
      await option.waitFor();
      await option.click();
      await page.waitForURL(/\/standards\/db9902-t-12-2023\/#/);
      expect(new URL(page.url()).hash).toBe('#receive');
    });
  });

  test('does not ask while an input method composes', async () => {
    await visit('/search/', async (page) => {
      await page.clock.install();
      await page.focus(box);
      const client = await page.context().newCDPSession(page);
      await client.send('Input.imeSetComposition', {
        text: 'leng lian',
        selectionStart: 9,
        selectionEnd: 9,
      });
      await page.clock.runFor(400);
      await expect.poll(() => page.locator(options).count()).toBe(0);
      await client.send('Input.insertText', { text: '冷链' });
      await page.waitForSelector(options);
    });
  });

  test('Enter without a choice, and the last option, lead to all results', async () => {
    await visit('/search/', async (page) => {
      await page.focus(box);
      await page.keyboard.type('db9902t12');
      await page.waitForSelector(options);
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => page.getAttribute(box, 'aria-activedescendant')).toMatch(/-all$/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=db9902t12$/);
      await page.fill(box, '牡蛎');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=%E7%89%A1%E8%9B%8E$/);
      expect(await numbers(page)).toContain('T/SFHM 002—2025');
    });
  });

  test('a whole number and Enter lead to that standard, however fast', async () => {
    for (const [typed, path] of [
      ['DB9902/T 12—2023', '/standards/db9902-t-12-2023/'],
      ['db9902t12-2018', '/standards/db9902-t-12-2018/'],
      ['gb/t 191-2008', '/standards/gb-t-191-2008/'],
    ] as const) {
      await visit('/help/', async (page) => {
        await page.focus(box);
        await page.keyboard.insertText(typed);
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/standards\//);
        expect(new URL(page.url()).pathname).toBe(path);
      });
    }
    await visit('/help/', async (page) => {
      await page.focus(box);
      await page.keyboard.insertText('DB9902/T 12—1999');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=DB9902/);
    });
  });

  test('names the standard that replaced one, and terms', async () => {
    await visit('/help/', async (page) => {
      await page.focus(box);
      await page.keyboard.insertText('DB9902/T 12—2018');
      const old = page.locator(options, { hasText: '被代替' }).first();
      await old.waitFor();
      await expect.poll(() => old.textContent()).toContain(`已被 ${current} 代替`);
      await page.fill(box, '冷链物流');
      const term = page.locator(options, { hasText: '术语' }).first();
      await term.waitFor();
      await term.click();
      await page.waitForURL(/\/(standards|terms)\/.*#/);
    });
  });

  test('an empty box offers what was asked before, which can be forgotten', async () => {
    await visit('/help/', async (page) => {
      for (const text of ['牡蛎', '冷链物流', '中心温度']) {
        await page.fill(box, text);
        await page.keyboard.press('Enter');
        await page.waitForURL(({ searchParams }) => searchParams.get('q') === text);
        await numbers(page);
      }
      await page.goto(new URL('/help/', page.url()).href);
      await page.focus(box);
      await page.waitForSelector(options);
      const shown = () => page.locator(`${options} .title`).allTextContents();
      expect(await shown()).toEqual(['中心温度', '冷链物流', '牡蛎']);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Delete');
      await expect.poll(() => shown()).toEqual(['中心温度', '牡蛎']);
      await page.locator(options, { hasText: '牡蛎' }).locator('[data-forget]').click();
      await expect.poll(() => shown()).toEqual(['中心温度']);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => page.getAttribute(box, 'aria-activedescendant')).toMatch(/-clear$/);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator(options).count()).toBe(0);
      expect(await page.getAttribute(box, 'aria-expanded')).toBe('false');
      expect(
        await page.evaluate(() => window.localStorage.getItem('biaolian.recent-searches')),
      ).toBe(null);
    });
  });

  test('/ and Ctrl+K bring the focus to the box of the page', async () => {
    await visit('/search/?q=冷链', async (page) => {
      await settle(page);
      const focused = () => page.evaluate(() => document.activeElement?.id);
      await page.keyboard.press('/');
      await expect.poll(() => focused()).toBe('search-q');
      await page.keyboard.type('/');
      await expect.poll(() => page.inputValue('#search-q')).toBe('/');
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('Control+k');
      await expect.poll(() => focused()).toBe('search-q');
    });
  });
});
