import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '#scripts/server/serve.ts';
import type { Served } from '#scripts/server/serve.ts';
import { runBuild } from '../publish/run-build.ts';
import { findAxeViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { writeFiles, writeStandard } from '../support/temporary-library.ts';
import { writeLargeCatalogue, writeLargeSystem } from '../support/large-system.ts';

const NODES = 500;
const ROWS = 5000;

const others = Array.from(
  { length: 200 },
  (_, at) =>
    `JB/T ${at + 1}-2020,机床样例${at + 1},Machine ${at + 1},${at === 149 ? '即将实施,2026-01-01' : at === 20 ? '废止,2021-01-01' : '现行,2021-01-01'},2020-07-02,sample`,
);

const folder = mkdtempSync(join(tmpdir(), 'biaolian-large-'));
const out = join(folder, 'site');
let browser: Browser;
let site: Served;

beforeAll(async () => {
  writeFiles(join(folder, 'content'), {
    'site.yaml': 'recordPages: 100\n',
    'standards/local/db9902-t-700-2024/index.md': writeStandard(),
    'catalogue/large.csv': writeLargeCatalogue(ROWS),
    'systems/large.yaml': writeLargeSystem(NODES, ROWS),
    // Records that nothing names: they stand together.
    'catalogue/other.csv': `number,title,title_en,status,implemented,as_of,source\n${others.join('\n')}\n`,
  });
  const { status, output } = await runBuild(join(folder, 'content'), out, {
    cache: join(folder, 'cache'),
  });
  if (status !== 0) throw new Error(output);
  site = await serve({ dir: out, port: 0 });
  browser = await launchBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true });
});

/** A page that has been drawn once, and how often the browser has laid it out till now. */
async function open(
  path: string,
  width: number,
): Promise<{ page: Page; countLayouts: () => Promise<number> }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await page.goto(site.url + path, { waitUntil: 'load' });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const countLayouts = async (): Promise<number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? Number.NaN;
  };
  return { page, countLayouts };
}

test.each([
  ['systems/large/', 1280],
  ['systems/large/', 390],
  ['systems/large/list/', 1600],
  ['systems/large/list/', 390],
  ['systems/large/at/n250/', 1280],
  ['systems/', 1280],
])(
  `%s of ${NODES} nodes and ${ROWS} rows opens in a few layouts, %i px wide`,
  async (path, width) => {
    const { page, countLayouts } = await open(path, width);
    const layouts = await countLayouts();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    await page.close();
    expect(over).toBeLessThanOrEqual(0);
    expect(layouts).toBeLessThan(40);
  },
  60_000,
);

test('has a list by stage in place of a drawing nobody could read', async () => {
  const { page } = await open('systems/large/', 1280);
  await expect.poll(() => page.locator('.chain-map').count()).toBe(0);
  await expect.poll(() => page.locator('.chain-flow:visible a').count()).toBe(NODES);
  await page.close();
});

test.each([1600, 390])(
  'filters the rows in a layout or two each, %i px wide',
  async (width) => {
    const { page, countLayouts } = await open('systems/large/list/', width);
    const before = await countLayouts();
    const choices = await page.evaluate(async () => {
      const select = document.querySelector<HTMLSelectElement>('select[name="role"]');
      if (!select) throw new Error('no filter');
      const values = [...select.options].slice(0, 4).map(({ value }) => value);
      for (const value of values.toReversed()) {
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      }
      return values.length;
    });
    expect(choices).toBe(4);
    expect((await countLayouts()) - before).toBeLessThanOrEqual(choices * 3);
    await expect
      .poll(() => page.textContent('.list-filters [role="status"]'))
      .toContain(String(ROWS));
    await page.close();
  },
  60_000,
);

test('weighs what a phone can carry', () => {
  const size = (path: string) => gzipSync(readFileSync(join(out, path, 'index.html'))).length;
  console.info(`gzip: map ${size('systems/large')}, list ${size('systems/large/list')} bytes`);
  expect(size('systems/large')).toBeLessThan(120_000);
  expect(size('systems/large/list')).toBeLessThan(600_000);
});

/** Visits a path with and without scripts. */
async function read<T>(
  path: string,
  javaScriptEnabled: boolean,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ javaScriptEnabled });
  try {
    const page = await context.newPage();
    await page.goto(site.url + path, { waitUntil: 'load' });
    return await act(page);
  } finally {
    await context.close();
  }
}

test.each([
  [
    'standards/jb-t-150-2020/',
    'JB/T 150—2020 机床样例150',
    '现行',
    '只收录',
    'JB/T 150—2020　机床样例150[S].',
  ],
  [
    'en/standards/jb-t-150-2020/',
    'JB/T 150—2020 Machine 150',
    'In force',
    'catalogue',
    'JB/T 150—2020　Machine 150[S].',
  ],
  [
    'standards/jb-t-21-2020/',
    'JB/T 21—2020 机床样例21',
    '废止',
    '只收录',
    'JB/T 21—2020　机床样例21[S].（废止）',
  ],
])(
  'a record without a page of its own is read, cited and printed at its address: %s',
  async (path, title, status, notice, citation) => {
    await read(path, true, async (page) => {
      await expect.poll(() => page.locator('h1').textContent()).toBe(title);
      // What the catalogue said was to come has come since.
      await expect.poll(() => page.locator('.status-word').innerText()).toBe(status);
      await expect.poll(() => page.locator('main').innerText()).toContain(notice);
      expect(await page.title()).toContain(title);
      expect(page.url()).toBe(site.url + path);
      const other = await page.locator('.language-switch').getAttribute('href');
      expect(other).toBe(path.startsWith('en/') ? path.slice(2) : `/en/${path}`);
      await page.locator('.cite-button').click();
      await expect.poll(() => page.locator('.cite-dialog textarea').inputValue()).toBe(citation);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('.cite-dialog').count()).toBe(0);
      expect(await findAxeViolations(page)).toEqual({ light: [], dark: [] });
      // The margins of a printed sheet.
      const marks = await page.evaluate(() => {
        const { style } = document.documentElement;
        return ['name', 'state', 'address'].map((mark) =>
          style.getPropertyValue(`--print-${mark}`),
        );
      });
      expect(marks[0]).toBe(JSON.stringify(title.split(' ', 2).join(' ')));
      expect(marks[1]).toContain(status);
      expect(marks[2]).toBe(JSON.stringify(site.url + path));
    });
  },
);

test('what is no record is not found, and says where records are listed', async () => {
  await read('standards/jb-t-999-2020/', true, async (page) => {
    await expect.poll(() => page.locator('h1').isVisible()).toBe(true);
    await expect.poll(() => page.locator('h1').innerText()).toBe('没有找到这个页面');
  });
});

test('without scripts a record is read from a list and from its address', async () => {
  await read('browse/kind/industry/', false, async (page) => {
    await page.locator('a', { hasText: '机床样例10' }).first().click();
    const hash = '#jb-t-10-2020';
    await expect.poll(() => new URL(page.url()).hash).toBe(hash);
    await expect.poll(() => page.locator(hash).innerText()).toContain('2021-01-01');
  });
  await read('standards/jb-t-150-2020/', false, async (page) => {
    await expect.poll(() => page.locator('h1').innerText()).toBe('没有找到这个页面');
    await page.locator('.ways a[href="/standards/records/"]').click();
    await page.locator('a', { hasText: 'JB/T 1—2020' }).first().click();
    await expect.poll(() => page.locator('.record-entry').count()).toBeGreaterThan(50);
  });
});
