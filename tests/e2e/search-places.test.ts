import { describe, expect, test } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { addressOf, choose, openSite, settle, visit } from '../search/browser.ts';

openSite();

describe('a question that names a trade', () => {
  test('shows its place in a standard system, with standards and the way to all', async () => {
    await visit(addressOf('我开冷库，要符合哪些标准'), async (page) => {
      await settle(page);
      const card = page.locator('.place-card');
      await card.waitFor();
      await expect.poll(() => card.locator('h2').textContent()).toBe('冷链物流 › 冷库仓储');
      await expect.poll(() => card.locator('.definition').textContent()).toMatch(/^\d+ 项标准/);
      await expect.poll(() => card.locator('li').count()).toBe(5);
      expect(await findAxeViolations(page)).toEqual({ light: [], dark: [] });
      await card.locator('h2 a').click();
      await page.waitForURL('**/systems/cold-chain/at/storage/');
      await expect.poll(() => page.textContent('h1')).toContain('冷库仓储');
    });
  });

  test('shows none for a title, a number or a detail', async () => {
    for (const text of ['冷库用货架', 'GB/T 18354-2021', '冷库温度多少度']) {
      await visit(addressOf(text), async (page) => {
        await settle(page);
        await expect.poll(() => page.locator('.place-card').count()).toBe(0);
      });
    }
  });
});

describe('segments of chains', () => {
  test('are offered below a chain, not for all chains at once', async () => {
    await visit('/search/?text=yes', async (page) => {
      await settle(page);
      const chains = page.locator('[data-filter="chain"] .name');
      for (const name of await chains.allTextContents()) expect(name).toMatch(/\p{Script=Han}/u);
      const group = page.locator('[data-filter="node"]');
      await expect.poll(() => group.count()).toBe(0);
      await choose(page, 'chain', 'cold-chain');
      await expect.poll(() => group.locator('summary').textContent()).toBe('环节');
      await group.locator('summary').click();
      await expect.poll(() => group.locator('.name').allTextContents()).toContain('冷库仓储');
    });
  });
});
