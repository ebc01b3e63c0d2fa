import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { addressOf, openSite, settle, visit } from '../search/browser.ts';
import { findAxeViolations } from '../support/axe.ts';

openSite();

const QUESTION = '冷库停电以后多久要报告';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const words = (page: Page, kind: string) =>
  page.locator(`.answer dd[data-words="${kind}"]`).textContent();

describe('the clause that answers', () => {
  test('stands first with its number, status, link and the words of the question', async () => {
    await visit(addressOf(QUESTION), async (page) => {
      expect(await settle(page)).toContain(QUESTION);
      const answer = page.locator('.hit').first();
      await expect.poll(() => answer.getAttribute('class')).toContain('answer');
      await expect.poll(() => answer.locator('h2').textContent()).toBe('DB9902/T 12—2023 6.1.3');
      await expect
        .poll(() => answer.locator('h2 a').getAttribute('href'))
        .toMatch(/^\/standards\/db9902-t-12-2023\/#/);
      await expect.poll(() => answer.locator('.status').first().textContent()).toBe('现行');
      const text = answer.locator('.answer-text');
      await expect.poll(() => text.textContent()).toContain('停电后恢复制冷的时间不应超过2 h');
      await expect.poll(() => text.locator('mark').allTextContents()).toContain('2 h');
      expect(await words(page, 'clause')).toContain('停电');
      expect(await words(page, 'elsewhere')).toContain('报告');
      await expect.poll(() => page.textContent('[data-notices]')).toContain('按问题中的词查找');
      expect(await findAxeViolations(page)).toEqual({ light: [], dark: [] });
    });
  });

  test('has the clause of the edition that it replaced beside it, told as replaced', async () => {
    await visit(addressOf(QUESTION), async (page) => {
      await settle(page);
      const beside = page.locator('.other-values li', { hasText: 'DB9902/T 12—2018' });
      await expect.poll(() => beside.locator('.status').textContent()).toBe('被代替');
      await expect
        .poll(() => beside.locator('a').getAttribute('href'))
        .toContain('db9902-t-12-2018');
    });
  });

  test('is reached by the keyboard, and its citation names the clause', async () => {
    await visit(
      addressOf(QUESTION),
      async (page) => {
        await settle(page);
        await page.focus('#search-q');
        await page.locator('#search-q').press('ArrowDown');
        while ((await page.evaluate(() => document.activeElement?.closest('.answer'))) === null) {
          await page.keyboard.press('ArrowDown');
        }
        const href = await page.evaluate(() => document.activeElement?.getAttribute('href'));
        expect(href).toMatch(/db9902-t-12-2023\/#/);
        await page.locator('.answer .copy').focus();
        await page.keyboard.press('Enter');
        await page.locator('.cite-dialog[open] [data-do="copy"]').click();
        await expect
          .poll(() => page.textContent('.cite-dialog .dialog-status'))
          .toBe('引文已复制。');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
          /^DB9902\/T 12—2023　.*\[S\/OL\]: 6\.1\.3\[.*#/,
        );
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  test('the filters and the other tabs count what the list shows', async () => {
    await visit(addressOf(QUESTION), async (page) => {
      const total = Number(/\d+/.exec(await settle(page))?.[0]);
      await page.waitForSelector('[data-filter="kind"] .count');
      const counts = await page.locator('[data-filter="kind"] .count').allTextContents();
      expect(counts.reduce((sum, each) => sum + Number(each), 0)).toBe(total);
      await page.waitForSelector('[data-key="scope-clauses"] .count');
      expect(Number(await page.textContent('[data-key="scope-clauses"] .count'))).toBeGreaterThan(
        0,
      );
    });
  });

  test('in English says the same, and marks Chinese as such', async () => {
    const question = 'how soon must the cold store be cold again after a power failure';
    await visit(
      addressOf(question, '/en'),
      async (page) => {
        await settle(page);
        await expect
          .poll(() => page.textContent('.answer-name'))
          .toBe('The clause that comes closest');
        await expect
          .poll(() => page.textContent('.question-words'))
          .toMatch(/In this clause|Elsewhere/);
        expect(await page.evaluate(() => document.body.scrollWidth)).toBeLessThanOrEqual(390);
        expect(await findAxeViolations(page)).toEqual({ light: [], dark: [] });
      },
      PHONE,
    );
  });
});

describe('a question that nothing here answers', () => {
  test('is told so first, with the platforms, before the nearest places', async () => {
    await visit(addressOf('你们这破网站查个屁都查不到'), async (page) => {
      expect(await settle(page)).toContain('没有找到');
      const said = page.locator('[data-results] > *').first();
      await expect.poll(() => said.textContent()).toMatch(/^本馆没有标准回答这个问题/);
      expect(await said.locator('.platforms a').count()).toBeGreaterThan(3);
      await expect.poll(() => page.locator('.answer').count()).toBe(0);
      await expect.poll(() => page.textContent('h2.nearest')).toBe('最接近的几处');
      expect(await findAxeViolations(page)).toEqual({ light: [], dark: [] });
    });
  });

  test('in English too, and where there is nothing near', async () => {
    await visit(addressOf('zzyzx qwrtp', '/en'), async (page) => {
      await settle(page);
      await expect
        .poll(() => page.textContent('.not-held'))
        .toBe('No standard here answers this question');
      expect(await page.locator('.platforms a').count()).toBeGreaterThan(3);
    });
  });
});

test.each([
  [
    'a whole page',
    `${QUESTION}。夏天经常停电，货物温度上升，客户投诉很多，记录要保存多久？`.repeat(30),
  ],
  ['200 words', 'the cold store must report '.repeat(40)],
  ['one character', '冷'],
  ['question words alone', '怎么办'],
  ['abuse', '什么破玩意儿，妈的'],
  ['five languages', '冷库 temperature Kühlraum температура 온도 要多少'],
])('%s gets an honest answer that fits the page', async (_, question) => {
  await visit(
    addressOf(question.slice(0, 1_600)),
    async (page) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await settle(page);
      expect(errors).toEqual([]);
      const told = await page.locator('.answer, .nothing, .hit').count();
      expect(told).toBeGreaterThan(0);
      for (const missing of await page.locator('dd[data-words="missing"]').allTextContents()) {
        expect(missing.length).toBeLessThan(400);
      }
      expect(await page.evaluate(() => document.body.scrollWidth)).toBeLessThanOrEqual(390);
    },
    PHONE,
  );
});
