import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { addressOf, openSite, settle, visit } from '../search/browser.ts';

openSite();

test('nothing that is read jumps while results come slowly to a phone', async () => {
  const shiftOf = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<number>((tell) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => tell(sum), 300);
        }),
    );
  const phone = { viewport: { width: 390, height: 844 } };
  const slowly = (page: Page) =>
    page.route('**/search-index/d/**', async (route) => {
      await new Promise((later) => setTimeout(later, 700));
      await route.continue();
    });
  const look = async (page: Page) => {
    await settle(page);
    expect(await shiftOf(page)).toBeLessThan(0.1);
  };
  await visit(addressOf('温度'), look, phone, slowly);
});

test('a first hit by name takes few files: what only the whole answer needs is asked for after it', async () => {
  const look = async (page: Page) => {
    await settle(page);
    const files = await page.evaluate(() =>
      performance
        .getEntries()
        .filter(({ entryType }) => entryType === 'navigation' || entryType === 'resource')
        .map((entry) => entry as PerformanceResourceTiming)
        .map(({ name, startTime, transferSize }) => ({ name, startTime, transferSize }))
        .sort((a, b) => a.startTime - b.startTime),
    );
    const later = files.findIndex(({ name }) => /\/whole-answer\.[^/]*\.js$/.test(name));
    expect(later).toBeGreaterThan(0);
    const before = files.slice(0, later);
    const names = before.map(({ name }) => new URL(name).pathname);
    const bytes = before.reduce((sum, { transferSize }) => sum + transferSize, 0);
    // On the wire of `npm run bench:phone`, which counts whole heads of answers, 132 KB in 28 files.
    expect(names.length, names.join('\n')).toBeLessThanOrEqual(31);
    expect(bytes, names.join('\n')).toBeLessThanOrEqual(126_000);
  };
  await visit(addressOf('温度'), look, { viewport: { width: 390, height: 844 } });
});
