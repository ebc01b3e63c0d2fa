import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginLibrary, listNewFiles, refuseBegin } from '#acts/begin/begin.ts';
import { openLibrary } from '#library/open.ts';
import { command } from '#scripts/commands/init.ts';
import { runCommand } from '../scripts/run-command.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';

const city = { zh: '海州市', en: 'Haizhou', standards: '9988', year: 2025 };

describe('a library that is begun', () => {
  it('has one example of each kind and nothing to be put right', async () => {
    const dir = join(makeFolder(), '海州 标准', 'our "city"');
    const files = beginLibrary(dir, city);
    expect(files.toSorted()).toEqual(
      readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
        .toSorted(),
    );
    const library = await openLibrary({ dir, cache: makeFolder(), asOf: '2026-06-01' });
    expect(library.diagnostics).toEqual([]);
    expect(library.rows.map(({ number }) => number)).toEqual(['DB9988/T 1—2025']);
    expect(library.catalog.entries).toHaveLength(2);
    expect(library.systems.list.map(({ places }) => places.length)).toEqual([2]);
    expect(library.projects).toHaveLength(1);
    expect(library.notices).toHaveLength(1);
    expect(library.settings.names.short).toEqual({ zh: '海州市标准', en: 'Haizhou Standards' });
    expect(library.settings.palette).toBeDefined();
    for (const text of listNewFiles(city).values()) expect(text).not.toMatch(/示范市|Shifan|9902/);
  });

  it.each([
    { zh: '「引号"与\\反斜杠」市', en: "Name: with 'marks' # and more" },
    { zh: '- 市', en: '{ city }' },
  ])('takes whatever name a city has', async (names) => {
    const dir = join(makeFolder(), 'city');
    beginLibrary(dir, { ...city, ...names });
    const library = await openLibrary({ dir, cache: makeFolder(), asOf: '2026-06-01' });
    expect(library.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(library.settings.city?.name).toEqual(names);
  });

  it('never writes over anything, and leaves no half behind', () => {
    const parent = makeFolder();
    const dir = join(parent, 'city');
    writeFiles(dir, { 'notes.txt': 'mine' });
    expect(refuseBegin(dir)).toBe('there');
    expect(refuseBegin(join(dir, 'notes.txt'))).toBe('file');
    expect(() => beginLibrary(dir, city)).toThrow('not empty');
    expect(readdirSync(parent)).toEqual(['city']);
    expect(readdirSync(dir)).toEqual(['notes.txt']);
    const empty = makeFolder();
    expect(refuseBegin(empty)).toBeUndefined();
    beginLibrary(empty, city);
    expect(readdirSync(empty)).toContain('standards');
  });
});

describe('std init', () => {
  const init = (...argv: readonly string[]) =>
    runCommand(command, { argv, json: false, library: '' });

  it('says what it wrote and what comes next', async () => {
    const dir = join(makeFolder(), '我们的 城市');
    const { status, out } = await init(dir, '--city', '海州市', '--standards', '9988');
    expect(status).toBe(0);
    expect(out).toMatch(/npm start -- --library ".*我们的 城市"/);
    expect(readFileSync(join(dir, 'site.yaml'), 'utf8')).toContain('en: "海州市"');
  });

  it.each([
    [['--city', '海州市'], '要写一个文件夹'],
    [['FOLDER/new', '--standards', '9988'], '没有给城市的名字（--city）'],
    [['FOLDER/new', '--city', '海州市'], '（--standards）'],
    [['FOLDER/new', '--city', '海州市', '--standards', 'DB99'], '不是地方标准的代码'],
    [['FOLDER/there', '--city', '海州市', '--standards', '9988'], '已经有东西，没有改动'],
  ])('refuses %j', async (argv, words) => {
    const parent = makeFolder();
    writeFiles(parent, { 'there/notes.txt': 'mine' });
    const refused = init(...argv.map((each) => each.replace('FOLDER', parent)));
    await expect(refused).rejects.toMatchObject({
      exitCode: 2,
      what: { zh: expect.stringContaining(words) as string },
    });
    expect(readdirSync(join(parent, 'there'))).toEqual(['notes.txt']);
  });
});
