import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { citeAll } from '../../../src/core/catalog/citation-formats.ts';
import type { SearchHit } from '../../../search/contract.ts';
import { makeTable, toCited, writeCsv } from '../../../src/site/client/search/export-table.ts';
import { WORDS } from '../../../src/site/client/search/words.ts';

const hit: SearchHit = {
  slug: 'db9902-t-12-2018',
  path: '/standards/db9902-t-12-2018/',
  number: 'DB9902/T 12—2018',
  title: '冷链, "物流"\n规范',
  titleEn: '=HYPERLINK("https://evil.example")',
  hosted: true,
  sample: false,
  facts: {
    declared: 'published',
    issued: '2018-05-01',
    implemented: '2018-08-01',
    replacedBy: [
      { key: 'DB9902/T 12-2023', implemented: '2023-12-01' },
      { key: 'DB9902/T 99-2023', implemented: '2023-12-01' },
    ],
  },
  successors: [{ key: 'DB9902/T 12-2023', number: 'DB9902/T 12—2023', slug: 'db9902-t-12-2023' }],
  match: 'title',
  clauses: [],
  clauseCount: 0,
};
const linkTo = (path: string) => `https://standards.example${path}`;

test('a table has the status of the day, every successor, and absolute links', () => {
  const before = makeTable([hit], '2023-11-30', linkTo, WORDS.zh).rows[0];
  expect(before?.[3]).toBe('现行');
  expect(before?.[7]).toBe('');
  const after = makeTable([hit], '2023-12-01', linkTo, WORDS.zh).rows[0];
  expect(after?.[3]).toBe('被代替');
  expect(after?.[7]).toBe('DB9902/T 12—2023; DB9902/T 99—2023');
  expect(after?.[8]).toBe('https://standards.example/standards/db9902-t-12-2018/');
});

test('CSV parses back, begins with a byte order mark, and no cell is a formula', () => {
  const rows = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'a', 'b'].map((cell) => [cell]);
  const table = makeTable([hit], '2024-01-01', linkTo, WORDS.en);
  const text = writeCsv(table);
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head, row]: string[][] = parse(text, { bom: true });
  expect(head).toEqual([...WORDS.en.columns]);
  expect(row?.[1]).toBe(hit.title);
  expect(row?.[2]).toBe(`'${hit.titleEn}`);
  const parsed: string[][] = parse(writeCsv({ head: ['x'], rows }), { bom: true });
  const cells = parsed.flat();
  expect(cells).toHaveLength(9);
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
});

test('a citation carries an address only where the text can be read', () => {
  expect(toCited(hit, linkTo, 'zh').url).toBe(
    'https://standards.example/standards/db9902-t-12-2018/',
  );
  expect(toCited({ ...hit, hosted: false }, linkTo, 'zh')).not.toHaveProperty('url');
});

test('a sample is one in the table and in citations, in the language of the page; a real standard says nothing', () => {
  const sample: SearchHit = { ...hit, sample: true };
  for (const [words, column, yes] of [
    [WORDS.zh, '样例', '是'],
    [WORDS.en, 'Sample', 'yes'],
  ] as const) {
    const { head, rows } = makeTable([sample, hit], '2024-01-01', linkTo, words);
    const at = head.indexOf(column);
    expect(rows.map((row) => row[at])).toEqual([yes, '']);
  }
  expect(citeAll([toCited(sample, linkTo, 'zh')], 'gbt7714')).toMatch(
    /db9902-t-12-2018\/\.（样例，不得引用为真实标准）\n$/,
  );
  expect(citeAll([toCited(sample, linkTo, 'en')], 'gbt7714')).toContain(
    '. (sample, not a real standard)',
  );
  expect(citeAll([toCited(hit, linkTo, 'zh')], 'gbt7714')).not.toContain('样例');
});
