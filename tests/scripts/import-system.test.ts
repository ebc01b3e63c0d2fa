import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command } from '#scripts/commands/import-system.ts';
import { writeWorkbook } from '../import/workbook.ts';
import { writeFiles } from '../support/temporary-library.ts';
import { runCommand } from './run-command.ts';

const RECORDS = `number,title,status,issued,implemented,as_of,source
GB/T 191-2025,包装储运图形符号标志,现行,2025-04-25,2025-11-01,2026-05-02,public-catalogue
`;
const LIST =
  '体系编号,子体系,标准名称,标准编号,级别\n1-01,通用,包装储运图形符号标志,GB/T 191-2025,\n1-02,,计划,,地方\n';

describe('the command', () => {
  let library = '';
  const path = (name: string) => join(library, name);
  beforeEach(() => {
    library = mkdtempSync(join(tmpdir(), 'biaolian-import-'));
    writeFiles(library, { 'catalogue/a.csv': RECORDS, '明细表.csv': LIST });
  });
  afterEach(() => {
    rmSync(library, { recursive: true });
  });

  const run = (...all: readonly string[]) => {
    const argv = all.filter((argument) => argument !== '--json');
    return runCommand(command, { argv, json: argv.length < all.length, library });
  };

  it('writes a system the library reads, and nothing beside it', async () => {
    const { status, out } = await run(
      path('明细表.csv'),
      '--id',
      'mine',
      '--name',
      '某体系',
      '--name-en',
      'Some',
      '--date',
      '2026-07-02',
    );
    expect(status, out).toBe(0);
    expect(out).toMatch(/查得 matched 1 .*计划 planned 1/);
    expect(readdirSync(path('systems'))).toEqual(['mine.yaml']);
    expect(readFileSync(path('systems/mine.yaml'), 'utf8')).toBe(`name: { zh: 某体系, en: Some }
kind: 领域
version: '1'
date: 2026-07-02
tree:
  - { code: '1', name: { zh: 通用, en: 通用 } }
rows:
  - { code: '1-01', system: '1', number: GB/T 191-2025, role: 其他 }
  - { code: '1-02', system: '1', planned: 计划, stage: 待制定, level: 地方, role: 其他 }
`);
  });

  it('never writes over a file without --force', async () => {
    writeFiles(library, { 'systems/mine.yaml': 'mine' });
    const argv = [path('明细表.csv'), '--id', 'mine', '--name-en', 'Mine'];
    await expect(run(...argv)).rejects.toMatchObject({ exitCode: 2 });
    expect(readFileSync(path('systems/mine.yaml'), 'utf8')).toBe('mine');
    expect((await run(...argv, '--force')).status).toBe(0);
    expect(readFileSync(path('systems/mine.yaml'), 'utf8')).toContain('GB/T 191-2025');
  });

  it('a dry run and a file that cannot be read write nothing', async () => {
    const dry = await run(path('明细表.csv'), '--id', 'mine', '--dry-run', '--json');
    expect(JSON.parse(dry.out)).toMatchObject({
      written: false,
      counts: { taken: 2 },
      columns: { code: '体系编号' },
    });
    writeFileSync(path('坏.xlsx'), 'PK\u0003\u0004 not really');
    const bad = await run(path('坏.xlsx'), '--id', 'mine');
    expect(bad.status).toBe(1);
    expect(bad.out).toMatch(/不完整或已损坏[\s\S]*damaged/);
    expect(existsSync(path('systems'))).toBe(false);
  });

  it('names the sheets it did not read and ends with 1 where one of them is a list', async () => {
    const list = (title: string) => [
      ['体系编号', '子体系', '标准名称', '级别'],
      ['1-01', '通用', title, '地方'],
    ];
    const bytes = writeWorkbook(
      { name: '甲体系', rows: list('计划甲') },
      { name: '乙体系', rows: list('计划乙') },
      { name: '说明', rows: [['编制说明']] },
    );
    writeFileSync(path('两张.xlsx'), bytes);
    const named = ['--id', 'mine', '--name-en', 'Mine'];
    const first = await run(path('两张.xlsx'), ...named, '--dry-run');
    expect(first.status).toBe(1);
    expect(first.out).toMatch(
      /Sheets not read \(choose with --sheet\): “乙体系” 1 行 row, “说明” 1 行/,
    );
    expect(first.out).toMatch(/文件 The file \(1\)[\s\S]*--sheet 乙体系/);
    const second = await run(path('两张.xlsx'), ...named, '--sheet', '乙体系');
    expect([second.status, second.out]).toEqual([0, expect.stringContaining('“甲体系”')]);
    expect(readFileSync(path('systems/mine.yaml'), 'utf8')).toContain('计划乙');
  });

  it('names the file and the line of what the checks find, and counts one as one', async () => {
    writeFileSync(
      path('一项.csv'),
      '体系编号,子体系,标准名称,标准编号,级别\n1-01,通用,包装储运图形符号标志,,国家\n',
    );
    const { out } = await run(path('一项.csv'), '--id', 'mine');
    expect(out).toMatch(/^utf-8: 1 行 row$/m);
    expect(out).toMatch(/^ {2}systems\/mine\.yaml:8 {2}system-plan-exists {2}/m);
    expect(readFileSync(path('systems/mine.yaml'), 'utf8').split('\n')[7]).toContain('1-01');
    expect(out).toMatch(/: 1 standard\.$/m);
  });

  it('says what it needs', async () => {
    for (const argv of [
      [],
      [path('明细表.csv')],
      [path('明细表.csv'), '--id', '../x'],
      [path('明细表.csv'), '--id', 'x', '--kind', '别的'],
      [path('明细表.csv'), '--id', 'x', '--date', '昨天'],
      [path('明细表.csv'), '--id', 'x', '--date', '2026-02-30'],
      [path('没有.csv'), '--id', 'x'],
    ]) {
      await expect(run(...argv), argv.join(' ')).rejects.toMatchObject({ exitCode: 2 });
    }
  });

  it('findings make the status 1, and the file is written', async () => {
    writeFileSync(path('明细表.csv'), `${LIST}1-02,,另一计划,,地方\n1-03,,没级别,,\n`);
    const { status, out } = await run(path('明细表.csv'), '--id', 'mine');
    expect(status).toBe(1);
    expect(out).toMatch(/没有采用的行 Rows not taken \(1\)[\s\S]*改动 Changed \(1\)/);
    expect(readFileSync(path('systems/mine.yaml'), 'utf8')).toContain('另一计划');
  });
});
