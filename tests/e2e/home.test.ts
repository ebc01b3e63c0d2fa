import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { siteUrl } from '../support/site.ts';

let browser: Browser;
let url: string;

beforeAll(async () => {
  url = await siteUrl();
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

async function visit<T>(
  path: string,
  look: (page: Page) => Promise<T>,
  { width = 1280, script = true } = {},
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: script,
  });
  try {
    const page = await context.newPage();
    await page.goto(url + path);
    return await look(page);
  } finally {
    await context.close();
  }
}

const numbersIn = (text: string) => text.replaceAll(',', '').match(/\d+/g) ?? [];

test.each([
  ['', 1024],
  ['', 1600],
  ['en/', 1024],
  ['en/', 1600],
])('/%s at %i px opens with the box and three ways in, in at most 420 px', async (path, width) => {
  await visit(
    path,
    async (page) => {
      const hero = await page.locator('.hero').boundingBox();
      expect(hero?.height).toBeLessThanOrEqual(420);
      await expect.poll(() => page.locator('.hero input[type=search]').count()).toBe(1);
      await expect.poll(() => page.locator('.ways-in section').count()).toBe(3);
    },
    { width },
  );
});

test.each(['', 'en/'])('each way in of /%s leads to a place that is there', async (path) => {
  await visit(path, async (page) => {
    const links = await page
      .locator('.ways-in a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThanOrEqual(6);
    for (const link of links) {
      const answer = await page.goto(link);
      expect(answer?.status() ?? 200, link).toBeLessThan(400);
      const { hash } = new URL(link);
      const target = hash ? page.locator(hash) : page.locator('h1');
      expect(await target.count(), link).toBe(1);
    }
  });
});

test.each(['', 'en/'])('a count of /%s that is a link leads to the same count', async (path) => {
  await visit(path, async (page) => {
    const links = await page.locator('.figures a, .news .more a').evaluateAll((all) =>
      all.map((link) => ({
        said: link.textContent ?? '',
        href: (link as HTMLAnchorElement).href,
      })),
    );
    const counts = links.filter(({ said }) => /\d/.test(said));
    expect(counts.length).toBeGreaterThanOrEqual(5);
    for (const { said, href } of counts) {
      await page.goto(href);
      const head = await page.locator('.page-head p').allInnerTexts();
      expect(numbersIn(head.join(' ')), `${said} at ${href}`).toContain(numbersIn(said)[0]);
    }
  });
});

test('what comes into force is listed under its day, each day once, in order', async () => {
  await visit('', async (page) => {
    const days = await page
      .locator('.coming time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
    expect(days).toEqual([...new Set(days)].toSorted());
    for (const list of await page.locator('.coming > li').all()) {
      expect(await list.locator('[data-entry]').count()).toBeGreaterThan(0);
    }
  });
});

test('one chain has one count: in its list to browse and as a filter of search', async () => {
  await visit('browse/', async (page) => {
    const link = page.locator('a[href$="/browse/chain/cold-chain/"]');
    const [count = ''] = numbersIn((await link.locator('.count').textContent()) ?? '');
    expect(Number(count)).toBeGreaterThan(50);
    await page.goto(`${url}browse/chain/cold-chain/`);
    await expect
      .poll(() => page.locator('.page-head [data-count]').getAttribute('data-count'))
      .toBe(count);
    await page.goto(`${url}search/?chain=cold-chain`);
    await expect
      .poll(() => page.locator('.search-count').innerText(), { timeout: 20_000 })
      .toMatch(new RegExp(`共 ${count} 项`));
  });
});

test('values to browse are found by their names and codes, not by their counts; on paper all of them stand', async () => {
  const errors: Error[] = [];
  await visit('en/browse/', async (page) => {
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(`${url}en/browse/#%`);
    const group = page.locator('.facet-group', { has: page.locator('.find-value') }).first();
    const all = await group.locator('li').count();
    expect(all).toBeGreaterThan(16);
    await group.locator('.find-value').fill('2');
    for (const item of await group.locator('li:visible').all()) {
      const name = await item.locator('.code, .name').allInnerTexts();
      expect(name.join(' ')).toContain('2');
    }
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => group.locator('li:visible').count()).toBe(all);
  });
  expect(errors).toEqual([]);
});

test.each([
  ['nothing/here/', 'zh-CN', '没有找到这个页面', 'This page was not found'],
  ['en/nothing/here/', 'en', 'This page was not found', '没有找到这个页面'],
])(
  'an address like /%s that leads nowhere says so in its language, then in the other',
  async (path, language, first, second) => {
    for (const script of [true, false]) {
      await visit(
        path,
        async (page) => {
          await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
          await expect.poll(() => page.locator('h1').innerText()).toBe(first);
          await expect.poll(() => page.locator('.not-found h2').innerText()).toBe(second);
          expect(page.url()).toBe(url + path);
        },
        { script },
      );
    }
  },
);

test('where a host has one page for all of them, an address below /en/ comes to the English one and stays', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/en/nothing/', async (route) => {
    const chinese = await route.fetch({ url: `${url}404.html` });
    await route.fulfill({ status: 404, contentType: 'text/html', body: await chinese.text() });
  });
  await page.goto(`${url}en/nothing/?q=1#there`);
  await expect.poll(() => page.locator('h1').innerText()).toBe('This page was not found');
  expect(page.url()).toBe(`${url}en/nothing/?q=1#there`);
  await context.close();
});

test('terms stand by pinyin in Chinese and from A to Z in English, each under its letter', async () => {
  const read = async (page: Page) => {
    const letters = await page.locator('.initials a').allInnerTexts();
    const [heads, terms]: [string[], string[]] = [[], []];
    for (;;) {
      heads.push(...(await page.locator('.initial h2').allInnerTexts()));
      terms.push(...(await page.locator('.initial .term').allInnerTexts()));
      const next = page.locator('.pager a[rel=next]');
      if ((await next.count()) === 0) return { letters, heads, terms };
      await page.goto(await next.evaluate((link: HTMLAnchorElement) => link.href));
    }
  };
  const english = await visit('en/terms/', read);
  expect(english.letters).toEqual([...new Set(english.heads)]);
  const named = english.terms.filter((term) => /^[a-z]/i.test(term));
  expect(named.length).toBeGreaterThan(150);
  expect(named).toEqual(named.toSorted(new Intl.Collator('en', { numeric: true }).compare));
  const chinese = await visit('terms/', read);
  expect(chinese.letters).toEqual([...new Set(chinese.heads)]);
  expect(chinese.terms[0]).toMatch(/\p{Script=Han}/u);
});

test('the name of a site stands whole in the header, and breaks between words alone', async () => {
  for (const [path, name, most] of [
    ['', '标链', 1],
    ['en/', 'Biaolian', 1],
    ['en/', 'Haizhou Standards', 2],
  ] as const) {
    await visit(path, async (page) => {
      await page.locator('.brand-name').evaluate((shown, text) => {
        shown.textContent = text;
      }, name);
      for (const width of [390, 768, 1024, 1280, 1440, 1600]) {
        await page.setViewportSize({ width, height: 900 });
        const { lines, over } = await page.locator('.brand-name').evaluate((shown) => {
          const range = document.createRange();
          range.selectNodeContents(shown);
          return {
            lines: new Set([...range.getClientRects()].map(({ top }) => top)).size,
            over: (shown.parentElement?.scrollWidth ?? 0) - (shown.parentElement?.clientWidth ?? 0),
          };
        });
        expect({ name, width, over, fits: lines <= most }).toEqual({
          name,
          width,
          over: 0,
          fits: true,
        });
      }
    });
  }
});
