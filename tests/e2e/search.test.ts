import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { addressOf, ask, eventually, numbers, openSite, settle, visit } from '../search/browser.ts';

openSite();

const current = 'DB9902/T 12—2023';

describe('the page of results', () => {
  test('finds a number at the first place, however it is written', async () => {
    await visit('/search/', async (page) => {
      for (const query of [
        'DB9902/T 12—2023',
        'db9902t12',
        'DB 9902／T　12—2023',
        'ＤＢ９９０２／Ｔ１２－２０２３',
        'db9902t122023',
        'DB9902/T 12',
        'db9902-t-12-2023',
        '9902-12',
        'DB9902 12-2023',
        '《DB9902/T 12—2023》',
      ]) {
        await page.goto(new URL(addressOf(query), page.url()).href);
        expect((await numbers(page))[0], query).toBe(current);
      }
    });
  });

  test('finds titles, fragments and pinyin', async () => {
    await visit('/search/', async (page) => {
      expect((await ask(page, '单体牡蛎筏式养殖技术规程'))[0]).toBe('T/SFHM 002—2025');
      expect((await ask(page, '家用电冰箱互联互通技术要求'))[0]).toBe('T/SFJD 005—2024');
      expect(await ask(page, '牡蛎')).toContain('T/SFHM 002—2025');
      expect(await ask(page, '记录仪校准')).toContain('T/SFCC 003—2024');
      expect((await ask(page, 'danti muli'))[0]).toBe('T/SFHM 002—2025');
    });
  });

  test('leads from a phrase inside a clause to that clause', async () => {
    await visit(addressOf('抽测货物的中心温度'), async (page) => {
      await settle(page);
      const clause = page.locator('.clauses li').filter({ hasText: '收货和入库' }).first();
      const link = clause.locator('a');
      await expect.poll(() => link.locator('.address').textContent()).toBe('7.1');
      await expect
        .poll(() => clause.locator('mark').first().textContent())
        .toBe('抽测货物的中心温度');
      await link.click();
      await page.waitForURL(/db9902-t-12-2023\/#receive$/);
      await eventually(() =>
        page.evaluate(() => {
          const top = document.getElementById('receive')?.getBoundingClientRect().top ?? -1;
          return top >= 0 && top < window.innerHeight / 2;
        }),
      ).toBe(true);
    });
  });

  test('asks in pairs: a phrase that cuts across dictionary words is found, and only where it is', async () => {
    await visit(addressOf('计超温'), async (page) => {
      const found = await numbers(page);
      expect(found).toContain(current);
      expect(found).not.toContain('T/SFHM 002—2025');
      expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
    });
  });

  test('groups clauses by standard, five at most, those in force first and the rest marked', async () => {
    await visit(addressOf('冷链物流企业温度控制'), async (page) => {
      const found = await numbers(page);
      expect(new Set(found).size).toBe(found.length);
      expect(found.indexOf(current)).toBeLessThan(found.indexOf('DB9902/T 12—2018'));
      const number = page.locator('.number', { hasText: 'DB9902/T 12—2018' });
      const old = page.locator('.hit').filter({ has: number });
      await expect.poll(() => old.locator('.status').textContent()).toContain('被代替');
      const counts = await page.$$eval('.clauses', (lists) =>
        lists.map((list) => list.children.length),
      );
      expect(Math.max(...counts)).toBeLessThanOrEqual(5);
      expect(
        await page.$$eval(
          'mark',
          (marks) => marks.filter((mark) => mark.nextSibling?.nodeName === 'MARK').length,
        ),
      ).toBe(0);
    });
  });

  test('says the count, turns pages, keeps its state in the address and goes back', async () => {
    await visit(addressOf('冷链'), async (page) => {
      expect(await settle(page)).toMatch(/^找到 \d+\+? 项.*第 1–10 项$/);
      const first = await numbers(page);
      expect(first).toHaveLength(10);
      await page.click('.pager a[rel="next"]');
      await eventually(() => page.textContent('.search-count')).toContain('第 11–');
      expect(new URL(page.url()).searchParams.get('page')).toBe('2');
      expect(await page.getAttribute('.pager [aria-current="page"]', 'aria-label')).toBe('第 2 页');
      const second = await numbers(page);
      expect(second.filter((number) => first.includes(number))).toEqual([]);
      await ask(page, '牡蛎');
      expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent('牡蛎')}`);
      await page.goBack();
      await eventually(() => page.inputValue('#search-q')).toBe('冷链');
      await eventually(() => page.textContent('.search-count')).toContain('第 11–');
      expect(await numbers(page)).toEqual(second);
      await page.goBack();
      await eventually(() => page.textContent('.search-count')).toContain('第 1–10');
      expect(await numbers(page)).toEqual(first);
    });
  });

  test('answers while typing, but not while an input method composes', async () => {
    await visit('/search/', async (page) => {
      await page.clock.install();
      await page.focus('#search-q');
      const client = await page.context().newCDPSession(page);
      for (const text of ['m', 'mu', 'mu l', 'mu li']) {
        await client.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      }
      await page.clock.runFor(500);
      expect(page.url()).not.toContain('q=');
      await expect.poll(() => page.textContent('.search-count')).toBe('');
      await client.send('Input.insertText', { text: '牡蛎' });
      expect(await numbers(page)).toContain('T/SFHM 002—2025');
      expect(new URL(page.url()).searchParams.get('q')).toBe('牡蛎');
    });
  });

  test('is honest when there is nothing, and offers near numbers', async () => {
    await visit(addressOf('乌有之乡'), async (page) => {
      expect(await settle(page)).toContain('没有找到“乌有之乡”的答案');
      await expect
        .poll(() => page.textContent('.nothing'))
        .toMatch(/本馆没有标准回答这个问题.*找过 \d+ 项馆藏标准.*[\d,]+ 条目录记录/s);
    });
    await visit(addressOf('麤鼉'), async (page) => {
      expect(await settle(page)).toBe('没有找到“麤鼉”');
      await expect
        .poll(() => page.textContent('.nothing'))
        .toMatch(/本馆没有标准回答这个问题.*找过 \d+ 项馆藏标准.*[\d,]+ 条目录记录/s);
      expect(await page.getAttribute('.nothing a', 'href')).toBe('/browse/');
      await expect.poll(() => page.isVisible('[data-filters]')).toBe(false);
    });
    await visit(addressOf('db9902t122'), async (page) => {
      expect(await settle(page)).toContain('没有找到');
      await expect.poll(() => page.textContent('.nearest')).toBe('编号相近的标准');
      expect(
        await page.$$eval('.hit .number', (all) => all.map((each) => each.textContent)),
      ).toContain(current);
    });
  });

  const hostile = [
    ['a script', '<script>window.hurt=1</script>'],
    ['an image with a script', '"><img src=x onerror="window.hurt=1">'],
    ['quotes', "'; drop table --"],
    ['a pattern', '.*+?^${}()|[]\\'],
    ['a slow pattern', '((a+)+)+$'],
    ['punctuation', '。，、！？——'],
    ['emoji', '😀🧊'],
    ['control characters', '\u0000\u0007\u001b'],
    ['a broken escape', '%E0%A4%A'],
    ['the name of a value', 'null'],
    ['10,000 characters', '温'.repeat(10_000)],
    ['3,000 words', 'a '.repeat(3000)],
  ] as const;

  test('bears whatever is asked', async () => {
    await visit('/search/', async (page) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('dialog', (dialog) => errors.push(dialog.message()));
      for (const [name, query] of hostile) {
        // An answer that is known stands there before each.
        await ask(page, 'db9902t12');
        await page.fill('#search-q', query);
        await page.keyboard.press('Enter');
        const count = page.locator('.search-count');
        await expect.poll(() => count.textContent(), { message: name }).not.toContain('db9902t12');
        await page.waitForFunction(() => document.querySelector('[aria-busy]') === null);
        expect(await page.evaluate(() => 'hurt' in window), name).toBe(false);
        const drawn = page.locator('[data-results] img, [data-results] script');
        await expect.poll(() => drawn.count(), { message: name }).toBe(0);
        expect(page.url().length, name).toBeLessThan(2500);
        expect(errors, name).toEqual([]);
      }
    });
  });

  test('in English leads to English pages, and to the Chinese clause where there is no other', async () => {
    await visit(addressOf('refrigerator', '/en'), async (page) => {
      expect(await settle(page)).toMatch(/^Standards found/);
      const number = page.locator('.line .number', { hasText: 'T/SFJD 005—2024' });
      const hit = page.locator('.hit').filter({ has: number });
      await expect
        .poll(() => hit.locator('h2 a').getAttribute('href'))
        .toBe('/en/standards/t-sfjd-005-2024/');
      await expect
        .poll(() => hit.locator('.clauses a').first().getAttribute('href'))
        .toMatch(/^\/en\/standards\/t-sfjd-005-2024\/#/);
    });
    await visit(addressOf('中心温度', '/en'), async (page) => {
      await settle(page);
      const clause = page.locator('.clauses a').first();
      await expect.poll(() => clause.getAttribute('href')).toMatch(/^\/standards\//);
      await expect.poll(() => clause.getAttribute('lang')).toBe('zh-CN');
    });
  });

  test('begins with examples, each of which finds something', async () => {
    await visit('/search/', async (page) => {
      const links = page.locator('.search-intro li a');
      const examples = await links.allTextContents();
      expect(examples).toHaveLength(4);
      for (const example of examples) expect(await ask(page, example), example).not.toEqual([]);
    });
  });

  test('draws the mark of a status', async () => {
    await visit(addressOf('db9902t12'), async (page) => {
      await settle(page);
      const href = await page.locator('.hit .status use').first().getAttribute('href');
      const [file = '', id] = (href ?? '').split('#');
      const icons =
        file === ''
          ? await page.content()
          : await (await page.request.get(new URL(file, page.url()).href)).text();
      expect(icons).toContain(`id="${id}"`);
    });
  });

  test('without scripts says how to browse', async () => {
    await visit(
      '/search/',
      async (page) => {
        await expect.poll(() => page.textContent('.no-script')).toContain('没有运行脚本');
        for (const href of ['/browse/', '/browse/kind/local/', '/terms/', '/data/catalogue.csv']) {
          expect(await page.locator(`.no-script a[href="${href}"]`).isVisible(), href).toBe(true);
        }
        await expect
          .poll(() => page.locator('[data-body], .scopes, .search-intro').count())
          .toBe(3);
        for (const part of ['[data-body]', '.scopes', '.search-intro']) {
          expect(await page.locator(part).isVisible(), part).toBe(false);
        }
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('when parts are missing', () => {
  test('without the texts, numbers and titles still answer, and the page says so', async () => {
    await visit(
      addressOf('冷链物流'),
      async (page) => {
        expect(await numbers(page)).toContain(current);
        await expect.poll(() => page.textContent('.notice')).toContain('条文暂时无法搜索');
      },
      {},
      (page) => page.route('**/search-index/standards/**', (route) => route.abort()),
    );
  });

  test('without any data it says so, and a second try works', async () => {
    await visit(
      addressOf('冷链物流'),
      async (page) => {
        await page.waitForSelector('button.retry');
        await expect.poll(() => page.textContent('.search-count')).toContain('没有读到');
        await page.unroute('**/search-index/**');
        await page.click('button.retry');
        await expect.poll(() => numbers(page)).toContain(current);
      },
      {},
      (page) => page.route('**/search-index/**', (route) => route.abort()),
    );
  });
});

describe('for everybody', () => {
  const states = [
    ['before asking', '/search/', ''],
    ['with results', addressOf('冷链物流'), ''],
    ['with nothing', addressOf('乌有之乡'), ''],
    ['with suggestions', '/en/search/', 'db9902t12'],
  ] as const;

  test.each(states)(
    '%s: axe finds nothing in either scheme, nothing scrolls sideways',
    async (_, path, typed) => {
      await visit(path, async (page) => {
        if (path.includes('?')) await settle(page);
        if (typed !== '') {
          await page.focus('#header-q');
          await page.keyboard.type(typed);
          await page.waitForSelector('[role="option"]');
          await page.keyboard.press('ArrowDown');
        }
        expect(await findAxeViolations(page)).toEqual({ light: [], dark: [] });
        for (const width of [1024, 390, 320]) {
          await page.setViewportSize({ width, height: 800 });
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(over, String(width)).toBeLessThanOrEqual(0);
        }
      });
    },
  );

  test('the line of further clauses opens as many as it says, or leads to the standard that has them', async () => {
    await visit(addressOf('温度'), async (page) => {
      await settle(page);
      const lines = page.locator('.hit .more-clauses');
      expect(await lines.count()).toBeGreaterThan(2);
      for (const line of (await lines.all()).slice(0, 3)) {
        const said = Number(/\d+/.exec((await line.locator('summary').textContent()) ?? '')?.[0]);
        await line.locator('summary').click();
        const links = line.locator('.clauses a');
        await links.first().waitFor();
        const rest = (await line.locator('.rest a').allTextContents()).join('');
        expect((await links.count()) + Number(/\d+/.exec(rest)?.[0] ?? 0)).toBe(said);
        for (const link of await links.all()) {
          await expect
            .poll(() => link.getAttribute('href'))
            .toMatch(/^\/standards\/[^/]+\/(?:\?[^#]*)?#./);
        }
      }
    });
  });

  test('the first search costs at most 400 KB on the wire, with the counts of all tabs', async () => {
    for (const query of ['db9902t12', '中心温度', '冷链']) {
      const bodies: Buffer[] = [];
      await visit(
        '/search/',
        async (page) => {
          await ask(page, query);
          await eventually(() => page.locator('.scopes .count').count()).toBe(4);
          await page.waitForLoadState('networkidle');
        },
        {},
        async (page) => {
          page.on('response', (response) => {
            if (!response.url().includes('/search-index/')) return;
            void response.body().then(
              (body) => bodies.push(body),
              () => undefined,
            );
          });
        },
      );
      const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
      const bytes = sum(bodies.map((body) => gzipSync(body).length));
      expect(bytes, query).toBeGreaterThan(10_000);
      expect(bytes, query).toBeLessThan(400_000);
    }
  });
});
