import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '#scripts/lib/tools.ts';
import { buildSystems, readSystem } from '#core/systems/index.ts';
import type { System } from '#core/systems/index.ts';
import { importSystem } from '#import/system/index.ts';
import type { SystemContext, SystemInput } from '#import/system/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { writeDetailCsv } from '#site/files/system-table.ts';
import { showSystem } from '#site/views/system-days.ts';
import { writeSystemXlsx } from '#site/files/system-xlsx.ts';
import { writeWorkbook } from './workbook.ts';
import type { Cell } from './workbook.ts';

let library: Library;
let context: SystemContext;
beforeAll(async () => {
  library = await openLibrary({ dir: join(ROOT, 'content'), asOf: '2026-07-02' });
  const { catalog, systems } = library;
  context = { catalog, systems, chains: library.vocabulary.chains.map(({ id }) => id) };
});

const bring = (bytes: Uint8Array | string, more: Partial<SystemInput> = {}) =>
  importSystem(
    { bytes: Buffer.from(bytes as string), id: 'new', kind: '领域', date: '2026-07-02', ...more },
    context,
  );

/** The report and the system of an import that went well. */
async function take(bytes: Uint8Array | string, more: Partial<SystemInput> = {}) {
  const result = await bring(bytes, more);
  if (!('text' in result)) throw new Error(JSON.stringify(result));
  const { system: model, diagnostics } = readSystem(result.text, { file: 'systems/new.yaml' });
  const [system] = model ? buildSystems([model], library.catalog).list : [];
  if (!system || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return { report: result.report, text: result.text, system };
}

const describeRows = ({ rows, branches }: System) =>
  rows.map(({ code, number, role, level, state, branch, subject }) => ({
    code,
    number,
    role,
    level,
    state,
    system: branches[branch]?.code,
    name: branches[branch]?.name,
    // Which folder holds a project is no business of a list: it names the plan number.
    plan:
      subject.kind === 'planned'
        ? { ...subject.plan, title: subject.plan.title.zh, project: undefined }
        : undefined,
  }));

const viewOf = (system: System) => ({ since: library.asOf, system: showSystem(library, system) });

describe('what the site exports', () => {
  it('comes back whole: codes, numbers, levels, kinds, sub-systems and counts of each sample system', async () => {
    expect(library.systems.list.length).toBeGreaterThan(0);
    for (const system of library.systems.list) {
      const bytes = await writeSystemXlsx(viewOf(system), 'zh', (path) => path);
      const { report, system: again } = await take(bytes, {
        id: system.id,
        nameEn: system.model.name.en,
      });
      expect(describeRows(again)).toEqual(describeRows(system));
      expect(again.branches.map(({ code, name }) => [code, name])).toEqual(
        system.branches
          .map(({ code, name }) => [code, name] as const)
          .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
      );
      const { inForce, expected, toMake, preparing } = system.counts;
      expect(again.counts).toMatchObject({ inForce, expected, toMake, preparing });
      expect(again.model).toMatchObject({
        name: { zh: system.model.name.zh },
        sample: system.model.sample,
      });
      expect([report.left, report.notes, report.notices]).toEqual([[], [], []]);
    }
  });

  it('comes back from CSV and from the English workbook with its codes and numbers', async () => {
    const [system] = library.systems.list;
    if (!system) throw new Error('no sample system');
    const pick = (each: System) =>
      describeRows(each).map(({ code, number, role, level, state, system: branch }) => [
        code,
        number,
        role,
        level,
        state,
        branch,
      ]);
    for (const bytes of [
      Buffer.from(writeDetailCsv(viewOf(system), 'zh', (path) => path)),
      Buffer.from(writeDetailCsv(viewOf(system), 'en', (path) => path)),
      await writeSystemXlsx(viewOf(system), 'en', (path) => path),
    ]) {
      expect(pick((await take(bytes)).system)).toEqual(pick(system));
    }
  });
});

describe('a list as people keep it', () => {
  it('is read in any order of columns, under titles, with merged cells and other words', async () => {
    const rows: Cell[][] = [
      ['示范市冷链标准体系明细表', null, null, null, null, null],
      ['编制：示范市', null, null, null, null, null],
      ['序号', '子体系', '标准', null, '级别', '体系编号'],
      [null, null, '名称', '编号', null, null],
      [1, '仓储', '物流术语', 'GB/T 18354-2021', '国标', '2.1－01'],
      [2, null, '随便什么计划', '待制定', '地方标准', '2.1-02'],
      [3, '运输', '另一个计划', null, '团标', '2.2-01'],
    ];
    const { report, system } = await take(
      writeWorkbook(
        { name: 'Sheet1', rows: [['没有表']] },
        { name: '冷链明细表', rows, merged: ['C3:D3', 'B5:B6'] },
      ),
    );
    expect(report).toMatchObject({
      sheet: '冷链明细表',
      counts: { rows: 3, taken: 3, matched: 1, planned: 2, left: 0 },
    });
    expect(system.model.name.zh).toBe('示范市冷链标准体系');
    expect(
      describeRows(system).map(({ code, number, level, name }) => [code, number, level, name?.zh]),
    ).toEqual([
      ['2.1-01', 'GB/T 18354—2021', 'national', '仓储'],
      ['2.1-02', '', 'local', '仓储'],
      ['2.2-01', '', 'group', '运输'],
    ]);
    expect(system.branches.map(({ code, depth }) => [code, depth])).toEqual([
      ['2', 1],
      ['2.1', 2],
      ['2.2', 2],
    ]);
    // The sub-system above is only known by its code.
    expect(report.notices.map(({ zh }) => zh).join('')).toContain('子体系 2 没有名称');
  });

  it('may head its sub-systems with rows of their own', async () => {
    const { system, report } = await take(
      '体系编号,标准名称,标准号,级别\n1 通用,,,\n1-1,,GB/T 191,\n2,环节,,\n2.1,仓储,,\n2.1-1,计划甲,,地方\n',
    );
    expect(system.branches.map(({ code, name }) => [code, name.zh])).toEqual([
      ['1', '通用'],
      ['2', '环节'],
      ['2.1', '仓储'],
    ]);
    expect(report.counts).toMatchObject({ headings: 3, taken: 2 });
    expect(system.rows.map(({ code }) => code)).toEqual(['1-1', '2.1-1']);
  });

  it('without codes gets sub-systems by name, and codes that the system works out', async () => {
    const { system, text } = await take(
      '标准名称,标准号,类别,级别\n甲,GB/T 18354-2021,仓储,国家标准\n计划乙,,运输,企业标准\n计划丙,,仓储,行业\n',
    );
    expect(system.rows.map(({ code, number }) => [code, number])).toEqual([
      ['1-01', 'GB/T 18354—2021'],
      ['1-02', ''],
      ['2-01', ''],
    ]);
    expect(text).not.toContain('code: 1-');
    expect(system.branches.map(({ name }) => name.zh)).toEqual(['仓储', '运输']);
  });

  it('takes 类别 for the kind of standard where its cells are kinds, and 编号 for numbers where they are', async () => {
    const { system } = await take(
      '编号,名称,类别,子体系\nGB/T 18354-2021,甲,过程标准,仓储\nGB/T 191,乙,基础,仓储\n',
    );
    expect(system.rows.map(({ number, role }) => [number.slice(0, 8), role])).toEqual([
      ['GB/T 183', '过程'],
      ['GB/T 191', '基础'],
    ]);
  });

  it('takes the year of a plan from a day, a month or words, and names what is none', async () => {
    const { report, system } = await take(
      '体系编号,标准名称,级别,实施日期\n' +
        [
          '2027-06-01',
          '2027年底',
          '2027年6月',
          '2027/6',
          '2026-2027',
          '待定',
          '',
          '2026-13-45',
          '2026年2月30日',
          '2026-13',
          '近期',
          '46000',
          '460',
        ]
          .map((day, at) => `1-${at + 1},计划${at},地方,${day}\n`)
          .join(''),
    );
    const years = system.rows.map(({ subject }) =>
      subject.kind === 'planned' ? subject.plan.year : 0,
    );
    const none = undefined;
    expect(years).toEqual([
      2027,
      2027,
      2027,
      2027,
      2026,
      none,
      none,
      2026,
      2026,
      2026,
      none,
      2025,
      none,
    ]);
    expect(report.notes.map(({ line, reason }) => [line, reason.zh])).toEqual([
      [9, '“实施日期”（D9）“2026-13-45”：没有这一天，只取了年份 2026，请核对'],
      [10, '“实施日期”（D10）“2026年2月30日”：没有这一天，只取了年份 2026，请核对'],
      [11, '“实施日期”（D11）“2026-13”：没有这一天，只取了年份 2026，请核对'],
      [12, '“实施日期”（D12）“近期”里没有 1990 到 2099 的年份，没有采用'],
      [14, '“实施日期”（D14）“460”里没有 1990 到 2099 的年份，没有采用'],
    ]);
    expect(report.notes[0]?.reason.en).toContain('there is no such day');
  });

  it('says how many there should be', async () => {
    const { system } = await take(
      '子体系,标准名称,级别,应有数\n仓储,计划甲,地方,5\n仓储,计划乙,地方,\n',
    );
    expect(system.counts).toMatchObject({ expected: 5, unnamed: 3 });
  });

  it('reports what is not known with what is near, and titles that differ', async () => {
    const { report } = await take(
      '体系编号,标准名称,标准编号\n1-01,物流术语,GB/T 18354-2012\n1-02,别的名称,GB/T 18354-2021\n',
    );
    expect(report.unmatched).toMatchObject([
      {
        line: 2,
        number: 'GB/T 18354-2012',
        nearest: expect.arrayContaining(['GB/T 18354—2021']) as unknown,
      },
    ]);
    expect(report.titles).toMatchObject([{ line: 3, title: '别的名称', known: '物流术语' }]);
    expect(report.counts).toMatchObject({ taken: 2, matched: 1, unmatched: 1 });
  });

  it('leaves out rows with a reason and their place, and keeps the rest', async () => {
    const { report, system } = await take(
      '体系编号,标准名称,标准编号,级别\n1-01,甲,胡说八道,国家\n1-02,没有级别的计划,,\n1-03,怪级别,,宇宙级\n1-04,,,地方\n1-05,好,GB/T 18354-2021,国家\n1-06,又一次,GB/T 18354-2021,\n',
    );
    expect(report.left.map(({ line }) => line)).toEqual([2, 3, 4, 5, 7]);
    expect(report.left.at(-1)?.reason.zh).toContain('第 6 行');
    expect(report.left[2]?.reason.en).toContain('宇宙级');
    expect(system.rows.map(({ code }) => code)).toEqual(['1-05']);
  });

  it('with two rows of one code keeps both standards and says which code was given', async () => {
    const { report, system } = await take(
      '体系编号,标准名称,标准编号,级别\n1-01,甲,GB/T 18354-2021,\n1-01,计划,,地方\n,无编号,,地方\n',
    );
    expect(system.rows.map(({ code }) => code)).toEqual(['1-01', '1-02', '1-03']);
    expect(report.notes.map(({ line, reason }) => [line, reason.zh])).toEqual([
      [3, '体系编号 1-01 在第 2 行已经用过，改为 1-02'],
      [4, '没有体系编号，排为 1-03'],
    ]);
  });

  it('is checked as a system: standards that were replaced are named', async () => {
    const replaced = library.catalog.entries.find(
      (entry) => library.catalog.statusOf(entry).status === '被代替',
    );
    if (!replaced) throw new Error('no replaced standard');
    const { report } = await take(
      `体系编号,标准编号,标准名称\n1-01,${replaced.key},${replaced.title}\n`,
    );
    expect(report.diagnostics.map(({ rule }) => rule)).toContain('system-number-replaced');
  });

  it('in GB 18030 is read, and said to be', async () => {
    // 编号,标准名称,级别 / 1-01,计划,地方 in GBK.
    const bytes = Buffer.from(
      'b1e0bac52cb1ead7bcc3fbb3c62cbcb6b1f00a312d30312cbcc6bbae2cb5d8b7bd0a',
      'hex',
    );
    const { report, system } = await take(bytes);
    expect(report.format).toBe('gb18030');
    expect(report.notices[0]?.zh).toContain('GB18030');
    expect(system.rows.map(({ title }) => title.zh)).toEqual(['计划']);
  });
});
