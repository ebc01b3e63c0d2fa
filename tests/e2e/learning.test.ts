import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { PHONE, startVisits } from '../support/visits.ts';

const STANDARD = '/standards/db9902-t-12-2023/';
const { visit } = startVisits();

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('pages to learn a standard from', () => {
  test.each([
    `${STANDARD}learn/`,
    `${STANDARD}guide/`,
    `/en${STANDARD}promotion/`,
    `${STANDARD}slides/`,
    `/en${STANDARD}inspection/`,
    '/glossary/',
  ])('%s has nothing that axe complains of, and fits a phone', async (path) => {
    const found = await visit(path, findAxeViolations);
    expect(found).toEqual({ light: [], dark: [] });
    expect(await visit(path, overflow, PHONE)).toBeLessThanOrEqual(1);
  });

  test('are led to from the page of the standard, by one link', async () => {
    await visit(STANDARD, async (page) => {
      const links = page.locator(`a[href$="${STANDARD}learn/"]`);
      await expect.poll(() => links.count()).toBe(1);
      await links.click();
      await expect.poll(() => page.locator('h1').textContent()).toBe('学习与宣贯');
    });
  });
});

describe('guided reading', () => {
  test('opens an explanation below its sentence on a phone, without script', async () => {
    await visit(
      `${STANDARD}guide/`,
      async (page) => {
        const note = page.locator('.gnote').first();
        await expect.poll(() => note.isVisible()).toBe(false);
        await page.locator('label.gmark').first().tap();
        await expect.poll(() => note.isVisible()).toBe(true);
      },
      { ...PHONE, javaScriptEnabled: false },
    );
  });

  test('explains a word by keyboard, and closes it with Esc', async () => {
    await visit(`${STANDARD}guide/`, async (page) => {
      const word = page.locator('.document .gloss').first();
      await word.focus();
      const card = page.locator('.hover-card');
      await expect.poll(() => card.isVisible()).toBe(true);
      expect((await card.textContent())?.length).toBeGreaterThan(10);
      await page.keyboard.press('Escape');
      await expect.poll(() => card.isVisible()).toBe(false);
    });
  });

  test('prints every explanation', async () => {
    await visit(
      `${STANDARD}guide/`,
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        await expect.poll(() => page.locator('.gnote').first().isVisible()).toBe(true);
      },
      PHONE,
    );
  });
});

test('the sheet has a code of the address of the standard', async () => {
  await visit(`${STANDARD}promotion/`, async (page) => {
    const code = page.locator('.qr [role="img"]');
    await expect
      .poll(() => code.getAttribute('aria-label'))
      .toContain(`https://standards.example${STANDARD}`);
    await expect.poll(() => code.locator('svg').count()).toBe(1);
  });
});

test('slides turn by keys', async () => {
  await visit(`${STANDARD}slides/`, async (page) => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('slide-2');
    await page.keyboard.press('End');
    const last = await page.locator('.slide').last().getAttribute('id');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(last);
  });
});

test('what an inspection notes stays in the browser', async () => {
  await visit(
    `${STANDARD}inspection/`,
    async (page) => {
      const card = page.locator('.inspection-card').nth(1);
      await card.locator('input[value="unmet"]').check();
      await card.locator('textarea').fill('台账缺两台');
      await card.locator('textarea').blur();
      await page.reload();
      await expect.poll(() => card.locator('input[value="unmet"]').isChecked()).toBe(true);
      await expect.poll(() => card.locator('textarea').inputValue()).toBe('台账缺两台');
      await expect
        .poll(() => page.locator('[role="status"]').textContent())
        .toMatch(/已查 1 \/ \d+，不符合 1/);
    },
    PHONE,
  );
});

test('the glossary is narrowed by field and words, and shows what an address asks for', async () => {
  await visit('/glossary/?field=numbers', async (page) => {
    const shown = () => page.locator('.entry:visible').count();
    const ofField = await shown();
    expect(ofField).toBeGreaterThan(3);
    await page.locator('[data-glossary] input').fill('年号');
    expect(await shown()).toBeLessThan(ofField);
    await page.evaluate(() => (location.hash = '#top-runner'));
    await page.locator('#top-runner').waitFor({ state: 'visible' });
  });
});
