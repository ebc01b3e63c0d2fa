import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { siteFolder, siteUrl } from '../support/site.ts';

/** Pages of each template; of standards those with an English text, without one, superseded, and of an enterprise. */
const PAGES = [
  '',
  'about/',
  'help/',
  'data/',
  'search/',
  'search/?q=温度',
  'search/?q=temperature&scope=clauses',
  'search/?q=没有这样的话没有&kind=national',
  'browse/',
  'browse/kind/national/',
  'browse/kind/metrology/',
  'browse/chain/cold-chain/',
  'browse/ics/67/',
  'browse/issuer/示范市市场监督管理局/',
  'browse/status/upcoming/',
  'terms/',
  'systems/',
  'systems/gaps/',
  'systems/cold-chain/gaps/',
  'systems/cold-chain/',
  'systems/cold-chain/list/',
  'systems/cold-chain/at/storage/',
  'standards/t-sfjd-005-2024/',
  'standards/t-sfjd-005-2021/',
  'standards/db9902-t-12-2023/',
  'standards/db9902-t-12-2018/',
  'standards/q-sfzd-004-2026/',
  'standards/gb-t-1.1-2020/',
  '404/',
];

let browser: Browser;
let url: string;
let english: readonly string[];

beforeAll(async () => {
  url = await siteUrl();
  browser = await launchBrowser();
  const { standards } = JSON.parse(
    readFileSync(join(siteFolder(), 'data/catalogue.json'), 'utf8'),
  ) as { standards: readonly { readonly path: string; readonly full_text: string }[] };
  english = standards
    .filter(({ path, full_text }) => {
      if (full_text === 'no') return false;
      const file = join(siteFolder(), 'en', path, 'index.html');
      return !readFileSync(file, 'utf8').includes('class="outline"');
    })
    .map(({ path }) => path.slice(1));
});

afterAll(() => browser?.close());

/** Chinese words of a page that nothing marks as Chinese: texts, and attributes that are shown or read aloud. */
async function listUnmarked(path: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  await page.goto(`${url}en/${path}`, { waitUntil: 'networkidle' });
  const found = await page.evaluate(() => {
    const han = /\p{Script=Han}/u;
    const languageOf = (element: Element | null | undefined) =>
      element?.closest('[lang]')?.getAttribute('lang') ?? '';
    const lines: string[] = [];
    const roots: (Document | DocumentFragment)[] = [document];
    for (const template of document.querySelectorAll('template')) roots.push(template.content);
    for (const root of roots) {
      const walker = document.createTreeWalker(
        root,
        NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Text) {
          const { parentElement: parent, data } = node;
          // The title of a page is one text that no part of can be marked.
          if (!han.test(data) || parent?.closest('script, style, head')) continue;
          const language = languageOf(parent) || (root === document ? '' : 'en');
          if (!language.startsWith('zh')) {
            lines.push(`${parent?.localName}.${parent?.className}: ${data.trim().slice(0, 60)}`);
          }
        } else if (node instanceof Element) {
          for (const name of ['title', 'alt', 'placeholder', 'aria-label', 'aria-description']) {
            const value = node.getAttribute(name);
            const language = languageOf(node);
            // Numbers such as JJF (皖) 75 stay; of a mention the script makes a card that is marked.
            if (name === 'title' && node.matches('.std-ref')) continue;
            if (value && /\p{Script=Han}{2}/u.test(value) && !language.startsWith('zh')) {
              lines.push(`${node.localName}[${name}]: ${value.slice(0, 60)}`);
            }
          }
        }
      }
    }
    return [...new Set(lines)];
  });
  await page.close();
  return found;
}

test.each(PAGES)('Chinese on /en/%s is marked as Chinese', { timeout: 60_000 }, async (path) => {
  expect(await listUnmarked(path)).toEqual([]);
});

test(
  'Chinese in English texts of standards is marked as Chinese',
  { timeout: 120_000 },
  async () => {
    expect(english.length).toBeGreaterThanOrEqual(3);
    for (const path of english) expect(await listUnmarked(path), path).toEqual([]);
  },
);

test('an English foreword names bodies and changes in English where that is known', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}en/standards/t-sfjd-005-2024/`);
  const foreword = page.locator('.clause[data-kind="foreword"]');
  const text = await foreword.innerText();
  expect(text).toMatch(/This document was proposed by Shifan [A-Z]/);
  expect(text).toContain('examples of messages have been added (see Annex B).');
  await expect.poll(() => foreword.locator('[lang="zh-CN"]').count()).toBe(0);
  await page.close();
});

test('the card of a mention says in which language its title is', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}en/standards/t-sfjd-005-2024/`);
  await page.locator('.standard[data-ready]').waitFor();
  await page.locator('.document .std-ref').first().focus();
  const title = page.locator('.hover-card [lang="zh-CN"]');
  await expect.poll(() => title.count()).toBe(1);
  await page.close();
});
