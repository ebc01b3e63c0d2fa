import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { citeAll } from '#core/catalog/citation-formats.ts';
import type { SearchHit } from '#search/contract.ts';
import { parseXml } from '#library/xml.ts';
import { makeClauseTable, makeTable, toCited, writeCsv } from '#site/client/search/export-table.ts';
import { writeXlsx } from '#site/client/search/export-xlsx.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

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
const facts = new Map([
  [
    hit.path,
    {
      path: hit.path,
      nature: 'recommended',
      issuers: '示范市市场监督管理局',
      administered_by: '示范市冷链标准化技术委员会',
      systems: '冷链物流体系',
      places: '公路',
      as_of: '2026-07-02',
    },
  ],
]);
const linkTo = (path: string) => `https://standards.example${path}`;

test('a table has the status of the day, every successor, and absolute links', () => {
  const before = makeTable([hit], { day: '2023-11-30', linkTo, words: WORDS.zh, facts }).rows[0];
  expect(before?.[3]).toBe('现行');
  expect(before?.[7]).toBe('');
  const after = makeTable([hit], { day: '2023-12-01', linkTo, words: WORDS.zh, facts }).rows[0];
  expect(after?.[3]).toBe('被代替');
  expect(after?.[7]).toBe('DB9902/T 12—2023; DB9902/T 99—2023');
  expect(after?.[8]).toBe('https://standards.example/standards/db9902-t-12-2018/');
});

test('CSV parses back, begins with a byte order mark, and no cell is a formula', () => {
  const rows = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    'a',
    'b',
  ].map((cell) => [cell]);
  const table = makeTable([hit], { day: '2024-01-01', linkTo, words: WORDS.en, facts });
  const text = writeCsv(table);
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head, row]: string[][] = parse(text, { bom: true });
  expect(head).toEqual([...WORDS.en.columns, ...WORDS.en.listedColumns]);
  expect(row?.[1]).toBe(hit.title);
  expect(row?.[2]).toBe(`'${hit.titleEn}`);
  const parsed: string[][] = parse(writeCsv({ head: ['x'], rows }), { bom: true });
  const cells = parsed.flat();
  expect(cells).toHaveLength(14);
  expect(cells.filter((cell) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([]);
});

test('a table has what the catalogue says: force, issuer, systems, places, its day and that of the status', () => {
  const { rows } = makeTable([hit], { day: '2024-01-01', linkTo, words: WORDS.zh, facts });
  expect(rows[0]?.slice(9)).toEqual([
    '推荐性',
    '示范市市场监督管理局',
    '冷链物流体系',
    '公路',
    '2026-07-02',
    '2024-01-01',
  ]);
  const without = { day: '2024-01-01', linkTo, words: WORDS.zh, facts: new Map() };
  expect(makeTable([hit], without).rows[0]?.slice(9)).toEqual(['', '', '', '', '', '2024-01-01']);
});

test('of clauses a table has a row each, with the clause before its standard', () => {
  const clause = (label: string) => ({
    path: `${hit.path}#${label}`,
    label,
    title: '温度',
    snippet: [
      { text: '应', hit: false },
      { text: '记录', hit: true },
    ],
    language: 'zh' as const,
  });
  const found = { ...hit, clauses: [clause('5.2'), clause('8.4')] };
  const { head, rows } = makeClauseTable([found, hit], {
    day: '2024-01-01',
    linkTo,
    words: WORDS.zh,
    facts,
  });
  expect(rows.map((row) => row.slice(0, 5))).toEqual([
    ['5.2', '温度', '应记录', `https://standards.example${hit.path}#5.2`, hit.number],
    ['8.4', '温度', '应记录', `https://standards.example${hit.path}#8.4`, hit.number],
    ['', '', '', '', hit.number],
  ]);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
});

test('XLSX parses back: days are days, addresses are links, the head is frozen and can be filtered', async () => {
  const table = makeTable([hit], { day: '2024-01-01', linkTo, words: WORDS.zh, facts });
  const blob = await writeXlsx(table, '标准');
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const links = strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array());
  expect(parseXml(sheet, {})).toBeNull();
  expect(parseXml(links, {})).toBeNull();
  expect(sheet).toContain('<autoFilter ref="A1:O2"/>');
  expect(sheet).toMatch(/<pane [^>]*state="frozen"/);
  expect(sheet).toContain('<hyperlink ref="I2" r:id="rIdLink0"/>');
  expect(links).toContain(`Target="https://standards.example${hit.path}" TargetMode="External"`);
  const [read] = await readExcelFile(Buffer.from(await blob.arrayBuffer()));
  const [head, row] = read?.data ?? [];
  expect(head).toEqual(table.head);
  expect(row?.[5]).toEqual(new Date('2018-05-01T00:00:00Z'));
  expect(row?.[2]).toBe(hit.titleEn);
  expect(row?.[0]).toBe(hit.number);
});

test('cells that Excel would read as something else are guarded in CSV', () => {
  const codes = [
    '1-01',
    '2.1-03',
    '1/2',
    '2026-01',
    '03.220',
    '65.150',
    '1E3',
    '007',
    '9-Jan',
    'JAN-1',
  ];
  const plain = ['2026-01-02', '12', '43.18', 'GB/T 1.1-2020', '20230390-T-339', '样例', '2.1', ''];
  const cells = (list: readonly string[]) => {
    const rows = list.map((cell) => [cell, '.']);
    const read: string[][] = parse(writeCsv({ head: ['x', 'y'], rows }), { bom: true });
    return read.slice(1).map(([cell]) => cell);
  };
  expect(cells(plain)).toEqual(plain);
  expect(cells(codes)).toEqual(codes.map((code) => (code === '2.1-03' ? code : `'${code}`)));
});

test('a citation carries an address only where the text can be read', () => {
  expect(toCited(hit, linkTo, 'zh', '2026-11-29', facts).url).toBe(
    'https://standards.example/standards/db9902-t-12-2018/',
  );
  expect(toCited({ ...hit, hosted: false }, linkTo, 'zh', '2026-11-29', facts)).not.toHaveProperty(
    'url',
  );
});

test('a citation names the bodies that the catalogue lists', () => {
  const cite = (listed: typeof facts) =>
    citeAll([toCited(hit, linkTo, 'zh', '2018-06-01', listed)], 'gbt7714-2015');
  expect(cite(facts)).toMatch(/^示范市冷链标准化技术委员会\. 冷链/);
  expect(cite(new Map())).toMatch(/^冷链/);
});

test('a citation gives the day it was seen, and says of that day what holds no longer', () => {
  const cite = (day: string, language: 'zh' | 'en') =>
    citeAll([toCited(hit, linkTo, language, day, facts)], 'gbt7714').trim();
  expect(cite('2023-11-30', 'zh')).toMatch(/\[S\/OL\]\. \[2023-11-30\]\. https:\S+\.$/);
  expect(cite('2023-12-01', 'zh')).toMatch(
    /\[2023-12-01\]\. https:\S+\.（已被 DB9902\/T 12—2023、DB9902\/T 99—2023 代替）$/,
  );
  expect(cite('2023-12-01', 'en')).toMatch(
    /\. \(superseded by DB9902\/T 12—2023, DB9902\/T 99—2023\)$/,
  );
  const withdrawn = { ...hit, facts: { ...hit.facts, replacedBy: [], withdrawn: '2024-02-01' } };
  expect(citeAll([toCited(withdrawn, linkTo, 'zh', '2024-02-01', facts)], 'ris')).toContain(
    'N1  - 废止 2024-02-01',
  );
});

test('a sample is one in the table and in citations, in the language of the page; a real standard says nothing', () => {
  const sample: SearchHit = { ...hit, sample: true };
  for (const [words, column, yes] of [
    [WORDS.zh, '样例', '是'],
    [WORDS.en, 'Sample', 'yes'],
  ] as const) {
    const { head, rows } = makeTable([sample, hit], {
      day: '2024-01-01',
      linkTo,
      words: words,
      facts,
    });
    const at = head.indexOf(column);
    expect(rows.map((row) => row[at])).toEqual([yes, '']);
  }
  expect(citeAll([toCited(sample, linkTo, 'zh', '2026-11-29', facts)], 'gbt7714')).toMatch(
    /db9902-t-12-2018\/\.（样例，不得引用为真实标准；已被 .+ 代替）\n$/,
  );
  expect(citeAll([toCited(sample, linkTo, 'en', '2026-11-29', facts)], 'gbt7714')).toContain(
    '. (sample, not a real standard; superseded by ',
  );
  expect(citeAll([toCited(hit, linkTo, 'zh', '2026-11-29', facts)], 'gbt7714')).not.toContain(
    '样例',
  );
});
