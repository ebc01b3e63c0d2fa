import { describe, expect, test } from 'vitest';
import { openSite, visit } from '../search/browser.ts';

openSite();

const SYSTEM = '/systems/cold-chain/';
const NARROW = { viewport: { width: 390, height: 800 } };
const WIDE = { viewport: { width: 1600, height: 1000 } };

/** `5/7` → [5, 7]. */
const readShare = (text: string): readonly number[] => text.trim().split('/').map(Number);

describe('the map of a chain', () => {
  test('has a link for every node, with its counts, without scripts', async () => {
    await visit(
      SYSTEM,
      async (page) => {
        const links = page.locator('.chain-map:visible a');
        const flow = page.locator('.chain-flow a');
        expect(await links.count()).toBe(await flow.count());
        expect(await links.count()).toBeGreaterThanOrEqual(12);
        const label = await links.first().getAttribute('aria-label');
        expect(label).toMatch(/应有 \d+，现行 \d+，正在补 \d+，缺 \d+/);
        await links.first().click();
        expect(page.url()).toMatch(/\/systems\/cold-chain\/at\/[a-z-]+\/$/);
        expect(await page.locator('.place-rows li').count()).toBeGreaterThan(0);
      },
      { ...WIDE, javaScriptEnabled: false },
    );
  });

  test('is one drawing at any width from a tablet on, and a list below', async () => {
    for (const width of [390, 768, 1024, 1280, 1600]) {
      await visit(
        SYSTEM,
        async (page) => {
          const drawn = await page.locator('.chain-map:visible').count();
          const listed = await page.locator('.chain-flow:visible').count();
          expect([drawn, listed], String(width)).toEqual(width < 768 ? [0, 1] : [1, 0]);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(over, String(width)).toBeLessThanOrEqual(0);
        },
        { viewport: { width, height: 900 } },
      );
    }
  });

  test('is walked with the keyboard', async () => {
    await visit(
      SYSTEM,
      async (page) => {
        const first = page.locator('.chain-map:visible a').first();
        await first.focus();
        expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
        const target = await first.evaluate((link: SVGAElement) => link.href.baseVal);
        await page.keyboard.press('Enter');
        await page.waitForURL(`**${target}`);
      },
      WIDE,
    );
  });

  test('shows numbers that add up to those of the system', async () => {
    await visit(
      SYSTEM,
      async (page) => {
        const shares = await page.$$eval('.chain-flow .share > [aria-hidden]', (all) =>
          all.map(({ textContent }) => textContent ?? ''),
        );
        const inNodes = shares.map(readShare).reduce((sum, [inForce = 0]) => sum + inForce, 0);
        const [top = ''] = await page.$$eval('.statistics tfoot .sum', (all) =>
          all.map(({ textContent }) => textContent ?? ''),
        );
        const [inForce = 0, expected = 0] = readShare(top);
        const figure = (part: string) =>
          page.locator(`.system-figures [data-part="${part}"] dd`).textContent();
        expect(Number(await figure('in-force'))).toBe(inForce);
        expect(Number(await figure('expected'))).toBe(expected);
        expect(inNodes).toBeLessThanOrEqual(inForce);
        const states = await page.request.get(new URL(`${SYSTEM}list/`, page.url()).href);
        const rows = (await states.text()).match(/data-row data-state="in-force"/g) ?? [];
        expect(rows.length).toBe(inForce);
      },
      NARROW,
    );
  });
});

describe('the 明细表', () => {
  test('is filtered by what is chosen; the address keeps it and brings it back', async () => {
    await visit(`${SYSTEM}list/`, async (page) => {
      const all = await page.locator('tr[data-row]').count();
      await page.selectOption('select[name="state"]', 'to-make');
      const missing = await page.locator('tr[data-row]:visible').count();
      expect(missing).toBeGreaterThan(0);
      expect(missing).toBeLessThan(all);
      expect(await page.locator('tr[data-row]:visible:not([data-state="to-make"])').count()).toBe(
        0,
      );
      expect(await page.textContent('.list-filters [role="status"]')).toBe(
        `显示 ${missing} 项，共 ${all} 项`,
      );
      expect(page.url()).toContain('state=to-make');
      await page.reload();
      expect(await page.locator('tr[data-row]:visible').count()).toBe(missing);
      await page.click('.list-filters [type="reset"]');
      await expect.poll(() => page.locator('tr[data-row]:visible').count()).toBe(all);
      expect(page.url()).not.toContain('state=');
    });
  });

  test('a branch has the rows of the branches below it', async () => {
    await visit(`${SYSTEM}list/?branch=2`, async (page) => {
      const branches = await page.$$eval('tr[data-row]:not([hidden])', (rows) =>
        rows.map((row) => (row as HTMLElement).dataset['branch'] ?? ''),
      );
      expect(branches.length).toBeGreaterThan(1);
      expect(branches.every((code) => /^2(\.|$)/.test(code))).toBe(true);
      expect(new Set(branches).size).toBeGreaterThan(1);
    });
  });

  test('has every row without scripts, and no filters that would not work', async () => {
    await visit(
      `${SYSTEM}list/?state=to-make`,
      async (page) => {
        expect(await page.locator('tr[data-row]:visible').count()).toBeGreaterThan(50);
        expect(await page.locator('.list-filters').isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('all systems', () => {
  test('stand side by side, and each number opens its list', async () => {
    await visit('/systems/', async (page) => {
      expect(await page.locator('.heat tbody tr').count()).toBeGreaterThanOrEqual(8);
      expect(await page.locator('.unbuilt').count()).toBeGreaterThan(0);
      const links = await page.$$eval('.heat td.gap a', (all) =>
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

  test('a list of gaps that an address names is open', async () => {
    await visit('/systems/gaps/#cold-chain-adoption', async (page) => {
      await expect
        .poll(() => page.locator('#cold-chain-adoption li').first().isVisible())
        .toBe(true);
    });
  });
});

test('the page of a standard says where it stands, and leads there', async () => {
  await visit('/standards/db9902-t-12-2023/', async (page) => {
    const standing = page.locator('.standings li').filter({ hasText: '冷链物流' });
    expect(await standing.count()).toBe(1);
    await standing.locator('p a').first().click();
    await page.waitForURL(/\/systems\/cold-chain\/at\//);
    expect(await page.textContent('.place-rows')).toContain('DB9902/T 12—2023');
  });
});
