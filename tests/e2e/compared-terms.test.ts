import { expect, test } from 'vitest';
import { PHONE, startVisits } from '../support/visits.ts';

const { visit } = startVisits();
const TERM = `/terms/compare/${encodeURIComponent('温区')}/`;

test('wordings stand beside each other with what differs and where the term is used, without scripts', async () => {
  await visit(
    TERM,
    async (page) => {
      const wordings = page.locator('.wording');
      await expect.poll(() => wordings.count()).toBe(2);
      const [left, right] = await Promise.all([
        wordings.nth(0).boundingBox(),
        wordings.nth(1).boundingBox(),
      ]);
      expect(left?.y).toBe(right?.y);
      await expect.poll(() => wordings.nth(0).locator('ins, del').count()).toBe(0);
      expect(await wordings.nth(1).locator('del').allTextContents()).toContainEqual(
        expect.stringContaining('封闭'),
      );
      const use = wordings.nth(1).locator('.uses a').first();
      await expect
        .poll(() => use.getAttribute('href'))
        .toMatch(/\/standards\/db9902-t-12-2018\/#\S+$/);
      await use.click();
      await page.waitForURL(/\/standards\/db9902-t-12-2018\/#./);
      const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
      const clause = page.locator('.clause', { has: page.locator(`[id="${id}"]`) }).last();
      await expect.poll(() => clause.textContent()).toContain('温区');
    },
    { javaScriptEnabled: false },
  );
});

test('on a phone they stand one below the other', async () => {
  await visit(
    `/en${TERM}`,
    async (page) => {
      const [first, second] = await Promise.all([
        page.locator('.wording').nth(0).boundingBox(),
        page.locator('.wording').nth(1).boundingBox(),
      ]);
      expect(second?.x).toBe(first?.x);
      expect(second?.y ?? 0).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0));
      await expect.poll(() => page.locator('h1').textContent()).toBe('temperature zone');
    },
    PHONE,
  );
});

test('the page of a standard, the index and the search lead there', async () => {
  await visit('/standards/db9902-t-12-2023/', async (page) => {
    await page.click('.about a[href*="/terms/compare/"]');
    await expect.poll(() => page.inputValue('select[name="standard"]')).toBe('db9902-t-12-2023');
    const rows = page.locator('tr[data-row]:visible');
    const own = rows.filter({ hasText: 'DB9902/T 12—2023' });
    // The choice is made before the rows follow it.
    await expect.poll(async () => (await rows.count()) - (await own.count())).toBe(0);
    expect(await own.count()).toBeGreaterThan(1);
    await page.goto(new URL('/terms/', page.url()).href);
    await page.locator('.initials a', { hasText: /^W$/ }).click();
    await expect.poll(() => page.locator(`.compared[href="${TERM}"]`).count()).toBe(1);
    await page.goto(new URL('/search/?q=温区&scope=terms', page.url()).href);
    await page.locator(`.term-hit a[href="${TERM}"]`).first().waitFor();
  });
});
