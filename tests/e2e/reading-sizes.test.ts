import { expect, test } from 'vitest';
import { PHONE, startVisits } from '../support/visits.ts';

const STANDARD = '/standards/db9902-t-12-2023/';
const OLD = '/standards/db9902-t-12-2018/';
const { visit } = startVisits();

test('no word of a table is cut on a phone, in English and in Chinese', async () => {
  for (const path of [
    '/en/standards/t-sfjd-005-2024/',
    '/en/standards/t-sfbz-001-2025/',
    STANDARD,
  ]) {
    const cut = await visit(
      path,
      (page) =>
        page.evaluate(() => {
          const found: string[] = [];
          for (const cell of document.querySelectorAll('.std-table :is(td, th)')) {
            const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const node = walker.currentNode as Text;
              for (const match of node.data.matchAll(/[A-Za-z\d.]{2,}/g)) {
                const range = document.createRange();
                range.setStart(node, match.index);
                range.setEnd(node, match.index + match[0].length);
                const tops = new Set(
                  [...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8)),
                );
                if (tops.size > 1) found.push(match[0]);
              }
            }
          }
          return found;
        }),
      PHONE,
    );
    expect(cut, path).toEqual([]);
  }
});

test('letters twice as large: no sideways scroll on a phone, no label in pieces', async () => {
  const found: string[] = [];
  for (const path of [
    '/',
    '/en/',
    STANDARD,
    OLD,
    '/en/standards/t-sfjd-005-2024/',
    '/en/standards/q-sfxs-010-2025/',
    '/standards/gb-t-1.1-2020/',
    '/en/standards/gb-t-1.1-2020/',
  ]) {
    await visit(
      path,
      async (page) => {
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
        const { over, broken } = await page.evaluate(() => ({
          over: document.documentElement.scrollWidth - window.innerWidth,
          broken: [...document.querySelectorAll<HTMLElement>('.codes dt, .cover-foot dt, .status')]
            .filter((label) => label.checkVisibility())
            .filter((label) => label.getClientRects().length > 1 || label.offsetHeight > 100)
            .map((label) => label.textContent),
        }));
        if (over > 0) found.push(`${path} by ${over} px`);
        found.push(...broken.map((label) => `${path} ${label}`));
      },
      PHONE,
    );
  }
  expect(found).toEqual([]);
});

test('a standard without an English text has a way to the Chinese one and an outline in English', async () => {
  await visit('/en/standards/db9902-t-12-2018/', async (page) => {
    await expect
      .poll(() => page.locator('.translation').innerText())
      .toMatch(/Read the Chinese text 阅读中文正文/);
    const outline = await page.locator('.outline').innerText();
    expect(outline).toContain('Normative references');
    expect(outline).toMatch(/\d+ requirements/);
    expect(outline).toContain('cold chain logistics');
    await page.locator('.outline a', { hasText: 'Normative references' }).click();
    await page.waitForURL((to) => to.pathname === OLD);
    await expect.poll(() => page.locator('.clause.landed h2').innerText()).toContain('规范性引用');
  });
});

test('nothing shifts when a page opens at a clause below figures', async () => {
  await visit(
    `${STANDARD}#points`,
    async (page) => {
      await page.addInitScript(() => {
        new PerformanceObserver((list) => {
          const { dataset } = document.documentElement;
          for (const entry of list.getEntries()) {
            const { value } = entry as PerformanceEntry & { readonly value: number };
            dataset['shift'] = String(Number(dataset['shift'] ?? 0) + value);
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.route('**/*.svg', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.continue();
      });
      await page.reload({ waitUntil: 'networkidle' });
      expect(
        Number(await page.evaluate(() => document.documentElement.dataset['shift'] ?? 0)),
      ).toBeLessThan(0.02);
    },
    PHONE,
  );
});
