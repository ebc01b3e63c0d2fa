import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { localDay } from '#search/shared/day.ts';
import { PHONE, startVisits } from '../support/visits.ts';

const STANDARD = '/standards/db9902-t-12-2023/';
const OLD = '/standards/db9902-t-12-2018/';
const { visit, address } = startVisits();

const inView = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= window.innerHeight;
  });

describe('landing on a clause of a superseded edition', () => {
  for (const [name, options] of [
    ['on a desktop', {}],
    ['on a phone', PHONE],
  ] as const) {
    test(`${name} shows number, status, successor and clause, and the same clause there`, async () => {
      await visit(
        `${OLD}#6.4`,
        async (page) => {
          await expect.poll(() => page.locator('.bar-here').innerText()).toBe('6.4 记录');
          expect(await inView(page, '.reading-bar')).toBe(true);
          const bar = await page.locator('.bar-standing').innerText();
          expect(bar).toContain('DB9902/T 12—2018');
          expect(bar).toContain('被代替');
          const next = page.locator('.bar-next:visible');
          await expect.poll(() => next.innerText()).toContain('DB9902/T 12—2023');
          expect(new URL((await next.getAttribute('href')) ?? '', address()).pathname).toBe(
            STANDARD,
          );
        },
        options,
      );
    });
  }

  test('leads to the same clause of the successor where its id is the same, else to its head', async () => {
    await visit(`${OLD}#5.2`, async (page) => {
      const kept = await page.evaluate(
        () => document.querySelectorAll('.clause[data-kept] > [id]').length,
      );
      expect(kept).toBeGreaterThan(0);
      const id = await page
        .locator('.clause[data-kept][data-level="2"] > [id]')
        .first()
        .getAttribute('id');
      await page.goto(`${address()}${OLD.slice(1)}#${id}`);
      const next = page.locator('.bar-next:visible');
      await expect.poll(() => next.getAttribute('href')).toContain(`#${id}`);
      await expect.poll(() => next.innerText()).toContain('同一条');
      // A press on the bar is no move of the reader: the link stays what it was, whatever scrolls meanwhile.
      await next.dispatchEvent('pointerdown');
      await page.evaluate(() => window.scrollBy(0, 400));
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => drawn(0))));
      await expect.poll(() => next.getAttribute('href')).toContain(`#${id}`);
      await next.click();
      await expect
        .poll(() => page.locator('.clause.landed > [id]').getAttribute('id'), { timeout: 10_000 })
        .toBe(id);
    });
  });

  test('marks the whole clause and its entry in the contents, by number or id', async () => {
    for (const hash of ['6.4', '6.2']) {
      await visit(`${OLD}#${hash}`, async (page) => {
        await expect
          .poll(() => page.locator('.contents [aria-current]').innerText())
          .toMatch(new RegExp(`^${hash.replace('.', '\\.')}\\s`));
        const landed = page.locator('.clause.landed');
        await expect.poll(() => landed.count()).toBe(1);
        const background = await landed.evaluate((each) => getComputedStyle(each).backgroundColor);
        expect(background).not.toBe('rgba(0, 0, 0, 0)');
      });
    }
  });

  test('without script marks the clause and shows the status near it', async () => {
    await visit(
      `${OLD}#6.4`,
      async (page) => {
        const marked = await page.evaluate(() =>
          [...document.querySelectorAll('.clause')]
            .filter((each) => getComputedStyle(each).backgroundColor !== 'rgba(0, 0, 0, 0)')
            .map((each) => each.querySelector('.num')?.textContent),
        );
        expect(marked).toEqual(['6.4']);
        expect(await inView(page, '.reading-bar')).toBe(true);
        await expect.poll(() => page.locator('.reading-bar').innerText()).toContain('被代替');
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('the address of a clause', () => {
  test('stands beside each heading and outside its name, over http and without a clipboard too', async () => {
    await visit(
      STANDARD,
      async (page) => {
        const [heads, links, inside] = await page.evaluate(() => [
          document.querySelectorAll('.document :is(.clause-title, .term-title, .clause-lead)')
            .length,
          document.querySelectorAll('.document .copy-link[href^="#"]').length,
          document.querySelectorAll(':is(h2, h3, h4, h5, h6) .copy-link').length,
        ]);
        expect(heads).toBeGreaterThan(50);
        expect(links).toBe(heads);
        expect(inside).toBe(0);
      },
      { javaScriptEnabled: false },
    );
  });

  test('is copied with the number of the standard and of the clause', async () => {
    await visit(
      `${STANDARD}#5.2`,
      async (page) => {
        await page.locator('.bar-copy').click();
        await expect.poll(() => page.locator('.toast').innerText()).toContain('链接已复制');
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toMatch(
          /^DB9902\/T 12—2023，5\.2\nhttp.*\/standards\/db9902-t-12-2023\/#\S+$/,
        );
        await page.locator('.bar-cite').click();
        await page.locator('.cite-dialog [data-do="copy"]').click();
        await expect
          .poll(() => page.evaluate(() => navigator.clipboard.readText()))
          .toMatch(
            new RegExp(
              String.raw`^DB9902/T 12—2023　冷链物流企业温度控制规范\[S/OL\]: 5\.2\[${localDay()}\]\. http\S+/standards/db9902-t-12-2023/#\S+\.（样例，不得引用为真实标准）$`,
            ),
          );
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  test.each([
    [
      '/standards/db9902-t-12-2018/',
      /\[S\/OL\]\. \[2027-02-03\]\. \S+\/standards\/db9902-t-12-2018\/\.（样例，不得引用为真实标准；已被 DB9902\/T 12—2023 代替）$/,
    ],
    [
      '/en/standards/t-sfjd-005-2024/#4',
      /^T\/SFJD 005—2024　Technical requirements.*\[S\/OL\]: Clause 4\[2027-02-03\]\. \S+#\S+\. \(sample, not a real standard\)$/,
    ],
    ['/standards/gb-t-1.1-2020/', /^GB\/T 1\.1—2020　.*\[S\]\.$/],
  ])('is cited as it stands on the day of the reader: %s', async (path, citation) => {
    await visit(
      '/',
      async (page) => {
        await page.clock.setFixedTime(new Date('2027-02-03T10:00:00'));
        await page.goto(new URL(path, page.url()).href);
        await page.locator('.bar-cite').click();
        await page.locator('.cite-dialog [data-do="copy"]').click();
        await expect
          .poll(() => page.evaluate(() => navigator.clipboard.readText()))
          .toMatch(citation);
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  test('goes to the sheet of the system on a phone', async () => {
    await visit(
      `${STANDARD}#5.2`,
      async (page) => {
        await page.evaluate(() => {
          Object.defineProperty(navigator, 'share', {
            value: (data: ShareData) => {
              document.documentElement.dataset['shared'] = `${data.text} ${data.url}`;
              return Promise.resolve();
            },
          });
        });
        await page.locator('.bar-copy').tap();
        expect(await page.evaluate(() => document.documentElement.dataset['shared'])).toMatch(
          /^DB9902\/T 12—2023，5\.2 http.*#\S+$/,
        );
      },
      PHONE,
    );
  });
});

describe('the other language', () => {
  test('opens at the same hash, question and clause in view', async () => {
    await visit(`${STANDARD}?a=1#5.2`, async (page) => {
      await page.locator('.language-switch').click();
      await page.waitForURL((to) => to.pathname === `/en${STANDARD}`);
      expect(new URL(page.url()).hash).toBe('#5.2');
      expect(new URL(page.url()).search).toBe('?a=1');
    });
    await visit('/standards/t-sfjd-005-2024/', async (page) => {
      await page.evaluate(() => document.getElementById('5.2')?.scrollIntoView());
      await expect.poll(() => page.locator('.bar-here').innerText()).toMatch(/^5\.2/);
      await page.locator('.language-switch').evaluate((link: HTMLElement) => link.click());
      await page.waitForURL((to) => to.pathname.startsWith('/en/'));
      await expect.poll(() => page.locator('.bar-here').innerText()).toMatch(/^5\.2/);
    });
    await visit('/search/?q=温度&scope=clauses', async (page) => {
      await page.locator('.language-switch').click();
      await page.waitForURL((to) => to.pathname === '/en/search/');
      expect(new URL(page.url()).searchParams.get('q')).toBe('温度');
    });
  });
});

describe('the bar at the foot of a phone', () => {
  test('opens the contents as a sheet, which Escape and a choice close', async () => {
    await visit(
      `${STANDARD}#5.2`,
      async (page) => {
        const sheet = page.locator('.contents');
        await page.locator('.bar-contents').tap();
        await expect
          .poll(() => sheet.evaluate((each) => getComputedStyle(each).position))
          .toBe('fixed');
        await page.keyboard.press('Escape');
        await expect
          .poll(() => sheet.evaluate((each) => getComputedStyle(each).position))
          .not.toBe('fixed');
        await page.locator('.bar-contents').tap();
        await page.locator('.contents a', { hasText: '作业过程温度控制' }).tap();
        await expect
          .poll(() => sheet.evaluate((each) => getComputedStyle(each).position))
          .not.toBe('fixed');
        await expect.poll(() => page.locator('.bar-here').innerText()).toMatch(/^第7章/);
        await page.locator('.bar-top').tap();
        await expect.poll(() => page.evaluate(() => window.scrollY)).toBeLessThan(200);
      },
      PHONE,
    );
  });
});

test('figures keep their place and open large by a tap', async () => {
  await visit(
    STANDARD,
    async (page) => {
      const figures = page.locator('.std-figure img');
      const sizes = await figures.evaluateAll((images) =>
        images.map((image) => [image.getAttribute('width'), image.getAttribute('height')]),
      );
      expect(sizes.length).toBeGreaterThan(0);
      expect(sizes.flat().every((size) => Number(size) > 0)).toBe(true);
      await page.locator('.enlarge').first().tap();
      const large = page.locator('.figure-window img');
      await expect
        .poll(() => large.evaluate((image) => image.getBoundingClientRect().width))
        .toBeGreaterThan(800);
      await page.getByRole('button', { name: '关闭' }).tap();
      await expect.poll(() => page.locator('.figure-window').count()).toBe(0);
    },
    PHONE,
  );
});

describe('by touch', () => {
  test('a first tap on a reference shows its title and status, a second goes there', async () => {
    await visit(
      `${STANDARD}#2`,
      async (page) => {
        const reference = page.locator('.document [data-kind="references"] .std-ref').first();
        await page.locator('.standard[data-ready]').waitFor();
        await reference.tap();
        const sheet = page.locator('.reference-sheet');
        await expect.poll(() => sheet.isVisible()).toBe(true);
        await expect.poll(() => sheet.innerText()).toMatch(/现行|被代替|废止/);
        await sheet.getByRole('button', { name: '关闭' }).tap();
        await expect.poll(() => sheet.isVisible()).toBe(false);
        await reference.tap();
        await sheet.getByRole('link').tap();
        await page.waitForURL((to) => to.pathname !== STANDARD);
      },
      PHONE,
    );
  });

  test('a first tap on a term shows its definition', async () => {
    await visit(
      STANDARD,
      async (page) => {
        const term = page.locator('.term-ref', { hasText: '温区' }).first();
        await term.scrollIntoViewIfNeeded();
        await term.tap();
        const sheet = page.locator('.reference-sheet');
        await expect.poll(() => sheet.innerText()).toContain('封闭空间');
        await sheet.getByRole('link', { name: '去看定义' }).tap();
        await expect.poll(() => page.locator('.clause.landed dfn').innerText()).toBe('温区');
      },
      PHONE,
    );
  });

  test('a card can be entered with the pointer', async () => {
    await visit(STANDARD, async (page) => {
      await page.clock.install();
      await page.locator('.document .std-ref').first().hover();
      const card = page.locator('.hover-card');
      await expect.poll(() => card.isVisible()).toBe(true);
      const box = await card.boundingBox();
      await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) - 2, { steps: 4 });
      await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20, { steps: 4 });
      await page.clock.runFor(500);
      await expect.poll(() => card.isVisible()).toBe(true);
    });
  });
});

describe('provisions', () => {
  test('counts open the list of those provisions, each with its clause', async () => {
    await visit(STANDARD, async (page) => {
      const count = page.locator('.provision-counts a').first();
      await expect.poll(() => count.innerText()).toMatch(/要求\s+\d+/);
      const wanted = Number(/\d+/.exec(await count.innerText())?.[0]);
      await count.click();
      const list = page.locator('#page-provisions-requirement');
      await expect.poll(() => list.isVisible()).toBe(true);
      await expect.poll(() => list.locator('p').count()).toBe(wanted);
      const ids = await list
        .locator('a')
        .evaluateAll((links) =>
          links.filter(
            (link) => !document.getElementById((link as HTMLAnchorElement).hash.slice(1)),
          ),
        );
      expect(ids).toEqual([]);
    });
  });

  test('are marked in the text by colour and line when the switch is on, and stay so', async () => {
    await visit(STANDARD, async (page) => {
      const line = () =>
        page
          .locator('.document .verb[data-type="requirement"]')
          .first()
          .evaluate((verb) => getComputedStyle(verb).textDecorationStyle);
      const before = await line();
      await page.locator('.verb-switch input').check();
      expect([before, await line()]).toEqual(['solid', 'double']);
      await page.reload();
      expect(await line()).toBe('double');
    });
  });
});
