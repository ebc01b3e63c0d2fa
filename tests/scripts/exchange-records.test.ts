import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeRecord, recordElements, writeRecord } from '#core/exchange/metadata-record.ts';
import { keyOf } from '#core/exchange/keys.ts';
import { readRecords } from '#import/records/index.ts';
import { readCatalogue } from '#library/catalogue.ts';
import { openLibrary } from '#library/open.ts';
import { command } from '#scripts/commands/exchange.ts';
import { exportCatalogue } from '#site/files/exports.ts';
import { runCommand } from './run-command.ts';

let library = '';
beforeEach(() => {
  library = mkdtempSync(join(tmpdir(), 'biaolian-records-'));
});
afterEach(() => rmSync(library, { recursive: true }));

const path = (name: string): string => join(library, name);

async function take(name: string, text: string, ...argv: readonly string[]) {
  writeFileSync(path(name), text);
  const { status, out } = await runCommand(command, {
    argv: ['import', path(name), '--as-of', '2026-11-30', ...argv],
    json: true,
    library,
  });
  return { status, report: JSON.parse(out) as Record<string, unknown> };
}

it('takes records after GB/T 22373, and lists unknown tags', async () => {
  const text = [
    '000\t记录状态\tn',
    '100\t标准号\tDB37/T 9001-2024',
    '101：2024-03-01',
    '298 中文名称: 样例甲',
    '462\t被代替标准\tDB37/T 9001-2018;DB37/T 9002-2018',
    '826\tICS\t03.080;55.220',
    '305\t页数\t12',
    '999\t本地字段\t甲',
    '',
    '100=DB37/T 9003-2024',
    '298=样例乙',
    '200=现行',
  ].join('\r\n');
  const { status, report } = await take('a.txt', text);
  expect(report).toMatchObject({
    format: 'gbt22373',
    out: 'exchange-gbt22373.csv',
    written: true,
    left: [
      { number: 'DB37/T 9001-2024', field: '305', text: '12' },
      { field: '999', text: '甲', why: { en: expect.stringContaining('not known') } },
    ],
  });
  expect(status).toBe(0);
  const { records, diagnostics } = readCatalogue(library);
  expect(diagnostics).toEqual([]);
  expect(records).toMatchObject([
    {
      key: 'DB37/T 9001-2024',
      issued: '2024-03-01',
      ics: ['03.080', '55.220'],
      source: 'gbt22373',
    },
    { key: 'DB37/T 9003-2024', status: '现行', asOf: '2026-11-30' },
  ]);
});

it('takes ISO Open Data as lines of JSON and as CSV alike, relations by their ids', async () => {
  const row = {
    id: 2,
    deliverableType: 'IS',
    reference: 'ISO 90210:2031',
    title: { en: 'Hanging lanterns', fr: 'Lanternes' },
    publicationDate: '2031-04-05',
    edition: 2,
    icsCode: ['97.160'],
    ownerCommittee: 'ISO/TC 9',
    currentStage: 6060,
    replaces: [1, 77],
    replacedBy: null,
  };
  const earlier = {
    ...row,
    id: 1,
    reference: 'ISO 90210:2020',
    publicationDate: '2020-04',
    currentStage: 9599,
    replaces: null,
    replacedBy: [2],
  };
  const { report } = await take(
    'iso.jsonl',
    `${JSON.stringify(row)}\n${JSON.stringify(earlier)}\n`,
  );
  expect(report).toMatchObject({ format: 'iso-open-data', written: true });
  const expected = [
    { key: 'ISO 90210:2020', status: '被代替', replacedBy: ['ISO 90210:2031'] },
    {
      key: 'ISO 90210:2031',
      status: '现行',
      titleEn: 'Hanging lanterns',
      issued: '2031-04-05',
      replaces: ['ISO 90210:2020'],
      ics: ['97.160'],
    },
  ];
  expect(readCatalogue(library).records).toMatchObject(expected);
  const why = (report['left'] as readonly { field: string; text: string }[]).map(
    ({ field, text }) => `${field} ${text}`,
  );
  expect(why).toContain('replaces 77');
  expect(why).toContain('publicationDate 2020-04');
  expect(why).toContain('ownerCommittee ISO/TC 9');
  const csv = [
    'id,deliverableType,reference,publicationDate,edition,icsCode,ownerCommittee,currentStage,replaces,replacedBy,title.en,title.fr',
    '2,IS,ISO 90210:2031,2031-04-05,2,"[""97.160""]",ISO/TC 9,6060,"[1,77]",,Hanging lanterns,Lanternes',
    '1,IS,ISO 90210:2020,2020-04,2,97.160,ISO/TC 9,9599,,2,Hanging lanterns,',
  ].join('\n');
  rmSync(path('catalogue'), { recursive: true });
  await take('iso.csv', csv);
  expect(readCatalogue(library).records).toMatchObject(expected);
});

it('takes items of Relaton from YAML', async () => {
  const yaml = `---
id: ISO90210-2031
docid:
  - { id: 'ISO 90210:2031', type: ISO, primary: true }
  - { id: 'urn:iso:std:iso:90210', type: URN }
title:
  - { type: title-intro, content: Hanging lanterns, language: [en] }
  - { type: main, content: Hanging lanterns — Sway, language: [en] }
  - { type: main, content: 灯笼　摆幅, language: [zh] }
date:
  - { type: published, value: '2031-04-05' }
docstatus: { stage: { value: '60' }, substage: { value: '60' } }
ics: [{ code: '97.160', text: Lighting }]
contributor:
  - organization: { name: [{ content: International Organization }] }
    role: [{ type: publisher }]
relation:
  - { type: obsoletes, bibitem: { docid: [{ id: 'ISO 90210:2020', type: ISO }] } }
  - { type: includes, bibitem: { formattedref: ISO 1 } }
edition: { content: '2' }
`;
  const { report } = await take('item.yaml', yaml);
  expect(readCatalogue(library).records).toMatchObject([
    {
      key: 'ISO 90210:2031',
      title: '灯笼 摆幅',
      titleEn: 'Hanging lanterns — Sway',
      status: '现行',
      issued: '2031-04-05',
      replaces: ['ISO 90210:2020'],
      ics: ['97.160'],
    },
  ]);
  expect(report['left']).toMatchObject([{ field: 'edition' }, { field: 'relation includes' }]);
});

it('never changes own rows and own standards: they are listed', async () => {
  await mkdir(path('catalogue'));
  await mkdir(path('standards/local/db9902-t-12-2023'), { recursive: true });
  const mine =
    'number,title,title_en,status,issued,implemented,withdrawn,replaces,replaced_by,ccs,ics,issuer,as_of,source\n' +
    'DB37/T 9001-2024,我们的名称,,现行,2024-03-01,,,,,,,,2024-05-01,own\n';
  writeFileSync(path('catalogue/local.csv'), mine);
  const text =
    '100\t\tDB37/T 9001-2024\n298\t\t别人的名称\n\n100\t\tDB9902/T 12-2023\n298\t\t别人的冷链\n';
  const { status, report } = await take('b.txt', text);
  expect(status).toBe(1);
  expect(readFileSync(path('catalogue/local.csv'), 'utf8')).toBe(mine);
  expect(report).toMatchObject({
    written: false,
    report: {
      conflicts: [{ number: 'DB37/T 9001-2024', kept: 'library', fields: [{ column: 'title' }] }],
    },
    left: [{ number: 'DB9902/T 12-2023', why: { en: expect.stringContaining('this library') } }],
  });
});

it('refuses what is no file of records by name', () => {
  const read = (text: string) => readRecords(new TextEncoder().encode(text));
  expect(read('hello world')).toMatchObject({ en: expect.stringContaining('GB/T 22373') });
  expect(read('{"format":"biaolian-catalogue","version":9,"standards":[]}')).toMatchObject({
    en: expect.stringContaining('version'),
  });
  expect(read('{"a":1}\nnonsense')).toMatchObject({ zh: '第 2 行不是 JSON' });
  expect(read('a: &a [1]\nb: *a\ndocid: x')).toMatchObject({
    en: expect.stringContaining('alias'),
  });
});

it('gives back the facts of all samples: as GB/T 22373 and as our own JSON', async () => {
  const samples = await openLibrary({ dir: 'content', asOf: '2026-11-30' });
  const bodies = samples.rows.map(({ slug }) => samples.body(slug));
  const facts = { status: '现行', successors: ['DB9902/T 999—2030'] };
  const text = bodies.map((body) => writeRecord(describeRecord(body, facts))).join('\n');
  const { report } = await take('all.txt', text);
  expect(report).toMatchObject({ written: true, report: { rejects: [], values: [], broken: [] } });
  const taken = new Map(readCatalogue(library).records.map((record) => [record.key, record]));
  expect(taken.size).toBe(66);
  for (const { key, meta } of bodies) {
    expect(taken.get(key)).toMatchObject({
      title: meta.title,
      ...(meta.issued && { issued: meta.issued, implemented: meta.implemented }),
      ics: meta.ics,
      ccs: meta.ccs,
      issuer: meta.issuers.join(';'),
      replaces: meta.replaces.map(({ number }) => keyOf(number)),
      replacedBy: ['DB9902/T 999-2030'],
    });
  }
  const known = new Set<string>(recordElements.map(({ code }) => code));
  for (const { field } of report['left'] as readonly { field: string }[])
    expect(known.has(field)).toBe(true);
  const rows = exportCatalogue(samples);
  const json = { format: 'biaolian-catalogue', version: 1, asOf: '2026-07-02', standards: rows };
  rmSync(path('catalogue'), { recursive: true });
  const own = await take('catalogue.json', JSON.stringify(json));
  const again = new Map(readCatalogue(library).records.map((record) => [record.key, record]));
  expect(again.size).toBe(rows.length);
  for (const row of rows) {
    const record = again.get(row.number);
    expect([record?.title, record?.issued ?? '', record?.status, record?.ics.join(';')]).toEqual([
      row.title || row.title_en,
      row.issued,
      row.status === '草案' ? '未知' : row.status,
      row.ics,
    ]);
  }
  expect(own.report).toMatchObject({ format: 'biaolian' });
});
