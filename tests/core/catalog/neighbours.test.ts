import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildCatalog,
  chooseDrawn,
  collectAdoptions,
  listNeighbours,
  listReferenceDays,
  listStaleReferences,
} from '#core/catalog/index.ts';
import { basisKinds, restingKinds } from '#core/catalog/neighbour-kinds.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { CatalogRecord } from '#core/model/catalog-record.ts';
import { makeRecord, makeReference, makeRow } from './build.ts';

const day = { issued: '2023-01-01', implemented: '2023-06-01' };

function open(
  rows: readonly StandardRow[],
  records: readonly CatalogRecord[] = [],
  asOf = '2026-06-01',
) {
  const catalog = buildCatalog({ rows, records, asOf });
  const entryOf = (key: string) => {
    const entry = catalog.byKey(key);
    if (!entry) throw new Error(`no ${key}`);
    return entry;
  };
  const adoptions = collectAdoptions(rows);
  const list = (key: string) => listNeighbours(entryOf(key), catalog, adoptions);
  return { catalog, entryOf, list };
}

describe('neighbours of a standard', () => {
  const rows = [
    makeRow(
      'DB9902/T 1—2023',
      { ...day, replaces: ['DB9902/T 1—2018'], adopts: [{ number: 'ISO 9:2019', degree: 'MOD' }] },
      {
        references: [
          makeReference('GB/T 7—2020', { role: 'normative-list', clause: 1 }),
          makeReference('GB/T 7—2020', { clause: 6 }),
          makeReference('GB/T 7', { clause: 4 }),
          makeReference('GB/T 99', { role: 'bibliography', clause: 9 }),
          makeReference('GB/T 8—2001', { role: 'foreword', clause: 0 }),
          makeReference('DB9902/T 1—2023', { clause: 3 }),
        ],
      },
    ),
    makeRow('DB9902/T 2—2023', day, {
      references: [
        makeReference('DB9902/T 1', { clause: 5 }),
        makeReference('DB9902/T 1—2023', { role: 'normative-list', clause: 1 }),
      ],
    }),
  ];
  const records = [
    makeRecord('GB/T 7-2020'),
    makeRecord('DB9902/T 1-2018', { status: '被代替' }),
    makeRecord('ISO 9:2019'),
  ];
  const { list } = open(rows, records);
  const say = (key: string) =>
    list(key).map(({ kind, key: other, clauses, dated, normative, note }) =>
      [kind, other, clauses.join(' '), dated, normative && 'N', note].filter(Boolean).join(' | '),
    );

  it('are what it cites, adopts and replaces, with the clauses; a foreword and itself are none', () => {
    expect(say('DB9902/T 1-2023')).toEqual([
      'cites | GB/T 7-2020 | 1 4 6 | both | N',
      'cites | GB/T 99 | 9 | undated',
      'adopts | ISO 9:2019 | MOD',
      'replaces | DB9902/T 1-2018',
      'citedBy | DB9902/T 2-2023 | 1 5 | both | N',
    ]);
  });

  it('are seen from the other end alike', () => {
    expect(say('GB/T 7-2020')).toEqual(['citedBy | DB9902/T 1-2023 | 1 4 6 | both | N']);
    expect(say('ISO 9:2019')).toEqual(['adoptedBy | DB9902/T 1-2023 | MOD']);
    expect(say('DB9902/T 2-2023')).toEqual(['cites | DB9902/T 1-2023 | 1 5 | both | N']);
    expect(say('DB9902/T 1-2018')).toContain('replacedBy | DB9902/T 1-2023');
  });
});

describe('what is drawn', () => {
  it('is at most so many a side, every kind among them, and the rest is counted', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom(...basisKinds, ...restingKinds),
            number: fc.nat(60).map((n) => `GB/T ${n}`),
          }),
          { maxLength: 80 },
        ),
        fc.integer({ min: 4, max: 12 }),
        (neighbours, most) => {
          const drawn = chooseDrawn(neighbours, most);
          for (const [side, kinds] of [
            [drawn.basis, basisKinds],
            [drawn.resting, restingKinds],
          ] as const) {
            const of = (kind: string) =>
              new Set(neighbours.filter((each) => each.kind === kind).map(({ number }) => number));
            const total = kinds.reduce((sum, kind) => sum + of(kind).size, 0);
            const shown = side.groups.reduce((sum, { nodes }) => sum + nodes.length, 0);
            expect(shown).toBe(Math.min(most, total));
            expect(shown + side.more).toBe(total);
            expect(side.groups.map(({ kind }) => kind)).toEqual(
              kinds.filter((kind) => of(kind).size > 0),
            );
            for (const { nodes } of side.groups)
              expect(new Set(nodes.map(({ number }) => number)).size).toBe(nodes.length);
          }
        },
      ),
    );
  });
});

describe('stale references', () => {
  const citing = (references: StandardRow['references'], meta = {}) =>
    makeRow('DB9902/T 1—2023', { ...day, ...meta }, { references });
  const records = [
    makeRecord('GB/T 7-2010', { status: '被代替', replacedBy: ['GB/T 8-2020'] }),
    makeRecord('GB/T 8-2020', day),
    makeRecord('GB/T 9-2010', { status: '废止' }),
  ];

  it('name every clause, whether they are normative, and what is in force instead', () => {
    const { catalog, entryOf } = open(
      [
        citing([
          makeReference('GB/T 7—2010', { role: 'normative-list', clause: 1 }),
          makeReference('GB/T 9—2010', { role: 'source', clause: 2 }),
          makeReference('GB/T 8—2020', { clause: 4 }),
          makeReference('GB/T 7—2010', { clause: 6 }),
        ]),
      ],
      records,
    );
    expect(
      listStaleReferences(entryOf('DB9902/T 1-2023'), catalog).map(
        ({ entry, clauses, normative, heirs }) => [
          entry.key,
          clauses,
          normative,
          heirs.map(({ key }) => key),
        ],
      ),
    ).toEqual([['GB/T 7-2010', [1, 6], true, ['GB/T 8-2020']]]);
  });

  it('are none of a standard that holds no longer, of a record, nor of what a standard replaces', () => {
    const list = [makeReference('GB/T 9—2010')];
    const over = open([citing(list, { status: 'withdrawn', withdrawn: '2024-01-01' })], records);
    expect(listStaleReferences(over.entryOf('DB9902/T 1-2023'), over.catalog)).toEqual([]);
    expect(listStaleReferences(over.entryOf('GB/T 8-2020'), over.catalog)).toEqual([]);
    const heir = open([citing(list, { replaces: ['GB/T 9—2010'] })], records);
    expect(listStaleReferences(heir.entryOf('DB9902/T 1-2023'), heir.catalog)).toEqual([]);
  });

  it('come with the day on which what is cited is replaced', () => {
    const { catalog, entryOf } = open(
      [citing([makeReference('GB/T 7—2020')])],
      [
        makeRecord('GB/T 7-2020', { issued: '2020-01-01', implemented: '2020-05-01' }),
        makeRecord('GB/T 7-2026', {
          issued: '2026-02-01',
          implemented: '2026-09-01',
          replaces: ['GB/T 7-2020'],
          status: '即将实施',
        }),
      ],
    );
    const entry = entryOf('DB9902/T 1-2023');
    expect(entry.row && listReferenceDays(entry.row, catalog)).toEqual(['2026-09-01']);
    const on = (asOf: string) =>
      listStaleReferences(entry, catalog.on(asOf)).map(({ entry: { key } }) => key);
    expect([on('2026-08-31'), on('2026-09-01')]).toEqual([[], ['GB/T 7-2020']]);
  });
});
