import { describe, expect, it } from 'vitest';
import { buildCatalog, sortByDate } from '#core/catalog/index.ts';
import { compareNumbers } from '#core/number/index.ts';
import type { Catalog, CatalogInput } from '#core/catalog/index.ts';
import { makeRecord, makeReference, makeRow } from './build.ts';

const build = (input: Partial<CatalogInput>): Catalog =>
  buildCatalog({ rows: [], records: [], asOf: '2026-06-01', ...input });

const old = makeRow('DB9902/T 12—2018', { issued: '2018-05-01', implemented: '2018-08-01' });
const current = makeRow('DB9902/T 12—2023', {
  issued: '2023-05-10',
  implemented: '2023-08-10',
  replaces: ['DB9902/T 12—2018', { number: 'DB9902/T 7—2016', partial: '代替其第5章' }],
});
const coming = makeRow('DB9902/T 12—2026', {
  issued: '2026-05-10',
  implemented: '2026-08-10',
  replaces: ['DB9902/T 12—2023'],
});
const entryOf = (catalog: Catalog, key: string) => {
  const entry = catalog.byKey(key);
  if (!entry) throw new Error(`no entry ${key}`);
  return entry;
};

describe('resolving a mention', () => {
  const catalog = build({
    rows: [old, current, coming],
    records: [
      makeRecord('GB/T 191-2008'),
      makeRecord('GB/T 22080-2016/ISO/IEC 27001:2013'),
      makeRecord('GB/T 5750.1-2023'),
      makeRecord('GB/T 5750.10-2023'),
      makeRecord('GB/T 5750.2-2023'),
      makeRecord('GB/T 30982-2014'),
      makeRecord('DB9902/T 12-2023', { title: '记录里的名称' }),
    ],
  });

  it('gives the very edition for a dated one', () => {
    expect(catalog.resolve('DB9902/T 12-2018', true)).toMatchObject({
      kind: 'hosted',
      entry: { key: 'DB9902/T 12-2018' },
    });
  });

  it('gives the edition in force for an undated one, and all editions newest first', () => {
    const resolution = catalog.resolve('DB9902/T 12', false);
    expect(resolution).toMatchObject({ kind: 'hosted', entry: { key: 'DB9902/T 12-2023' } });
    expect(resolution.editions.map(({ year }) => year)).toEqual(['2026', '2023', '2018']);
  });

  it('prefers the hosted text to the record of the same number', () => {
    expect(entryOf(catalog, 'DB9902/T 12-2023')).toMatchObject({
      title: current.meta.title,
      row: { slug: current.slug },
    });
    expect(catalog.bySlug(current.slug)?.row).toBe(current);
    expect(catalog.entries.filter(({ key }) => key === 'DB9902/T 12-2023')).toHaveLength(1);
  });

  it('finds a record, and an identical adoption by its Chinese half', () => {
    expect(catalog.resolve('GB/T 191', false)).toMatchObject({
      kind: 'record',
      entry: { key: 'GB/T 191-2008' },
    });
    expect(catalog.resolve('GB/T 22080-2016', true)).toMatchObject({
      kind: 'record',
      entry: { title: expect.stringContaining('记录') },
    });
  });

  it('gives every part for all parts, in their order', () => {
    const resolution = catalog.resolve('GB/T 5750(所有部分)', false);
    expect(resolution.kind === 'unknown' ? [] : resolution.parts.map(({ key }) => key)).toEqual([
      'GB/T 5750.1-2023',
      'GB/T 5750.2-2023',
      'GB/T 5750.10-2023',
    ]);
  });

  it('says unknown, with the editions there are or the numbers that look like it', () => {
    const edition = catalog.resolve('GB/T 191-1990', true);
    expect(edition).toMatchObject({ kind: 'unknown', nearest: [] });
    expect(edition.editions.map(({ key }) => key)).toEqual(['GB/T 191-2008']);
    const mistyped = catalog.resolve('GB/T 30928', false);
    expect(mistyped.kind).toBe('unknown');
    expect(mistyped.kind === 'unknown' ? mistyped.nearest[0]?.key : '').toBe('GB/T 30982-2014');
    expect(catalog.resolve('不是编号', true)).toMatchObject({ kind: 'unknown', editions: [] });
  });
});

describe('replacement', () => {
  it('is known from either side and keeps the note of a partial one', () => {
    const catalog = build({
      rows: [current],
      records: [
        makeRecord('DB9902/T 12-2018', { status: '被代替', replacedBy: ['DB9902/T 12-2023'] }),
        makeRecord('DB9902/T 7-2016'),
      ],
    });
    expect(catalog.replacesOf(entryOf(catalog, current.key))).toEqual([
      { key: 'DB9902/T 12-2018', declaredBy: 'both' },
      { key: 'DB9902/T 7-2016', declaredBy: 'successor', partial: '代替其第5章' },
    ]);
    expect(catalog.statusOf(entryOf(catalog, 'DB9902/T 12-2018'))).toMatchObject({
      status: '被代替',
      replacedBy: [current.key],
    });
    expect(catalog.statusOf(entryOf(catalog, 'DB9902/T 7-2016'))).toMatchObject({
      status: '现行',
      flags: ['partly-replaced'],
    });
  });

  it('follows from a newer year of the same number that nobody declared', () => {
    const silent = makeRow('DB9902/T 12—2023', { issued: '2023-05-10', implemented: '2023-08-10' });
    const catalog = build({ rows: [old, silent] });
    expect(catalog.replacedByOf(entryOf(catalog, old.key))).toEqual([
      { key: silent.key, declaredBy: 'number' },
    ]);
    expect(catalog.statusOf(entryOf(catalog, old.key)).status).toBe('被代替');
  });

  it('does not follow from a draft, nor against a source that knew both editions', () => {
    const draft = makeRow('DB9902/T 12—2027', { status: 'draft' });
    const withDraft = build({ rows: [old, draft] });
    expect(withDraft.statusOf(entryOf(withDraft, old.key)).status).toBe('现行');
    const both = build({
      records: [
        makeRecord('GB 4706.1-2005', { implemented: '2006-08-01' }),
        makeRecord('GB 4706.1-2024', { implemented: '2025-08-01' }),
      ],
    });
    expect(both.statusOf(entryOf(both, 'GB 4706.1-2005')).status).toBe('现行');
  });

  it('follows from a newer edition under the serial with or without /T, where the older one is called withdrawn', () => {
    const catalog = build({
      records: [
        makeRecord('GB 15671-1995', { status: '废止' }),
        makeRecord('GB/T 15671-2009', { implemented: '2009-10-01' }),
        makeRecord('GB 16715.1-1996', { status: '废止' }),
        makeRecord('GB/T 16715.1-1996', { status: '废止' }),
        makeRecord('GB 16715.1-2010', { implemented: '2012-01-01' }),
        makeRecord('YY 0168-1994', { status: '废止' }),
        makeRecord('YY/T 0168-2007', { status: '废止', implemented: '2008-03-01' }),
        // Both in force: the source knew of both.
        makeRecord('GB 4706.1-2005'),
        makeRecord('GB/T 4706.1-2024', { implemented: '2025-01-01' }),
        // Places number their mandatory and recommended standards apart.
        makeRecord('DB11/ 891-2012', { status: '废止' }),
        makeRecord('DB11/T 891-2020', { implemented: '2021-01-01' }),
        // Part and whole are not one serial.
        makeRecord('GB 3533-1983', { status: '废止' }),
        makeRecord('GB/T 3533.2-2017', { implemented: '2017-12-01' }),
      ],
    });
    const heirs = (key: string) =>
      catalog.replacedByOf(entryOf(catalog, key)).map((relation) => relation.key);
    const status = (key: string) => catalog.statusOf(entryOf(catalog, key)).status;
    expect([heirs('GB 15671-1995'), status('GB 15671-1995')]).toEqual([
      ['GB/T 15671-2009'],
      '被代替',
    ]);
    expect(heirs('GB 16715.1-1996')).toEqual(['GB 16715.1-2010']);
    expect(heirs('GB/T 16715.1-1996')).toEqual(['GB 16715.1-2010']);
    expect([heirs('YY 0168-1994'), status('YY 0168-1994')]).toEqual([['YY/T 0168-2007'], '被代替']);
    expect([heirs('GB 4706.1-2005'), status('GB 4706.1-2005')]).toEqual([[], '现行']);
    expect([heirs('DB11/ 891-2012'), status('DB11/ 891-2012')]).toEqual([[], '废止']);
    expect([heirs('GB 3533-1983'), status('GB 3533-1983')]).toEqual([[], '废止']);
  });

  it('without a day is said to be without one', () => {
    const catalog = build({
      records: [
        makeRecord('GB 1-1990', { status: '废止' }),
        makeRecord('GB 2-1990', { status: '废止', withdrawn: '2005-10-14' }),
      ],
    });
    const flags = (key: string) => catalog.statusOf(entryOf(catalog, key)).flags;
    expect(flags('GB 1-1990')).toEqual(['withdrawal-undated']);
    expect(flags('GB 2-1990')).toEqual([]);
  });

  it('ends at the standards nothing replaces', () => {
    const catalog = build({ rows: [old, current, coming] });
    expect(catalog.heirsOf(entryOf(catalog, old.key))).toEqual([coming.key]);
    expect(catalog.heirsOf(entryOf(catalog, coming.key))).toEqual([]);
  });

  it('ends even in a circle', () => {
    const a = makeRow('DB9902/T 1—2020', {
      implemented: '2020-01-01',
      replaces: ['DB9902/T 3—2020'],
    });
    const b = makeRow('DB9902/T 2—2020', {
      implemented: '2020-01-01',
      replaces: ['DB9902/T 1—2020'],
    });
    const c = makeRow('DB9902/T 3—2020', {
      implemented: '2020-01-01',
      replaces: ['DB9902/T 2—2020', 'DB9902/T 3—2020'],
    });
    const catalog = build({ rows: [a, b, c] });
    for (const row of [a, b, c]) {
      expect(catalog.heirsOf(entryOf(catalog, row.key))).toEqual([]);
      expect(catalog.statusOf(entryOf(catalog, row.key)).status).toBe('被代替');
      expect(catalog.replacesOf(entryOf(catalog, row.key)).map(({ key }) => key)).not.toContain(
        row.key,
      );
    }
  });
});

describe('citations', () => {
  const cites = makeRow(
    'T/SFLC 1—2022',
    {},
    {
      references: [
        makeReference('GB/T 191—2008', { clause: 2, role: 'normative-list' }),
        makeReference('GB/T 191—2008', { clause: 5 }),
        makeReference('GB/T 191—2008', { clause: 5 }),
        makeReference('GB/T 191', { clause: 7 }),
        makeReference('T/SFLC 1—2022', { clause: 4 }),
        makeReference('GB/T 1.1—2020', { clause: 0, role: 'foreword' }),
      ],
    },
  );
  const catalog = build({
    rows: [cites],
    records: [
      makeRecord('GB/T 191-2008'),
      makeRecord('GB/T 191-2000', { status: '被代替' }),
      makeRecord('GB/T 1.1-2020'),
    ],
  });

  it('lists the clauses of dated and undated mentions apart', () => {
    expect(catalog.citedBy(entryOf(catalog, 'GB/T 191-2008'))).toEqual([
      { by: cites, dated: [2, 5], undated: [7], normative: true },
    ]);
    expect(catalog.citedBy(entryOf(catalog, 'GB/T 191-2000'))).toEqual([
      { by: cites, dated: [], undated: [7], normative: false },
    ]);
  });

  it('does not count a standard that names itself, nor its foreword', () => {
    expect(catalog.citedBy(entryOf(catalog, cites.key))).toEqual([]);
    expect(catalog.citedBy(entryOf(catalog, 'GB/T 1.1-2020'))).toEqual([]);
  });
});

describe('facets and lists', () => {
  const catalog = build({
    rows: [
      makeRow('T/SFLC 2—2022', {
        issued: '2022-01-01',
        ics: ['43.18'],
        ccs: ['A 85'],
        industries: ['G59'],
        chains: ['cold-chain'],
      }),
      makeRow('DB9902/T 10—2022', { issued: '2022-03-01', ics: ['55.220', '55.020'] }),
      makeRow('DB9902/T 9—2021', { issued: '2021-03-01' }),
    ],
    records: [
      makeRecord('GB/T 191-2008', { ics: ['55.020'], issuer: '甲部；乙部' }),
      makeRecord('SC/T 1-2010'),
    ],
  });

  it('counts all entries and the hosted ones', () => {
    expect(catalog.facet('family')).toEqual([
      { value: 'group', count: 1, hosted: 1 },
      { value: 'industry', count: 1, hosted: 0 },
      { value: 'local', count: 2, hosted: 2 },
      { value: 'national', count: 1, hosted: 0 },
    ]);
    expect(catalog.facet('ics-field')).toEqual([
      { value: '43', count: 1, hosted: 1 },
      { value: '55', count: 2, hosted: 1 },
    ]);
    expect(catalog.facet('ics-group').map(({ value }) => value)).toEqual([
      '43.180',
      '55.020',
      '55.220',
    ]);
    expect(catalog.facet('ccs')).toEqual([{ value: 'A85', count: 1, hosted: 1 }]);
    expect(catalog.facet('industry').map(({ value }) => value)).toEqual(['G', 'G59']);
    expect(catalog.facet('chain')).toEqual([{ value: 'cold-chain', count: 1, hosted: 1 }]);
    expect(catalog.facet('issuer').map(({ value }) => value)).toContain('乙部');
    expect(catalog.facet('year').map(({ value }) => value)).toEqual([
      '2022',
      '2021',
      '2010',
      '2008',
    ]);
    expect(catalog.facet('hosted')).toEqual([
      { value: 'no', count: 2, hosted: 0 },
      { value: 'yes', count: 3, hosted: 3 },
    ]);
  });

  it('lists by number as chapter 2 would, and by date', () => {
    expect(catalog.entries.map(({ key }) => key)).toEqual([
      'GB/T 191-2008',
      'SC/T 1-2010',
      'DB9902/T 9-2021',
      'DB9902/T 10-2022',
      'T/SFLC 2-2022',
    ]);
    expect(catalog.listFacet('family', 'local').map(({ key }) => key)).toEqual([
      'DB9902/T 9-2021',
      'DB9902/T 10-2022',
    ]);
    expect(catalog.listFacet('family', 'nothing')).toEqual([]);
    expect(sortByDate(catalog.listFacet('hosted', 'yes')).map(({ year }) => year)).toEqual([
      '2022',
      '2022',
      '2021',
    ]);
  });
});

const term = (text: string) => ({
  term: text,
  abbreviations: [],
  admitted: [],
  definition: '定义',
  anchor: 'a',
  address: '3.1',
});

describe('terms across standards', () => {
  it('groups one spelling and sorts by pinyin', () => {
    const catalog = build({
      rows: [
        makeRow('DB9902/T 1—2020', {}, { terms: [term('养殖'), term('冷链')] }),
        makeRow('DB9902/T 2—2020', {}, { terms: [term('冷链'), term('保温箱')] }),
      ],
    });
    expect(catalog.terms.map((group) => [group.term, group.entries.length])).toEqual([
      ['保温箱', 1],
      ['冷链', 2],
      ['养殖', 1],
    ]);
  });

  it('gives the definition of a superseded or withdrawn edition behind those in force', () => {
    const define = (number: string, meta = {}) => makeRow(number, meta, { terms: [term('冷链')] });
    const rows = [
      define('DB9902/T 1—2018'),
      define('DB9902/T 1—2023', { replaces: [{ number: 'DB9902/T 1—2018' }] }),
      define('DB9902/T 2—2010', { withdrawn: '2020-01-01' }),
      define('DB9902/T 3—2020'),
      define('DB9902/T 4—2021', { replaces: [{ number: 'DB9902/T 3—2020', partial: '3' }] }),
    ];
    const found = build({ rows }).terms[0]?.entries.map(({ row }) => rows.indexOf(row));
    expect(found).toEqual([1, 3, 4, 0, 2]);
  });
});

describe('order by number', () => {
  it('is the order of compareNumbers, on the odd numbers too', () => {
    const numbers = [
      'GB/T 2—2010',
      'GB/T 10—2010',
      'GB/T 10A—2010',
      'GB 10—2010',
      'GB/T 10.2—2010',
      'GB/T 10.10—2010',
      'GB/T 10—2009',
      'GB/T 10',
      'NY/T 1—2001',
      'DB37/T 5—2020',
      'DB9902/T 5—2020',
      'T/CAS 1—2020',
      'T/ABC 1—2020',
      'Q/SFH 003—2020',
      'ISO 9001:2015',
      'IEC 60335-2-24:2020',
      'JJF (建材) 142-2018',
    ];
    const catalog = build({ records: numbers.map((number) => makeRecord(number)) });
    const expected = catalog.entries.toSorted((a, b) =>
      a.parsed && b.parsed ? compareNumbers(a.parsed, b.parsed) : 0,
    );
    expect(catalog.entries.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
    expect(new Set(expected.map(({ family }) => family)).size).toBe(6);
  });
});
