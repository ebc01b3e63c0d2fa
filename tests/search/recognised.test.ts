import { expect, it } from 'vitest';
import { buildCatalog } from '#core/catalog/index.ts';
import { holdsOn } from '#core/model/partner.ts';
import { buildSystems } from '#core/systems/index.ts';
import { packRecord, unpackRecord } from '#search/embedded/directory/format.ts';
import { toHit } from '#search/meilisearch/hits.ts';
import { projectEntry } from '#search/record/standard-record.ts';
import { makeRow } from '../core/catalog/build.ts';

const partner = {
  id: '9903',
  name: { zh: '样板市', en: 'Model City' },
  short: { zh: '样板', en: 'Model' },
  code: '9903',
  licence: 'CC-BY-4.0',
  mirrored: '2026-05-20',
  sample: true,
};
const act = {
  keys: ['DB9902/T 12-2023', 'DB9903/T 6-2024'],
  since: '2026-03-01',
  until: '2026-05-01',
  ground: { zh: '要求相同', en: 'Same requirements' },
  notice: { issuer: '示范市市场监督管理局' },
};
const catalog = buildCatalog({
  rows: [makeRow('DB9902/T 12-2023'), makeRow('DB9902/T 13-2023')],
  partners: [{ ...partner, rows: [makeRow('DB9903/T 6-2024')], records: [] }],
  recognitions: [act],
  records: [],
  // Nobody builds a site again because the day of a recognition has come.
  asOf: '2026-01-15',
});
const systems = buildSystems([], catalog);

function recordOf(key: string) {
  const entry = catalog.byKey(key);
  if (!entry) throw new Error(`no ${key}`);
  return projectEntry(entry, { catalog, systems }, 'full').record;
}

it.each([
  ['the library', 'DB9902/T 12-2023', undefined],
  ['a partner', 'DB9903/T 6-2024', { zh: '样板', en: 'Model' }],
])('a hit of %s says by both engines when it is recognised', (_, key, origin) => {
  const record = recordOf(key);
  const embedded = unpackRecord(JSON.parse(JSON.stringify(packRecord(record))));
  const served = toHit(JSON.parse(JSON.stringify({ id: 'x', ...record })), 'number', 'zh');
  for (const hit of [embedded, served]) {
    expect(hit.origin).toEqual(origin);
    expect(hit.recognised).toEqual([{ since: '2026-03-01', until: '2026-05-01' }]);
    const days = ['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01'];
    expect(days.map((day) => hit.recognised?.some((each) => holdsOn(each, day)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  }
});

it('one that nobody recognises carries nothing of it', () => {
  const record = recordOf('DB9902/T 13-2023');
  expect(unpackRecord(packRecord(record))).not.toHaveProperty('recognised');
  expect(packRecord(record)).toHaveLength(5);
});

it.each([[[{ since: 3 }]], ['always'], [[{ since: '2026-03-01', until: {} }]]])(
  'a server that says %j of it is not believed',
  (recognised) => {
    const document = { id: 'x', ...recordOf('DB9902/T 13-2023'), recognised };
    expect(() => toHit(document, 'number', 'zh')).toThrow('recognised');
  },
);
