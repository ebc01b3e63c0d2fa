import { describe, expect, test } from 'vitest';
import { openSite, visit } from '../search/browser.ts';

openSite();

/** The longest names, the widest map, the highest map. */
const addresses = [
  '/en/systems/cold-chain/',
  '/en/systems/urban-renewal/',
  '/en/systems/modern-agriculture/',
];

test.each([1024, 1440])(
  'names of sub-systems have room at %i px: two lines at most, whole words',
  { timeout: 60_000 },
  async (width) => {
    for (const path of addresses) {
      await visit(
        path,
        async (page) => {
          const tight = await page.$$eval('.system-tree .name', (names) =>
            names.flatMap((name) => {
              const lines = name.getClientRects().length > 0 ? name.clientHeight : 0;
              const line = Number.parseFloat(getComputedStyle(name).lineHeight);
              return name.clientWidth < 110 || lines > 2.5 * line ? [name.textContent] : [];
            }),
          );
          expect(tight, path).toEqual([]);
        },
        { viewport: { width, height: 900 } },
      );
    }
  },
);

describe('figures of a system', () => {
  test.each(['cold-chain', 'standardization'])(
    'of %s open lists of as many',
    { timeout: 60_000 },
    async (id) => {
      await visit(`/systems/${id}/`, async (page) => {
        const links = await page.$$eval('.system-figures dd a, .statistics td a', (all) =>
          all.map((link) => ({
            href: (link as HTMLAnchorElement).href,
            // Of `5/7` what is expected.
            count: Number(link.textContent?.split('/').at(-1)),
          })),
        );
        expect(links.length).toBeGreaterThan(20);
        const inList = links.filter(({ href }) => new URL(href).pathname.endsWith('/list/'));
        // Every third is enough: the queries themselves are tested without a browser.
        for (const { href, count } of inList.filter((_, at) => at < 4 || at % 3 === 0)) {
          await page.goto(href);
          const shown = await page.locator('tr[data-row]:visible').count();
          const unnamed = await page.$$eval('.unnamed-rows:not([hidden]) [data-count]', (all) =>
            all
              .filter((each) => each.checkVisibility())
              .map((each) => Number((each as HTMLElement).dataset['count'])),
          );
          const all = unnamed.reduce((sum, each) => sum + each, shown);
          expect(new URL(href).search === '' ? all : shown, href).toBe(count);
        }
        const gaps = links.filter(({ href }) => href.includes('/gaps/'));
        for (const { href, count } of gaps) {
          await page.goto(href);
          const text = await page.$eval(
            new URL(href).hash,
            (list) => list.closest('details')?.querySelector('summary')?.textContent,
          );
          expect(Number(/\d+/.exec(text ?? '')?.[0])).toBe(count);
        }
      });
    },
  );
});

describe('on a phone', () => {
  test.each(['/systems/cold-chain/', '/en/systems/cold-chain/'])(
    'totals of %s are in sight, and the years begin with a whole column',
    async (path) => {
      for (const width of [320, 390]) {
        await visit(
          path,
          async (page) => {
            const cut = await page.$$eval('.by-level :is(th:first-child, .sum, .share)', (cells) =>
              cells.filter((cell) => {
                const { left, right } = cell.getBoundingClientRect();
                return left < 0 || right > window.innerWidth;
              }),
            );
            expect(cut, String(width)).toHaveLength(0);
            const left = await page.$eval(
              '.year-chart .scroll',
              (box) => box.getBoundingClientRect().left,
            );
            const halves = await page.$$eval(
              '.year-chart rect',
              (bars, edge) =>
                bars.filter((bar) => {
                  const box = bar.getBoundingClientRect();
                  return box.left < edge - 0.5 && box.right > edge + 0.5;
                }).length,
              left,
            );
            expect(halves, String(width)).toBe(0);
          },
          { viewport: { width, height: 800 } },
        );
      }
    },
  );
});

test.each(['/systems/smart-appliance/', '/en/systems/urban-renewal/'])(
  'the map of %s is drawn on a tablet across, and scrolls in its own place',
  async (path) => {
    await visit(
      path,
      async (page) => {
        await expect.poll(() => page.locator('.chain-map:visible').count()).toBe(1);
        const box = page.locator('.chain');
        const [room, whole] = await box.evaluate(
          (map) => [map.clientWidth, map.scrollWidth] as const,
        );
        expect(room).toBeLessThan(whole);
        await page.locator('.chain-map:visible a').last().focus();
        const reached = await page.evaluate(() => {
          const { left = -1, right = Infinity } =
            document.activeElement?.getBoundingClientRect() ?? {};
          return left >= 0 && right <= window.innerWidth;
        });
        expect(reached).toBe(true);
      },
      { viewport: { width: 1024, height: 900 } },
    );
  },
);

test(
  'every system prints on two sheets, its map in letters of 8 points and more',
  { timeout: 120_000 },
  async () => {
    for (const path of addresses) {
      await visit(path, async (page) => {
        const pdf = String(await page.pdf({ preferCSSPageSize: true }));
        expect([...pdf.matchAll(/\/MediaBox/g)].length, path).toBe(2);
        await page.emulateMedia({ media: 'print' });
        // A3 across within its margins, at 96 pixels to the inch.
        await page.setViewportSize({ width: 1512, height: 1047 });
        const [map] = await page.$$eval('.chain-map', (maps) =>
          maps.flatMap((each) => {
            const { width, bottom } = each.getBoundingClientRect();
            const name = each.querySelector('.name');
            if (width === 0 || !name) return [];
            const letters = Number.parseFloat(getComputedStyle(name).fontSize);
            const matrix = (each as SVGSVGElement).getScreenCTM();
            return [{ points: letters * (matrix?.a ?? 0) * 0.75, bottom }];
          }),
        );
        expect(map?.points, path).toBeGreaterThanOrEqual(8);
        expect(map?.bottom, path).toBeLessThanOrEqual(1047);
      });
    }
  },
);
