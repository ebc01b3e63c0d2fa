import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command } from '#scripts/commands/command.ts';
import { command as check } from '#scripts/commands/check.ts';
import { command as explain } from '#scripts/commands/explain.ts';
import { command as show } from '#scripts/commands/show.ts';
import { annotateDiagnostics, describeDiagnostics } from '#scripts/report/diagnostics.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

async function run(command: Command, argv: readonly string[], library = 'content', json = false) {
  const streams = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
  };
  const status = await command.run({ argv, library, json, ...streams });
  const read = (stream: PassThrough) => String(stream.read() ?? '');
  return { status, out: read(streams.stdout), err: read(streams.stderr) };
}

function makeLibrary(body = ''): string {
  const folder = makeFolder();
  writeFiles(folder, { [standardPath()]: writeStandard({ body }) });
  return folder;
}

describe('std show', () => {
  const path = standardPath();

  it('lists anchors with number and title, of a file or its folder', async () => {
    const library = makeLibrary(
      '\n:::table[限值]{#limits}\n| 项 | 值 |\n| --- | --- |\n| 甲 | 1 |\n:::\n',
    );
    const { out, status } = await run(show, [path], library);
    expect(out).toContain('#requirements  第4章 要求\n');
    expect(out).toMatch(/^ {2}#requirements\.\S+ {2}4\.1$/m);
    expect(out).toContain('#limits  表1 限值\n');
    expect(status).toBe(1); // The table is not mentioned.
    expect((await run(show, [path.replace('/index.md', '')], library)).out).toBe(out);
    expect((await run(show, ['--ids', join(library, path)], library)).out).toBe(out);
  });

  it('shows runs with their lines, HTML, and JSON', async () => {
    const library = makeLibrary();
    const runs = await run(show, [path, '--runs'], library);
    const line = writeStandard().split('\n').indexOf('样例应完整。') + 1;
    expect(runs.out).toMatch(
      new RegExp(`^${line} {2}paragraph {2}#requirements\\.\\S+ {2}"样例应完整。"$`, 'm'),
    );
    const html = await run(show, ['--html', path], library);
    expect(html.out).toMatch(/<section[^>]*>[^]*样例.*完整/);
    const json = await run(show, [path], library, true);
    expect(JSON.parse(json.out)).toMatchObject({ language: 'zh', meta: { title: '样例标准700' } });
  });

  it('reads a translation under the front matter of its original', async () => {
    const library = makeLibrary();
    const english = path.replace('index.md', 'index.en.md');
    writeFiles(library, {
      [english]: '---\nlanguage: en\n---\n\n# Scope\n\nThis document is a sample.\n',
    });
    const { out } = await run(show, [english], library, true);
    expect(JSON.parse(out)).toMatchObject({ language: 'en', meta: { title: '样例标准700' } });
  });

  it('refuses no file, two files, two ways and a file that is not there', async () => {
    for (const argv of [[], ['a.md', 'b.md'], ['--ids', '--html', path], ['none.md']]) {
      await expect(run(show, argv, makeLibrary()), argv.join(' ')).rejects.toMatchObject({
        exitCode: 2,
      });
    }
  });
});

describe('std explain', () => {
  it('says source, both examples and both languages', async () => {
    const { out, status } = await run(explain, ['hanging-paragraph']);
    expect(status).toBe(0);
    for (const part of [
      'GB/T 1.1—2020, 7.4',
      '悬置段',
      'sub-clause',
      '反例',
      '正例',
      'docs/rules.md#hanging-paragraph',
    ])
      expect(out).toContain(part);
    const json = await run(explain, ['front-matter-missing'], 'content', true);
    expect(JSON.parse(json.out)).toMatchObject({ id: 'front-matter-missing', severity: 'error' });
  });

  it('offers near names for one that is none', async () => {
    const asked = run(explain, ['hanging-paragraf']);
    await expect(asked).rejects.toMatchObject({
      exitCode: 2,
      todo: { en: expect.stringContaining('hanging-paragraph') },
    });
  });
});

describe('findings in a terminal', () => {
  const found = (column: number, end: number) =>
    [
      {
        rule: 'unit-space',
        severity: 'warning',
        file: 'a.md',
        range: { start: { line: 2, column }, end: { line: 2, column: end } },
        message: { zh: '缺空格', en: 'No space' },
      },
    ] as const;
  const show2 = (line: string, column: number, end: number) =>
    describeDiagnostics(found(column, end), {
      language: 'zh',
      readSource: () => `一\n${line}\n`,
    }).split('\n');

  it('stand under their line, each Chinese character two cells wide', () => {
    const [place, source, mark] = show2('温度为5℃。', 4, 6);
    expect(place).toBe('a.md:2:4  警告  unit-space  docs/rules.md#unit-space');
    expect(source).toBe('  2 | 温度为5℃。');
    expect(mark).toBe(`${' '.repeat(6 + 6)}^^`);
  });

  it('of a long line show what is meant and what is around', () => {
    const line = `${'甲'.repeat(500)}5mm${'乙'.repeat(500)}`;
    const [, source = '', mark = ''] = show2(line, 501, 504);
    expect(source).toBe(`  2 | …${'甲'.repeat(30)}5mm${'乙'.repeat(43)}…`);
    expect(mark).toBe(`${' '.repeat(6 + 1 + 60)}^^^`);
  });

  it('have one mark where nothing stands, and none on a line that is not there', () => {
    expect(show2('甲', 2, 2)[2]).toBe(`${' '.repeat(6 + 2)}^`);
    expect(show2('', 1, 1)[1]).toBe('    缺空格');
    expect(describeDiagnostics(found(1, 1), { language: 'zh' }).split('\n')[1]).toBe('    缺空格');
  });

  it('show no control character of a line', () => {
    expect(show2('a\u001b[31mb', 1, 2)[1]).toBe('  2 | a�[31mb');
  });

  it('are annotations for GitHub, their text escaped', () => {
    const [first] = found(4, 6);
    const odd = { ...first, file: 'a,b:c.md', message: { zh: '一%\n二', en: 'x' } };
    expect(annotateDiagnostics([odd], 'content')).toBe(
      '::warning file=content/a%2Cb%3Ac.md,line=2,col=4,title=unit-space::一%25%0A二%0Ax\n',
    );
  });

  it('are shown so by std check', async () => {
    const { out } = await run(check, ['--lang', 'zh'], makeLibrary('\n##\n\n温度为5mm。\n'));
    expect(out).toMatch(/ \| 温度为5mm。\n {4,}\^+\n/);
  });
});
