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
      await page.keyboard.type('冷链物流');
      await page.waitForSelector('.hit');
      await settle(page);
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('hit');
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('clause');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await focused()).toBe('search-q');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      await page.keyboard.press('Escape');
      expect(await focused()).toBe('search-q');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const href = await page.evaluate(() => document.activeElement?.getAttribute('href'));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/standards\/[^#]+#/);
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(href);
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
