import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openSite, visit } from '../search/browser.ts';

openSite();

const listSystemFiles = () =>
  readdirSync('content/systems').filter((file) => file.endsWith('.yaml'));

describe('all systems', () => {
  test('stand side by side, every chain with its system, and each number opens its list', async () => {
    await visit('/systems/', async (page) => {
      await expect
        .poll(() => page.locator('.heat tbody tr').count())
        .toBe(listSystemFiles().length);
      await expect.poll(() => page.locator('a.tile').count()).toBe(listSystemFiles().length);
      await expect.poll(() => page.locator('.unbuilt').count()).toBe(0);
      const links = await page.$$eval('.heat tbody [data-head="缺"] a', (all) =>
        all.map((link) => ({
          href: (link as HTMLAnchorElement).href,
          count: Number(link.textContent),
        })),
      );
      expect(links.length).toBeGreaterThan(20);
      for (const { href, count } of links.slice(0, 4)) {
        await page.goto(href);
        const said = await page.locator(`[data-gap="${new URL(href).hash.slice(1)}"]`).innerText();
        expect(Number(said), href).toBe(count);
      }
    });
  });

  test.each([1280, 1600])('have their squares on one line at %i px', async (width) => {
    for (const path of ['/systems/', '/en/systems/']) {
      await visit(
        path,
        async (page) => {
          const lines = await page.$$eval('.heat .squares', (all) =>
            all.map((line) => {
              const tops = [...line.querySelectorAll('i')].map(
                (i) => i.getBoundingClientRect().top,
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
      const sums = await page.$$eval('.heat tbody tr', (lines) =>
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
    const squares = await visit('/systems/', (page) =>
      page.$$eval('.heat tbody tr', (all) =>
        all.map((line) => [
          (line as HTMLElement).dataset['system'],
          line.querySelectorAll('[data-heat="0"]').length,
        ]),
      ),
    );
    const said = await visit('/systems/gaps/', (page) =>
      page.$$eval('.gap-table tbody tr', (all) =>
        all.map((line) => [
          (line as HTMLElement).dataset['system'],
          Number(line.querySelector('[data-kind="empty"]')?.textContent),
        ]),
      ),
    );
    expect(said.length).toBe(listSystemFiles().length);
    expect(Object.fromEntries(squares)).toEqual(Object.fromEntries(said));
  });

  test.each([true, false])(
    'plans lead to their rows on the page of a system; with scripts: %s',
    async (javaScriptEnabled) => {
      await visit(
        '/systems/',
        async (page) => {
          await page.locator('[data-plans="running"] summary').click();
          const line = page.locator('[data-plans="running"] li').first();
          const count = Number(await line.locator('.count').innerText());
          await line.locator('a').click();
          await page.waitForURL(/\/gaps\/#plans-running$/);
          await expect.poll(() => page.locator('#plans-running li').count()).toBe(count);
          await expect.poll(() => page.locator('#plans-running li').first().isVisible()).toBe(true);
        },
        { javaScriptEnabled },
      );
    },
  );
});

describe('gaps', () => {
  test('each number of the table opens a list of as many', async () => {
    await visit('/systems/gaps/', async (page) => {
      const links = await page.$$eval('.gap-table tbody tr', (lines) =>
        lines.slice(0, 3).flatMap((line) =>
          [...line.querySelectorAll<HTMLAnchorElement>('td a')].map((link) => ({
            href: link.href,
            count: Number(link.textContent),
          })),
        ),
      );
      expect(links.length).toBeGreaterThan(9);
      for (const { href, count } of links) {
        await page.goto(href);
        const items = await page.$$eval(`${new URL(href).hash} li`, (all) =>
          all.reduce((sum, item) => sum + Number((item as HTMLElement).dataset['count'] ?? 1), 0),
        );
        expect(items, href).toBe(count);
        expect(
          await page
            .locator(`${new URL(href).hash} li`)
            .first()
            .isVisible(),
        ).toBe(true);
      }
    });
  });

  test('an address of a list that once stood on the page of all leads to where it stands now', async () => {
    await visit('/systems/gaps/#cold-chain-adoption', async (page) => {
      await page.waitForURL('**/systems/cold-chain/gaps/#cold-chain-adoption');
      await expect
        .poll(() => page.locator('#cold-chain-adoption li').first().isVisible())
        .toBe(true);
    });
    await visit(
      '/systems/gaps/#cold-chain-adoption',
      async (page) => {
        await page.locator(':target a').click();
        await page.waitForURL('**/systems/cold-chain/gaps/#cold-chain-adoption');
      },
      { javaScriptEnabled: false },
    );
  });

  test('of a kind are as many as the total says, over all systems; a system and a year narrow them', async () => {
    await visit('/systems/gaps/', async (page) => {
      const total = (kind: string) =>
        page.locator(`.gap-table tfoot [data-kind="${kind}"]`).textContent();
      const [missing, underway] = [await total('missing'), await total('underway')];
      const status = page.locator('.gap-filters [role="status"]');
      await page.goto(`${page.url()}?kind=underway`);
      await expect.poll(() => status.innerText()).toContain(`共 ${underway} 项`);
      await expect.poll(() => page.locator('.gap-table').isVisible()).toBe(false);
      await page.locator('select[name="kind"]').selectOption('missing');
      await expect.poll(() => status.innerText()).toContain(`共 ${missing} 项`);
      await page.locator('select[name="kind"]').selectOption('');
      await page.locator('select[name="system"]').selectOption('display');
      await expect.poll(() => page.locator('.gap-system').count()).toBe(1);
      const own = await page.$$eval('details[data-kind]', (all) =>
        (all as HTMLDetailsElement[]).flatMap((list) =>
          list.checkVisibility() && list.open ? [list.querySelector('.gap-list')?.id ?? ''] : [],
        ),
      );
      expect(own.length).toBeGreaterThan(3);
      expect(own.filter((id) => !id.startsWith('display-'))).toEqual([]);
      await page.locator('select[name="system"]').selectOption('');
      await page.locator('select[name="year"]').selectOption({ index: 1 });
      await expect.poll(() => page.locator('.gap-system').count()).toBeGreaterThan(2);
      const years = await page.$$eval('.gap-system li', (all) =>
        all.filter((li) => li.checkVisibility()).map((li) => (li as HTMLElement).dataset['year']),
      );
      expect(years.length).toBeGreaterThan(0);
      expect(new Set(years).size).toBe(1);
      await page.locator('select[name="year"]').selectOption('');
      await expect.poll(() => page.locator('.gap-table').isVisible()).toBe(true);
    });
  });

  test('that cannot be read are said, and stand in the table with their links', async () => {
    await visit('/systems/gaps/', async (page) => {
      await page.route('**/systems/display/gaps/', (route) => route.abort());
      await page.locator('select[name="kind"]').selectOption('underway');
      const status = page.locator('.gap-filters [role="status"]');
      await expect.poll(() => status.innerText()).toContain('有 1 个体系的名单没有读到');
      await expect.poll(() => page.locator('.gap-table tbody tr:visible').count()).toBe(1);
      expect(await page.locator('.gap-system').count()).toBeGreaterThan(5);
    });
  });
});
