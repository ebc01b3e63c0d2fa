import { expect, it } from 'vitest';
import { buildCatalog } from '#core/catalog/index.ts';
import { makeRecord, makeReference, makeRow } from './build.ts';

it('a citation counts for each standard of a run, and for both halves of a double number', () => {
  const row = makeRow(
    'T/SFLC 2—2022',
    {},
    {
      references: [
        makeReference('GB 4806.1～4806.2', { clause: 3, members: ['GB 4806.1', 'GB 4806.2'] }),
        makeReference('GB/T 19001—2016', { clause: 4, others: ['ISO 9001:2015'] }),
      ],
    },
  );
  const records = ['GB 4806.2-2015', 'GB/T 19001-2016', 'ISO 9001:2015'].map((number) =>
    makeRecord(number),
  );
  const library = buildCatalog({ rows: [row], records, asOf: '2026-06-01' });
  const cited = (key: string) =>
    library.citedBy(library.byKey(key)!).map(({ dated, undated }) => [dated, undated]);
  expect(cited('GB 4806.2-2015')).toEqual([[[], [3]]]);
  expect(cited('GB/T 19001-2016')).toEqual([[[4], []]]);
  expect(cited('ISO 9001:2015')).toEqual([[[4], []]]);
  expect(library.resolve('GB 4806.1~4806.2', false)).toMatchObject({
    kind: 'record',
    entry: { key: 'GB 4806.2-2015' },
  });
});
