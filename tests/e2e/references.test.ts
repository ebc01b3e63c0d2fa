import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { save } from '../support/download.ts';
import { PHONE, startVisits } from '../support/visits.ts';

const { visit } = startVisits();
const STALE = '/tools/stale-references/';
const REFERENCES = '/standards/db9902-t-12-2023/references/';

describe('references of a standard', () => {
  test('are sorted, filtered by what the address says, and taken away as they are shown', async () => {
    await visit(REFERENCES, async (page) => {
      const rows = page.locator('.report-table tr[data-row]:visible');
      const all = await rows.count();
      await page.selectOption('select[name="relation"]', 'citedBy');
      const shown = await rows.count();
      expect(shown).toBeGreaterThan(1);
      expect(shown).toBeLessThan(all);
      expect(page.url()).toContain('relation=citedBy');
      const numbers = () => rows.locator('th .number').allTextContents();
      await page.locator('.report-table thead button').nth(1).click();
      const up = await numbers();
      await page.locator('.report-table thead button').nth(1).click();
      await expect.poll(() => numbers()).toEqual(up.toReversed());

      const csv = await save(page, '[data-format="csv"]');
      const cells: string[][] = parse(csv.bytes, { bom: true });
      expect(cells).toHaveLength(shown + 1);
      expect(cells[1]?.[1]).toContain((await numbers())[0]);
      expect(cells[1]?.at(-1)).toMatch(/^\d{4}-\d\d-\d\d$/);
      const json = await save(page, '[data-format="json"]');
      expect(JSON.parse(json.bytes.toString())).toHaveLength(shown);
      const graph = (await save(page, '[data-format="graphml"]')).bytes.toString();
      // What rests on it points at it.
      expect(graph.match(/<edge source="[^"]+" target="DB9902\/T 12—2023">/g)).toHaveLength(shown);
    });
  });

  test('are all there without scripts, and fit a phone', async () => {
    for (const path of [REFERENCES, `/en${REFERENCES}`, STALE]) {
      await visit(
        path,
        async (page) => {
          expect(await page.locator('.report-table tr[data-row]').count()).toBeGreaterThan(0);
          await expect.poll(() => page.locator('.report-tools').isVisible()).toBe(false);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(over, path).toBeLessThanOrEqual(0);
        },
        { ...PHONE, javaScriptEnabled: false },
      );
    }
  });
});

test('a stale reference has its clauses, its heir and its system, on the page and in the workbook', async () => {
  await visit(STALE, async (page) => {
    const row = page.locator('tr[data-row]', { hasText: 'GB/T 23391.1—2009' });
    const clause = row.locator('[data-head="引用处"] a').first();
    await expect
      .poll(() => clause.getAttribute('href'))
      .toMatch(/\/standards\/db9902-t-28-2024\/#/);
    await expect
      .poll(() => row.locator('[data-head="现在用"]').textContent())
      .toContain('GB/T 23391.1—2026');
    const { bytes } = await save(page, '[data-format="xlsx"]');
    const [sheet] = await readExcelFile(bytes);
    const cells = sheet?.data.flat().map(String) ?? [];
    expect(cells.some((cell) => cell.includes('现代农业产业链标准体系'))).toBe(true);
    expect(cells.some((cell) => cell.startsWith('DB9902/T 28—2024'))).toBe(true);
  });
});
