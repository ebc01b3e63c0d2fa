import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { command } from '#scripts/commands/validity.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';
import { runCommand } from './run-command.ts';

const catalogue = [
  'number,title,status,issued,implemented,withdrawn,replaces,as_of',
  'GB/T 90191-2008,样例图示标志,现行,2008-04-01,2008-10-01,,,2025-12-01',
  'GB/T 90191-2025,样例图形符号标志,现行,2025-08-01,2026-02-01,,GB/T 90191-2008,2026-03-01',
  'GB 94806-2016,样例接触材料,废止,2016-10-01,2017-04-01,2024-01-01,,2024-06-01',
  '',
].join('\n');
const list =
  '标准号,名称\ngb/t90191-2008,样例图示标志\n=GB 94806-2016,样例\nGB/T 90191-2025,\nGB/T 1-1900,\n';

/** A library of three records, and a list beside it. */
function makeList(): { readonly file: string; readonly folder: string } {
  const folder = makeFolder();
  writeFiles(folder, { 'list.csv': list, 'catalogue/a.csv': catalogue });
  return { folder, file: join(folder, 'list.csv') };
}

const run = (library: string, ...argv: readonly string[]) =>
  runCommand(command, { argv, library, json: false });

describe('std validity', () => {
  it('says of each number what it is on the day', async () => {
    const { file, folder } = makeList();
    const { out, status } = await run(folder, file, '--on', '2026-11-29');
    expect(status).toBe(1);
    expect(out).toMatch(/gb\/t90191-2008 {2}被代替.*→ GB\/T 90191—2025/);
    expect(out).toMatch(/GB 94806-2016 {2}废止/);
    expect(out).toMatch(/GB\/T 1-1900 {2}库中没有/);
    expect(out).toMatch(/被代替 Superseded：1/);
    const before = await run(folder, file, '--on', '2026-01-31');
    expect(before.out).toMatch(/gb\/t90191-2008 {2}现行/);
    expect(before.out).toMatch(/GB\/T 90191-2025 {2}即将实施/);
  });

  it('writes what it says as CSV and XLSX that others read the same', async () => {
    const { file, folder } = makeList();
    const [csv, xlsx] = [join(folder, 'r.csv'), join(folder, 'r.xlsx')];
    await run(folder, file, '--on', '2026-11-29', '--out', csv);
    await run(folder, file, '--on', '2026-11-29', '--out', xlsx);
    const rows: string[][] = parse(readFileSync(csv), { bom: true });
    const [sheet] = await readExcel(xlsx);
    const cells = (sheet?.data ?? []).map((row) => row.map((cell) => String(cell ?? '')));
    expect(rows.map((row) => row.slice(2, 5))).toEqual([
      ['编号', '名称', '结论'],
      ['GB/T 90191—2008', '样例图示标志', '被代替'],
      ['GB 94806—2016', '样例接触材料', '废止'],
      ['GB/T 90191—2025', '样例图形符号标志', '现行'],
      ['GB/T 1—1900', '', '库中没有'],
    ]);
    expect(cells.map((row) => row.slice(2, 5))).toEqual(rows.map((row) => row.slice(2, 5)));
  });

  it.each([
    [['--on', '2026-02-30'], /not a day/],
    [['--out', 'r.pdf'], /not \.pdf/],
  ])('refuses %j', async (options, says) => {
    const { file, folder } = makeList();
    await expect(run(folder, file, ...options)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(says) as string,
    });
  });

  it('says of a file that it cannot be read, and writes nothing', async () => {
    const { folder } = makeList();
    await expect(run(folder, join(folder, 'none.xlsx'))).rejects.toMatchObject({ exitCode: 2 });
    await expect(run(folder)).rejects.toMatchObject({ exitCode: 2 });
  });
});
