import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations, findAxeViolationsOfWords } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { measureFirstLoad } from '../support/first-load.ts';
import { siteFolder, siteUrl } from '../support/site.ts';

const STANDARD = '/standards/db9902-t-12-2023/';

/** One page of each template, in both languages where it has two. */
const TEMPLATES = [
  '/',
  '/en/',
  STANDARD,
  `/en${STANDARD}`,
  '/en/standards/t-sfjd-005-2024/',
  '/standards/t-sfjd-005-2021/',
  '/standards/q-sfzd-004-2026/',
  '/browse/',
  '/en/browse/',
  '/browse/kind/local/',
  '/en/browse/kind/enterprise/',
  '/terms/',
  '/en/terms/',
  '/systems/',
  '/en/systems/',
  '/systems/gaps/',
  '/systems/cold-chain/gaps/',
  '/en/systems/urban-renewal/gaps/',
  '/systems/cold-chain/',
  '/en/systems/elderly-care/',
  '/systems/cold-chain/list/',
  '/en/systems/display/list/',
  '/systems/cold-chain/at/storage/',
  '/en/systems/display/at/driver/',
  '/standards/db9902-t-12-2023/references/',
  '/en/systems/cold-chain/at/storage/references/',
  '/tools/stale-references/',
  '/compare/',
  '/terms/compare/',
  '/en/terms/compare/',
  '/tools/',
  '/abroad/',
  '/en/abroad/',
  '/cities/',
  '/en/cities/',
  '/standards/db9903-t-12-2025/',
  '/tools/indicators/smart-refrigerator/',
  '/lifecycle/',
  '/en/lifecycle/sf2025-017/',
  '/about/',
  '/help/',
  '/en/help/',
  '/data/',
  '/404.html',
  '/en/404/',
];

let browser: Browser;
let url: string;
let dir: string;
let pages: readonly string[];

beforeAll(async () => {
  dir = siteFolder();
  url = await siteUrl();
  browser = await launchBrowser();
  const { standards } = JSON.parse(readFileSync(join(dir, 'data/catalogue.json'), 'utf8')) as {
    standards: readonly { readonly full_text: string; readonly path: string }[];
  };
  const record = standards.find(({ full_text }) => full_text === 'no')?.path;
  pages = record ? [...TEMPLATES, record, `/en${record}`] : TEMPLATES;
});

afterAll(() => browser?.close());

interface Look {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly script?: boolean;
}

/** Runs `look` on a fresh page at an address. */
async function visit<T>(
  path: string,
  look: (page: Page) => Promise<T>,
  { width = 1280, scheme = 'light', script = true }: Look = {},
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: script,
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(url + path.slice(1));
    return await look(page);
  } finally {
    await context.close();
  }
}

describe('every template', () => {
  // One visit a page: what a scheme changes are colours, what a width changes is the layout.
  const found = {
    'has no axe violation, light': [] as string[],
    'has no contrast violation, dark': [] as string[],
    'raises no error in the browser': [] as string[],
    'does not scroll sideways at 320, 390, 1024 and 1280 px': [] as string[],
  };
  const visited = new Set<string>();

  beforeAll(async () => {
    await visit('/404.html', async (page) => {
      let path = '';
      const note = (kind: keyof typeof found, what: string) => found[kind].push(`${path} ${what}`);
      page.on('pageerror', ({ message }) => note('raises no error in the browser', message));
      page.on('console', (message) => {
        if (message.type() === 'error') note('raises no error in the browser', message.text());
      });
      for (path of pages) {
        await page.goto(url + path.slice(1), { waitUntil: 'networkidle' });
        // A page has the colours that it has in its other language.
        const isSeen = path.startsWith('/en/') && pages.includes(path.slice(3));
        const { light, dark } = await (isSeen ? findAxeViolationsOfWords : findAxeViolations)(page);
        for (const each of light) note('has no axe violation, light', each);
        for (const each of dark) note('has no contrast violation, dark', each);
        for (const width of [1024, 390, 320, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          if (over > 0) {
            note(
              'does not scroll sideways at 320, 390, 1024 and 1280 px',
              `by ${over} px at ${width}`,
            );
          }
        }
        visited.add(page.url().slice(url.length - 1));
      }
    });
  }, 600_000);

  test.each(Object.keys(found) as (keyof typeof found)[])('%s', (kind) => {
    expect(found[kind]).toEqual([]);
    expect([...visited]).toEqual(pages);
  });

  test('has one h1, a title, a language, alternates and a way past the header', async () => {
    for (const path of pages.filter((each) => !each.includes('/404'))) {
      const html = readFileSync(join(dir, path, 'index.html'), 'utf8');
      expect(html.match(/<h1[ >]/g), path).toHaveLength(1);
      expect(html, path).toMatch(
        path.startsWith('/en/') ? /<html lang="en"/ : /<html lang="zh-CN"/,
      );
      expect(html, path).toMatch(/<title>[^<]+<\/title>/);
      for (const tag of ['zh-CN', 'en', 'x-default']) {
        expect(html, path).toContain(`hreflang="${tag}"`);
      }
      expect(html, path).toContain('href="#main"');
    }
  });

  test('leads nowhere that does not exist', async () => {
    const { existsSync } = await import('node:fs');
    const dead = new Set<string>();
    for (const path of pages) {
      const file = path.endsWith('/') ? join(dir, path, 'index.html') : join(dir, path);
      for (const [, href = ''] of readFileSync(file, 'utf8').matchAll(
        /(?:href|src)="(\/[^"#?]*)/g,
      )) {
        const target = decodeURI(href);
        const there = existsSync(join(dir, target.endsWith('/') ? `${target}index.html` : target));
        if (!there) dead.add(`${path} → ${target}`);
      }
    }
    expect([...dead]).toEqual([]);
  });
});

describe('the page of a standard', () => {
  test('reads with JavaScript off: text, contents, status, languages', async () => {
    await visit(
      STANDARD,
      async (page) => {
        await expect.poll(() => page.locator('h1').textContent()).toBe('冷链物流企业温度控制规范');
        await expect.poll(() => page.locator('.cover .status').innerText()).toContain('现行');
        await expect.poll(() => page.locator('.document').innerText()).toContain('温区应按');
        await page.locator('.contents summary').click();
        await page.locator('.contents a', { hasText: '温度要求' }).first().click();
        await expect.poll(() => new URL(page.url()).hash).not.toBe('');
        await expect.poll(() => page.locator('.theme-switch').isVisible()).toBe(false);
      },
      { script: false },
    );
  });

  test('every contents entry and every mention of a clause has its target', async () => {
    const missing = await visit(STANDARD, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
          .map((link) => decodeURIComponent(link.hash.slice(1)))
          .filter((id) => !document.getElementById(id)),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('an address with a printed clause number opens that clause', async () => {
    const top = await visit(`${STANDARD}#5.2`, (page) =>
      page.evaluate(() => document.getElementById('5.2')?.closest('h3')?.textContent),
    );
    expect(top).toContain('品类温度要求');
  });

  test('the contents list follows the reading', async () => {
    await visit(STANDARD, async (page) => {
      await page.evaluate(() => document.getElementById('5.2')?.scrollIntoView());
      await expect
        .poll(() => page.locator('.contents [aria-current]').textContent())
        .toContain('品类温度要求');
    });
  });

  test('a mention of another standard shows its title and status on focus, Escape hides it', async () => {
    await visit(STANDARD, async (page) => {
      await page.locator('.standard[data-ready]').waitFor();
      await page.locator('.document .std-ref').first().focus();
      const card = page.locator('.hover-card');
      await expect.poll(() => card.isVisible()).toBe(true);
      await expect.poll(() => card.innerText()).toMatch(/\S/);
      await page.keyboard.press('Escape');
      await expect.poll(() => card.isVisible()).toBe(false);
    });
  });

  test('a defined term shows its definition', async () => {
    await visit(STANDARD, async (page) => {
      await page.locator('.standard[data-ready]').waitFor();
      await page.locator('.term-ref', { hasText: '温区' }).first().hover();
      await expect.poll(() => page.locator('.hover-card').isVisible()).toBe(true);
      await expect.poll(() => page.locator('.hover-card').innerText()).toContain('封闭空间');
    });
  });

  test('a superseded edition says so and leads to its successor', async () => {
    await visit('/standards/t-sfjd-005-2021/', async (page) => {
      const banner = page.locator('.banner[data-when="被代替"]');
      await expect.poll(() => banner.isVisible()).toBe(true);
      await banner.locator('a').first().click();
      await expect.poll(() => page.url()).toContain('/standards/t-sfjd-005-2024/');
    });
  });

  test('the status changes on its day though the page was drawn before', async () => {
    await visit(STANDARD, async (page) => {
      await page.addInitScript(() => {
        document.addEventListener('readystatechange', () => {
          const badge = document.querySelector<HTMLElement>('.cover .status');
          const facts = { declared: 'published', issued: '2099-01-01', implemented: '2099-02-01' };
          if (badge) badge.dataset['facts'] = JSON.stringify(facts);
        });
      });
      await page.reload();
      await expect.poll(() => page.locator('.cover .status').innerText()).toContain('即将实施');
    });
  });

  test('prints without the chrome of the site', async () => {
    await visit(STANDARD, async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const part of ['.site-header', '.site-footer', '.reading-bar', '.about']) {
        expect(await page.locator(part).isVisible(), part).toBe(false);
      }
      await expect.poll(() => page.locator('.cover h1').isVisible()).toBe(true);
      await expect.poll(() => page.locator('.document').isVisible()).toBe(true);
    });
  });

  test('keeps to its budgets: 20 KB to begin to read, 14.5 KB of HTML around the body', () => {
    const html = readFileSync(join(dir, STANDARD, 'index.html'), 'utf8');
    // A text of the middle length; figures in the longest take more.
    const first = measureFirstLoad(dir, '/standards/db9902-t-12-2018/');
    expect(first.scripts).toBeGreaterThan(0);
    expect(first.styles).toBeGreaterThan(0);
    expect(first.total).toBeLessThanOrEqual(20 * 1024);
    const start = html.indexOf('<div class="document"');
    const end = html.indexOf('<section class="fields"');
    expect(end).toBeGreaterThan(start);
    const around = html.slice(0, start) + html.slice(end);
    // The contents list and the counts of provisions grow with the text, who cites and recognises it and where it stands with
    // the library: they are measured with it, compressed.
    const frame = around
      .replace(/<nav class="contents".*?<\/nav>/s, '')
      .replace(/<div class="provision-counts">.*?<\/div>/s, '')
      .replace(/<ul class="citations".*?<\/ul>/s, '')
      .replace(/<section class="standings".*?<\/section>/s, '')
      .replace(/<div class="banner recognition".*?<\/div>/gs, '');
    expect(Buffer.byteLength(frame)).toBeLessThanOrEqual(14.5 * 1024);
    expect(gzipSync(around).length).toBeLessThanOrEqual(7.5 * 1024);
  });
});

describe('pages of systems', () => {
  // The drawing of a chain is in the page once or twice; the list has a row for every standard.
  test.each([
    ['/systems/', 18],
    ['/systems/gaps/', 14],
    ['/systems/modern-agriculture/gaps/', 14],
    ['/systems/cold-chain/', 14],
    ['/en/systems/urban-renewal/', 18],
    ['/systems/marine/list/', 20],
    ['/systems/smart-appliance/at/fridge/', 9],
  ])('%s keeps to %i KB of HTML and 8 KB of script, compressed', (path, most) => {
    const html = readFileSync(join(dir, path, 'index.html'), 'utf8');
    expect(gzipSync(html).length).toBeLessThanOrEqual(most * 1024);
    const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) =>
      readFileSync(join(dir, src)),
    );
    const size = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0);
    expect(size).toBeLessThanOrEqual(8 * 1024);
  });
});

describe('the keyboard', () => {
  test.each(['/', STANDARD, '/browse/', '/systems/', '/systems/cold-chain/list/'])(
    'reaches every control of %s, visibly',
    async (path) => {
      await visit(path, async (page) => {
        const wanted = await page.evaluate(
          () =>
            [
              ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary'),
            ].filter((element) => element.checkVisibility({ visibilityProperty: true })).length,
        );
        const reached = new Set<string>();
        for (let step = 0; step < Math.min(wanted + 20, 60); step += 1) {
          await page.keyboard.press('Tab');
          const at = await page.evaluate(() => {
            const element = document.activeElement as HTMLElement;
            const style = getComputedStyle(element);
            const box = element.closest<HTMLElement>('.search-box');
            const outline = box ? getComputedStyle(box).outlineStyle : style.outlineStyle;
            return { html: element.outerHTML.slice(0, 200), outline };
          });
          if (at.html.startsWith('<body')) break;
          expect(at.outline, at.html).not.toBe('none');
          reached.add(at.html);
        }
        expect(reached.size).toBeGreaterThanOrEqual(Math.min(wanted, 50) * 0.8);
      });
    },
  );

  test('the first Tab offers to skip to the content', async () => {
    await visit('/', async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });
});

test('the theme is kept from page to page and set before the first paint', async () => {
  await visit('/', async (page) => {
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
    await page.locator('.theme-switch').click();
    await expect.poll(() => theme()).toBe('light');
    await page.locator('.theme-switch').click();
    await expect.poll(() => theme()).toBe('dark');
    await page.goto(`${url}browse/`);
    expect(await theme()).toBe('dark');
    await page.locator('.theme-switch').click();
    await expect.poll(() => theme()).toBeUndefined();
  });
});

test('the language switch leads to the same page and back', async () => {
  await visit(STANDARD, async (page) => {
    await page.locator('.language-switch').click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/en${STANDARD}`);
    await page.locator('.language-switch').click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(STANDARD);
  });
});
