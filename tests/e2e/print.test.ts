import { describe, expect, test } from 'vitest';
import { localDay } from '#search/shared/day.ts';
import { renderMath } from '#core/render/math.ts';
import { printSheets, READS_PDF } from '../support/paper.ts';
import { PHONE, startVisits } from '../support/visits.ts';

const { visit } = startVisits();

describe.skipIf(!READS_PDF)('in the margins of every sheet', () => {
  test.each([
    ['/standards/db9902-t-12-2023/', 'DB9902/T 12—2023', '样例 · Sample', '现行'],
    [
      '/standards/db9902-t-12-2018/',
      'DB9902/T 12—2018',
      '样例 · Sample',
      '已被 DB9902/T 12—2023 代替',
    ],
    [
      '/en/standards/db9902-t-12-2018/',
      'DB9902/T 12—2018',
      '样例 · Sample',
      'Superseded by DB9902/T 12—2023',
    ],
    ['/standards/gb-t-1.1-2020/', 'GB/T 1.1—2020', '目录信息，非标准文本', '现行'],
    [
      '/en/standards/gb-t-1.1-2020/',
      'GB/T 1.1—2020',
      'Catalogue facts, not the text of the standard',
      'In force',
    ],
    ['/systems/', '标准体系', '含样例 · Contains samples', ''],
    ['/systems/gaps/', '缺口', '含样例 · Contains samples', ''],
    ['/systems/cold-chain/list/', '冷链物流', '样例 · Sample', ''],
    ['/en/systems/cold-chain/', 'cold chain', '样例 · Sample', ''],
    ['/browse/', '浏览', '含样例 · Contains samples', ''],
  ])('%s says what it is, its day, its address and n/N', async (path, name, mark, status) => {
    const sheets = await visit(path, printSheets);
    expect(sheets.length).toBeGreaterThan(0);
    const day = path.startsWith('/en/') ? `Printed ${localDay()}` : `打印于 ${localDay()}`;
    for (const [at, sheet] of sheets.entries()) {
      const reserve = path.startsWith('/en/') ? 'The official text prevails' : '以正式文本为准';
      const said = [name, mark, status, day, reserve, `https://standards.example${path}`];
      expect(said.filter((each) => !sheet.includes(each))).toEqual([]);
      expect(sheet).toMatch(new RegExp(String.raw`\b${at + 1} ?/ ?${sheets.length}\b`));
    }
  });

  test('without script the day of the facts stands instead of the day of printing', async () => {
    const sheets = await visit('/standards/db9902-t-12-2018/', printSheets, {
      javaScriptEnabled: false,
    });
    for (const sheet of sheets) {
      expect(sheet).toMatch(/目录信息截至 \d{4}-\d\d-\d\d/);
      expect(sheet).not.toContain('打印于');
      expect(sheet).toContain('已被 DB9902/T 12—2023 代替');
    }
  });

  test('the status is that of the day of printing', async () => {
    const path = '/en/standards/db9902-t-47-2026/';
    const onDay = (day: string) =>
      visit('/', async (page) => {
        await page.clock.setFixedTime(new Date(`${day}T10:00:00`));
        await page.goto(new URL(path, page.url()).href);
        return printSheets(page);
      });
    for (const sheet of await onDay('2026-12-01')) {
      expect(sheet).toContain('Not yet in force (from 2027-03-01)');
    }
    for (const sheet of await onDay('2027-03-01')) {
      expect(sheet).toContain('Printed 2027-03-01');
      expect(sheet).toContain('In force');
      expect(sheet).not.toContain('Not yet in force');
    }
  });
});

/** The number of a sheet as a page of the document, on the line of the day or of the address; empty where it has none. */
const pageOf = (sheet: string): string =>
  / (?:打印于|Printed) \d{4}-\d\d-\d\d (?:https?:\S+ )?(?:([IVX]+|\d+) )?(?:目录信息截至|Catalogue)/.exec(
    sheet,
  )?.[1] ?? '';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI'];

describe.skipIf(!READS_PDF)('a standard prints in the order of GB/T 1.1', () => {
  test.each([
    ['from a wide screen', {}],
    ['from a phone, where the contents are closed', PHONE],
  ])('%s', async (_name, options) => {
    const sheets = await visit('/standards/q-sfxs-010-2025/', printSheets, options);
    const find = (pattern: RegExp) => sheets.findIndex((sheet) => pattern.test(sheet));
    const contents = find(/目 ?次/);
    const [foreword, introduction, text] = [
      find(/前 ?言 本/),
      find(/引 ?言 0\.1/),
      find(/1 范围 本/),
    ];
    expect([contents, introduction, text]).toEqual([1, foreword + 1, foreword + 2]);
    const listed = sheets.slice(contents, foreword).join(' ');
    const entries = ['前言', '引言', '1 范围', '6.1.2 光晕', '附录A', 'B.2', '参考文献', '索引'];
    expect(entries.filter((entry) => !listed.includes(entry))).toEqual([]);
    expect(listed).toContain('目次不列页码');
    for (const beside of ['指标', '目录信息和', '跳过']) expect(listed).not.toContain(beside);
    // The name stands on the cover and again above the first clause, and nowhere else as a line of its own.
    expect(sheets[text]).toMatch(/2025 车载液晶显示模组 1 范围/);
    expect(sheets.filter((sheet) => /2025 车载液晶显示模组 /.test(sheet))).toHaveLength(2);
    // Table of the portal last, marked as such.
    const last = sheets.length - 1;
    expect(find(/启动时间 ≤ ?2 ?s/)).toBe(last);
    expect(sheets[last]).toContain('不是标准正文的一部分');
    const body = Array.from({ length: last - text }, (_, at) => String(at + 1));
    expect(sheets.map(pageOf)).toEqual(['', ...ROMAN.slice(0, text - 1), ...body, '']);
    // A footnote of the text stands on the sheet that mentions it, below its paragraph.
    const footnote = sheets.filter((sheet) => sheet.includes('夜间驾驶时，仪表用模组'));
    expect(footnote).toHaveLength(1);
    expect(footnote[0]).toMatch(/6\.1\.2 光晕.*夜间驾驶时，仪表用模组.*6\.1\.3 响应时间/);
  });

  test('in English, and without script', async () => {
    const sheets = await visit('/en/standards/t-sfjd-005-2024/', printSheets, {
      javaScriptEnabled: false,
    });
    expect(sheets[1]).toMatch(/Contents Foreword Introduction 1 Scope/);
    const text = sheets.findIndex((sheet) => /1 Scope This document/.test(sheet));
    expect(sheets[text]).toMatch(
      /2024 Technical requirements for interconnection and interoperability of household refrigerators 1 Scope/,
    );
  });

  test('a text without a translation prints no empty contents', async () => {
    const sheets = await visit('/en/standards/t-sfjd-005-2021/', printSheets);
    expect(sheets.filter((sheet) => sheet.includes('the contents have no page numbers'))).toEqual(
      [],
    );
  });
});

test.skipIf(!READS_PDF)('a record prints as one sheet of data, never as a cover', async () => {
  for (const [path, head, data] of [
    ['/standards/gb-t-1.1-2020/', '目录信息，非标准文本', ['实施日期', '信息来源']],
    ['/en/standards/gb-t-1.1-2020/', 'Catalogue facts, not the text of the standard', ['ICS']],
  ] as const) {
    await visit(path, async (page) => {
      const sheets = await printSheets(page);
      expect(sheets).toHaveLength(1);
      expect(sheets[0]?.split(head).length).toBe(3);
      for (const word of [...data, 'GB/T 1.1—2020', '2020-10-01'])
        expect(sheets[0]).toContain(word);
      await page.emulateMedia({ media: 'print' });
      await expect.poll(() => page.locator('.cover-kind:visible, .seal:visible').count()).toBe(0);
    });
  }
});

test('a formula wider than the sheet is on paper as a whole', async () => {
  const terms = [1, 2, 3, 4, 5].map((at) => `K_${at} A_${at} (t_1 - t_${at + 1})`);
  const wide = [
    String.raw`Q = \frac{${terms.join(' + ')}}{\eta_1 \eta_2 \eta_3} + \sum_{i=1}^{n} q_i c_i \Delta t_i`,
    String.raw`Q = \sqrt{${[...terms, ...terms].join(' + ')}}`,
    terms.concat(terms, terms).join(' + '),
  ];
  await visit('/standards/db9902-t-12-2023/', async (page) => {
    for (const tex of [...wide, 'a = b']) {
      await page.emulateMedia({ media: 'screen' });
      await page.$eval(
        '.std-formula .math',
        (math, html) => (math.innerHTML = html),
        renderMath(tex, true).html,
      );
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      // The width of the text of A4 within 25 mm and 20 mm.
      await page.setViewportSize({ width: 623, height: 900 });
      await page.waitForFunction(() => matchMedia('print').matches && innerWidth === 623);
      const { right, size } = await page.$eval('.std-formula .math', (math) => ({
        right: Math.max(
          ...[...math.querySelectorAll('.katex-base')].map(
            (part) => part.getBoundingClientRect().right,
          ),
        ),
        size: Number.parseFloat(getComputedStyle(math).fontSize),
      }));
      expect(right, tex).toBeLessThanOrEqual(623);
      expect(size, tex).toBeGreaterThan(tex === 'a = b' ? 13.9 : 5);
    }
  });
});

test.each([
  '/standards/t-sfcc-009-2024/',
  '/standards/db9902-t-28-2024/',
  '/standards/q-sfzd-004-2026/',
])('no formula, table or line of %s is cut at the margin of the sheet', async (path) => {
  await visit(path, async (page) => {
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 623, height: 900 });
    await page.waitForFunction(() => matchMedia('print').matches && innerWidth === 623);
    const { formulae, beyond } = await page.evaluate(() => {
      const parts = [...document.querySelectorAll('.std-formula .katex-base')];
      const all = [
        ...parts,
        ...document.querySelectorAll('.document :is(p, td, th, li, svg, img)'),
      ];
      return {
        formulae: parts.length,
        beyond: all
          .filter((each) => {
            const { left, right, width } = each.getBoundingClientRect();
            return width > 0 && (right > 623.5 || left < -0.5);
          })
          .map((each) => each.outerHTML.slice(0, 80)),
      };
    });
    expect(formulae).toBeGreaterThan(0);
    expect(beyond).toEqual([]);
  });
});

test.skipIf(!READS_PDF)('a long table begins under its title and repeats its head', async () => {
  await visit('/standards/db9902-t-12-2023/', async (page) => {
    await page.$eval('.std-table tbody', (rows) => {
      rows
        .closest('table')
        ?.querySelector('thead tr')
        ?.replaceChildren(document.createElement('th'));
      const head = rows.closest('table')?.querySelector('thead th');
      if (head) head.textContent = 'HEADWORD';
      rows.innerHTML = Array.from(
        { length: 120 },
        (_, at) => `<tr><td>row-${at}-end</td></tr>`,
      ).join('');
      const title = rows.closest('figure')?.querySelector('figcaption');
      if (title) title.textContent = 'TITLEWORD';
    });
    const sheets = await printSheets(page);
    const rows = sheets.filter((sheet) => /row-\d+-end/.test(sheet));
    expect(rows.length).toBeGreaterThan(1);
    expect(rows[0]).toContain('TITLEWORD');
    for (const sheet of rows) expect(sheet.split('HEADWORD')).toHaveLength(2);
    const all = sheets.join(' ').match(/row-\d+-end/g);
    expect(all).toHaveLength(120);
  });
});

test('forms are not printed', async () => {
  for (const path of ['/systems/', '/systems/gaps/', '/browse/']) {
    await visit(path, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await expect
        .poll(() => page.locator('select:visible, input:visible, form:visible').count())
        .toBe(0);
    });
  }
});
