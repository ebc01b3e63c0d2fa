import { describe, expect, it } from 'vitest';
import {
  buildBridges,
  findPath,
  judgeEdition,
  listAdoptionGaps,
  listCrossings,
} from '#core/abroad/index.ts';
import { makeRecord, makeReference, makeRow } from '../catalog/build.ts';
import { openSystem, writeSystem } from '../systems/write.ts';

const row = (number: string, more = '') =>
  `  - { node: store, number: '${number}', role: 基础${more} }`;
const adopts = (number: string, degree: string) =>
  `, adopts: [{ number: '${number}', degree: ${degree} }]`;

function open(
  rows: readonly string[],
  records: Parameters<typeof openSystem>[1],
  texts: Parameters<typeof openSystem>[2] = [],
) {
  const { catalog, system } = openSystem(writeSystem({ rows: rows.join('\n') }), records, texts);
  const crossings = listCrossings(catalog, [system]);
  return { catalog, system, crossings };
}

describe('an edition that is adopted', () => {
  const { catalog } = open(
    [row('GB/T 1-2020')],
    [
      makeRecord('ISO 100:2010'),
      makeRecord('ISO 100:2018', { issued: '2018-03-01', asOf: '2025-06-01' }),
      makeRecord('ISO 200:2012', { asOf: '2025-06-01' }),
      makeRecord('ISO 300:2009', { status: '废止', asOf: '2025-06-01' }),
      makeRecord('IEC 400:2011', { status: '被代替', replacedBy: ['IEC 401:2019'] }),
      makeRecord('IEC 500:2020'),
      makeRecord('IEC 500:2027', { issued: '2027-01-01' }),
      makeRecord('ISO 600:2020', { status: '未知' }),
    ],
  );
  const judge = (number: string) => {
    const found = judgeEdition(number, catalog);
    return [found.kind, ...(found.kind === 'newer' ? found.later.map((each) => each.number) : [])];
  };

  it.each([
    ['a later edition is in the catalogue', 'ISO 100:2010', ['newer', 'ISO 100:2018']],
    ['it is the latest of those known', 'ISO 100:2018', ['latest']],
    ['it is the only one known', 'ISO 200:2012', ['latest']],
    ['it was withdrawn, and nothing stands in its place', 'ISO 300:2009', ['withdrawn']],
    ['another number replaced it', 'IEC 400:2011', ['newer', 'IEC 401:2019']],
    ['the later one is still to be issued', 'IEC 500:2020', ['latest']],
    ['nobody says whether it is in force', 'ISO 600:2020', ['unknown']],
    [
      'only a later edition is in the catalogue',
      'ISO 100:2005',
      ['newer', 'ISO 100:2018', 'ISO 100:2010'],
    ],
    ['only an earlier edition is in the catalogue', 'ISO 200:2020', ['unknown']],
    ['nothing of it is', 'ISO 999:2001', ['unknown']],
    ['no year is given', 'ISO 100', ['undated']],
    ['it is no number', '某项国际标准', ['unknown']],
  ])('%s: %s', (_, number, expected) => {
    expect(judge(number)).toEqual(expected);
  });

  it('carries the day of the facts', () => {
    expect(judgeEdition('ISO 200:2012', catalog).asOf).toBe('2025-06-01');
    expect(judgeEdition('ISO 100:2010', catalog).asOf).toBe('2025-06-01');
    expect(judgeEdition('ISO 999:2001', catalog).asOf).toBeUndefined();
  });
});

describe('crossings', () => {
  it('are taken from texts, double numbers and systems, each pair once', () => {
    const { crossings } = open(
      [
        row('GB/T 10-2020', adopts('ISO 100:2018', 'IDT')),
        row('T/SFHM 1-2024', adopts('ISO 200:2012', 'IDT')),
        row('GB/T 99-2020', adopts('ISO 300', 'NEQ')),
      ],
      [
        makeRecord('GB/T 10-2020'),
        makeRecord('GB/T 20-2016/ISO/IEC 500:2013'),
        makeRecord('GB/T 30-2016'),
        makeRecord('ISO 100:2018'),
      ],
      [makeRow('T/SFHM 1-2024', { adopts: [{ number: 'ISO 200:2012', degree: 'MOD' }] })],
    );
    expect(
      crossings.map(({ own, degree, target, by }) => [own.number, degree, target.number, by]),
    ).toEqual([
      ['GB/T 10—2020', 'IDT', 'ISO 100:2018', 'system'],
      ['T/SFHM 1—2024', 'MOD', 'ISO 200:2012', 'text'],
      ['GB/T 99—2020', 'NEQ', 'ISO 300', 'system'],
      ['GB/T 20—2016/ISO/IEC 500:2013', 'IDT', 'ISO/IEC 500:2013', 'number'],
    ]);
  });

  it('of one international standard stand side by side, with who rests on them', () => {
    const { crossings, catalog } = open(
      [
        row('GB/T 10-2012', adopts('ISO 100:2010', 'IDT')),
        row('GB/T 11-2020', adopts('ISO 100:2018', 'MOD')),
      ],
      [makeRecord('GB/T 10-2012'), makeRecord('GB/T 11-2020'), makeRecord('ISO 100:2018')],
      [
        makeRow('T/SFHM 1-2024', { adopts: [{ number: 'ISO 100:2018', degree: 'NEQ' }] }),
        makeRow(
          'Q/SF 1-2024',
          {},
          { references: [makeReference('GB/T 11-2020', { role: 'normative-list' })] },
        ),
        makeRow('Q/SF 2-2024', {}, { references: [makeReference('GB/T 11-2020')] }),
      ],
    );
    const bridges = buildBridges(crossings, catalog).map((bridge) => ({
      undated: bridge.undated,
      national: bridge.national.map(({ own, degree }) => `${own.number} ${degree}`),
      local: bridge.local.map(({ own, degree }) => `${own.number} ${degree}`),
      reliances: bridge.reliances.map(({ by, cites }) => `${by.number} > ${cites.number}`),
    }));
    expect(bridges).toEqual([
      {
        undated: 'ISO 100',
        national: ['GB/T 10—2012 IDT', 'GB/T 11—2020 MOD'],
        local: ['T/SFHM 1—2024 NEQ'],
        reliances: ['Q/SF 1—2024 > GB/T 11—2020'],
      },
    ]);
  });

  it('lead abroad from a standard by its own word, by what it cites, and by an international citation', () => {
    const texts = [
      makeRow(
        'Q/SF 1-2024',
        {},
        {
          references: [
            makeReference('GB/T 11-2020', { role: 'normative-list' }),
            makeReference('ISO 700:2015', { role: 'normative-list' }),
            makeReference('ISO 800:2015'),
          ],
        },
      ),
    ];
    const { crossings, catalog } = open(
      [row('GB/T 11-2020', adopts('ISO 100:2018', 'MOD'))],
      [makeRecord('GB/T 11-2020'), makeRecord('ISO 700:2015'), makeRecord('ISO 800:2015')],
      texts,
    );
    const entry = catalog.byKey('Q/SF 1-2024');
    if (!entry) throw new Error('no entry');
    const path = findPath(entry, crossings, catalog);
    expect(path.own).toEqual([]);
    expect(path.through.map(({ target }) => target.number)).toEqual(['ISO 100:2018']);
    expect(path.cited.map(({ number }) => number)).toEqual(['ISO 700:2015']);
  });
});

describe('gaps of adoption in a chain', () => {
  const { system, crossings } = open(
    [
      row('ISO 100:2018'),
      row('ISO 200:2012'),
      row('ISO 700:2015'),
      row('ISO 800:2001', ', keep: true, remark: 对照'),
      row('GB/T 10-2012', adopts('ISO 100:2010', 'IDT')),
      row('GB/T 20-2014', adopts('ISO 200:2012', 'NEQ')),
      row('GB/T 30-2014', adopts('ISO 300:2009', 'MOD')),
      row('GB/T 40-2014', adopts('ISO 999:2001', 'IDT')),
    ],
    [
      ...['GB/T 10-2012', 'GB/T 20-2014', 'GB/T 30-2014', 'GB/T 40-2014', 'ISO 100:2018'].map(
        (number) => makeRecord(number),
      ),
      makeRecord('ISO 200:2012'),
      makeRecord('ISO 700:2015'),
      makeRecord('ISO 800:2001', { status: '废止' }),
      makeRecord('ISO 300:2009', { status: '废止' }),
    ],
  );
  const gaps = listAdoptionGaps(system, crossings);

  it('are international standards that nothing national adopts, whatever the edition; NEQ is no adoption', () => {
    expect(
      gaps.unadopted.map(({ row: { number }, near }) => [
        number,
        near.map(({ own }) => own.number),
      ]),
    ).toEqual([
      ['ISO 200:2012', ['GB/T 20—2014']],
      ['ISO 700:2015', []],
    ]);
  });

  it('are national standards that adopt an edition which was replaced or withdrawn', () => {
    expect(
      gaps.outdated.map(({ row: { number }, crossing }) => [number, crossing.edition.kind]),
    ).toEqual([
      ['GB/T 10—2012', 'newer'],
      ['GB/T 30—2014', 'withdrawn'],
    ]);
  });

  it('keep apart what is not known', () => {
    expect(gaps.unknown.map(({ row: { number } }) => number)).toEqual(['GB/T 40—2014']);
  });
});
