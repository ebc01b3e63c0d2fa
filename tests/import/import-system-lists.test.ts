import { beforeAll, describe, expect, it } from 'vitest';
import { buildCatalog } from '#core/catalog/index.ts';
import { buildSystems, readSystem } from '#core/systems/index.ts';
import { importSystem } from '#import/system/index.ts';
import type { SystemContext, SystemInput } from '#import/system/index.ts';
import { readNumberCell } from '#import/system/numbers.ts';
import { readLevel } from '#import/system/words.ts';
import { makeRecord } from '../core/catalog/build.ts';
import { writeParts, writeWorkbook, writeZip } from './workbook.ts';
import type { Cell } from './workbook.ts';

let context: SystemContext;
beforeAll(() => {
  const records = [makeRecord('GB/T 191-2025', { title: '包装储运图形符号标志' })];
  const catalog = buildCatalog({ rows: [], records, asOf: '2026-07-02' });
  context = { catalog, systems: buildSystems([], catalog), chains: [] };
});

/** The report and the system of an import that went well. */
async function take(bytes: Uint8Array | string, more: Partial<SystemInput> = {}) {
  const input = { id: 'new', kind: '领域', nameEn: 'New', date: '2026-07-02', ...more } as const;
  const result = await importSystem({ ...input, bytes: Buffer.from(bytes as string) }, context);
  if (!('text' in result)) throw new Error(JSON.stringify(result));
  const { system: model, diagnostics } = readSystem(result.text, { file: 'systems/new.yaml' });
  const [system] = model ? buildSystems([model], context.catalog).list : [];
  if (!system || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  const rows = system.rows.map(({ code, number, title, role, level, state, branch, subject }) => ({
    code,
    number,
    title: title.zh,
    role,
    level,
    state,
    branch: system.branches[branch]?.name.zh,
    plan: subject.kind === 'planned' ? subject.plan.plan : undefined,
  }));
  const branches = system.branches.map(({ code, name }) => `${code} ${name.zh}`);
  const said = [...result.report.notices, ...result.report.notes.map(({ reason }) => reason)]
    .map(({ zh }) => zh)
    .join('\n');
  return { report: result.report, text: result.text, system, rows, branches, said };
}

const head: Cell[] = ['体系编号', '子体系名称', '标准名称', '标准编号', '宜定级别', '标准类别'];
const csv = (...rows: readonly (readonly Cell[])[]) =>
  [head, ...rows].map((row) => row.map(String).join(',')).join('\n');

describe('codes that Excel turned into days', () => {
  const names = ['通用基础', '通用基础', '冷藏运输', '通用基础', '冷藏运输'];
  const expected = [
    '1-01 通用基础',
    '1-02 通用基础',
    '2-01 冷藏运输',
    '1-03 通用基础',
    '2-02 冷藏运输',
  ].toSorted();

  it.each([
    ['the days of a workbook', [46024, 46025, 46055, 46026, 46056]],
    ['days with a month', ['1月1日', '1月2日', '2月1日', '1月3日', '2月2日']],
    ['days with a year', ['2026-01-01', '2026/1/2', '2026.2.1', '2026年1月3日', '2026-02-02']],
    ['days in English', ['1-Jan', 'Jan-02', '1-Feb', '3-Jan', 'Feb-02']],
  ])('%s are said, and each sub-system is one', async (_, codes) => {
    const rows = codes.map((code, at): Cell[] => [
      code,
      names[at] ?? '',
      `计划${at}`,
      null,
      '地方',
      '基础',
    ]);
    const parts = writeParts([{ name: '明细表', rows: [head, ...rows] }]);
    const sheet = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    parts.set(
      'xl/worksheets/sheet1.xml',
      Buffer.from(sheet.replaceAll(/<c (r="A\d+")><v>/g, '<c $1 s="1"><v>')),
    );
    parts.set(
      'xl/styles.xml',
      Buffer.from(
        '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>',
      ),
    );
    const { rows: read, said, system } = await take(writeZip(parts));
    expect(read.map(({ code, branch }) => `${code} ${branch}`).toSorted()).toEqual(expected);
    expect(system.branches).toHaveLength(2);
    expect(said).toMatch(/编号有 5 格成了日期（A2 A3 A4 A5 A6）/);
  });

  it('stand beside codes that stayed as they were', async () => {
    const { rows, branches } = await take(
      csv(
        ['1月1日', '通用', '计划甲', '', '地方', '基础'],
        ['1-13', '通用', '计划乙', '', '地方', '基础'],
        ['2.1-01', '仓储', '计划丙', '', '地方', '基础'],
      ),
    );
    expect(branches).toEqual(['1 通用', '2 2', '2.1 仓储']);
    expect(rows.map(({ code, title }) => [code, title])).toEqual([
      ['1-01', '计划甲'],
      ['1-13', '计划乙'],
      ['2.1-01', '计划丙'],
    ]);
  });
});

describe('the column of numbers', () => {
  it.each([
    ['20230390-T-339', { kind: 'planned', stage: '在研', plan: '20230390-T-339', level: '国家' }],
    ['计划号：20230390-T-339', { kind: 'planned', stage: '在研', plan: '20230390-T-339' }],
    ['在研（计划号20250001-T-469）', { kind: 'planned', stage: '在研', plan: '20250001-T-469' }],
    ['报批稿（20250001-Q-469）', { kind: 'planned', stage: '在研', plan: '20250001-Q-469' }],
    ['2021-0765T-HG', { kind: 'planned', stage: '在研', plan: '2021-0765T-HG', level: '行业' }],
    ['计划号：SF2022-015', { kind: 'planned', stage: '在研', plan: 'SF2022-015' }],
    ['报批稿', { kind: 'planned', stage: '在研' }],
    ['征求意见稿', { kind: 'planned', stage: '在研' }],
    ['待发布', { kind: 'planned', stage: '在研' }],
    ['已立项', { kind: 'planned', stage: '在研' }],
    ['待制订', { kind: 'planned', stage: '待制定' }],
    ['（待定）', { kind: 'planned', stage: '待制定' }],
    ['GB/T ×××××', { kind: 'planned', level: '国家' }],
    ['GB/T XXXXX—XXXX', { kind: 'planned', level: '国家' }],
    ['DB37/T ××××—2026', { kind: 'planned', level: '地方' }],
    ['T/SDAS ***-202X', { kind: 'planned', level: '团体' }],
    ['NY/T ____', { kind: 'planned' }],
    ['GB/T 191-2008（已被代替）', { kind: 'number', number: 'GB/T 191-2008' }],
    ['GB/T 191-2025 现行', { kind: 'number', number: 'GB/T 191-2025' }],
    ['《GB/T 191-2025》', { kind: 'number' }],
    ['GB/T 191-2025 包装储运图形符号标志', { kind: 'number', title: '包装储运图形符号标志' }],
    ['GB/T 191-2025、GB/T 18354-2021', { kind: 'refused' }],
    ['GB/T 191-2025\nGB/T 18354-2021', { kind: 'refused' }],
    ['胡说八道', { kind: 'refused' }],
  ])('%j', (cell, read) => {
    expect(readNumberCell(cell)).toMatchObject(read);
  });

  it('a plan number makes a plan that is being written', async () => {
    const { rows } = await take(
      csv(
        ['1-03', '通用基础', '样例项目', '20230390-T-339', '国家', '基础'],
        ['1-04', '通用基础', '样例项目二', '在研（计划号20250001-T-469）', '', '基础'],
      ),
    );
    expect(rows).toMatchObject([
      { state: 'preparing', plan: '20230390-T-339', level: 'national' },
      { state: 'preparing', plan: '20250001-T-469', level: 'national' },
    ]);
  });

  it('two numbers in a cell are said, and are no standard', async () => {
    const { report } = await take(
      csv(
        ['1-01', '通用', '甲', 'GB/T 191-2025', '国家', '基础'],
        ['1-02', '通用', '乙', 'GB 4943.1-2022;GB 17625.1-2022', '国家', '基础'],
      ),
    );
    expect(report.left).toMatchObject([{ line: 3 }]);
    expect(report.left[0]?.reason.zh).toMatch(/2 个编号|两个编号|个标准/);
  });

  it.each([
    '标准号/计划号',
    '标准（计划）号',
    '标准编号（计划编号）',
    '标准号或计划号',
    '标准编号\n（含年代号）',
  ])('may be headed %j', async (name) => {
    const rows: Cell[][] = [
      head.map((each) => (each === '标准编号' ? name : each)),
      ['1-01', '通用', '包装储运图形符号标志', 'GB/T 191-2025', '国家', '基础'],
    ];
    const { rows: read, report } = await take(writeWorkbook({ name: '明细表', rows }));
    expect(read).toMatchObject([{ number: 'GB/T 191—2025', state: 'in-force' }]);
    expect([report.unused, JSON.stringify([...report.columns])]).toEqual([
      [],
      expect.not.stringMatching(/\\n|\n/),
    ]);
  });
});

it.each([
  ['推荐性国家标准', '国家'],
  ['强制性国家标准', '国家'],
  ['强标', '国家'],
  ['推荐性地方标准', '地方'],
  ['推荐性行业标准', '行业'],
  ['国标', '国家'],
  ['推荐性', undefined],
  ['全国', undefined],
])('the level %s is %s', (cell, level) => {
  expect(readLevel(cell)).toBe(level);
});

describe('merged cells', () => {
  it('count for all their rows in every column', async () => {
    const rows: Cell[][] = [
      head,
      ['1-01', '通用', '甲', 'GB/T 191-2025', '国家', '基础'],
      ['1-02', null, '乙', 'GB/T 7-2020', null, null],
      ['1-03', null, '计划丙', null, null, null],
      ['1-04', '其他类', '计划丁', null, '地方', '管理'],
    ];
    const { rows: read, report } = await take(
      writeWorkbook({ name: '明细表', rows, merged: ['B2:B4', 'E2:E4', 'F2:F4', 'A6:F9'] }),
    );
    expect(report.left).toEqual([]);
    expect(read.map(({ role, level, state }) => [role, level, state])).toEqual([
      ['基础', 'national', 'in-force'],
      ['基础', 'national', 'unverified'],
      ['基础', 'national', 'to-make'],
      ['管理', 'local', 'to-make'],
    ]);
  });

  it('that lie over one another do not fill the memory', async () => {
    const rows: Cell[][] = [head, ['1-01', '通用', '甲', 'GB/T 191-2025', '国家', '基础']];
    const merged = Array.from({ length: 19_000 }, () => 'E2:E20000');
    const { rows: read } = await take(writeWorkbook({ name: '明细表', rows, merged }));
    expect(read).toHaveLength(1);
  });
});

describe('groups, sums and notes', () => {
  it('group rows name their sub-systems', async () => {
    const { branches, report } = await take(
      csv(
        ['一、基础通用标准', '', '', '', '', ''],
        ['1-01', '', '甲', 'GB/T 191-2025', '国家', '基础'],
        ['1-02', '', '计划乙', '', '地方', '基础'],
        ['二、冷链环节标准（2项）', '', '', '', '', ''],
        ['（一）冷藏运输', '', '', '', '', ''],
        ['2.1-01', '', '计划丙', '', '地方', '过程'],
        ['（二）冷库', '', '', '', '', ''],
        ['2.2-01', '', '计划丁', '', '地方', '过程'],
      ),
    );
    expect(branches).toEqual(['1 基础通用标准', '2 冷链环节标准', '2.1 冷藏运输', '2.2 冷库']);
    expect(report.notices).toEqual([]);
  });

  it('without codes they name them too', async () => {
    const { rows } = await take(
      '序号,标准名称,标准编号,级别\n一,基础通用标准,,\n1,计划甲,,地方\n二,冷链环节标准,,\n1,计划乙,,地方\n',
    );
    expect(rows.map(({ title, branch }) => [title, branch])).toEqual([
      ['计划甲', '基础通用标准'],
      ['计划乙', '冷链环节标准'],
    ]);
  });

  it('sums, notes and signatures are no fault', async () => {
    const { report } = await take(
      csv(
        ['1', '2', '3', '4', '5', '6'],
        ['1-01', '通用', '甲', 'GB/T 191-2025', '国家', '基础'],
        ['', '小计', '1', '', '', ''],
        ['合计：1项', '', '', '', '', ''],
        ['注：本表不含废止的标准。', '', '', '', '', ''],
        ['编制单位：示范市甲局', '', '审核：某', '', '', ''],
      ),
    );
    expect(report.left).toEqual([]);
    expect(report.counts).toMatchObject({ rows: 6, taken: 1, asides: 5, left: 0 });
  });
});

it('the title of a number that is not known stays in the row, and gives way to that of the catalogue', async () => {
  const { text, rows, report } = await take(
    csv(
      ['1-01', '通用', '某项目录没有的标准', 'GB/T 7-2020', '国家', '基础'],
      ['1-02', '通用', '另一个名称', 'GB/T 191-2025', '国家', '基础'],
    ),
  );
  expect(report.unmatched).toHaveLength(1);
  expect(rows).toMatchObject([
    { number: 'GB/T 7—2020', title: '某项目录没有的标准', state: 'unverified' },
    { number: 'GB/T 191—2025', title: '包装储运图形符号标志' },
  ]);
  expect(text).not.toContain('另一个名称');
});

it('the name of the system is that of the list, without annex and edition', async () => {
  const rows: Cell[][] = [
    ['附件2'],
    ['附件2  示范市冷链标准体系明细表（2026版）'],
    head,
    ['1-01', '通用', '计划', null, '地方', '基础'],
  ];
  const { system } = await take(writeWorkbook({ name: '明细表', rows }));
  expect(system.model).toMatchObject({ name: { zh: '示范市冷链标准体系' }, version: '2026' });
});

it('damaged and hidden characters are said, and not written', async () => {
  const { report, text } = await take(
    csv(
      ['1-01', '通用', '计划\u200b甲', '', '地方', '基础'],
      ['1-02', '通用', '计划\ufffd乙', '', '地方', '基础'],
      ['1-03', '通用', '<b>计划</b>&nbsp;丙', '', '地方', '基础'],
    ),
  );
  expect(text).toContain('planned: 计划甲');
  expect(text).toContain('planned: 计划 丙');
  expect(text).not.toMatch(/[\u200b\ufffd]/);
  expect(report.notes.map(({ line }) => line)).toEqual([2]);
  expect(report.left).toMatchObject([
    { line: 3, reason: { zh: expect.stringContaining('U+FFFD') as unknown } },
  ]);
});
