import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortNatures } from '#core/terms/index.ts';
import { detailOf, statisticsOf } from '#core/systems/index.ts';
import type { System } from '#core/systems/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import type { ShownSystem, SystemFileView } from '#site/views/shapes.ts';
import { showSystem } from '#site/views/system-days.ts';
import { buildSystemFile } from '#site/files/system-files.ts';
import { findSystemFile, listSystemFiles } from '#site/files/system-file-list.ts';
import { EXPORT_WORDS } from '#site/i18n/system-export.ts';
import { SYSTEM_WORDS } from '#site/i18n/system.ts';
import { listPages } from '#site/routes.ts';
import { writeFiles } from '../support/temporary-library.ts';
import { readXml } from './read-xml.ts';

const RECORDS = `number,title,title_en,status,issued,implemented,issuer,as_of,source
GB/T 191-2025,包装储运图形符号标志,Pictorial marking,现行,2025-04-25,2025-11-01,甲局;乙局,2026-05-02,public-catalogue
GB/T 28577-2021,冷链物流分类与基本要求,,现行,2021-11-26,2022-06-01,甲局,2026-05-02,public-catalogue
SB/T 10728-2012,易腐食品冷藏链技术要求　果蔬类,,废止,2012-08-01,2012-11-01,丙部,2026-05-02,public-catalogue
`;

const SYSTEM = `name: { zh: 样例<甲>体系, en: Sample & system }
kind: 领域
owner: 示范市甲局
version: '2026.1'
date: 2026-06-01
sample: true
explanation: |
  ## 目的

  - 说明用
tree:
  - { code: '1', name: { zh: 通用, en: General }, expected: 3 }
  - code: '2'
    name: { zh: 环节, en: Links }
    children:
      - { code: '2.1', name: { zh: 仓储, en: Storage } }
nodes:
  - { id: store, name: { zh: 冷库, en: Store }, stage: 上游, system: '2.1', expected: 4 }
  - { id: road, name: { zh: 公路, en: Road }, stage: 中游, system: '2' }
edges:
  - { from: store, to: road, label: 装车 }
rows:
  - { code: '1-01', system: '1', number: GB/T 191-2025, role: 基础, also: [store] }
  - { code: '2.1-01', node: store, number: GB/T 28577-2021, role: 过程, also: [road] }
  - { code: '2.1-02', node: store, planned: { zh: '=HYPERLINK("x")', en: '@plan' }, level: 地方, year: 2027, plan: SF-1, responsible: 示范市乙局, role: 产品, remark: '-1,"引号"' }
  - { code: '2-01', node: road, number: SB/T 10728-2012, role: 方法, keep: true, remark: 仍在用 }
  - { code: '2-02', node: road, number: T/XYZ 9-2024, role: 服务 }
`;

let library: Library;
let system: System;
const dir = mkdtempSync(join(tmpdir(), 'biaolian-export-'));
afterAll(() => rmSync(dir, { recursive: true }));
beforeAll(async () => {
  writeFiles(dir, { 'catalogue/a.csv': RECORDS, 'systems/some.yaml': SYSTEM });
  library = await openLibrary({ dir, cache: join(dir, 'cache'), asOf: '2026-06-01' });
  const found = library.systems.byId('some');
  if (!found) throw new Error(JSON.stringify(library.diagnostics));
  system = found;
});

const draw = async (name: string): Promise<string | Uint8Array> => {
  const file = findSystemFile(system, name);
  if (!file) throw new Error(`no file ${name}`);
  return buildSystemFile(viewOf(showSystem(library, system)), file, addressOf);
};
const addressOf = (path: string) => `https://standards.example/base${path}`;
const days = { since: '2026-05-30', until: '2027-03-01' };
const viewOf = (shown: ShownSystem): SystemFileView => ({ ...days, system: shown });
const drawText = async (name: string): Promise<string> => String(await draw(name));

describe('the files of a system', () => {
  test('are pages of the site with addresses of their own', () => {
    const pages = [...listPages(library)].filter(({ template }) => template === 'system-file');
    expect(pages.map(({ path }) => path).toSorted()).toEqual(
      listSystemFiles(system)
        .map(({ name }) => `/systems/some/${name}`)
        .toSorted(),
    );
    expect(new Set(pages.map(({ path }) => path)).size).toBe(9);
    for (const { path, props, params } of pages) {
      expect(findSystemFile(system, props.file ?? '')).toBeDefined();
      expect(path).toBe(`/systems/${params['system']}/${params['file']}.${params['extension']}`);
    }
  });

  test('of a system without nodes have no map', () => {
    const names = listSystemFiles({
      id: system.id,
      model: { ...system.model, nodes: [] },
    }).map(({ name }) => name);
    expect(names).not.toContain('some-map.svg');
    expect(names).toContain('some-tree.svg');
  });

  test('are the same each time', async () => {
    for (const file of listSystemFiles(system)) {
      const view = viewOf(showSystem(library, system));
      const first = await buildSystemFile(view, file, addressOf);
      const again = await buildSystemFile(view, file, addressOf);
      expect(Buffer.from(again as string).equals(Buffer.from(first as string)), file.name).toBe(
        true,
      );
    }
    // Parts of the workbook bear the day of the system (DOS date of the first local header), not that of the build.
    const workbook = Buffer.from((await draw('some.xlsx')) as Uint8Array);
    expect(workbook.readUInt16LE(12)).toBe(((2026 - 1980) << 9) | (6 << 5) | 1);
  });
});

const pathOf = ({ row: { subject } }: ReturnType<typeof detailOf>[number], language: string) => {
  const slug = subject.kind === 'standard' ? (subject.entry as { readonly slug: string }).slug : '';
  return `${language === 'en' ? '/en' : ''}/standards/${slug}/`;
};

/** What a line of the 明细表 is in a file, column by column in the order of GB/T 13016—2018. */
const expectRows = (language: 'zh' | 'en') => {
  const words = SYSTEM_WORDS[language];
  return detailOf(system).map((line) => {
    const plan = line.row.subject.kind === 'planned' ? line.row.subject.plan : undefined;
    return {
      ordinal: line.ordinal,
      code: line.code,
      branch: line.branch[language],
      title: (language === 'en' && line.title.en) || line.title.zh,
      number: line.number,
      responsible: line.responsible.join(language === 'zh' ? '、' : '; '),
      level: words.level[line.level],
      implemented: line.implemented ?? '',
      remark: line.remark?.zh ?? '',
      role: words.role[line.row.role],
      state: words.state[line.row.state],
      node: line.node?.[language] ?? '',
      branchCode: line.branchCode,
      year: plan?.year ?? '',
      plan: plan?.plan ?? '',
      issuer: line.row.issuers.join(language === 'zh' ? '、' : '; '),
      nature: line.row.nature ? shortNatures[line.row.nature][language] : '',
      asOf: line.row.asOf ?? '',
      stateSince: '2026-05-30',
      stateUntil: '2027-03-01',
      address: line.row.subject.kind === 'standard' ? addressOf(pathOf(line, language)) : '',
    };
  });
};

describe('the workbook', () => {
  test('read back by another program has the list with its columns, days and counts', async () => {
    for (const [name, language] of [
      ['some.xlsx', 'zh'],
      ['some.en.xlsx', 'en'],
    ] as const) {
      const sheets = await readExcelFile(Buffer.from((await draw(name)) as Uint8Array));
      const rows = sheets[0]?.data ?? [];
      expect(rows[1]?.[0]).toBe(SYSTEM_WORDS[language].sample);
      expect(rows[2]?.[0]).toBe(EXPORT_WORDS[language].holds('2026-05-30', '2027-03-01'));
      expect(rows.slice(4)).toEqual(
        expectRows(language).map((row) =>
          Object.entries(row).map(([column, value]) => {
            if (value === '') return null;
            return ['implemented', 'asOf', 'stateSince', 'stateUntil'].includes(column)
              ? new Date(`${value}T00:00:00Z`)
              : value;
          }),
        ),
      );
    }
  });

  test('leads to each standard from its number and its address, and from nothing else', async () => {
    for (const [name, language] of [
      ['some.xlsx', 'zh'],
      ['some.en.xlsx', 'en'],
    ] as const) {
      const bytes = (await draw(name)) as Uint8Array;
      const files = unzipSync(bytes);
      const xml = (path: string) => strFromU8(files[path] ?? new Uint8Array());
      const targets = new Map(
        [
          ...xml('xl/worksheets/_rels/sheet1.xml.rels').matchAll(
            /Id="(\w+)" Type="[^"]+\/hyperlink" Target="([^"]+)" TargetMode="External"/g,
          ),
        ].map(([, id = '', target]) => [id, target]),
      );
      const links = [
        ...xml('xl/worksheets/sheet1.xml').matchAll(/<hyperlink ref="(\w+)" r:id="(\w+)"\/>/g),
      ];
      const [list] = await readExcelFile(Buffer.from(bytes));
      const rows = expectRows(language);
      const wanted = rows.flatMap((row, at) =>
        row.address ? [`E${at + 5} ${row.address}`, `U${at + 5} ${row.address}`] : [],
      );
      expect(wanted.length).toBeGreaterThan(5);
      expect(links.map(([, cell, id = '']) => `${cell} ${targets.get(id)}`)).toEqual(wanted);
      expect(list?.data[3]?.[20]).toBe(EXPORT_WORDS[language].columns.address);
      // In the order of ECMA-376-1, 18.3.1.99, without which Excel repairs the file.
      expect(xml('xl/worksheets/sheet1.xml')).toMatch(
        /<\/sheetData>.*<autoFilter.*<hyperlinks>.*<pageSetup/s,
      );
      expect(xml('xl/worksheets/_rels/sheet2.xml.rels')).not.toContain('hyperlink');
    }
  });

  test('without an address of the site has paths, which lead nowhere from a file', async () => {
    const view = viewOf(showSystem(library, system));
    const bytes = await buildSystemFile(view, { kind: 'xlsx', language: 'zh' }, (path) => path);
    const [list] = await readExcelFile(Buffer.from(bytes as Uint8Array));
    expect(list?.data[4]?.[20]).toBe('/standards/gb-t-191-2025/');
    expect(
      strFromU8(unzipSync(bytes as Uint8Array)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()),
    ).not.toContain('<hyperlink');
  });

  test('has the columns of GB/T 13016 first', async () => {
    const [list] = await readExcelFile(Buffer.from((await draw('some.xlsx')) as Uint8Array));
    expect(list?.sheet).toBe('明细表');
    expect(list?.data[3]?.slice(0, 9)).toEqual(
      '序号 标准体系编号 子体系名称 标准名称 引用标准编号 归口部门 宜定级别 实施日期 备注'.split(
        ' ',
      ),
    );
  });

  test('has the counts of the statistics', async () => {
    const sheets = await readExcelFile(Buffer.from((await draw('some.xlsx')) as Uint8Array));
    const rows = sheets.find(({ sheet }) => sheet === '统计表')?.data ?? [];
    const { levels, lines, byLevel, unnamed, total } = statisticsOf(system);
    const three = (
      cell: { expected: number; existing: number; share: number | null } | undefined,
    ) => (cell ? [cell.expected, cell.existing, cell.share] : [null, null, null]);
    expect(rows.slice(5)).toEqual([
      ...lines.map(({ role, byLevel: cells, total: sum }) => [
        role,
        ...levels.flatMap((level) => three(cells[level])),
        ...three(sum),
      ]),
      ['尚未列明', ...levels.flatMap(() => three(undefined)), unnamed, 0, 0],
      ['合计', ...levels.flatMap((level) => three(byLevel[level])), ...three(total)],
    ]);
    expect(total).toMatchObject({
      expected: system.counts.expected,
      existing: system.counts.inForce,
    });
    expect(rows[3]?.[1]).toBe(SYSTEM_WORDS.zh.level[levels[0] ?? 'other']);
  });

  test('has no cell that Excel would not read: a text may be long, a day may be none', async () => {
    const text = '冷'.repeat(40_000);
    const shown = showSystem(library, system);
    const other: ShownSystem = {
      ...shown,
      model: { ...shown.model, explanation: { zh: text, en: '' } },
      rows: shown.rows.map((row) => ({ ...row, implemented: '2026-02-30' })),
    };
    const bytes = await buildSystemFile(viewOf(other), { kind: 'xlsx', language: 'zh' }, addressOf);
    const sheets = await readExcelFile(Buffer.from(bytes as Uint8Array));
    expect(sheets[0]?.data[4]?.[7]).toBe('2026-02-30');
    const cells = sheets.flatMap(({ data }) => data.flat().map(String));
    expect(cells.every(({ length }) => length <= 32_767)).toBe(true);
    expect(cells.filter((cell) => cell.startsWith('冷冷')).join('')).toBe(text);
  });

  test('explains itself on a sheet, and lists the sub-systems on another', async () => {
    const sheets = await readExcelFile(Buffer.from((await draw('some.xlsx')) as Uint8Array));
    const of = (name: string) => JSON.stringify(sheets.find(({ sheet }) => sheet === name)?.data);
    expect(of('编制说明')).toContain('· 说明用');
    expect(of('编制说明')).toContain('示范市甲局');
    expect(of('结构图')).toContain('["2.1","仓储","Storage",4,1,0.25]');
  });
});

test('the CSV read back is the list, and what looks like a formula is text', async () => {
  for (const [name, language] of [
    ['some.csv', 'zh'],
    ['some.en.csv', 'en'],
  ] as const) {
    const text = await drawText(name);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [head = [], ...rows]: string[][] = parseCsv(text, { bom: true });
    expect(head.at(-1)).toBe(SYSTEM_WORDS[language].sample);
    // What Excel would read as a formula or, as `1-01`, as a day.
    const plain = (cell: string) => cell.replace(/^'(?=[=+\-@]|\d+-\d+$)/, '');
    expect(rows.map((row) => row.slice(0, -1).map(plain))).toEqual(
      expectRows(language).map((row) => Object.values(row).map(String)),
    );
    expect(rows.flat().filter((cell) => /^(?:[=+\-@]|\d{1,2}-\d{1,2}$)/.test(cell))).toEqual([]);
    expect(rows[0]?.[1]).toBe("'1-01");
  }
});

test('the JSON holds the counts, the tree, the rows as looked up and the statistics', async () => {
  const value: Record<string, unknown> = JSON.parse(await drawText('some.json'));
  expect(value).toMatchObject({
    format: 'biaolian-system',
    version: 1,
    system: { id: 'some', kind: '领域', version: '2026.1' },
    counts: JSON.parse(JSON.stringify(system.counts)),
    statistics: JSON.parse(JSON.stringify(statisticsOf(system))),
    tree: [{ code: '1' }, { code: '2', children: [{ code: '2.1', counts: { expected: 4 } }] }],
    edges: [{ from: 'store', to: 'road', label: { zh: '装车' } }],
  });
  expect(value['sample']).toEqual({ zh: SYSTEM_WORDS.zh.sample, en: SYSTEM_WORDS.en.sample });
  const rows = value['rows'] as Record<string, unknown>[];
  expect(rows.map(({ code, state }) => [code, state])).toEqual(
    system.rows.map(({ code, state }) => [code, state]),
  );
  expect(rows.find(({ code }) => code === '2-01')).toMatchObject({
    status: '废止',
    title: { zh: '易腐食品冷藏链技术要求　果蔬类' },
    system: '2',
    node: 'road',
    path: '/standards/sb-t-10728-2012/',
  });
});

describe('the drawings', () => {
  test('say between which days their counts hold', async () => {
    for (const name of ['some-map.svg', 'some-tree.svg', 'some-map.en.svg', 'some-tree.en.svg']) {
      const said = readXml(await drawText(name)).texts.join('');
      for (const day of ['2026-05-30', '2027-03-01']) expect(said, name).toContain(day);
    }
  });

  const files = ['some-map.svg', 'some-map.en.svg', 'some-tree.svg', 'some-tree.en.svg'];

  test('are XML that stands alone, with a title and a description', async () => {
    for (const name of files) {
      const text = await drawText(name);
      const { names, texts } = readXml(text);
      expect(names[0], name).toBe('svg');
      expect(names).toContain('desc');
      expect(texts.join(' ')).toContain(name.includes('.en.') ? 'Sample & system' : '样例<甲>体系');
      expect(text).not.toMatch(
        /href|url\((?!#)|<script|<style|<image|https?:(?!\/\/www\.w3\.org\/2000\/svg)/,
      );
    }
  });

  test('show every node and every sub-system with its counts', async () => {
    const map = readXml(await drawText('some-map.svg')).texts;
    for (const { name, counts } of system.nodes) {
      expect(map).toContain(name.zh);
      expect(map).toContain(`${counts.inForce}/${counts.expected}`);
    }
    const tree = readXml(await drawText('some-tree.svg')).texts;
    for (const { code, name, counts } of system.branches) {
      expect(tree).toContain(code);
      expect(tree).toContain(name.zh);
      expect(tree).toContain(`${counts.inForce}/${counts.expected}`);
    }
    expect(tree).toContain('相关 2.1');
  });

  test('no boxes of the structure overlap, however many sub-systems there are', async () => {
    const branches = showSystem(library, system)
      .branches.slice(0, 1)
      .flatMap((branch) =>
        Array.from({ length: 60 }, (_, at) => {
          const isTop = at % 4 === 0;
          const depth = isTop ? 1 : 2;
          const parent = isTop ? null : at - (at % 4);
          return {
            ...branch,
            code: String(at),
            parent,
            depth,
            name: { zh: '很长的子体系名称'.repeat(3), en: 'A long name' },
          };
        }),
      );
    const shown = showSystem(library, system);
    const wide: ShownSystem = { ...shown, branches, rows: [], nodes: [] };
    const text = String(
      await buildSystemFile(viewOf(wide), { kind: 'tree', language: 'zh' }, addressOf),
    );
    const boxes = [
      ...text.matchAll(
        /<rect x="([-\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="#(?:ffffff|e4f0f4)" stroke="#14212b"/g,
      ),
    ]
      .map(([, ...sides]) => sides.map(Number))
      .slice(1);
    expect(boxes).toHaveLength(60);
    for (const [at, [x = 0, y = 0, width = 0, height = 0]] of boxes.entries()) {
      for (const [left = 0, top = 0, across = 0, down = 0] of boxes.slice(at + 1)) {
        const apart =
          left >= x + width || x >= left + across || top >= y + height || y >= top + down;
        expect(apart).toBe(true);
      }
    }
  });
});
