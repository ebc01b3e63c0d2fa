import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestContext } from 'vitest';
import { publish } from '#publish/index.ts';
import { lockOutput } from '#scripts/lib/output-lock.ts';
import { serve } from '#scripts/server/serve.ts';
import { launchReadersBrowser } from '../support/browser.ts';
import { comparePictures, digestLetters, takePicture } from '../support/picture.ts';

/**
 * How the templates look is kept in `pictures/`, drawn from the frozen library on a fixed day. A change that means to
 * change it says so by `npm test -- tests/e2e/pictures.test.ts -u`, and its review sees both pictures of each that
 * moved. What differs from the kept one is put beside it into `.cache/pictures/`.
 */
const KEPT = fileURLToPath(new URL('pictures', import.meta.url));
const SEEN = resolve('.cache/pictures');
/**
 * Of the pixels of a picture, so many may differ: a few letters, no line and no box. The least of the changes below that
 * must be seen is 0.0024.
 */
const TOLERANCE = 0.001;
const DAY = '2026-08-01';

const PAGES = {
  'standard-zh': '/standards/db9902-t-910-2024/',
  'standard-en': '/en/standards/t-sfcy-911-2025/',
  record: '/standards/gb-t-191-2008/',
  home: '/',
  browse: '/browse/',
  'browse-value': '/en/browse/status/current/',
  search: '/search/?q=样例箱的温度',
  systems: '/systems/',
  gaps: '/systems/gaps/',
  system: '/systems/sample-chain/',
  list: '/systems/sample-chain/list/',
  place: '/en/systems/sample-chain/at/carrying/',
  terms: '/terms/',
  help: '/help/',
  'not-found': '/404.html',
} as const;
type Name = keyof typeof PAGES;

const wide: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const LOOKS = {
  390: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  1440: wide,
  dark: { ...wide, colorScheme: 'dark' },
  print: { viewport: { width: 794, height: 1123 } },
} as const satisfies Record<string, BrowserContextOptions>;
type Look = keyof typeof LOOKS;

const names = Object.keys(PAGES) as Name[];
const PICTURES: readonly (readonly [Name, Look])[] = [
  ...names.flatMap((name) => [[name, 390] as const, [name, 1440] as const]),
  ...(['standard-zh', 'home', 'search', 'systems'] as const).map((name) => [name, 'dark'] as const),
  ...(['standard-zh', 'record', 'system', 'list'] as const).map((name) => [name, 'print'] as const),
];

interface Maker {
  readonly browser: string;
  readonly letters: string;
}

let browser: Browser;
let url: string;
let blank: Page;
const pages: Partial<Record<Look, Page>> = {};
let here: Maker;

beforeAll(async () => {
  const out = resolve('.cache/picture-site');
  const options = { library: 'tests/corpus/library', out, cache: resolve('.cache/picture-cache') };
  await lockOutput(out, () => publish({ ...options, asOf: DAY }));
  ({ url } = await serve({ dir: out, port: 0 }));
  browser = await launchReadersBrowser();
  blank = await browser.newPage();
  here = { browser: browser.version(), letters: await digestLetters(browser) };
  mkdirSync(SEEN, { recursive: true });
});

afterAll(() => browser?.close());

/** A page as a reader sees it on the fixed day, with all that comes later in its place. */
async function open(name: Name, look: Look): Promise<Page> {
  const page = (pages[look] ??= await start(look));
  // What is collected into baskets has its controls after the page is there.
  await page.goto(url + PAGES[name].slice(1), { waitUntil: 'networkidle' });
  if (name === 'search') {
    await page.locator('.facet-group').first().waitFor({ state: 'attached' });
    await page.locator('.search-page:has(.hit):not(:has([aria-busy="true"]))').waitFor();
    // The tabs are counted last.
    await page.locator('[data-key="scope-systems"] .count').waitFor();
  }
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  return page;
}

async function start(look: Look): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    locale: 'zh-CN',
    ...LOOKS[look],
  });
  await context.clock.setFixedTime(`${DAY}T12:00:00+08:00`);
  const page = await context.newPage();
  if (look === 'print') await page.emulateMedia({ media: 'print' });
  return page;
}

function readKept(file: string): Buffer | undefined {
  const path = join(KEPT, file);
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** Letters are drawn otherwise elsewhere: pictures then tell nothing, and the test is not run. */
function skipElsewhere({ skip }: TestContext): void {
  const maker = JSON.parse(readKept('made-with.json')?.toString() ?? '{}') as Partial<Maker>;
  if (maker.letters === here.letters) return;
  skip(`drawn with ${maker.browser}; ${here.browser} draws other letters here`);
}

describe('a page looks as it did', () => {
  it.for(PICTURES)('%s, %s', async ([name, look], context) => {
    const file = `${name}-${look}.webp`;
    const isUpdate = expect.getState().snapshotState.snapshotUpdateState === 'all';
    if (!isUpdate) skipElsewhere(context);
    const picture = await takePicture(await open(name, look));
    if (isUpdate) {
      writeFileSync(join(KEPT, file), picture, 'base64');
      writeFileSync(join(KEPT, 'made-with.json'), `${JSON.stringify(here, null, 2)}\n`);
    }
    const kept = readKept(file);
    if (!kept) throw new Error(`${file} is not there: run this test with -u`);
    const difference = await comparePictures(blank, kept.toString('base64'), picture);
    if (difference.share > TOLERANCE) writeFileSync(join(SEEN, file), picture, 'base64');
    expect(difference.share, `${file}: ${JSON.stringify(difference)}`).toBeLessThanOrEqual(
      TOLERANCE,
    );
  });

  it('and there is no other picture', () => {
    const files = PICTURES.map(([name, look]) => `${name}-${look}.webp`);
    expect(readdirSync(KEPT).sort()).toEqual([...files, 'made-with.json'].sort());
  });
});

describe('a change that is seen', () => {
  it('is none when nothing changed', async () => {
    const before = await takePicture(await open('home', 390));
    const after = await takePicture(await open('home', 390));
    expect(await comparePictures(blank, before, after)).toEqual({ share: 0 });
  });

  it.each([
    [
      'two pixels more between rows',
      'list',
      1440,
      '.detail td { padding-block: calc(0.5em + 1px) }',
    ],
    ['another blue', 'browse', 1440, 'html:root:root { --accent: #0b4a76 }'],
    ['no line below links', 'help', 390, 'a { text-decoration: none }'],
    ['headings less bold', 'standard-zh', 1440, 'h2.clause-title { font-weight: 500 }'],
    ['a badge without its ground', 'record', 390, 'html .cover .status { background: none }'],
    ['a line that is gone', 'standard-zh', 'print', 'html .std-table .scroll { border: 0 }'],
    ['a ground a little lighter', 'home', 'dark', 'html:root:root { --ground: #1b2126 }'],
  ] as const)('is %s', async (_, name, look, change) => {
    const page = await open(name, look);
    const before = await takePicture(page);
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, change);
    const difference = await comparePictures(blank, before, await takePicture(page));
    expect(difference.share).toBeGreaterThan(TOLERANCE);
  });
});
