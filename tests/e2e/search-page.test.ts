import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  ask,
  box,
  choose,
  eventually,
  numbers,
  openSite,
  settle,
  visit,
} from '../search/browser.ts';

openSite();

const current = 'DB9902/T 12—2023';

const paramsOf = (page: Page) => new URL(page.url()).searchParams;

/** The count beside a value. */
async function countBeside(page: Page, name: string, value: string): Promise<number> {
  const label = page.locator('.facet-group label').filter({ has: page.locator(box(name, value)) });
  return Number((await label.locator('.count').textContent())?.replaceAll(',', ''));
}

const total = async (page: Page) =>
  Number(/找到 ([\d,]+)/.exec((await page.textContent('.search-count')) ?? '')?.[1]);

describe('filters', () => {
  test('narrow the list to as many as they say, and the list is of that kind', async () => {
    await visit(addressOf('冷链'), async (page) => {
      await settle(page);
      const local = await countBeside(page, 'kind', 'local');
      await choose(page, 'kind', 'local');
      expect(await total(page)).toBe(local);
      for (const number of await numbers(page)) expect(number).toMatch(/^DB/);
      const inForce = await countBeside(page, 'status', '现行');
      expect(inForce).toBeLessThanOrEqual(local);
      await choose(page, 'status', '现行');
      expect(await total(page)).toBe(inForce);
      expect(new Set(await page.locator('.hit .status').allTextContents())).toEqual(
        new Set(['现行']),
      );
      expect([...paramsOf(page)]).toEqual([
        ['q', '冷链'],
        ['kind', 'local'],
        ['status', '现行'],
      ]);
    });
  });

  test('values of one name are alternatives', async () => {
    await visit(addressOf('冷链'), async (page) => {
      await settle(page);
      const both =
        (await countBeside(page, 'kind', 'group')) +
        (await countBeside(page, 'kind', 'enterprise'));
      await choose(page, 'kind', 'group');
      await choose(page, 'kind', 'enterprise');
      expect(await total(page)).toBe(both);
      expect(paramsOf(page).getAll('kind')).toEqual(['group', 'enterprise']);
    });
  });

  test('a chip takes its filter away, and all go at once', async () => {
    await visit(`${addressOf('冷链')}&kind=local&status=现行&year=2023`, async (page) => {
      await settle(page);
      await expect.poll(() => page.locator('.chip').count()).toBe(3);
      const chip = page.locator('.chip', { hasText: '年份' });
      await expect.poll(() => chip.getAttribute('aria-label')).toBe('移除条件 年份：2023');
      await chip.focus();
      await page.keyboard.press('Enter');
      await eventually(() => page.locator('.chip').count()).toBe(2);
      expect(paramsOf(page).has('year')).toBe(false);
      expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
      await page.click('.chips .clear');
      await eventually(() => page.locator('.chip').count()).toBe(0);
      expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent('冷链')}`);
      await page.goBack();
      await eventually(() => page.locator('.chip').count()).toBe(2);
      expect(await page.isChecked(box('kind', 'local'))).toBe(true);
    });
  });

  test('keep the focus where the reader is', async () => {
    await visit(addressOf('冷链'), async (page) => {
      await settle(page);
      await page.focus(box('kind', 'local'));
      await page.keyboard.press('Space');
      await page.waitForSelector('.chip');
      expect(
        await page.evaluate(() => (document.activeElement as HTMLElement).dataset['key']),
      ).toBe('kind=local');
    });
  });

  test('a field opens its groups, and a group takes its place', async () => {
    await visit(addressOf('冷链'), async (page) => {
      await settle(page);
      await page.click('[data-filter="ics"] summary');
      await expect.poll(() => page.locator('[data-filter="ics"] .below').count()).toBe(0);
      const label = page.locator('[data-filter="ics"] li').first();
      await expect.poll(() => label.locator('.name').textContent()).toMatch(/\p{Script=Han}/u);
      const field = (await label.locator('.code').textContent()) ?? '';
      expect(field).toMatch(/^\d{2}$/);
      await choose(page, 'ics', field);
      const group = page.locator('[data-filter="ics"] .below').first();
      const code = (await group.locator('.code').textContent()) ?? '';
      expect(code).toMatch(new RegExp(`^${field}\\.\\d{3}$`));
      const expected = await countBeside(page, 'ics', code);
      await choose(page, 'ics', code);
      expect(paramsOf(page).getAll('ics')).toEqual([code]);
      expect(await total(page)).toBe(expected);
    });
  });

  test('a long group shows six, then all, and can be looked through', async () => {
    await visit('/search/?text=yes', async (page) => {
      await settle(page);
      await page.click('[data-filter="year"] summary');
      const group = page.locator('[data-filter="year"]');
      const rows = group.locator('li:visible');
      await rows.first().waitFor();
      await expect.poll(() => rows.count()).toBe(6);
      await group.locator('.fold').click();
      await expect.poll(() => rows.count()).toBeGreaterThan(6);
    });
    await visit(addressOf('标准'), async (page) => {
      await settle(page);
      await page.click('[data-filter="year"] summary');
      await page.fill('[data-key="year-find"]', '2020');
      const shown = page.locator('[data-filter="year"] li:visible');
      await expect.poll(() => shown.locator('.name').allTextContents()).toEqual(['2020']);
    });
  });

  test('in a narrow window stand above the results, shut, with the count of those chosen', async () => {
    await visit(
      `${addressOf('冷链')}&kind=local&status=现行`,
      async (page) => {
        await settle(page);
        expect(await page.isVisible(box('kind', 'local'))).toBe(false);
        const summary = page.locator('[data-filters] > summary');
        await expect.poll(() => summary.textContent()).toContain('已选 2 项');
        // Nothing is counted that nobody sees.
        await expect.poll(() => page.locator('[data-filters] .count').count()).toBe(0);
        await summary.click();
        await page.click(box('kind', 'local'));
        await eventually(() => page.locator('.chip').count()).toBe(1);
        await page.click('.show-results');
        await expect.poll(() => page.isVisible(box('kind', 'local'))).toBe(false);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });

  test('without a question list all that pass them', async () => {
    await visit('/search/?chain=cold-chain&text=yes&kind=group', async (page) => {
      expect(await settle(page)).toMatch(/^共 \d+ 项标准/);
      expect(await numbers(page)).toContain('T/SFCC 003—2024');
      await expect.poll(() => page.isVisible('[data-intro]')).toBe(false);
    });
  });

  test('that are not known are left out', async () => {
    await visit(
      `${addressOf('冷链')}&kind=moon&colour=red&page=x&scope=all&sort=price`,
      async (page) => {
        await settle(page);
        await expect.poll(() => page.locator('.chip').count()).toBe(0);
        expect(await numbers(page)).toHaveLength(10);
      },
    );
  });
});

describe('sorting', () => {
  test('by date gives the newest first, and stays in the address', async () => {
    await visit(addressOf('冷链'), async (page) => {
      await settle(page);
      await page.selectOption('[name="sort"]', 'issued');
      await page.waitForURL(/sort=issued/);
      await settle(page);
      const issued = await page.$$eval('.hit', (hits) =>
        hits.map((hit) => hit.querySelector('.dates time')?.getAttribute('datetime') ?? ''),
      );
      expect(issued[0]).toMatch(/^20\d\d-/);
      expect(issued).toEqual(issued.toSorted().toReversed());
      await page.reload();
      await settle(page);
      await expect.poll(() => page.inputValue('[name="sort"]')).toBe('issued');
      await page.goBack();
      await eventually(() => page.inputValue('[name="sort"]')).toBe('relevance');
    });
  });
});

describe('scopes', () => {
  test('are links with counts, and lead to clauses, terms and systems', async () => {
    await visit(addressOf('冷链'), async (page) => {
      await settle(page);
      await eventually(() => page.locator('.scopes .count').count()).toBe(4);
      const terms = page.locator('.scopes a', { hasText: '术语' });
      await expect.poll(() => terms.getAttribute('href')).toContain('scope=terms');
      const count = Number(await terms.locator('.count').textContent());
      await terms.click();
      await page.waitForSelector('.term-hit');
      expect(await total(page)).toBe(count);
      await expect.poll(() => terms.getAttribute('aria-current')).toBe('true');
      await expect.poll(() => page.isVisible('[data-filters]')).toBe(false);
      const link = page.locator('.term-hit h2 a').first();
      await expect.poll(() => link.getAttribute('href')).toMatch(/^\/.*#/);
      await page.locator('.scopes a', { hasText: '条文' }).click();
      await page.waitForSelector('.clauses');
      const hits = page.locator('.hit');
      await expect.poll(() => page.locator('.hit .clauses').count()).toBe(await hits.count());
    });
  });
});

describe('a list of unknown length', () => {
  // Long, by digits that other words of its texts begin with: they are read page by page.
  const unsure = addressOf('10');

  test('can be paged through, there and back', async () => {
    await visit(unsure, async (page) => {
      expect(await settle(page)).toMatch(/^找到 \d+\+ 项.*第 1–10 项$/);
      await page.click('.pager a[rel="next"]');
      await eventually(() => page.textContent('.search-count')).toContain('第 11–');
      expect(paramsOf(page).get('page')).toBe('2');
      await page.click('.pager a[rel="prev"]');
      await eventually(() => page.textContent('.search-count')).toContain('第 1–10 项');
    });
  });

  test('is exported whole, without a promise how long it is', async () => {
    await visit(unsure, async (page) => {
      await settle(page);
      await page.click('.export');
      const dialog = page.getByRole('dialog');
      await expect
        .poll(() => dialog.getByLabel('全部结果（最多 1,000 项）').isChecked())
        .toBe(true);
    });
  });
});

describe('a hit', () => {
  test('says its dates, why it is there and what replaced it', async () => {
    await visit(addressOf('DB9902/T 12—2018'), async (page) => {
      await settle(page);
      const number = page.locator('.line .number', { hasText: 'DB9902/T 12—2018' });
      const hit = page.locator('.hit').filter({ has: number });
      await expect.poll(() => hit.locator('.why').textContent()).toBe('编号相符');
      await expect
        .poll(() => hit.locator('.dates').textContent())
        .toMatch(/发布 2018-\d\d-\d\d.*实施 \d{4}/);
      const successor = hit.locator('.successor');
      await expect.poll(() => successor.textContent()).toBe(`已被 ${current} 代替`);
      await expect
        .poll(() => successor.locator('a').getAttribute('href'))
        .toBe('/standards/db9902-t-12-2023/');
    });
  });

  test('that is a sample says so; facts of the catalogue are none', async () => {
    await visit(addressOf('冷链'), async (page) => {
      await settle(page);
      const sample = page.locator('.hit').filter({ hasText: 'DB9902/T' }).first();
      await expect.poll(() => sample.locator('.sample-tag').textContent()).toBe('样例');
    });
    await visit('/search/?kind=national', async (page) => {
      await settle(page);
      await expect.poll(() => page.locator('.hit .sample-tag').count()).toBe(0);
    });
  });

  test('with a number near to what was asked does not say that it matches', async () => {
    await visit(addressOf('GB/T 1.9—2020'), async (page) => {
      await settle(page);
      await expect.poll(() => page.locator('h2.nearest').count()).toBe(1);
      expect(await numbers(page)).toContain('GB/T 1.1—2020');
      await expect.poll(() => page.locator('.hit .why').count()).toBe(0);
    });
  });

  test('of the catalogue says so', async () => {
    await visit('/search/?kind=national', async (page) => {
      await settle(page);
      await expect
        .poll(() => page.locator('.hit').first().locator('.record-tag').textContent())
        .toBe('目录信息');
    });
  });

  test('in English says where the text is in Chinese only', async () => {
    await visit(addressOf('中心温度', '/en'), async (page) => {
      await settle(page);
      await expect
        .poll(() => page.locator('.hit .record-tag').allTextContents())
        .toContain('Chinese text only');
      await expect.poll(() => page.textContent('.text-note')).toContain('Chinese only');
    });
  });
});

describe('what is said', () => {
  test('the count is announced politely, and again when it changes', async () => {
    await visit(addressOf('冷链'), async (page) => {
      await settle(page);
      await expect.poll(() => page.locator('[role="status"] .search-count').count()).toBe(1);
      await ask(page, '牡蛎');
      await expect
        .poll(() => page.textContent('[role="status"] .search-count'))
        .toMatch(/^找到 \d+ 项与“牡蛎”/);
    });
  });

  test('what sounds the same is asked instead, with a way back', async () => {
    await visit(addressOf('冷莲物流'), async (page) => {
      expect(await settle(page)).toMatch(/与“冷链物流”有关/);
      const line = page.locator('[role="status"] .suggested');
      await expect
        .poll(() => line.textContent())
        .toContain('没有“冷莲物流”，以下是“冷链物流”的结果');
      expect(await numbers(page)).toContain(current);
      await line.locator('a').click();
      await page.waitForURL(/exact=1/);
      await eventually(() => page.textContent('.search-count')).toBe('没有找到“冷莲物流”');
      await expect.poll(() => page.locator('.hits').count()).toBe(0);
      await page.goBack();
      await page.waitForSelector('.hit');
      await expect.poll(() => page.inputValue('#search-q')).toBe('冷莲物流');
    });
  });

  test('a year that a number does not have is told, with nothing to search for as written', async () => {
    await visit(addressOf('GB/T 1.1—2015'), async (page) => {
      await settle(page);
      const line = page.locator('[role="status"] .suggested');
      await expect
        .poll(() => line.textContent())
        .toBe('没有“GB/T 1.1—2015”这一版，以下是它的其他版本');
      await expect.poll(() => line.locator('a').count()).toBe(0);
      expect((await numbers(page))[0]).toBe('GB/T 1.1—2020');
    });
    await visit(addressOf('GB/T 1.1-2015', '/en'), async (page) => {
      await settle(page);
      await expect
        .poll(() => page.textContent('[role="status"] .suggested'))
        .toContain('There is no edition “GB/T 1.1-2015”');
    });
  });

  test('systems are counted with their segments', async () => {
    await visit(`${addressOf('冷链')}&scope=systems`, async (page) => {
      expect(await settle(page)).toMatch(/^找到 \d+ 个与“冷链”有关的标准体系和环节/);
    });
  });

  test('nothing found: platforms for the kind asked for, and which filters hide results', async () => {
    await visit(addressOf('DB3799/T 4321-2019'), async (page) => {
      await settle(page);
      const links = page.locator('.platforms a');
      await expect.poll(() => links.count()).toBe(7);
      await expect
        .poll(() => links.first().getAttribute('href'))
        .toBe('https://dbba.sacinfo.org.cn/');
      await expect.poll(() => links.first().getAttribute('rel')).toContain('noopener');
      const said = (await page.textContent('.nothing')) ?? '';
      expect(said).toMatch(/^编号写法正确，本馆未收录.*地方标准信息服务平台/);
      expect(said).not.toContain('错字');
    });
    await visit(`${addressOf('牡蛎')}&kind=industry&year=1950`, async (page) => {
      expect(await settle(page)).toContain('没有找到');
      const all = page.locator('.hidden-results button', { hasText: '清除全部条件' });
      const count = Number(/显示 (\d+) 项/.exec((await all.textContent()) ?? '')?.[1]);
      await all.click();
      await eventually(() => page.locator('.hit').count()).toBeGreaterThan(0);
      expect(await total(page)).toBe(count);
      await expect.poll(() => page.locator('.chip').count()).toBe(0);
    });
  });
});
