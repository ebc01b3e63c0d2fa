import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readCatalogue } from '#library/catalogue.ts';
import { writeFiles } from '../support/temporary-library.ts';

const dir = mkdtempSync(join(tmpdir(), 'biaolian-catalogue-'));
afterAll(() => rmSync(dir, { recursive: true }));

const head = 'number,title,status,issued,implemented,as_of';
const read = (...rows: readonly string[]) => {
  writeFiles(dir, { 'catalogue/a.csv': `${[head, ...rows].join('\n')}\n` });
  const { records, diagnostics } = readCatalogue(dir);
  return {
    numbers: records.map(({ number }) => number),
    found: diagnostics.map(({ rule, range, message }) => [rule, range.start.line, message.zh]),
  };
};
const good = 'GB/T 1-2020,甲,现行,2020-01-01,2020-06-01,2026-07-02';

it('a comma too many or too few is one finding, and the other rows are there', () => {
  const { numbers, found } = read(
    good,
    'GB/T 2-2020,乙,现行,2020-01-01,2020-06-01,2026-07-02,',
    'GB/T 3-2020,丙, 丁,现行,2020-01-01,2020-06-01,2026-07-02',
    'GB/T 4-2020,戊',
    good.replace('1-2020', '5-2020'),
  );
  expect(numbers).toEqual(['GB/T 1—2020', 'GB/T 5—2020']);
  expect(found.map(([rule, line]) => [rule, line])).toEqual([
    ['catalogue-row', 3],
    ['catalogue-row', 4],
    ['catalogue-row', 5],
  ]);
  expect(found[0]?.[2]).toContain('有 7 个单元格，表头是 6 个');
});

it('a day that does not exist is a finding at its row', () => {
  const { numbers, found } = read(
    'GB/T 1-2020,甲,现行,2020-02-30,,2026-07-02',
    'GB/T 2-2020,乙,现行,,2020-13-01,2026-07-02',
    'GB/T 3-2020,丙,现行,,,2026-06-31',
    'GB/T 4-2020,丁,现行,2020-02-29,,2026-07-02',
  );
  expect(numbers).toEqual(['GB/T 4—2020']);
  expect(found).toEqual([
    ['catalogue-row', 2, expect.stringContaining('issued 的日期“2020-02-30”不成立')],
    ['catalogue-row', 3, expect.stringContaining('implemented')],
    ['catalogue-row', 4, expect.stringContaining('as_of')],
  ]);
});

it.each([
  ['no head', 'GB/T 90001-2020,样例,现行,2026-01-01\n', 1, /表头里没有 number、as_of/],
  ['a head of another list', '标准号,标准名称\nGB/T 90001-2020,样例\n', 1, /import-catalogue/],
  ['no day', 'number,title\nGB/T 90001-2020,样例\n', 1, /表头里没有 as_of/],
  ['an open quote', 'number,title,as_of\nGB/T 90001-2020,"样例,2026-01-01\n', 2, /引号没有收尾/],
  ['a quote inside', 'number,title,as_of\nGB/T 90001-2020,样"例,2026-01-01\n', 2, /引号/],
])('a file with %s is one finding in both languages', (_, text, line, says) => {
  writeFiles(dir, { 'catalogue/a.csv': text });
  const { records, diagnostics } = readCatalogue(dir);
  expect(records).toEqual([]);
  expect(diagnostics).toMatchObject([
    {
      rule: 'catalogue-csv',
      severity: 'error',
      file: 'catalogue/a.csv',
      range: { start: { line } },
    },
  ]);
  expect(diagnostics[0]?.message.zh).toMatch(says);
  expect(
    diagnostics[0]?.message.zh.replace(
      /number|as_of|std import-catalogue|docs\/catalogue.md|CSV/g,
      '',
    ),
  ).not.toMatch(/[A-Za-z]{3}/);
});

it.each([
  ['a quote inside a cell', 'GB/T 2-2020,样"例,2026-01-01'],
  ['a quote never closed', 'GB/T 2-2020,"样例,2026-01-01'],
  ['something behind a closing quote', 'GB/T 2-2020,"样"例,2026-01-01'],
])('%s costs its own line and no other; the row is as it was before', (_, wrong) => {
  const rows = ['GB/T 1-2020,甲,2026-01-01', wrong, '"GB/T 3-2020","丙, 丙",2026-01-01'];
  writeFiles(dir, { 'catalogue/a.csv': `number,title,as_of\r\n${rows.join('\r\n')}\r\n` });
  const { records, diagnostics } = readCatalogue(dir);
  expect(records.map(({ title }) => title)).toEqual(['甲', '丙, 丙']);
  expect(diagnostics.map(({ rule, range }) => [rule, range.start.line])).toEqual([
    ['catalogue-csv', 3],
  ]);
  const [before] = records;
  const kept = readCatalogue(dir, {
    recordOf: (key) =>
      before && key === before.key.replace('1', '2')
        ? { ...before, key, title: '从前的乙' }
        : undefined,
    recordsOf: () => [],
  });
  expect(kept.records.map(({ title }) => title)).toEqual(['甲', '丙, 丙', '从前的乙']);
});

it('two editions of one number that are both recorded as in force are pointed out, once, at the later row', () => {
  const row = (number: string, rest = ',现行,,') => `${number},样例,${rest.slice(1)},2026-01-01`;
  const text = (rows: readonly string[]) =>
    `number,title,status,replaces,replaced_by,as_of\n${rows.join('\n')}\n`;
  const found = (...rows: readonly string[]) => {
    writeFiles(dir, { 'catalogue/a.csv': text(rows) });
    return readCatalogue(dir)
      .diagnostics.filter(({ rule }) => rule === 'catalogue-editions')
      .map(({ range, message, severity }) => `${severity} ${range.start.line} ${message.en}`);
  };
  expect(found(row('JJF 1257-1990'), row('GB 1-2020'), row('JJF 1257-2010'))).toEqual([
    'info 4 JJF 1257—1990 and JJF 1257—2010 are both recorded as in force',
  ]);
  expect(found(row('T/CGSS 039-2023'), row('T/CGSS 039-2024'))).toHaveLength(1);
  expect(found(row('ISO 9001:2008'), row('ISO 9001:2015'))).toHaveLength(1);
  for (const other of [
    row('JJF 1257-2010', ',废止,,'),
    row('JJF 1257-2010', ',即将实施,,'),
    row('JJF 1257-2010', ',现行,JJF 1257-1990,'),
    row('JJF 1257.1-2010'),
    row('JJF (建材) 1257-2010'),
  ]) {
    expect(found(row('JJF 1257-1990'), other)).toEqual([]);
  }
});
