import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import { openPublished } from '#library/published.ts';
import type { ExampleFiles } from '#core/check/rule.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';
import { completeFiles } from './example-files.ts';

const cache = mkdtempSync(join(tmpdir(), 'biaolian-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const partner = (code: string, more = ''): string =>
  `name: { zh: 样板市, en: Model City }\ncode: '${code}'\nlicence: CC-BY-4.0\nmirrored: 2026-05-20\n${more}`;
const text = (number: string, more = ''): string =>
  `---\nnumber: ${number}\n${more}---\n样例应完整。\n`;
const place = (id: string, slug: string): string =>
  `partners/${id}/standards/local/${slug}/index.md`;

async function open(files: ExampleFiles, asOf = '2026-06-01') {
  const dir = makeFolder();
  writeFiles(dir, completeFiles(files));
  return openLibrary({ dir, cache, asOf });
}

const one = {
  'partners/9903/partner.yaml': partner('9903', 'site: https://example.org/\n'),
  [place('9903', 'db9903-t-1-2024')]: text('DB9903/T 1—2024'),
};

describe('a partner library', () => {
  it('stands in the catalog with its origin, and not among the own standards', async () => {
    const library = await open(one);
    expect(library.rows.map(({ number }) => number)).toEqual(['DB9999/T 1—2024']);
    expect(library.partners.map(({ id, rows }) => [id, rows.length])).toEqual([['9903', 1]]);
    const entry = library.catalog.byKey('DB9903/T 1-2024');
    expect(entry?.origin).toMatchObject({ id: '9903', code: '9903', site: 'https://example.org/' });
    expect(entry?.row?.kind).toBe('local');
    expect(library.body('db9903-t-1-2024').number).toBe('DB9903/T 1—2024');
    expect(library.folder('db9903-t-1-2024')).toMatch(
      /partners.9903.standards.local.db9903-t-1-2024$/,
    );
    expect(library.catalog.byKey('DB9999/T 1-2024')).not.toHaveProperty('origin');
  });

  it('does not take the place of an own standard, nor of one of an earlier partner', async () => {
    const library = await open({
      ...one,
      [place('9903', 'db9999-t-1-2024')]: text('DB9999/T 1—2024'),
      'partners/9904/partner.yaml': partner('9904'),
      [place('9904', 'a')]: text('DB9903/T 1—2024'),
    });
    expect(library.catalog.byKey('DB9999/T 1-2024')?.row?.file).toMatch(/^standards\//);
    expect(library.catalog.byKey('DB9903/T 1-2024')?.origin?.id).toBe('9903');
    expect(library.diagnostics.map(({ rule, file }) => [rule, file])).toEqual([
      ['partner-number', place('9903', 'db9999-t-1-2024')],
      ['partner-number', place('9904', 'a')],
    ]);
  });

  it('replaces nothing of others and names no chain that is unknown here', async () => {
    const library = await open({
      ...one,
      [place('9903', 'db9903-t-2-2025')]: text(
        'DB9903/T 2—2025',
        'replaces: [DB9999/T 1—2024, DB9903/T 1—2024]\nchains: [nowhere]\n',
      ),
    });
    const { catalog } = library;
    const [own, its] = ['DB9999/T 1-2024', 'DB9903/T 1-2024'].map((key) => catalog.byKey(key));
    expect(own && catalog.replacedByOf(own)).toEqual([]);
    expect(its && catalog.replacedByOf(its).map(({ key }) => key)).toEqual(['DB9903/T 2-2025']);
    expect(catalog.byKey('DB9903/T 2-2025')?.chains).toEqual([]);
    expect(library.diagnostics).toEqual([]);
  });

  it('gives no number that is for others to give, and changes nothing of what is theirs', async () => {
    const group = (slug: string): string => `partners/9903/standards/group/${slug}/index.md`;
    const library = await open({
      ...one,
      'site.yaml': "city: { name: { zh: 某市, en: Some City }, standards: '9999' }\n",
      'partners/9904/partner.yaml': partner('9904'),
      'catalogue/group.csv':
        'number,title,status,as_of\nT/ABC 1—2020,团体的,现行,2026-05-01\nT/ABC 20.1～20.3—2020,几部分,现行,2026-05-01\n',
      // Newer than the library's own, a sheet to it, one that it does not have, and half of a joint one.
      [place('9903', 'newer')]: text('DB9999/T 1—2030'),
      [place('9903', 'sheet')]: text('DB9999/T 1—2024/XG1—2026'),
      [place('9903', 'unknown')]: text('DB9999/T 99—2024'),
      [place('9903', 'joint')]: text('DB9903/T 9—2024/DB9999/T 12—2024'),
      [place('9903', 'neighbour')]: text('DB9904/T 1—2024'),
      // Of a kind that is nobody's to host, in the folder of another kind, and one that the catalogue knows.
      [place('9903', 'national')]: text('GB/T 191—2030'),
      [group('kind')]: text('DB9903/T 8—2024'),
      [group('known')]: text('T/ABC 1—2026'),
      [group('member')]: text('T/ABC 20.2—2024'),
      [group('new')]: text('T/ABC 7—2024'),
      [place('9903', 'db9903-t-4-2025')]: text('DB9903/T 4—2025', 'issued: 2026-06-02\n'),
      [place('9903', 'db9903-t-2-2025')]: text(
        'DB9903/T 2—2025',
        'formerly: [DB9999/T 7—2020, DB9903/T 6—2020]\nreplaces: [DB9999/T 7—2020]\n',
      ),
    });
    const { catalog } = library;
    const rows = library.partners.flatMap((each) => each.rows);
    expect(rows.map(({ key }) => key).sort()).toEqual([
      'DB9903/T 1-2024',
      'DB9903/T 2-2025',
      'T/ABC 7-2024',
    ]);
    expect(rows.find(({ key }) => key === 'DB9903/T 2-2025')?.meta).toMatchObject({
      formerly: ['DB9903/T 6—2020'],
      replaces: [],
    });
    const own = catalog.byKey('DB9999/T 1-2024');
    expect(own && catalog.replacedByOf(own)).toEqual([]);
    expect(own && catalog.amendmentsOf(own)).toEqual([]);
    expect(catalog.resolve('T/ABC 1', false)).toMatchObject({ entry: { key: 'T/ABC 1-2020' } });
    expect(catalog.byKey('GB/T 191-2030')).toBeUndefined();
    const found = library.diagnostics.filter(({ rule }) => rule.startsWith('partner-'));
    expect(found.map(({ rule, file }) => `${rule} ${file.split('/').at(-2)}`).sort()).toEqual([
      'partner-number joint',
      'partner-number kind',
      'partner-number known',
      'partner-number member',
      'partner-number national',
      'partner-number neighbour',
      'partner-number newer',
      'partner-number sheet',
      'partner-number unknown',
      'partner-text db9903-t-4-2025',
    ]);
    expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it.each([
    ['code', "code: '9903'", "code: '9999'"],
    ['name, in wide letters and with characters that nobody sees', '样板市', '某\u200B市'],
    ['name in English', 'Model City', 'ＳＯＭＥ city'],
  ])('with the %s of this city is none', async (_, its, ours) => {
    const { partners, diagnostics } = await open({
      ...one,
      'site.yaml': "city: { name: { zh: 某市, en: Some City }, standards: '9999' }\n",
      'partners/9903/partner.yaml': partner('9903').replace(its, ours),
    });
    expect(partners).toEqual([]);
    expect(diagnostics.map(({ rule, file }) => [rule, file])).toContainEqual([
      'partner-file',
      'partners/9903/partner.yaml',
    ]);
  });

  it('gives the facts of local standards of its own city, and of no others', async () => {
    const head =
      'number,title,status,issued,implemented,withdrawn,replaces,replaced_by,as_of,source';
    const library = await open({
      ...one,
      'catalogue/local.csv': `${head}\nDB9903/T 4—2020,本库的题录,现行,,,,,,2026-05-01,own\n`,
      'partners/9903/catalogue/sources.csv': [
        head,
        'DB9903/T 2—2022,样板市冷库,现行,2022-01-01,2022-03-01,,DB9903/T 2—2015;DB9999/T 1—2024,,2026-05-20,s',
        'DB9903/T 2—2015,样板市冷库,被代替,,,,,DB9903/T 2—2022,2026-05-20,s',
        // Its own text says more.
        'DB9903/T 1—2024,旧题录,废止,,,,,,2026-05-20,s',
        // The library knows it by itself; the others are no standards of that city.
        'DB9903/T 4—2020,样板市的题录,废止,,,,,,2026-05-20,s',
        'GB/T 191—2008,包装储运图示标志,废止,,,,,,2026-05-20,s',
        'DB9904/T 1—2020,范例市,现行,,,,,,2026-05-20,s',
        'DB9903/T 5—2021,没有日期,现行,,,,,,,s',
      ].join('\n'),
    });
    const { catalog } = library;
    const its = catalog.byKey('DB9903/T 2-2022');
    expect(its?.origin?.id).toBe('9903');
    expect(its?.city).toBe('9903');
    expect(its?.row).toBeUndefined();
    expect(its && catalog.statusOf(its).status).toBe('现行');
    expect(its && catalog.replacesOf(its).map(({ key }) => key)).toEqual(['DB9903/T 2-2015']);
    expect(catalog.resolve('DB9903/T 2', false)).toMatchObject({ entry: { key: its?.key } });
    const own = catalog.byKey('DB9999/T 1-2024');
    expect(own && catalog.statusOf(own).status).not.toBe('被代替');
    expect(catalog.byKey('DB9903/T 1-2024')?.title).not.toBe('旧题录');
    expect(catalog.byKey('DB9903/T 4-2020')).toMatchObject({ title: '本库的题录' });
    expect(catalog.byKey('DB9903/T 4-2020')).not.toHaveProperty('origin');
    for (const key of ['GB/T 191-2008', 'DB9904/T 1-2020', 'DB9903/T 5-2021'])
      expect(catalog.byKey(key)).toBeUndefined();
    const found = library.diagnostics.map(({ rule, severity, file, message }) => [
      rule,
      severity,
      file,
      message.en,
    ]);
    expect(found).toEqual([
      [
        'partner-record',
        'info',
        'partners/9903/catalogue/sources.csv',
        '3 records are left out: 2 are no local standards of Model City, 1 are here or with an earlier partner already; such as GB/T 191—2008',
      ],
      ['catalogue-row', 'warning', 'partners/9903/catalogue/sources.csv', 'There is no as_of date'],
    ]);
  });

  it('fills no gap of a system with what its catalogue says', async () => {
    const { systems } = await open({
      ...one,
      'partners/9903/catalogue/sources.csv':
        'number,title,status,as_of\nDB9903/T 2—2022,样板市冷库,现行,2026-05-20\n',
      'systems/a.yaml': 'rows:\n  - { node: store, number: DB9903/T 2—2022, role: 基础 }\n',
    });
    expect(systems.list[0]?.rows.map(({ state }) => state)).toEqual(['unverified']);
  });

  it('is left out text by text where it is bad, and never keeps the library from being published', async () => {
    const dir = makeFolder();
    const files = {
      ...one,
      [place('9903', 'bad')]: text('DB9903/T 3—2024').replace('完整', '完整，见[#none]'),
      [place('9903', 'empty')]: '---\n: [\n---\n',
      'partners/nobody/partner.yaml': 'name: nobody\n',
      [place('nobody', 'x')]: text('DB9909/T 1—2024'),
    };
    writeFiles(dir, completeFiles(files));
    const { library, withheld } = await openPublished({
      dir,
      cache,
      asOf: '2026-06-01',
      allOrNothing: true,
    });
    expect(withheld).toEqual([]);
    expect(library?.partners.map(({ id, rows }) => [id, rows.length])).toEqual([['9903', 1]]);
    expect(new Set(library?.diagnostics.map(({ severity }) => severity))).toEqual(
      new Set(['warning']),
    );
    expect(library?.diagnostics.map(({ file }) => file)).toEqual(
      expect.arrayContaining([place('9903', 'bad'), 'partners/nobody/partner.yaml']),
    );
  });
});

describe('what is recognised', () => {
  const item = (standards: string, days: string): string =>
    `- standards: [${standards}]\n${days}  ground: { zh: 要求相同, en: Same requirements }\n  notice: { issuer: 样例局 }\n`;

  it('is told of each of its standards', async () => {
    const { catalog, diagnostics } = await open({
      ...one,
      'recognition.yaml': item('DB9999/T 1—2024, DB9903/T 1—2024', '  since: 2026-03-01\n'),
    });
    expect(diagnostics).toEqual([]);
    for (const key of ['DB9999/T 1-2024', 'DB9903/T 1-2024']) {
      const entry = catalog.byKey(key);
      expect(entry && catalog.recognitionsOf(entry)).toMatchObject([
        { since: '2026-03-01', keys: ['DB9999/T 1-2024', 'DB9903/T 1-2024'] },
      ]);
    }
  });

  it.each([
    ['2026-02-28', 'unverified', 0],
    ['2026-03-01', 'in-force', 1],
    ['2026-05-01', 'unverified', 0],
  ])('counts in a row of a system while it holds: %s', async (day, state, inForce) => {
    const files = {
      ...one,
      'recognition.yaml': item(
        'DB9999/T 1—2024, DB9903/T 1—2024',
        '  since: 2026-03-01\n  until: 2026-05-01\n',
      ),
      'systems/a.yaml': 'rows:\n  - { node: store, number: DB9903/T 1-2024, role: 基础 }\n',
    };
    const { systems } = await open(files, day);
    const [system] = systems.list;
    expect(system?.rows.map((row) => row.state)).toEqual([state]);
    expect(system?.counts.inForce).toBe(inForce);
  });

  it.each([
    ['an unknown number', 'DB9999/T 1—2024, DB9903/T 9—2024', '  since: 2026-03-01\n', 'standard'],
    ['no year', 'DB9999/T 1—2024, DB9903/T 1', '  since: 2026-03-01\n', 'standard'],
    ['a day before issue', 'DB9999/T 1—2024, DB9903/T 1—2024', '  since: 2023-03-01\n', 'day'],
    ['no such day', 'DB9999/T 1—2024, DB9903/T 1—2024', '  since: 2026-02-30\n', 'file'],
    [
      'an end before its beginning',
      'DB9999/T 1—2024, DB9903/T 1—2024',
      '  since: 2026-03-01\n  until: 2026-03-01\n',
      'day',
    ],
  ])('is a finding where it has %s', async (_, standards, days, rule) => {
    const { diagnostics } = await open({ ...one, 'recognition.yaml': item(standards, days) });
    expect(new Set(diagnostics.map((found) => found.rule))).toEqual(
      new Set([`recognition-${rule}`]),
    );
    expect(diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
  });
});
