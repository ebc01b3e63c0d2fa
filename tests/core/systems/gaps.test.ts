import { describe, expect, it } from 'vitest';
import { coverageByYear, gapsOf } from '#core/systems/index.ts';
import { makeRecord, makeReference, makeRow } from '../catalog/build.ts';
import { openSystem, writeSystem } from './write.ts';

describe('coverage by year', () => {
  const row = (number: string, more = '') =>
    `  - { node: store, number: '${number}', role: 基础${more} }`;
  const cover = (rows: string, records: Parameters<typeof openSystem>[1], day?: string) => {
    const { system, catalog } = openSystem(writeSystem({ rows }), records, [], day);
    return coverageByYear(system.rows, catalog).map(
      ({ year, inForce, earlier }) => `${year}: ${inForce}+${earlier}`,
    );
  };

  it('begins with the implementation, and an earlier edition fills the years before', () => {
    expect(
      cover(
        row('GB/T 1-2020'),
        [
          makeRecord('GB/T 1-2016', { status: '被代替', implemented: '2016-12-01' }),
          makeRecord('GB/T 1-2020', { issued: '2020-11-01', implemented: '2021-05-01' }),
        ],
        '2022-06-01',
      ),
    ).toEqual([
      '2016: 0+1',
      '2017: 0+1',
      '2018: 0+1',
      '2019: 0+1',
      '2020: 0+1',
      '2021: 1+0',
      '2022: 1+0',
    ]);
  });

  it('counts the last year on the day of the catalog, and what is to come not at all', () => {
    const records = [
      makeRecord('GB/T 1-2025', { issued: '2025-06-01', implemented: '2025-12-31' }),
      makeRecord('GB/T 2-2026', { issued: '2026-02-01', implemented: '2026-09-01' }),
    ];
    const rows = `${row('GB/T 1-2025')}\n${row('GB/T 2-2026')}`;
    expect(cover(rows, records, '2026-06-01')).toEqual(['2025: 1+0', '2026: 1+0']);
    expect(cover(rows, records, '2026-09-01')).toEqual(['2025: 1+0', '2026: 2+0']);
  });

  it('ends where a standard left on purpose was replaced, and says nothing where the day is unknown', () => {
    const keep = ', keep: true, remark: 对照';
    expect(
      cover(
        `${row('GB/T 1-2018', keep)}\n${row('GB/T 2-2010', keep)}`,
        [
          makeRecord('GB/T 1-2018', { implemented: '2018-05-01', withdrawn: '2020-05-01' }),
          makeRecord('GB/T 2-2010', { implemented: '2010-05-01', status: '废止' }),
        ],
        '2021-06-01',
      ),
    ).toEqual(['2018: 1+0', '2019: 1+0', '2020: 0+0', '2021: 0+0']);
  });

  it('takes the year of the number where no day is known', () => {
    expect(cover(row('ISO 1234:2023'), [makeRecord('ISO 1234:2023')], '2024-06-01')).toEqual([
      '2023: 1+0',
      '2024: 1+0',
    ]);
    expect(cover('', [])).toEqual([]);
  });
});

describe('gaps', () => {
  const day = { issued: '2023-01-01', implemented: '2023-06-01' };

  it('are old standards: reviews of hosted ones are known, of others not', () => {
    const old = { issued: '2018-01-01', implemented: '2018-07-01' };
    const { system, catalog } = openSystem(
      writeSystem({
        rows: ['Q/SF 1-2018', 'Q/SF 2-2018', 'GB/T 3-2018', 'GB/T 4-2023']
          .map((number) => `  - { node: store, number: ${number}, role: 基础 }`)
          .join('\n'),
      }),
      [makeRecord('GB/T 3-2018', old), makeRecord('GB/T 4-2023', day)],
      [
        makeRow('Q/SF 1—2018', old),
        makeRow('Q/SF 2—2018', { ...old, reviews: [{ date: '2023-05-01', result: '继续有效' }] }),
      ],
    );
    expect(
      gapsOf(system, catalog).old.map(({ row, since, years, review }) => [
        row.number,
        since,
        years,
        review,
      ]),
    ).toEqual([
      ['Q/SF 1—2018', '2018-07-01', 7, 'overdue'],
      ['GB/T 3—2018', '2018-07-01', 7, 'unknown'],
    ]);
  });

  it('are references to what is no longer in force, with what is', () => {
    const { system, catalog } = openSystem(
      writeSystem({ rows: '  - { node: store, number: DB9902/T 1-2023, role: 过程 }' }),
      [
        makeRecord('GB/T 7-2010', { status: '被代替', replacedBy: ['GB/T 8-2020'] }),
        makeRecord('GB/T 8-2020', day),
        makeRecord('GB/T 9-2010', { status: '废止' }),
      ],
      [
        makeRow('DB9902/T 1—2023', day, {
          references: [
            'GB/T 7—2010',
            'GB/T 7—2010',
            'GB/T 8—2020',
            'GB/T 9—2010',
            'GB/T 77—2010',
          ].map((number) => makeReference(number)),
        }),
      ],
    );
    expect(
      gapsOf(system, catalog).staleReferences.map(({ row, entry, heirs }) => [
        row.number,
        entry.number,
        heirs.map(({ number }) => number),
      ]),
    ).toEqual([
      ['DB9902/T 1—2023', 'GB/T 7—2010', ['GB/T 8—2020']],
      ['DB9902/T 1—2023', 'GB/T 9—2010', []],
    ]);
  });

  it('are places with enterprise standards only, and places with nothing, not even to be verified', () => {
    const { system, catalog } = openSystem(
      writeSystem({
        nodes: ['a', 'b', 'c', 'd', 'e', 'f']
          .map(
            (id) => `  - { id: ${id}, name: { zh: 环节, en: Node }, stage: 中游, system: '2.1' }`,
          )
          .join('\n'),
        edges: '',
        rows: `  - { node: a, number: Q/SF 1-2023, role: 产品 }
  - { node: b, also: [c], number: GB/T 1-2023, role: 产品 }
  - { node: d, planned: 某, level: 地方, role: 产品 }
  - { node: e, planned: 某某, stage: 在研, level: 地方, role: 产品 }
  - { node: f, number: GB/T 99-2023, role: 产品 }`,
      }),
      [makeRecord('GB/T 1-2023', day)],
      [makeRow('Q/SF 1—2023', day)],
    );
    const { enterpriseOnly, empty } = gapsOf(system, catalog);
    expect(enterpriseOnly.map(({ id }) => id)).toEqual(['a']);
    expect(empty.map(({ id }) => id)).toEqual(['1', '2.2', 'd']);
  });

  it('are places without adoption, and unknown is said to be', () => {
    const adopts = (degree: string) => [{ number: 'ISO 5:2020', degree }];
    const { system, catalog } = openSystem(
      writeSystem({
        edges: '',
        rows: `  - { node: store, number: T/SF 1-2023, role: 产品 }
  - { node: store, number: T/SF 2-2023, role: 产品 }
  - { node: store, number: GB/T 3-2023, role: 产品 }
  - { node: road, number: T/SF 4-2023, role: 产品 }
  - { node: road, number: GB/T 5-2023/ISO 9:2020, role: 产品 }
  - { node: road, number: 'ISO 9:2020', role: 产品 }
  - { node: road, number: GB/T 6-2023, role: 产品, adopts: [{ number: 'ISO 6:2020', degree: MOD }] }`,
      }),
      [
        makeRecord('GB/T 3-2023', day),
        makeRecord('GB/T 5-2023/ISO 9:2020', day),
        makeRecord('GB/T 6-2023', day),
        makeRecord('ISO 9:2020', day),
      ],
      [
        makeRow('T/SF 1—2023', { ...day, adopts: adopts('NEQ') }),
        makeRow('T/SF 2—2023', day),
        makeRow('T/SF 4—2023', { ...day, adopts: adopts('IDT') }),
      ],
    );
    const { withoutAdoption, adoption } = gapsOf(system, catalog);
    expect(withoutAdoption.map(({ place, adoption: { unknown } }) => [place.id, unknown])).toEqual([
      ['store', 1],
    ]);
    expect(adoption).toEqual({
      adopted: 3,
      corresponds: 1,
      none: 1,
      unknown: 1,
      international: 1,
      share: 3 / 5,
    });
    expect(system.rows.flatMap(({ adoption: each }) => ('by' in each ? [each.by] : []))).toEqual([
      'text',
      'text',
      'number',
      'system',
    ]);
  });

  it('count adoption at a place by its own standards, and look at those that apply there too', () => {
    const { system, catalog } = openSystem(
      writeSystem({
        nodes: ['a', 'b', 'c', 'd']
          .map(
            (id) => `  - { id: ${id}, name: { zh: 环节, en: Node }, stage: 中游, system: '2.1' }`,
          )
          .join('\n'),
        edges: '',
        rows: `  - { node: a, also: [b, d], number: GB/T 1-2023, role: 产品 }
  - { node: b, number: GB/T 2-2023, role: 产品 }
  - { node: c, also: [a], number: 'ISO 9:2020', role: 产品 }`,
      }),
      [
        makeRecord('GB/T 1-2023', day),
        makeRecord('GB/T 2-2023', day),
        makeRecord('ISO 9:2020', day),
      ],
    );
    expect(
      gapsOf(system, catalog).withoutAdoption.map(({ place, adoption: { unknown } }) => [
        place.id,
        unknown,
      ]),
    ).toEqual([['b', 1]]);
  });
});
