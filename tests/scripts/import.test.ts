import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command } from '#scripts/commands/import.ts';
import { makeFolder } from '#tests/support/temporary-library.ts';
import { makeWord, p } from '#tests/support/word-file.ts';
import { runCommand } from './run-command.ts';

const draftOf = (number: string): Uint8Array =>
  makeWord({
    body: [number, '样例箱', '示范局 发布', '1 范围', '本文件规定了样例箱。']
      .map((l) => p(l))
      .join(''),
  });

function prepare(files: Readonly<Record<string, Uint8Array>>) {
  const [folder, library] = [makeFolder(), makeFolder()];
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const run = (...all: readonly string[]) => {
    const argv = all
      .filter((argument) => argument !== '--json')
      .map((each) => (each in files ? join(folder, each) : each));
    return runCommand(command, { argv, json: all.includes('--json'), library });
  };
  const list = (): readonly string[] =>
    readdirSync(library, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .toSorted();
  return { library, run, list };
}

const folders = [
  'standards',
  'standards/enterprise',
  'standards/enterprise/q-sfx-2-2027',
  'standards/enterprise/q-sfx-2-2027/import-report.html',
  'standards/enterprise/q-sfx-2-2027/index.md',
  'standards/local',
  'standards/local/db9902-t-71-2027',
  'standards/local/db9902-t-71-2027/import-report.html',
  'standards/local/db9902-t-71-2027/index.md',
];

describe('std import', () => {
  test('writes each draft with its report, and nothing else', async () => {
    const { run, list } = prepare({
      'a.docx': draftOf('DB9902/T 71—2027'),
      'b.docx': draftOf('Q/SFX 2—2027'),
    });
    const { out } = await run('a.docx', 'b.docx');
    expect(out).toContain('a.docx → standards/local/db9902-t-71-2027/index.md');
    expect(list()).toEqual(folders);
  });

  test('writes none when one of several cannot be read', async () => {
    const { run, list } = prepare({
      'a.docx': draftOf('DB9902/T 71—2027'),
      'b.docx': draftOf('DB9902/T 72—2027').slice(0, 400),
    });
    await expect(run('a.docx', 'b.docx')).rejects.toMatchObject({
      what: {
        en: expect.stringMatching(/^b\.docx was not imported: the file is cut off/) as string,
      },
    });
    expect(list()).toEqual([]);
  });

  test('leaves a folder that has something in it as it is', async () => {
    const { library, run } = prepare({ 'a.docx': draftOf('DB9902/T 71—2027') });
    await run('a.docx');
    const file = join(library, 'standards/local/db9902-t-71-2027/index.md');
    writeFileSync(file, 'mine');
    await expect(run('a.docx')).rejects.toMatchObject({
      what: { en: expect.stringContaining('exists already') as string },
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('says all of the report as JSON, and writes nothing in a dry run', async () => {
    const { library, run } = prepare({ 'a.docx': draftOf('DB9902/T 71—2027') });
    const { out } = await run('a.docx', '--dry-run', '--json');
    expect(JSON.parse(out)).toMatchObject({
      path: 'standards/local/db9902-t-71-2027',
      characters: { left: 0 },
      left: expect.arrayContaining([
        expect.objectContaining({ kind: 'front', place: 1, line: 1, text: 'DB9902/T 71—2027' }),
      ]) as unknown,
      written: false,
    });
    expect(existsSync(join(library, 'standards'))).toBe(false);
  });

  test('refuses a number of another kind than --kind, and a kind that there is not', async () => {
    const { run, list } = prepare({ 'a.docx': draftOf('DB9902/T 71—2027') });
    await expect(run('a.docx', '--kind', 'group')).rejects.toMatchObject({
      what: { en: expect.stringContaining('no number of a group standard') as string },
    });
    await expect(run('a.docx', '--kind', 'city')).rejects.toMatchObject({ exitCode: 2 });
    expect(list()).toEqual([]);
  });

  test('keeps to the library whatever --number says', async () => {
    const { run, list } = prepare({ 'a.docx': draftOf('') });
    await expect(run('a.docx', '--number', '../../x')).rejects.toMatchObject({ exitCode: 2 });
    expect(list()).toEqual([]);
  });
});
