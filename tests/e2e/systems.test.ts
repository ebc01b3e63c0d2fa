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
        // Those of later days lie in definitions.
        const links = page.locator('.chain-map:visible a:not(defs *)');
        const flow = page.locator('.chain-flow a');
        await expect.poll(() => links.count()).toBe(await flow.count());
        expect(await links.count()).toBeGreaterThanOrEqual(12);
        const label = await links.first().locator('title').textContent();
        expect(label).toMatch(/应有 \d+，现行 \d+，正在补 \d+，缺 \d+/);
        await links.first().click();
        await expect.poll(() => page.url()).toMatch(/\/systems\/cold-chain\/at\/[a-z-]+\/$/);
        await expect.poll(() => page.locator('.place-rows li').count()).toBeGreaterThan(0);
      },
      { ...WIDE, javaScriptEnabled: false },
    );
  });

  test.each(['cold-chain', 'display', 'urban-renewal'])(
    'of %s is one drawing that can be read from a small laptop on, one list on a phone',
    { timeout: 60_000 },
    async (id) => {
      for (const lang of ['', '/en']) {
        await visit(`${lang}/systems/${id}/`, async (page) => {
          for (const width of [390, 768, 1024, 1280, 1600]) {
            await page.setViewportSize({ width, height: 900 });
            const drawn = await page.locator('.chain-map:visible').count();
            const listed = await page.locator('.chain-flow:visible').count();
            expect(drawn + listed, String(width)).toBe(1);
            expect(drawn === 1 || width < 1280, String(width)).toBe(true);
            expect(drawn === 0 || width > 390, String(width)).toBe(true);
            const letters = await page.$$eval('.chain-map', (maps) =>
              maps.flatMap((map) => {
                const { width: shown } = map.getBoundingClientRect();
                return shown > 0 ? [(13 * shown) / Number(map.getAttribute('width'))] : [];
              }),
            );
            for (const size of letters) expect(size, `${lang} ${width}`).toBeGreaterThan(11);
            const over = await page.evaluate(
              () => document.documentElement.scrollWidth - window.innerWidth,
            );
            expect(over, String(width)).toBeLessThanOrEqual(0);
          }
        });
      }
    },
  );

  test.each([
    ['/systems/marine/', ['上游', '中游', '下游', '支撑'], /^藻类养殖: 应有 .*；去往/],
    ['/en/systems/marine/', ['Upstream', 'Midstream', 'Downstream', 'Supporting'], /; leads to /],
  ])(
    'of %s is read as groups of its stages, each link with where it leads',
    async (path, stages, said) => {
      await visit(
        path,
        async (page) => {
          const tree = await page.locator('.chain-map:visible').ariaSnapshot();
          const groups = [...tree.matchAll(/^ {2}- group "([^"]+)"/gm)].map(([, name]) => name);
          expect(groups).toEqual(stages);
          const links = [...tree.matchAll(/^ {4}- '?link "([^"]+)"/gm)].map(
            ([, name = '']) => name,
          );
          expect(links.length).toBe(await page.locator('.chain-flow a').count());
          expect(links.filter((name) => said.test(name))).not.toEqual([]);
          const listed = await page.locator('.chain-flow .next').allTextContents();
          const told = links.flatMap((name) => name.match(/(?:去往|leads to ).*$/)?.[0] ?? []);
          expect(told).toEqual(expect.arrayContaining(listed));
        },
        WIDE,
      );
    },
  );

  test('has longer bars where more is expected, fuller ones where more is there', async () => {
    await visit(
      '/systems/marine/',
      async (page) => {
        const bars = await page.$$eval('.chain-map a', (links) =>
          links
            .filter((link) => link.checkVisibility())
            .map((link) => {
              const parts = [...link.querySelectorAll('.part')];
              const width = (list: readonly Element[]) =>
                list.reduce((sum, part) => sum + Number(part.getAttribute('width')), 0);
              return {
                share: link.querySelector('.share')?.textContent ?? '',
                whole: width(parts),
                there: width(parts.filter((part) => part.matches('[data-part="in-force"]'))),
              };
            }),
        );
        for (const { share, whole, there } of bars) {
          const [inForce = 0, expected = 0] = readShare(share);
          expect(there / whole, share).toBeCloseTo(inForce / expected, 1);
          const longer = bars.filter((other) => (readShare(other.share)[1] ?? 0) > expected);
          for (const other of longer) expect(other.whole, share).toBeGreaterThanOrEqual(whole);
        }
        const lengths = bars.map(({ whole }) => Math.round(whole));
        expect(new Set(lengths).size).toBeGreaterThan(4);
      },
      WIDE,
    );
  });

  test('keeps the names of links inside their boxes', async () => {
    for (const path of ['/systems/display/', '/en/systems/display/', '/en/systems/marine/']) {
      await visit(
        path,
        async (page) => {
          const outside = await page.$$eval('.chain-map a', (links) =>
            links
              .filter((link) => link.checkVisibility())
              .flatMap((link) => {
                const box = link.querySelector('.box')?.getBoundingClientRect();
                return [...link.querySelectorAll('.name')].flatMap((name) => {
                  const { right, bottom } = name.getBoundingClientRect();
                  const fits = box && right <= box.right - 2 && bottom <= box.bottom;
                  return fits ? [] : [name.textContent];
                });
              }),
          );
          expect(outside, path).toEqual([]);
        },
        WIDE,
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
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Tab');
        const widthOf = (selector: string) =>
          page.$eval(selector, (box) => getComputedStyle(box).strokeWidth);
        expect(await widthOf('.chain-map a:focus-visible .box')).not.toBe(
          await widthOf('.chain-map a:not(:focus) .box'),
        );
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
        const now = (await states.text()).replace(/<template data-from[\s\S]*?<\/template>/g, '');
        const rows = now.match(/data-row data-state="in-force"/g) ?? [];
        expect(rows.length).toBe(inForce);
      },
      NARROW,
    );
  });
});

describe('standards for my product', () => {
  test('are found by chain, link and kind; the list is what was counted', async () => {
    await visit('/systems/', async (page) => {
      const go = page.locator('.find-form button');
      await expect.poll(() => go.isDisabled()).toBe(true);
      await page.selectOption('.find-form [name="system"]', { label: '智能家电' });
      await expect.poll(() => page.locator('.find-form [name="node"]').isEnabled()).toBe(true);
      await page.selectOption('.find-form [name="node"]', { label: '电冰箱' });
      await page.selectOption('.find-form [name="role"]', '产品');
      const count = Number(/\d+/.exec((await go.textContent()) ?? '')?.[0]);
      expect(count).toBeGreaterThan(1);
      await go.click();
      await page.waitForURL(/\/systems\/smart-appliance\/list\/\?node=fridge&role=/);
      await expect.poll(() => page.locator('tr[data-row]:visible').count()).toBe(count);
      await expect.poll(() => page.locator('.list-filters [data-copy]').isVisible()).toBe(true);
    });
  });

  test('count the same in every choice as the list they lead to', async () => {
    await visit('/en/systems/', async (page) => {
      await page.selectOption('.find-form [name="system"]', { label: 'Cold chain logistics' });
      await expect.poll(() => page.locator('.find-form [name="node"]').isEnabled()).toBe(true);
      const nodes = await page.$$eval('.find-form [name="node"] option', (all) =>
        all.map((option) => (option as HTMLOptionElement).value),
      );
      expect(nodes.length).toBeGreaterThan(12);
      const counts: (readonly [string, number])[] = [];
      for (const node of nodes) {
        await page.selectOption('.find-form [name="node"]', node);
        const said = (await page.textContent('.find-form button')) ?? '';
        counts.push([node, Number(/\d+/.exec(said)?.[0])]);
      }
      await page.goto(new URL('/en/systems/cold-chain/list/', page.url()).href);
      for (const [node, count] of counts) {
        await page.selectOption('select[name="node"]', node.replace('node=', ''));
        expect(await page.locator('tr[data-row]:visible').count(), node).toBe(count);
      }
    });
  });

  test('of a chain whose file cannot be read are its whole list', async () => {
    await visit('/systems/', async (page) => {
      await page.route('**/smart-appliance.json', (route) => route.abort());
      await page.selectOption('.find-form [name="system"]', { label: '智能家电' });
      const go = page.locator('.find-form button');
      await expect.poll(() => go.innerText()).toBe('看明细表');
      await go.click();
      await page.waitForURL(/\/systems\/smart-appliance\/list\/#list$/);
    });
  });

  test('are reached by links without scripts', async () => {
    await visit(
      '/systems/',
      async (page) => {
        await expect.poll(() => page.locator('.find-form').isVisible()).toBe(false);
        await page.locator('.find-all a', { hasText: '智能家电' }).click();
        await page.waitForURL(/\/systems\/smart-appliance\/list\/$/);
        expect(await page.locator('tr[data-row]').count()).toBeGreaterThan(50);
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('a place', () => {
  test('leads to clauses and indicators that are there', async () => {
    await visit('/systems/smart-appliance/at/fridge/', async (page) => {
      const links = await page.$$eval('.place-texts ul a, .place-indicators .source a', (all) =>
        all.map((link) => (link as HTMLAnchorElement).href),
      );
      expect(links.length).toBeGreaterThan(5);
      for (const address of new Set(links.map((link) => link.replace(/#.*/, '')))) {
        await page.goto(address);
        const ids = new Set(await page.$$eval('[id]', (all) => all.map(({ id }) => id)));
        const wanted = links.filter((link) => link.startsWith(`${address}#`));
        for (const link of wanted) {
          expect(ids.has(decodeURIComponent(new URL(link).hash.slice(1))), link).toBe(true);
        }
      }
    });
  });
});

test.each([
  '/systems/cold-chain/list/',
  '/en/systems/smart-appliance/list/',
  '/systems/',
  '/en/systems/',
  '/systems/gaps/',
])('%s needs no scrolling sideways at any width', async (path) => {
  await visit(path, async (page) => {
    for (const width of [320, 390, 768, 1024, 1152, 1280, 1408, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(over, String(width)).toBeLessThanOrEqual(0);
    }
  });
});

test('the page of a standard leads to its systems from the top where they stand below the text', async () => {
  await visit(
    '/standards/db9902-t-12-2023/',
    async (page) => {
      const link = page.locator('.to-standings a');
      expect((await link.boundingBox())?.y).toBeLessThan(2000);
      await link.click();
      await expect
        .poll(() =>
          page.locator('#standings').evaluate((part) => part.getBoundingClientRect().top < 400),
        )
        .toBe(true);
    },
    NARROW,
  );
});

test('the page of a standard says where it stands, and leads there', async () => {
  await visit('/standards/db9902-t-12-2023/', async (page) => {
    const standing = page.locator('.standings li').filter({ hasText: '冷链物流' });
    await expect.poll(() => standing.count()).toBe(1);
    await standing.locator('p a').first().click();
    await page.waitForURL(/\/systems\/cold-chain\/at\//);
    await expect.poll(() => page.textContent('.place-rows')).toContain('DB9902/T 12—2023');
  });
});
