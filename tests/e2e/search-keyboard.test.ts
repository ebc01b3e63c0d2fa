import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { addressOf, openSite, settle, visit } from '../search/browser.ts';

openSite();

describe('by the keyboard alone', () => {
  test('from the box to a clause and back', async () => {
    await visit('/search/', async (page) => {
      const focused = () =>
        page.evaluate(() => {
          const active = document.activeElement as HTMLElement;
          return active.closest('.clauses') ? 'clause' : active.closest('h2') ? 'hit' : active.id;
        });
      expect(await focused()).toBe('search-q');
      // No term: its definition would stand above the hits.
      await page.keyboard.type('抽测货物的中心温度');
      await page.waitForSelector('.hit');
      await settle(page);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focused()).toBe('hit');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focused()).toBe('clause');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => focused()).toBe('search-q');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      await page.keyboard.press('Escape');
      await expect.poll(() => focused()).toBe('search-q');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const href = await page.evaluate(() => document.activeElement?.getAttribute('href'));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/standards\/[^#]+#/);
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(href);
    });
  });

  test('from the page itself to the first hit, on arriving and on coming back', async () => {
    const focused = (page: Page) =>
      page.evaluate(() => {
        const active = document.activeElement;
        return active === document.body ? 'body' : (active?.getAttribute('href') ?? '');
      });
    await visit(addressOf('冷链'), async (page) => {
      await settle(page);
      expect(await focused(page)).toBe('body');
      const first = await page.locator('.hit h2 a').first().getAttribute('href');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focused(page)).toBe(first);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/standards\//);
      await page.goBack();
      await settle(page);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focused(page)).toMatch(/^\/standards\//);
    });
  });

  test('keys of an input method are left to it', async () => {
    await visit(addressOf('冷链'), async (page) => {
      await settle(page);
      await page.focus('#search-q');
      const moved = await page.evaluate(() => {
        const input = document.querySelector<HTMLInputElement>('#search-q');
        const event = new KeyboardEvent('keydown', {
          key: 'ArrowDown',
          isComposing: true,
          bubbles: true,
          cancelable: true,
        });
        input?.dispatchEvent(event);
        return document.activeElement !== input || event.defaultPrevented;
      });
      expect(moved).toBe(false);
    });
  });
});
