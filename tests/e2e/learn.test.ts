import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { siteFolder, siteUrl } from '../support/site.ts';

let browser: Browser;
let base: string;
let dir: string;

beforeAll(async () => {
  dir = siteFolder();
  [browser, base] = await Promise.all([launchBrowser(), siteUrl()]);
});
afterAll(() => browser?.close());

const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  reducedMotion: 'reduce',
} as const;

async function onPhone<T>(
  walk: (page: Page, context: BrowserContext) => Promise<T>,
  script = true,
): Promise<T> {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: script });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    const answer = await walk(page, context);
    expect(faults).toEqual([]);
    return answer;
  } finally {
    await context.close();
  }
}

const check = (question: Locator) => question.locator('.question-check button').tap();
const said = (question: Locator) => question.locator('.question-said').textContent();
const isNarrow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

describe('a lesson', () => {
  it('weighs at most 60 KB before it can be read', () => {
    const pages = globSync('learn/*/*/index.html', { cwd: dir });
    expect(pages.length).toBeGreaterThan(40);
    const sizes = new Map<string, number>();
    const sizeOf = (file: string): number => {
      const known = sizes.get(file) ?? gzipSync(readFileSync(join(dir, file))).length;
      sizes.set(file, known);
      return known;
    };
    for (const page of pages.filter((each) => !each.includes('practice'))) {
      const html = readFileSync(join(dir, page), 'utf8');
      const sheets = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(
        ([, href = '']) => href,
      );
      const early = [...html.matchAll(/<script src="\/([^"]+)"/g)].map(([, src = '']) => src);
      const bytes = [page, ...sheets, ...early].reduce((sum, file) => sum + sizeOf(file), 0);
      expect(bytes, page).toBeLessThan(60 * 1024);
    }
  });

  it('is read without scripts, with its clauses, its questions and their answers', async () => {
    await onPhone(async (page) => {
      await page.goto(`${base}learn/read-a-standard/04-verbs/`);
      const clause = page.locator('.live-clause').first();
      await expect.poll(() => clause.locator('.status-word').textContent()).toBe('现行');
      await expect
        .poll(() => clause.locator('.document').textContent())
        .toContain('不应关闭制冷机组');
      const question = page.locator('#q-rs-should');
      expect(await question.locator('.question-options li').count()).toBeGreaterThan(2);
      await expect.poll(() => question.locator('.question-why').isVisible()).toBe(false);
      await question.locator('summary').tap();
      await expect.poll(() => question.locator('.question-why').isVisible()).toBe(true);
      await expect.poll(() => page.locator('.question-check').count()).toBe(0);
      expect(await isNarrow(page)).toBe(true);
    }, false);
  });

  it('says plainly that it is in the other language, and the English course stands under both', async () => {
    await onPhone(async (page) => {
      await page.goto(`${base}en/learn/read-a-standard/04-verbs/`);
      await expect
        .poll(() => page.locator('.course-language').textContent())
        .toContain('taught in Chinese');
      await expect.poll(() => page.locator('.lesson-text').getAttribute('lang')).toBe('zh-CN');
      await page.goto(`${base}learn/standards-in-china/01-numbers/`);
      await expect.poll(() => page.locator('.course-language').textContent()).toContain('英文');
      await page.goto(`${base}en/learn/standards-in-china/01-numbers/`);
      await expect.poll(() => page.locator('.course-language').count()).toBe(0);
    }, false);
  });
});

it('a learner on a phone answers each kind of question, finishes a lesson, and takes the progress along', async () => {
  await onPhone(async (page, context) => {
    await page.goto(`${base}learn/practice/db9902-t-12-2023/`);
    const question = (id: string) => page.locator(`#${id}`);

    const single = question('q-t12-door-open');
    await check(single);
    expect(await said(single)).toContain('先作答');
    await single.locator('.choice').nth(2).tap();
    await check(single);
    expect(await said(single)).toBe('不对');
    await expect.poll(() => single.locator('.question-why').isVisible()).toBe(true);
    await expect
      .poll(() => single.locator('.question-ground a').getAttribute('href'))
      .toBe('/standards/db9902-t-12-2023/#transport.0b25v');
    await check(single);
    await single.locator('.choice').nth(1).tap();
    await check(single);
    expect(await said(single)).toBe('对');

    const number = question('q-t12-dock-minutes');
    await number.locator('input').fill('２０ 分钟');
    await number.locator('input').press('Enter');
    await expect.poll(() => said(number)).toBe('对');

    const match = question('q-t12-grades-match');
    for (const [at, right] of ['24 h', '4 h', '1 h'].entries())
      await match.locator('select').nth(at).selectOption(right);
    await check(match);
    expect(await said(match)).toBe('对');

    // By the keyboard alone: the first step is brought to the top, the focus goes with it.
    const order = page.locator('[data-task*=\'"kind":"order"\']').first();
    const task = JSON.parse((await order.getAttribute('data-task')) ?? '') as {
      readonly items: readonly string[];
    };
    for (const [to, item] of task.items.entries()) {
      for (;;) {
        const now = await order.locator('.order-item').allTextContents();
        const at = now.indexOf(item);
        if (at <= to) break;
        await order.getByRole('button', { name: `上移：${item}`, exact: true }).press('Enter');
      }
    }
    await check(order);
    expect(await said(order)).toBe('对');

    const find = question('q-t12-calibrate-where');
    await find.getByRole('button', { name: '打开正文，指给我看' }).tap();
    await find.locator('.find-text').waitFor();
    await find.locator('[data-id="handover"]').tap();
    await check(find);
    expect(await said(find)).toBe('不对');
    await check(find);
    const circle = find.getByRole('button', { name: '就是这一条：6.3 温度监测设备' });
    await circle.press('Enter');
    await circle.press('Enter');
    await expect.poll(() => said(find)).toBe('对');
    expect(await isNarrow(page)).toBe(true);
    expect((await findAxeViolations(page)).light).toEqual([]);

    await page.goto(`${base}learn/use-standards/01-find/`);
    await page.getByRole('button', { name: '这一课学完了' }).tap();
    await expect
      .poll(() => page.locator('[data-done] [role=status]').textContent())
      .toContain('学完');

    await page.goto(`${base}learn/`);
    await expect
      .poll(() => page.locator('[data-course="use-standards"]').textContent())
      .toBe('学完 1/6 课');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '存成文件' }).tap();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(Object.keys((JSON.parse(text) as { cards: object }).cards)).toHaveLength(5);

    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.evaluate(() => window.localStorage.clear());
    await page.reload();
    const folder = mkdtempSync(join(tmpdir(), 'biaolian-progress-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const load = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return page.locator('[data-load]').setInputFiles(join(folder, name));
    };
    const told = page.locator('[data-said]');
    await load('a.json', '{');
    await expect.poll(() => told.textContent()).toContain('读不懂');
    await load('b.json', text.replace('"version": 1', '"version": 9'));
    await expect.poll(() => told.textContent()).toContain('别的版本');
    await load('c.json', ' '.repeat(49_000_000));
    await expect.poll(() => told.textContent()).toContain('太大');
    // No room: it is said, and what was read counts as long as the page is open.
    await load('d.json', text);
    await expect.poll(() => told.textContent()).toContain('已合并');
    await expect.poll(() => page.locator('.toast').textContent()).toContain('存不下');
    await expect
      .poll(() => page.locator('[data-course="use-standards"]').textContent())
      .toBe('学完 1/6 课');
  });
}, 120_000);

it('a closing test that is passed gives a certificate marked as self-study, with a name that is not kept', async () => {
  await onPhone(async (page) => {
    await page.goto(`${base}en/learn/standards-in-china/test/`);
    await expect.poll(() => page.locator('[data-certify]').isVisible()).toBe(false);
    const tasks = await page.locator('[data-task]').evaluateAll((sections) =>
      sections.map((section) => ({
        id: section.id,
        task: JSON.parse((section as HTMLElement).dataset['task'] ?? '') as Record<string, never>,
      })),
    );
    for (const { id, task } of tasks) {
      const question = page.locator(`#${id}`);
      const { kind, answer, items, pairs, value } = task as {
        readonly kind?: string;
        readonly answer?: readonly (number | string)[];
        readonly items?: readonly string[];
        readonly pairs?: readonly (readonly [string, string])[];
        readonly value?: number;
      };
      if (kind === 'single' || kind === 'several')
        for (const at of answer ?? []) await question.locator('.choice').nth(Number(at)).tap();
      else if (kind === 'number') await question.locator('input').fill(String(value));
      else if (kind === 'match')
        for (const [at, [, right]] of (pairs ?? []).entries())
          await question.locator('select').nth(at).selectOption(right);
      else if (kind === 'find') {
        await question.getByRole('button', { name: 'Open the text and point' }).tap();
        await question.locator(`.find-text [data-id="${answer?.[0]}"]`).first().tap();
      } else {
        for (const [to, item] of (items ?? []).entries())
          while ((await question.locator('.order-item').allTextContents()).indexOf(item) > to)
            await question.getByRole('button', { name: `Move up: ${item}`, exact: true }).tap();
      }
      await check(question);
      expect(await said(question), id).toBe('Right');
    }
    await expect
      .poll(() => page.locator('[data-count]').textContent())
      .toContain(`${tasks.length} of ${tasks.length}`);
    await page.locator('[data-name]').fill('Amina Diallo');
    await expect.poll(() => page.locator('.certificate').textContent()).toContain('Amina Diallo');
    await expect
      .poll(() => page.locator('.certificate-note').textContent())
      .toContain('self-study');
    const kept = await page.evaluate(() => JSON.stringify({ ...window.localStorage }));
    expect(kept).toContain('"passed\\\\":true'.replaceAll('\\\\', '\\'));
    expect(kept).not.toContain('Amina');
    expect((await findAxeViolations(page)).light).toEqual([]);
  });
}, 120_000);

it('practice asks what is due and what is new, and makes questions from the text of any standard', async () => {
  await onPhone(async (page) => {
    await page.goto(`${base}learn/practice/?standard=t-sfjd-005-2024`);
    await page.locator('[data-made] .question').first().waitFor();
    await expect
      .poll(() => page.locator('[data-made] .question-head').first().textContent())
      .toContain('程序生成');
    await page.getByLabel('练哪些').selectOption('use-standards');
    await page.getByRole('button', { name: '开始一轮' }).tap();
    const asked = page.locator('.practice-question .question');
    await asked.waitFor();
    await expect
      .poll(() => page.locator('.practice-question .quiet').first().textContent())
      .toContain('1 /');
    expect(await isNarrow(page)).toBe(true);
    const { light, dark } = await findAxeViolations(page);
    expect([...light, ...dark]).toEqual([]);
  });
}, 60_000);
