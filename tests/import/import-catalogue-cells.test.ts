import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay, readStatus } from '#import/catalogue/values.ts';
import { readCellText } from '#import/workbook/cell-text.ts';
import { importCatalogue } from '#import/catalogue/index.ts';
import type { ImportResult } from '#import/catalogue/index.ts';

const bring = (table: string): ImportResult =>
  importCatalogue({
    files: [{ name: 'in.csv', bytes: new TextEncoder().encode(table) }],
    catalogue: [],
    out: 'list.csv',
    defaults: { asOf: '2026-07-02', source: 'public-catalogue' },
  });

const head = '标准号,标准名称,状态,发布日期,实施日期\n';
const days = '现行,2020-03-31,2020-10-01\n';

/** The only line written, below the head. */
const written = ({ text }: ImportResult) => text?.split('\n')[1];

describe('cells that hold more than plain text', () => {
  it.each([
    [
      '<sacinfo>GB/T</sacinfo> <sacinfo>90010</sacinfo>-2020',
      '<sacinfo>样例</sacinfo>十',
      '样例十',
    ],
    ['GB/T 90010-2020', '样例&nbsp;一&mdash;总则', '样例 一—总则'],
    ['GB/T 90010-2020', '样例 R&amp;D 与 x &lt; 5', '样例 R&D 与 x < 5'],
    ['GB/T 90010-2020', '样例&amp;nbsp;一', '样例 一'],
    ['GB/T 90010-2020', '样例<br/>第1部分', '样例 第1部分'],
    [
      'GB/T 90010-2020',
      '<font color=red>样例</font>（CO<sub>2</sub>、m<sup>2</sup>）',
      '样例（CO₂、m²）',
    ],
    ['GB/T&#160;90010&#45;2020', '样例&#x4E00;', '样例一'],
    ['="GB/T 90010-2020"', '="样例"', '样例'],
    ['"=""GB/T 90010-2020"""', "'=样例", '=样例'],
    ["'GB/T 90010-2020", 'AT&T 样例', 'AT&T 样例'],
  ])('%s, %s', (number, title, read) => {
    const result = bring(`${head}${number},${title},${days}`);
    expect(result.report).toMatchObject({ rejects: [], values: [] });
    expect(written(result)).toBe(
      `GB/T 90010-2020,${read},,现行,2020-03-31,2020-10-01,,,,,,,2026-07-02,public-catalogue`,
    );
  });

  it.each([
    ['水产\uFFFD测定', 'U+FFFD'],
    ['水产\uE000测定', 'U+E000'],
    ['样例<script>alert(1)</script>', '标记'],
    ['样例&foo;一', '标记'],
    ['样例<!-- x -->', '标记'],
  ])('a row is not taken whose title is %j', (title, reason) => {
    const { report } = bring(`${head}GB/T 90129-2020,${title},${days}`);
    expect(report.counts.total).toBe(0);
    expect(report.rejects).toMatchObject([
      { line: 2, reason: { zh: expect.stringContaining(reason) as unknown } },
    ]);
  });

  it('a title in English does not stand in for a damaged one in Chinese', () => {
    const { report } = bring('标准号,标准名称,英文名称\nGB/T 90129-2020,水产\uFFFD,Fishery\n');
    expect(report.counts.total).toBe(0);
  });

  it('characters that nobody sees are left out and named', () => {
    const result = bring(`${head}GB/T 90\u200B129-2020,\u202E样例\u200B一,${days}`);
    expect(written(result)).toMatch(/^GB\/T 90129-2020,样例一,/);
    expect(result.report.values.map(({ column, text }) => [column, text])).toEqual([
      ['number', 'U+200B'],
      ['title', 'U+202E'],
      ['title', 'U+200B'],
    ]);
  });

  it('a damaged cell of a row is left out and reported', () => {
    const result = bring('标准号,标准名称,发布部门\nGB/T 90129-2020,样例,甲\uFFFD局\n');
    expect(written(result)).not.toContain('甲');
    expect(result.report.values).toMatchObject([{ column: 'issuer', text: '甲\uFFFD局' }]);
  });

  it('two numbers in a cell are no number', () => {
    for (const number of [
      'GB/T 90036-2020；GB/T 90037-2020',
      '"GB 4943.1-2022, GB 17625.1-2022"',
    ]) {
      const { report } = bring(`${head}${number},样例,${days}`);
      expect(report.counts.total).toBe(0);
      expect(report.rejects).toHaveLength(1);
    }
  });

  it('plain text stays as it is, and what cannot stay is named', () => {
    const bad = /[\u200b\ufffd\ue000\u0000]/;
    const pieces = ['样例', 'A', ' ', '<', '>', '&', ';', 'nbsp', 'br', '/', '=', "'", '"'];
    const piece = fc.constantFrom(...pieces, '\u200b', '\ufffd', '\ue000', '\u0000');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (chosen) => {
        const cell = chosen.join('');
        const { value, problems } = readCellText(cell);
        expect(value).not.toMatch(bad);
        const isPlain = !/[<&]|^\s*['=]/.test(cell) && !bad.test(cell);
        expect(isPlain ? value : cell).toBe(cell);
        expect(bad.test(cell) && problems.length === 0).toBe(false);
      }),
    );
  });
});

describe('days', () => {
  it.each([
    ['20230501.0', '2023-05-01'],
    // Midnight in China, as databases write it.
    ['2020-03-30T16:00:00.000Z', '2020-03-31'],
    ['2020-09-30T16:00:00Z', '2020-10-01'],
    ['2019-12-31 16:00:00Z', '2020-01-01'],
    ['2020-03-31T15:59:59Z', '2020-03-31'],
    ['2020-03-31T00:00:00+08:00', '2020-03-31'],
    ['2020-03-31T00:00:00+0800', '2020-03-31'],
    ['2020-03-30T17:00:00+01:00', '2020-03-31'],
    ['2020-03-31T00:00:00', '2020-03-31'],
    // As Excel counts them.
    ['43921', '2020-03-31'],
    ['44105.0', '2020-10-01'],
    ['43921.75', '2020-03-31'],
  ])('%s is %s', (cell, value) => {
    expect(readDay(cell)).toEqual({ value, problems: [] });
  });

  it.each(['2023-02-30T16:00:00Z', '20230230.0', '20200331.5', '12345', '99999', '2020'])(
    '%s is refused, not guessed',
    (cell) => {
      expect(readDay(cell)).toMatchObject({ value: '', problems: [{ text: cell }] });
    },
  );

  it('in UTC around New Year do not contradict the number', () => {
    const result = bring(`${head}GB/T 90115-2020,样例,现行,2019-12-31T16:00:00.000Z,\n`);
    expect(result.report.values).toEqual([]);
    expect(written(result)).toContain(',2020-01-01,');
  });
});

describe('statuses with something beside them', () => {
  it.each([
    ['即将实施（2026-03-01）', '即将实施', '2026-03-01'],
    ['即将实施(自2026年3月1日起实施)', '即将实施', '2026-03-01'],
    ['现行 2020/10/1', '现行', '2020-10-01'],
    ['废止【2019-01-01】', '废止', '2019-01-01'],
  ])('%s is %s, of a day', (cell, value, day) => {
    expect(readStatus(cell)).toEqual({ value, problems: [], day });
  });

  it('the day fills the column that has none', () => {
    const { text } = bring(
      '编号,名称,状态,实施日期\nGB 1-2025,甲,即将实施（2026-09-01）,\nGB 2-2009,乙,废止（2019-01-01）,2010-01-01\n',
    );
    expect(text).toContain('GB 1-2025,甲,,即将实施,,2026-09-01,,');
    expect(text).toContain('GB 2-2009,乙,,废止,,2010-01-01,2019-01-01,');
  });

  it('other words are reported', () => {
    expect(readStatus('现行（有修改单）')).toMatchObject({
      value: '现行',
      problems: [{ text: '有修改单' }],
    });
  });
});

it.each([
  ['%PDF-1.7\n%\u00e2', 'PDF', 'PDF'],
  ['\u0089PNG\r\n\u001a\n', '图片', 'picture'],
  ['\u00ff\u00d8\u00ff\u00e0', '图片', 'picture'],
  ['\u001f\u008b\b', '压缩文件', 'compressed'],
  ['PK\u0003\u0004', 'Word 文档', 'Word document'],
  ['\u00d0\u00cf\u0011\u00e0', 'Word 文档', 'Word document'],
])('a file of another kind, renamed, is called what it is: %j', (start, zh, en) => {
  const bytes = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(300, 0xd7)]);
  const { text, report } = importCatalogue({
    files: [{ name: 'in.csv', bytes }],
    catalogue: [],
    out: 'list.csv',
    defaults: { asOf: '2026-07-02', source: 'public-catalogue' },
  });
  expect(text ?? '').toBe('');
  expect(report.broken).toMatchObject([
    {
      reason: {
        zh: expect.stringContaining(zh) as unknown,
        en: expect.stringContaining(en) as unknown,
      },
    },
  ]);
});
