import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPrinter } from '#publish/pdf/printer.ts';
import { command } from '#scripts/commands/pdf.ts';
import { READS_PDF } from '../support/paper.ts';
import { readPdf } from '../support/read-pdf.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { runCommand } from './run-command.ts';

const printer = await findPrinter();

function makeLibrary(body = ''): string {
  const library = makeFolder();
  writeFiles(library, { [standardPath()]: writeStandard({ body }) });
  return library;
}

const run = (library: string, ...argv: readonly string[]) =>
  runCommand(command, { library, argv, json: false });

describe.skipIf(!('digest' in printer))('std pdf', () => {
  it('makes a file of a standard that is named by folder, number or path', async () => {
    const library = makeLibrary();
    const out = makeFolder();
    const names = ['db9902-t-700-2024', 'DB9902/T 700-2024', join(library, standardPath())];
    for (const [at, name] of names.entries()) {
      const path = join(out, `${at}.pdf`);
      const { status, out: said } = await run(library, name, '--out', path);
      expect(said).toMatch(new RegExp(`${at}\\.pdf {2}\\d+ 页 pages .* PDF/UA-1`));
      expect(status).toBe(0);
      expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    }
    const argv = [names[0] ?? '', '--out', out];
    const into = await runCommand(command, { library, argv, json: true });
    expect(JSON.parse(into.out)).toMatchObject([
      { slug: 'db9902-t-700-2024', accessible: true, formulae: [], figures: [], notes: [] },
    ]);
    expect(existsSync(join(out, 'db9902-t-700-2024.pdf'))).toBe(true);
  });

  it.skipIf(!READS_PDF)(
    'makes one of a draft under way, that no list of the library has',
    async () => {
      const library = makeLibrary();
      const meta = 'status: draft\ndraftStage: 送审稿\n';
      writeFiles(library, {
        'projects/sf2026-1/draft/index.md': writeStandard({ meta }).replace(
          /issued:.*\nimplemented:.*\n/,
          '',
        ),
      });
      const out = makeFolder();
      const folder = join(library, 'projects/sf2026-1/draft');
      expect(await run(library, folder, '--out', out)).toMatchObject({ status: 0 });
      const { sheets } = readPdf(readFileSync(join(out, 'sf2026-1-draft.pdf')));
      const [cover = '', , contents = ''] = sheets.map((sheet) => sheet.replaceAll(/\s/g, ''));
      expect(cover).toContain('（送审稿）');
      expect(cover).toContain('请将您知道的相关专利连同支持性文件一并附上');
      expect(cover).toContain('XXXX-XX-XX发布');
      expect(contents).toContain('草案，不作为标准使用');
    },
  );

  it('ends with status 1 where a figure is left out', async () => {
    const library = makeLibrary('\n:::figure[图]{#f}\n![坏](bad.png)\n:::\n');
    writeFiles(library, {
      [standardPath().replace('index.md', 'bad.png')]: Buffer.from('\x89PNG\r\n\x1a\nno', 'latin1'),
    });
    const { status, out } = await run(library, 'db9902-t-700-2024', '--out', makeFolder());
    expect(status).toBe(1);
    expect(out).toContain('bad.png');
  });

  it.each([
    ['nothing', [], '没有说明哪项标准'],
    ['what is not there', ['nowhere'], '库里没有“nowhere”的正文'],
    ['two standards for one file', ['a', 'b', '--out', 'x.pdf'], '只能排一项'],
    ['another language', ['a', '--lang', 'fr'], '没有“fr”这种语言'],
    ['English that is not there', ['db9902-t-700-2024', '--lang', 'en'], '没有英文正文'],
    ['a font that is not there', ['db9902-t-700-2024', '--font', 'No Such Song'], 'No Such Song'],
    [
      'a site that is not there',
      ['db9902-t-700-2024', '--by', 'browser', '--site', 'no-site'],
      'no-site',
    ],
  ])('refuses %s in words', async (_name, argv, words) => {
    await expect(run(makeLibrary(), ...argv)).rejects.toMatchObject({
      what: { zh: expect.stringContaining(words) as string },
    });
  });
});
