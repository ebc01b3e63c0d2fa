import { expect, test } from 'vitest';
import { writeShare } from '#core/basket/index.ts';
import { PHONE, startVisits } from '../support/visits.ts';

const { visit } = startVisits();
const GROUP = '/tools/indicators/smart-refrigerator/';

test('a value of the reader stands among those of the standards, and in the address', async () => {
  await visit(GROUP, async (page) => {
    const noise = page.locator('#noise');
    await noise.locator('input').fill('37 dB');
    await noise.locator('form button').click();
    await expect
      .poll(() => noise.locator('[data-own-said]').textContent())
      .toBe('37 dB：5 项标准中符合 3 项。 水平：平均（4 星）。');
    await expect
      .poll(() => noise.locator('[data-own-cell]').allTextContents())
      .toEqual(['符合', '符合', '不符合', '不符合', '符合']);
    expect(new URL(page.url()).searchParams.get('noise')).toBe('37 dB');
    await page.reload();
    await expect.poll(() => noise.locator('[data-own-said]').textContent()).toContain('符合 3 项');
    await noise.locator('input').fill('37 dB(A)');
    await noise.locator('form button').click();
    await expect
      .poll(() => noise.locator('[data-own-said]').textContent())
      .toBe('dB(A) 不能换算成 dB。');
    await expect.poll(() => noise.locator('[data-own-cell]').first().isVisible()).toBe(false);
    const freezing = page.locator('#freezing');
    await freezing.locator('input').fill('1.2 h');
    await freezing.locator('form button').click();
    await expect
      .poll(() => freezing.locator('[data-own-said]').textContent())
      .toContain('5 项标准中符合 3 项');
  });
});

test('a basket in the address leaves its standards, and says so', async () => {
  const share = writeShare({
    name: '两项',
    items: [
      { slug: 'q-sfzd-004-2026', number: 'Q/SFZD 004—2026' },
      { slug: 'q-sfby-012-2025', number: 'Q/SFBY 012—2025' },
    ],
  });
  await visit(`/tools/indicators/#${share}`, async (page) => {
    await page.locator('a[data-group]', { hasText: '电冰箱保鲜' }).click();
    const said = page.locator('[data-of-basket]');
    await said.locator('a').waitFor();
    await expect.poll(() => said.textContent()).toBe('只比标准篮“两项”里的 2 项。 看全部');
    await expect.poll(() => page.locator('#noise tbody tr:visible').count()).toBe(2);
    await said.locator('a').click();
    await page.waitForURL((address) => address.hash === '');
    await expect.poll(() => page.locator('#noise tbody tr:visible').count()).toBe(5);
  });
});

test('without scripts all values are there', async () => {
  for (const path of [GROUP, `/en${GROUP}`]) {
    await visit(
      path,
      async (page) => {
        await expect.poll(() => page.locator('#freezing tbody tr').count()).toBe(5);
        await expect.poll(() => page.locator('.own-form:visible').count()).toBe(0);
        await expect
          .poll(() => page.locator('#freezing svg desc').textContent())
          .toContain('Q/SFBY 012—2025 ≤ 45 min');
      },
      { javaScriptEnabled: false },
    );
  }
});

test('on a phone nothing is wider than it', async () => {
  for (const path of [GROUP, `/en${GROUP}`, '/tools/indicators/']) {
    await visit(
      path,
      async (page) => {
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(over, path).toBeLessThanOrEqual(0);
      },
      PHONE,
    );
  }
});
