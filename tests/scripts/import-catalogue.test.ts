import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '#scripts/bootstrap/problem.mjs';
import { command } from '#scripts/commands/import-catalogue.ts';
import { catalogueColumns, readCatalogue } from '#library/catalogue.ts';
import { runCommand } from './run-command.ts';

const HEAD = catalogueColumns.join(',');

describe('the command', () => {
  let library = '';
  const path = (name: string) => join(library, name);
  beforeEach(() => {
    library = mkdtempSync(join(tmpdir(), 'biaolian-import-'));
  });
  afterEach(() => {
    rmSync(library, { recursive: true });
  });

  const run = (...all: readonly string[]) => {
    const argv = all.filter((argument) => argument !== '--json');
    return runCommand(command, { argv, json: argv.length < all.length, library });
  };

  const TABLE = '标准号,标准名称,状态\nGB/T 191-2008,包装储运图示标志,现行\n';

  it('writes what readCatalogue reads without a finding; again changes nothing', async () => {
    writeFileSync(path('国标.csv'), TABLE);
    const argv = [path('国标.csv'), '--as-of', '2026年7月2日', '--source', 'public-catalogue'];
    expect(await run(...argv)).toMatchObject({ status: 0 });
    const first = readFileSync(path('catalogue/国标.csv'), 'utf8');
    const { records, diagnostics } = readCatalogue(library);
    expect(diagnostics).toEqual([]);
    expect(records).toMatchObject([
      { key: 'GB/T 191-2008', status: '现行', asOf: '2026-07-02', source: 'public-catalogue' },
    ]);
    const { status, out } = await run(...argv, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ written: false, counts: { unchanged: 1, added: 0 } });
    expect(readFileSync(path('catalogue/国标.csv'), 'utf8')).toBe(first);
    expect(readdirSync(path('catalogue'))).toEqual(['国标.csv']);
  });

  it('a dry run writes nothing; --json gives the whole report', async () => {
    writeFileSync(path('a.csv'), `${TABLE}胡说,甲,现行\n`);
    const { status, out } = await run(
      path('a.csv'),
      '--as-of',
      '2026-07-02',
      '--dry-run',
      '--json',
    );
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      out: 'a.csv',
      written: false,
      counts: { rows: 2, added: 1 },
      rejects: [{ line: 3, text: '胡说,甲,现行' }],
    });
    expect(existsSync(path('catalogue'))).toBe(false);
  });

  it('one broken file of two: exit 1, the library stays as it was', async () => {
    await mkdir(path('catalogue'));
    writeFileSync(path('catalogue/list.csv'), `${HEAD}\n`);
    writeFileSync(path('a.csv'), TABLE);
    writeFileSync(path('b.csv'), '');
    const files = [path('a.csv'), path('b.csv')];
    const { status, out } = await run(...files, '--out', 'list', '--as-of', '2026-07-02');
    expect(status).toBe(1);
    expect(out).toContain('文件是空的');
    expect(readFileSync(path('catalogue/list.csv'), 'utf8')).toBe(`${HEAD}\n`);
  });

  it('shows findings in both languages and no control character', async () => {
    writeFileSync(path('a.csv'), '编号,名称\n"胡\u001b说",甲\n');
    const { out } = await run(path('a.csv'), '--as-of', '2026-07-02');
    expect(out).toContain('没有采用的行 Rows not taken (1)');
    expect(out).not.toContain('\u001b');
  });

  it.each([
    [['missing.csv']],
    [['a.csv', '--out', '../x']],
    [['a.csv', '--as-of', 'today']],
    [['a.csv', '--source', 'A B']],
    [['a.csv', 'a.csv']],
    [['a.csv', '--nonsense']],
    [[]],
  ])('%j is a mistake of usage', async (argv) => {
    writeFileSync(path('a.csv'), TABLE);
    const given = argv.map((word) => (word.endsWith('.csv') ? path(word) : word));
    const error: unknown = await run(...given).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ exitCode: 2 });
  });
});
