import { expect, test } from 'vitest';
import { PHONE, startVisits } from '../support/visits.ts';

const { visit } = startVisits();
const GROUP = '/tools/indicators/smart-refrigerator/';

test('a value of the reader stands among those of the standards, and in the address', async () => {
  await visit(GROUP, async (page) => {
    const noise = page.locator('#noise');
    await noise.locator('input').fill('37 dB');
    await noise.locator('form button').click();
    expect(await noise.locator('[data-own-said]').textContent()).toBe(
      '37 dB：5 项标准中符合 3 项。 水平：平均（4 星）。',
    );
    expect(await noise.locator('[data-own-cell]').allTextContents()).toEqual([
      '符合',
      '符合',
      '不符合',
      '不符合',
      '符合',
    ]);
    expect(new URL(page.url()).searchParams.get('noise')).toBe('37 dB');
    await page.reload();
    expect(await noise.locator('[data-own-said]').textContent()).toContain('符合 3 项');
    await noise.locator('input').fill('37 dB(A)');
    await noise.locator('form button').click();
    expect(await noise.locator('[data-own-said]').textContent()).toBe('dB(A) 不能换算成 dB。');
    expect(await noise.locator('[data-own-cell]').first().isVisible()).toBe(false);
    const freezing = page.locator('#freezing');
    await freezing.locator('input').fill('1.2 h');
    await freezing.locator('form button').click();
    expect(await freezing.locator('[data-own-said]').textContent()).toContain(
      '5 项标准中符合 3 项',
    );
  });
});

test('without scripts all values are there, and on a phone nothing is wider than it', async () => {
  for (const path of [GROUP, `/en${GROUP}`, '/tools/indicators/']) {
    await visit(
      path,
      async (page) => {
        if (path !== '/tools/indicators/') {
          expect(await page.locator('#freezing tbody tr').count()).toBe(5);
          expect(await page.locator('.own-form:visible').count()).toBe(0);
          expect(await page.locator('#freezing svg desc').textContent()).toContain(
            'Q/SFBY 012—2025 ≤ 45 min',
          );
        }
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(over, path).toBeLessThanOrEqual(0);
      },
      { ...PHONE, javaScriptEnabled: false },
    );
  }
});
