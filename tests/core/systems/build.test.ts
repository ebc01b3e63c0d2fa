import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSystems } from '#core/check/index.ts';
import { detailOf, statisticsOf } from '#core/systems/index.ts';
import type { Counts } from '#core/systems/index.ts';
import { makeRecord, makeRow } from '../catalog/build.ts';
import { openSystem, writeSystem } from './write.ts';

const day = { issued: '2020-01-01', implemented: '2020-06-01' };
const record = (number: string, rest = {}) => makeRecord(number, { ...day, ...rest });

describe('a row', () => {
  const rows = `  - { node: store, number: GB/T 1-2020, role: 基础 }
  - { node: store, number: GB/T 2-2026, role: 方法 }
  - { node: store, number: GB/T 3-2010, role: 方法, keep: true, remark: 留作对照 }
  - { node: store, number: GB/T 4-2010, role: 产品, keep: true, remark: 留作对照 }
  - { node: store, number: DB9902/T 9-2026, role: 服务 }
  - { node: road, number: DB3702/T 5-2020, role: 服务 }
  - { node: road, number: GB/T 99-2020, role: 服务 }
  - { node: road, planned: 甲, stage: 在研, level: 团体, role: 安全 }
  - { node: road, planned: { zh: 乙, en: B }, level: 地方, year: 2027, role: 安全 }`;
  const { system, systems, catalog } = openSystem(
    writeSystem({ rows }),
    [
      record('GB/T 1-2020'),
      record('GB/T 2-2026', { issued: '2026-05-01', implemented: '2026-12-01' }),
      record('GB/T 3-2010', { status: '被代替', issued: '2010-01-01', implemented: '2010-06-01' }),
      record('GB/T 3-2020'),
      record('GB/T 4-2010', { status: '废止', withdrawn: '2019-01-01' }),
      record('DB3702/T 5-2020', { status: '未知' }),
    ],
    [makeRow('DB9902/T 9—2026', { status: 'draft' })],
  );

  it('has the state the catalog knows, or its plan', () => {
    expect(system.rows.map(({ number, title, state }) => [number || title.zh, state])).toEqual([
      ['GB/T 1—2020', 'in-force'],
      ['GB/T 2—2026', 'coming'],
      ['GB/T 3—2010', 'replaced'],
      ['GB/T 4—2010', 'withdrawn'],
      ['DB9902/T 9—2026', 'preparing'],
      ['DB3702/T 5—2020', 'unverified'],
      ['GB/T 99—2020', 'unverified'],
      ['甲', 'preparing'],
      ['乙', 'to-make'],
    ]);
  });

  it('is counted once, by state', () => {
    expect(system.counts).toEqual({
      expected: 7,
      inForce: 1,
      coming: 1,
      preparing: 2,
      toMake: 1,
      unverified: 2,
      unnamed: 0,
      underway: 3,
      missing: 1,
      replaced: 1,
      withdrawn: 1,
      coverage: 1 / 7,
    });
  });

  it('has the level of its number, or the one planned', () => {
    expect(system.rows.map(({ level }) => level).join(' ')).toBe(
      'national national national national local local national group local',
    );
  });

  it('is found from its standard', () => {
    const entry = catalog.byKey('GB/T 1-2020');
    const [standing, ...others] = entry ? systems.systemsOf(entry) : [];
    expect(others).toEqual([]);
    expect(standing).toMatchObject({
      row: { role: '基础' },
      place: { key: 'sample/store' },
      branch: { code: '2.1' },
    });
    expect(systems.ofChain('cold-chain')).toBe(system);
    expect(systems.placeOf('sample/store')?.place.name).toEqual({ zh: '冷库', en: 'Store' });
  });

  it('without a year means the edition in force', () => {
    const rowsOf = (number: string) =>
      openSystem(writeSystem({ rows: `  - { node: store, number: ${number}, role: 基础 }` }), [
        record('GB/T 3-2010', { implemented: '2010-06-01' }),
        record('GB/T 3-2020'),
        record('GB/T 3-2026', { issued: '2026-05-01', implemented: '2027-01-01' }),
      ]).system.rows.map(({ number: shown }) => shown);
    expect(rowsOf('GB/T 3')).toEqual(['GB/T 3—2020']);
  });
});

describe('places', () => {
  it('count a standard at one of them and show it at the others', () => {
    const { system, systems, catalog } = openSystem(
      writeSystem({
        rows: '  - { node: store, also: [road, store], number: GB/T 1-2020, role: 基础 }',
      }),
      [record('GB/T 1-2020')],
    );
    const [store, road] = system.nodes;
    expect([store?.rows.length, store?.related.length]).toEqual([1, 0]);
    expect([road?.rows.length, road?.related.length, road?.counts.expected]).toEqual([0, 1, 0]);
    const [entry] = catalog.entries;
    expect(entry && systems.facetsOf(entry)).toEqual({
      chains: ['cold-chain'],
      places: ['sample/store', 'sample/road'],
    });
  });

  it('are branches too: those with rows at no node, and ends of the tree without one', () => {
    const { system } = openSystem(
      writeSystem({ rows: "  - { system: '2', planned: 甲, level: 地方, role: 基础 }" }),
    );
    expect(system.places.map(({ key, counts }) => [key, counts.expected])).toEqual([
      ['sample/1', 0],
      ['sample/2', 1],
      ['sample/store', 0],
      ['sample/road', 0],
    ]);
  });

  it('leave out the second row of a standard, in any spelling', () => {
    const { system } = openSystem(
      writeSystem({
        rows: `  - { node: store, number: GB/T 1-2020, role: 基础 }
  - { node: road, number: gb/t1—2020, role: 基础 }
  - { node: road, number: GB/T 1, role: 基础 }`,
      }),
      [record('GB/T 1-2020')],
    );
    expect(system.rows).toHaveLength(1);
    expect(system.repeated).toHaveLength(2);
  });

  it('are missing what is expected beyond their rows', () => {
    const { system } = openSystem(
      writeSystem({
        nodes:
          "  - { id: store, name: { zh: 库, en: S }, stage: 中游, system: '2.1', expected: 4 }",
        edges: '',
        rows: `  - { node: store, number: GB/T 1-2020, role: 基础 }
  - { node: store, planned: 甲, level: 地方, role: 基础 }
  - { node: store, system: '1', planned: 乙, stage: 在研, level: 地方, role: 基础 }`,
      }),
      [record('GB/T 1-2020')],
    );
    expect(system.nodes[0]?.counts).toMatchObject({ expected: 4, unnamed: 1, missing: 2 });
    const branch = (code: string) => system.branches.find((each) => each.code === code)?.counts;
    expect(branch('1')?.expected).toBe(1);
    expect(branch('2')?.expected).toBe(3);
    expect(branch('2.1')?.expected).toBe(3);
  });
});

describe('codes', () => {
  const codesOf = (rows: string, tail = '') =>
    openSystem(writeSystem({ rows, tail })).system.rows.map(
      ({ code, title }) => `${code} ${title.zh}`,
    );
  const plan = (title: string, code?: string) =>
    `  - { node: store, ${code ? `code: '${code}', ` : ''}planned: ${title}, level: 地方, role: 基础 }`;

  it('are made from the branch and pass over what was ever used', () => {
    expect(
      codesOf([plan('甲'), plan('乙', '2.1-02'), plan('丙')].join('\n'), "retired: ['2.1-01']\n"),
    ).toEqual(['2.1-02 乙', '2.1-03 甲', '2.1-04 丙']);
  });

  it('sort as people count', () => {
    expect(
      codesOf([plan('甲', '2.1-10'), plan('乙', '2.1-9'), plan('丙', '2.1.1-1')].join('\n')),
    ).toEqual(['2.1-9 乙', '2.1-10 甲', '2.1.1-1 丙']);
  });
});

describe('tables', () => {
  const { system } = openSystem(
    writeSystem({
      nodes: "  - { id: store, name: { zh: 库, en: S }, stage: 中游, system: '2.1', expected: 5 }",
      edges: '',
      rows: `  - { node: store, number: GB/T 1-2020, role: 产品 }
  - { node: store, number: GB/T 2-2020, role: 产品, remark: 注 }
  - { system: '1', number: NY/T 3-2020, role: 基础 }
  - { node: store, planned: 丁, level: 地方, responsible: 示范市商务局, year: 2027, role: 产品 }`,
    }),
    [
      record('GB/T 1-2020', { issuer: '甲部;乙部' }),
      record('GB/T 2-2020', { status: '未知', title: '名称' }),
      record('NY/T 3-2020'),
    ],
  );

  it('of statistics have 应有, 现有 and their share by kind and level', () => {
    const table = statisticsOf(system);
    expect(table.levels).toEqual(['national', 'industry', 'local']);
    expect(table.lines).toEqual([
      {
        role: '基础',
        byLevel: { industry: { expected: 1, existing: 1, share: 1 } },
        total: { expected: 1, existing: 1, share: 1 },
      },
      {
        role: '产品',
        byLevel: {
          national: { expected: 2, existing: 1, share: 0.5 },
          local: { expected: 1, existing: 0, share: 0 },
        },
        total: { expected: 3, existing: 1, share: 1 / 3 },
      },
    ]);
    expect(table.unnamed).toBe(2);
    expect(table.total).toEqual({ expected: 6, existing: 2, share: 1 / 3 });
  });

  it('of rows have the columns of GB/T 13016', () => {
    expect(detailOf(system)).toMatchObject([
      {
        ordinal: 1,
        code: '1-01',
        branch: { zh: '通用' },
        number: 'NY/T 3—2020',
        level: 'industry',
      },
      {
        ordinal: 2,
        code: '2.1-01',
        // Who issues a standard does not look after it.
        responsible: [],
        row: { issuers: ['甲部', '乙部'] },
        implemented: '2020-06-01',
      },
      { ordinal: 3, code: '2.1-02', title: { zh: '名称' }, remark: { zh: '注' } },
      { ordinal: 4, title: { zh: '丁' }, number: '', responsible: ['示范市商务局'], year: 2027 },
    ]);
  });
});

describe('sums', () => {
  const row = fc.record({
    node: fc.constantFrom('store', 'road', undefined),
    system: fc.constantFrom('1', '2', '2.1', '2.2', undefined),
    serial: fc.integer({ min: 1, max: 12 }),
    planned: fc.boolean(),
    role: fc.constantFrom('基础', '方法', '产品'),
  });
  const statuses = ['现行', '废止', '未知', '被代替', '即将实施'] as const;
  const records = Array.from({ length: 10 }, (_, at) =>
    record(`GB/T ${at + 1}-2020`, {
      status: statuses[at % 5],
      ...(at % 5 === 4 && { implemented: '2027-01-01' }),
    }),
  );
  const sum = (list: readonly Counts[], name: keyof Counts) =>
    list.reduce((total, counts) => total + (counts[name] ?? 0), 0);

  it('agree between places, branches, table and system, whatever the rows', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.nat(8), (list, expected) => {
        const rows = list.map(({ node, system, serial, planned, role }, at) => {
          const keys = [
            ...(node ? [`node: ${node}`] : []),
            ...(system ? [`system: '${system}'`] : []),
            planned ? `planned: 题${at}, level: 地方` : `number: GB/T ${serial}-2020`,
            `role: ${role}`,
          ];
          return `  - { ${keys.join(', ')} }`;
        });
        const nodes = `  - { id: store, name: { zh: 库, en: S }, stage: 上游, system: '2.1', expected: ${expected} }
  - { id: road, name: { zh: 路, en: R }, stage: 下游, system: '2.2' }`;
        const { system } = openSystem(writeSystem({ nodes, rows: rows.join('\n') }), records);
        const { counts } = system;
        const tops = system.branches.filter(({ parent }) => parent === null);
        for (const name of Object.keys(counts) as (keyof Counts)[]) {
          if (name === 'coverage') continue;
          expect(
            sum(
              system.places.map((place) => place.counts),
              name,
            ),
          ).toBe(counts[name]);
          expect(
            sum(
              tops.map((branch) => branch.counts),
              name,
            ),
          ).toBe(counts[name]);
        }
        for (const each of [counts, ...system.places.map((place) => place.counts)]) {
          expect(each.inForce + each.underway + each.missing + each.unverified).toBe(each.expected);
        }
        const table = statisticsOf(system);
        expect([table.total.expected, table.total.existing]).toEqual([
          counts.expected,
          counts.inForce,
        ]);
        const levels = Object.values(table.byLevel);
        expect(levels.reduce((total, cell) => total + cell.expected, table.unnamed)).toBe(
          counts.expected,
        );
      }),
      { numRuns: 100 },
    );
  });
});

it('500 nodes and 5,000 rows are read, counted and checked', () => {
  const id = (at: number) => `node-${at}`;
  const nodes = Array.from(
    { length: 500 },
    (_, at) =>
      `  - { id: ${id(at)}, name: { zh: 环节${at}, en: Node ${at} }, stage: 中游, system: '2.1' }`,
  );
  const edges = Array.from(
    { length: 499 },
    (_, at) => `  - { from: ${id(at)}, to: ${id(at + 1)} }`,
  );
  const rows = Array.from(
    { length: 5000 },
    (_, at) => `  - { node: ${id(at % 500)}, number: GB/T ${at + 1}-2020, role: 产品 }`,
  );
  const records = Array.from({ length: 5000 }, (_, at) => record(`GB/T ${at + 1}-2020`));
  const source = writeSystem({
    nodes: nodes.join('\n'),
    edges: edges.join('\n'),
    rows: rows.join('\n'),
  });
  const { system, systems, catalog } = openSystem(source, records);
  expect(system.counts).toMatchObject({ expected: 5000, inForce: 5000, coverage: 1 });
  const found = checkSystems(systems, catalog, { sourceOf: () => source });
  expect(found.map(({ rule }) => rule)).toEqual(['system-chain-large']);
});
