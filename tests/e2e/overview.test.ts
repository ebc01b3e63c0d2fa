import { describe, expect, test } from 'vitest';
import { openSite, visit } from '../search/browser.ts';

openSite();

describe('all systems', () => {
  test('stand side by side, and each number opens its list', async () => {
    await visit('/systems/', async (page) => {
      expect(await page.locator('.heat tbody').count()).toBeGreaterThanOrEqual(8);
      expect(await page.locator('.unbuilt').count()).toBeGreaterThan(0);
      const links = await page.$$eval('.heat tbody td.gap a', (all) =>
        all.map((link) => ({
          href: (link as HTMLAnchorElement).href,
          count: Number(link.textContent),
        })),
      );
      expect(links.length).toBeGreaterThan(0);
      for (const { href, count } of links) {
        const { hash } = new URL(href);
        const gaps = new URL(href).pathname;
        if (!page.url().includes(gaps)) await page.goto(new URL(gaps, page.url()).href);
        expect(await page.locator(`${hash} li`).count(), hash).toBe(count);
      }
    });
  });

  test.each([1280, 1600])('have their squares on one line at %i px', async (width) => {
    for (const path of ['/systems/', '/en/systems/']) {
      await visit(
        path,
        async (page) => {
          const lines = await page.$$eval('.heat .links > div', (all) =>
            all.map((line) => {
              const tops = [...line.querySelectorAll('a')].map(
                (a) => a.getBoundingClientRect().top,
              );
              return Math.max(...tops) - Math.min(...tops);
            }),
          );
          expect(lines.length).toBeGreaterThanOrEqual(8);
          for (const height of lines) expect(height, path).toBeLessThan(4);
        },
        { viewport: { width, height: 900 } },
      );
    }
  });

  test('have a quiet zero where no plan is late', async () => {
    await visit('/systems/', async (page) => {
      const colours = await page.$$eval('[data-plans] .count', (all) =>
        all.map((count) => [count.textContent, getComputedStyle(count).color] as const),
      );
      const zeros = colours.flatMap(([text, colour]) => (text === '0' ? colour : []));
      const others = colours.flatMap(([text, colour]) => (text === '0' ? [] : colour));
      expect(zeros).not.toEqual([]);
      expect(new Set(zeros).size).toBe(1);
      expect(others).not.toContain(zeros[0]);
      const quiet = await page.$eval('.heat .quiet', (zero) => getComputedStyle(zero).color);
      expect(zeros[0]).toBe(quiet);
    });
  });

  test('add up in each line of the table', async () => {
    await visit('/systems/', async (page) => {
      const sums = await page.$$eval('.heat tbody', (lines) =>
        lines.map((line) => {
          const of = (head: string) =>
            Number(line.querySelector(`[data-head="${head}"]`)?.textContent);
          return of('应有') - of('现行') - of('正在补') - of('待核') - of('缺');
        }),
      );
      expect(sums.length).toBeGreaterThanOrEqual(8);
      expect(sums.every((rest) => rest === 0)).toBe(true);
    });
  });

  test('have a hatched square for each segment the list of gaps calls without a standard', async () => {
    await visit('/systems/', async (page) => {
      const lines = await page.$$eval('.heat tbody', (all) =>
        all.map((line) => [
          line.querySelectorAll('[data-heat="0"]').length,
          Number(line.querySelector('[data-head="没有标准"]')?.textContent),
        ]),
      );
      for (const [squares, said] of lines) expect(squares).toBe(said);
    });
  });

  test.each([true, false])(
    'a list of gaps that an address names is open beside the ten heaviest; with scripts: %s',
    async (javaScriptEnabled) => {
      await visit(
        '/systems/gaps/#cold-chain-adoption',
        async (page) => {
          await expect
            .poll(() => page.locator('#cold-chain-adoption li').first().isVisible())
            .toBe(true);
          expect(await page.locator('.gap-system details[data-kind][open]').count()).toBe(11);
          expect(
            await page
              .locator('details:has(> #cold-chain-adoption) > summary')
              .evaluate((summary) => summary.getBoundingClientRect().top),
          ).toBeGreaterThanOrEqual(0);
        },
        { javaScriptEnabled },
      );
    },
  );
});

test('the lists of gaps are ranked, the ten heaviest open, and a choice of a system opens its own', async () => {
  await visit('/systems/gaps/', async (page) => {
    const opened = () =>
      page.$$eval('details[data-kind]', (all) =>
        (all as HTMLDetailsElement[])
          .filter((list) => list.checkVisibility() && list.open)
          .map((list) => list.querySelector('.gap-list')?.id ?? ''),
      );
    expect(await opened()).toHaveLength(10);
    const most = await page.$$eval('details[data-kind][open] > .gap-list > ul', (lists) =>
      Math.max(...lists.map((list) => list.querySelectorAll('li').length)),
    );
    expect(most).toBe(5);
    await page.locator('select[name="system"]').selectOption('display');
    const own = await opened();
    expect(own.length).toBeGreaterThan(3);
    expect(own.filter((id) => !id.startsWith('display-'))).toEqual([]);
    await page.locator('select[name="year"]').selectOption({ index: 1 });
    const years = await page.$$eval('.gap-system li', (all) =>
      all.filter((li) => li.checkVisibility()).map((li) => (li as HTMLElement).dataset['year']),
    );
    expect(years.length).toBeGreaterThan(0);
    expect(new Set(years).size).toBe(1);
  });
});
