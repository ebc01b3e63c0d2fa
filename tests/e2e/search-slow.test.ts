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
    expect(await shiftOf(page)).toBeLessThan(0.2);
  };
  await visit(addressOf('温度'), look, phone, slowly);
});
