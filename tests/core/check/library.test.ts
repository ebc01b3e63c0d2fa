import { describe, expect, it } from 'vitest';
import { buildCatalog } from '#core/catalog/index.ts';
import { checkLibrary } from '#core/check/index.ts';
import type { CatalogRecord } from '#core/model/catalog-record.ts';
import type { StandardRow } from '#core/model/row.ts';
import { parseDocument } from '#core/text/index.ts';
import { makeRecord, makeReference, makeRow } from '../catalog/build.ts';
import { pointedAt } from './wrap.ts';

const inForce = { issued: '2023-01-05', implemented: '2023-06-01' };

function check(rows: readonly StandardRow[], records: readonly CatalogRecord[] = []) {
  return checkLibrary(buildCatalog({ rows, records, asOf: '2026-06-01' }), rows);
}

/** Where the keys of a source's front matter stand. */
const rangesOf = (source: string) =>
  Object.fromEntries(parseDocument(source, { file: 'index.md' }).metaRanges);
const ids = (found: ReturnType<typeof check>) => found.map(({ rule }) => rule);
const citing = (number: string, rest: Parameters<typeof makeReference>[1] = {}) =>
  makeRow('T/SFLC 1—2023', inForce, { references: [makeReference(number, rest)] });

describe('folders and numbers', () => {
  it('agree', () => {
    expect(
      check([makeRow('DB9902/T 12—2023', inForce), makeRow('T/SFLC 1—2023', inForce)]),
    ).toEqual([]);
  });

  it('have one folder each, named by the number, in the folder of its kind', () => {
    const row = makeRow('DB9902/T 12—2023', inForce);
    const copy = { ...row, file: 'standards/local/copy/index.md' };
    const found = check([row, copy]);
    expect(ids(found)).toEqual(['number-duplicate', 'slug-mismatch']);
    expect(found[0]?.message.zh).toContain('standards/local/db9902-t-12-2023/index.md');
    expect(ids(check([{ ...makeRow('T/SFLC 3—2023', inForce), kind: 'local' as const }]))).toEqual([
      'kind-mismatch',
    ]);
  });
});

describe('references across the library', () => {
  it('offer the numbers that look like an unknown one', () => {
    const found = check([citing('GB/T 30928—2014')], [makeRecord('GB/T 30982-2014')]);
    expect(found).toMatchObject([{ rule: 'reference-unknown', severity: 'warning' }]);
    expect(found[0]?.hint?.zh).toContain('GB/T 30982');
    expect(check([citing('GB/T 191—2000')], [makeRecord('GB/T 191-2008')])[0]?.hint?.zh).toContain(
      'GB/T 191—2008',
    );
    expect(check([citing('ASTM D1234—2001')])).toMatchObject([
      { rule: 'reference-unknown', severity: 'info' },
    ]);
  });

  it('ask of each standard of a run', () => {
    const members = ['GB 4806.1', 'GB 4806.2', 'GB 4806.3'];
    const run = citing('GB 4806.1～4806.3', { members });
    const [first, third] = [makeRecord('GB 4806.1-2016'), makeRecord('GB 4806.3-2016')];
    expect(check([run], [first, third])).toMatchObject([
      { rule: 'reference-unknown', message: { zh: '库和目录里没有 GB 4806.2' } },
    ]);
    const second = makeRecord('GB 4806.2-2015', { status: '废止' });
    expect(check([run], [first, second, third])).toMatchObject([
      { rule: 'reference-withdrawn', message: { zh: 'GB 4806.2 已废止' } },
    ]);
    const whole = makeRecord('GB 4806.1-4806.3-2016');
    expect(check([run], [whole])).toEqual([]);
  });

  it('say what was withdrawn or replaced, and since when', () => {
    expect(
      check(
        [citing('GB/T 5—2000')],
        [makeRecord('GB/T 5-2000', { status: '废止', withdrawn: '2020-01-01' })],
      ),
    ).toMatchObject([
      { rule: 'reference-withdrawn', message: { zh: 'GB/T 5—2000 已废止（自 2020-01-01 起）' } },
    ]);
    const replaced = [
      makeRecord('GB/T 191-2000', { status: '被代替', replacedBy: ['GB/T 191-2008'] }),
      makeRecord('GB/T 191-2008', { implemented: '2008-10-01' }),
    ];
    const found = check([citing('GB/T 191—2000')], replaced);
    expect(ids(found)).toEqual(['reference-replaced']);
    expect(found[0]?.hint?.zh).toContain('GB/T 191—2008');
    expect(found[0]).not.toHaveProperty('fix');
    expect(check([citing('GB/T 191')], replaced)).toEqual([]);
  });

  it('name the only successor and leave it to the drafter to cite it', () => {
    const records = [
      makeRecord('NY/T 5-2000', { status: '被代替', replacedBy: ['GB/T 77-2008'] }),
      makeRecord('GB/T 77-2008', { number: 'GB/T 77—2008', implemented: '2008-10-01' }),
    ];
    const source = '---\nnumber: T/SFLC 1—2023\n---\n\n# 要求\n\n应符合 NY/T 5 的规定。\n';
    const at = { start: { line: 7, column: 5 }, end: { line: 7, column: 11 } };
    const row = citing('NY/T 5', { range: at });
    const found = check([row], records);
    expect(found.map((each) => pointedAt(source, each))).toEqual(['NY/T 5']);
    expect(found[0]?.hint?.zh).toContain('GB/T 77—2008');
    expect(found[0]).not.toHaveProperty('fix');
  });

  it('leave alone the references of a standard that is no longer in force', () => {
    const row = makeRow(
      'T/SFLC 1—2010',
      {
        issued: '2010-01-01',
        implemented: '2010-01-01',
        status: 'withdrawn',
        withdrawn: '2015-01-01',
      },
      {
        references: [makeReference('GB/T 5—2000')],
      },
    );
    expect(check([row], [makeRecord('GB/T 5-2000', { status: '废止' })])).toEqual([]);
  });

  it('may name what the standard itself replaces', () => {
    const old = makeRow('T/SFLC 1—2018', { issued: '2018-01-05', implemented: '2018-06-01' });
    const row = makeRow(
      'T/SFLC 1—2023',
      { ...inForce, replaces: ['T/SFLC 1—2018'] },
      { references: [makeReference('T/SFLC 1—2018')] },
    );
    expect(check([old, row])).toEqual([]);
  });

  it('find clauses that a hosted standard does not have', () => {
    const target = makeRow('DB9902/T 12—2023', inForce);
    const cite = (targetClause: string) =>
      check([target, citing('DB9902/T 12—2023', { targetClauses: [targetClause] })]);
    expect(cite('4.2')).toEqual([]);
    expect(cite('A.1')).toEqual([]);
    expect(cite('9.9')).toMatchObject([
      { rule: 'reference-clause-unknown', file: 'standards/group/t-sflc-1-2023/index.md' },
    ]);
    expect(
      check([citing('GB/T 191—2008', { targetClauses: ['9.9'] })], [makeRecord('GB/T 191-2008')]),
    ).toEqual([]);
  });
});

describe('replacement', () => {
  it('in a circle is found once, and ends', () => {
    const row = (n: number, of: number) =>
      makeRow(`DB9902/T ${n}—2020`, {
        issued: '2020-01-01',
        implemented: '2020-01-01',
        replaces: [`DB9902/T ${of}—2020`],
      });
    const found = check([row(1, 3), row(2, 1), row(3, 2)]);
    expect(ids(found)).toEqual(['replacement-cycle']);
    expect(found[0]?.message.zh).toContain(
      'DB9902/T 1-2020 代替 DB9902/T 3-2020 代替 DB9902/T 2-2020 代替 DB9902/T 1-2020',
    );
    expect(ids(check([row(1, 1)]))).toEqual(['replacement-cycle']);
  });

  it('survives a chain of thousands', () => {
    const rows = Array.from({ length: 3000 }, (_, n) =>
      makeRow(`DB9902/T ${n + 1}—2020`, {
        issued: '2020-01-01',
        implemented: '2020-01-01',
        replaces: [`DB9902/T ${((n + 1) % 3000) + 1}—2020`],
      }),
    );
    expect(ids(check(rows))).toEqual(['replacement-cycle']);
  });

  it('is declared by the newer edition, and records agree', () => {
    const old = makeRow('DB9902/T 12—2018', { issued: '2018-01-05', implemented: '2018-06-01' });
    const source = '---\ntitle: 样例\nnumber: DB9902/T 12—2023\n---\n';
    const silent = makeRow('DB9902/T 12—2023', inForce, { metaRanges: rangesOf(source) });
    const found = check([old, silent]);
    expect(ids(found)).toEqual(['replacement-undeclared']);
    expect(found.map((each) => pointedAt(source, each))).toEqual(['DB9902/T 12—2023']);
    const said = makeRow('DB9902/T 12—2023', { ...inForce, replaces: ['DB9902/T 12—2018'] });
    expect(check([old, said])).toEqual([]);
    const other = makeRecord('DB9902/T 12-2018', {
      status: '被代替',
      replacedBy: ['DB9902/T 40-2022'],
    });
    expect(ids(check([said], [other]))).toEqual(['replacement-undeclared']);
  });

  it('does not go back in time', () => {
    const later = makeRow('DB9902/T 13—2024', { issued: '2024-01-05', implemented: '2024-06-01' });
    const row = makeRow('DB9902/T 12—2023', { ...inForce, replaces: ['DB9902/T 13—2024'] });
    expect(ids(check([later, row]))).toEqual(['replacement-dates']);
  });
});

describe('days', () => {
  it('of issue are not in the future, save for drafts', () => {
    const source = '---\nnumber: DB9902/T 12—2062\nissued: 2062-05-10\n---\n';
    const days = { issued: '2062-05-10', implemented: '2062-08-10' };
    const row = makeRow('DB9902/T 12—2062', days, { metaRanges: rangesOf(source) });
    const found = check([row]);
    expect(found.map((each) => `${each.rule} ${pointedAt(source, each)}`)).toEqual([
      'date-future 2062-05-10',
    ]);
    expect(check([makeRow('DB9902/T 12—2062', { issued: '2062-05-10', status: 'draft' })])).toEqual(
      [],
    );
  });

  it('stand on the first line where the front matter does not have the key', () => {
    const row = makeRow('DB9902/T 12—2062', { issued: '2062-05-10', implemented: '2062-08-10' });
    expect(check([row])).toMatchObject([{ range: { start: { line: 1, column: 1 } } }]);
  });
});

describe('two editions in force', () => {
  const old = makeRow('DB9902/T 12—2018', { issued: '2018-01-05', implemented: '2018-06-01' });
  const said = (found: ReturnType<typeof check>) =>
    found.flatMap(({ rule, file, message }) =>
      rule === 'editions-in-force'
        ? [`${file.split('/')[2]}: ${message.en.split(' and ')[0]}`]
        : [],
    );

  it.each([
    ['a newer one without any day', { status: '现行' }, true],
    ['a newer one that was issued on a day and begins on none', { issued: '2023-01-05' }, true],
    ['a newer one whose day has come', { issued: '2023-01-05', implemented: '2023-06-01' }, false],
    ['a newer one that is announced', { status: '即将实施', issued: '2026-05-01' }, false],
    ['a newer one that was withdrawn', { status: '废止', issued: '2023-01-05' }, false],
  ] as const)('are found with %s in the catalogue', (_, facts, isFound) => {
    const record = makeRecord('DB9902/T 12-2023', { status: '现行', ...facts });
    expect(said(check([old], [record]))).toEqual(
      isFound ? ['db9902-t-12-2018: DB9902/T 12—2023'] : [],
    );
  });

  it('are found with a newer one whose number has no year', () => {
    const record = makeRecord('DB9902/T 12', { status: '现行', issued: '2023-01-05' });
    expect(said(check([old], [record]))).toEqual(['db9902-t-12-2018: DB9902/T 12']);
  });

  it('are found once where both are here', () => {
    const partial = makeRow('DB9902/T 12—2023', {
      ...inForce,
      replaces: [{ number: 'DB9902/T 12—2018', partial: '第5章' }],
    });
    expect(said(check([old, partial]))).toEqual(['db9902-t-12-2023: DB9902/T 12—2018']);
  });

  it('are none where an older one in the catalogue was replaced', () => {
    const record = makeRecord('DB9902/T 12-2010', { status: '被代替', issued: '2010-01-05' });
    expect(said(check([old], [record]))).toEqual([]);
  });
});

it('points at the entry of a list, also where the same words stand in another key', () => {
  const source =
    '---\nnumber: DB9902/T 12—2023\nformerly: [DB9902/T 9—2030]\nreplaces:\n  - DB9902/T 8—2018\n  - number: DB9902/T 9—2030\nchains: [cold, tea]\n---\n';
  const ranges = { metaRanges: rangesOf(source) };
  const replaces = [{ number: 'DB9902/T 8—2018' }, { number: 'DB9902/T 9—2030' }];
  const row = makeRow(
    'DB9902/T 12—2023',
    { ...inForce, replaces, chains: ['cold', 'tea'] },
    ranges,
  );
  const newer = makeRecord('DB9902/T 9-2030', { issued: '2030-01-05' });
  const rows = [row];
  const catalog = buildCatalog({ rows, records: [newer], asOf: '2026-06-01' });
  const found = checkLibrary(catalog, rows, { chains: ['tea', 'coldchain'] });
  expect(found.map((each) => `${each.rule} ${pointedAt(source, each)}`)).toEqual([
    'replacement-dates number: DB9902/T 9—2030',
    'chain-unknown cold',
  ]);
});
