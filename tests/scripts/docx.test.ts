import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from '#scripts/commands/docx.ts';
import { listElements, readParts, textOf } from '#tests/support/docx-faults.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { runCommand } from './run-command.ts';

function makeLibrary(body = ''): string {
  const library = makeFolder();
  writeFiles(library, { [standardPath()]: writeStandard({ body }) });
  return library;
}

const run = (library: string, ...argv: readonly string[]) =>
  runCommand(command, { library, argv, json: false });

const linesOf = (path: string): readonly string[] => {
  const document = readParts(readFileSync(path)).get('word/document.xml');
  return document ? listElements(document, 'w:p').map(textOf) : [];
};

describe('std docx', () => {
  it('makes a file of a standard that is named by folder, number or path', async () => {
    const library = makeLibrary();
    const out = makeFolder();
    const names = ['db9902-t-700-2024', 'DB9902/T 700-2024', join(library, standardPath())];
    for (const [at, name] of names.entries()) {
      const path = join(out, `${at}.docx`);
      expect(await run(library, name, '--out', path)).toMatchObject({ status: 0 });
      expect(linesOf(path)).toContain('样例标准700');
    }
    const argv = [names[0] ?? '', '--out', out];
    const into = await runCommand(command, { library, argv, json: true });
    expect(JSON.parse(into.out)).toMatchObject({
      slug: 'db9902-t-700-2024',
      formulas: [],
      figures: [],
    });
    expect(existsSync(join(out, 'db9902-t-700-2024.docx'))).toBe(true);
  });

  it('makes one of a draft under way, that no list of the library has, with its stage', async () => {
    const library = makeLibrary();
    const draft = writeStandard({ serial: 701, meta: 'status: draft\ndraftStage: 征求意见稿\n' });
    writeFiles(library, { 'projects/sf2026-1/draft/index.md': draft });
    const out = makeFolder();
    const folder = join(library, 'projects/sf2026-1/draft');
    for (const name of [folder, join(folder, 'index.md')]) {
      expect(await run(library, name, '--out', out)).toMatchObject({ status: 0 });
      expect(linesOf(join(out, 'sf2026-1-draft.docx'))).toEqual(
        expect.arrayContaining(['样例标准701', '（征求意见稿）']),
      );
    }
  });

  it('ends with status 1 where a figure is left out', async () => {
    const library = makeLibrary('\n:::figure[图]{#f}\n![没有](none.png)\n:::\n');
    const { status, out } = await run(library, 'db9902-t-700-2024', '--out', makeFolder());
    expect(status).toBe(1);
    expect(out).toContain('none.png');
  });

  it.each([
    ['nothing', [], '没有说明哪项标准'],
    ['what is not there', ['nowhere'], '库里没有“nowhere”的正文'],
    ['a folder without text', ['tests'], '库里没有“tests”的正文'],
    ['two standards for one file', ['a', 'b', '--out', 'x.docx'], '只能写一项'],
    ['another language', ['a', '--lang', 'fr'], '没有“fr”这种语言'],
    ['English that is not there', ['db9902-t-700-2024', '--lang', 'en'], '没有这种语言的'],
  ])('refuses %s in words', async (_name, argv, words) => {
    await expect(run(makeLibrary(), ...argv)).rejects.toMatchObject({
      what: { zh: expect.stringContaining(words) as string },
    });
  });
});
