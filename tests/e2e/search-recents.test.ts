import { describe, expect, test } from 'vitest';
import { ask, eventually, openSite, visit } from '../search/browser.ts';

openSite();

describe('recent searches', () => {
  test('are offered where the page begins, forgotten one by one and all at once', async () => {
    await visit('/search/', async (page) => {
      for (const text of ['牡蛎', '冷链物流', '<b>粗</b>']) await ask(page, text);
      await page.goto(new URL('/search/', page.url()).href);
      const items = page.locator('.recents li a');
      await expect.poll(() => items.allTextContents()).toEqual(['<b>粗</b>', '冷链物流', '牡蛎']);
      await page.click('[aria-label="移除“冷链物流”"]');
      await expect.poll(() => items.allTextContents()).toEqual(['<b>粗</b>', '牡蛎']);
      await items.nth(1).click();
      await eventually(() => page.inputValue('#search-q')).toBe('牡蛎');
      await page.goto(new URL('/search/', page.url()).href);
      await page.click('.recents .clear');
      await expect.poll(() => items.count()).toBe(0);
      await page.reload();
      await expect.poll(() => items.count()).toBe(0);
    });
  });

  test('do without storage', async () => {
    const errors: string[] = [];
    await visit(
      '/search/',
      async (page) => {
        expect(await ask(page, '牡蛎')).toContain('T/SFHM 002—2025');
        await page.goto(new URL('/search/', page.url()).href);
        await expect.poll(() => page.locator('.recents li').count()).toBe(0);
      },
      {},
      async (page) => {
        page.on('pageerror', (error) => errors.push(error.message));
        await page.addInitScript(() => {
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new Error('blocked');
            },
          });
        });
      },
    );
    expect(errors).toEqual([]);
  });
});
