import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { command } from '#scripts/commands/comments.ts';
import { commentFormat, writeLetterCsv } from '#core/comments/format.ts';
import { openLibrary } from '#library/open.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { findFaults } from '../support/docx-faults.ts';
import { listRows } from '../support/docx-rows.ts';
import { runCommand } from './run-command.ts';

const project = `title: 样例标准
kind: local
plan: SF2026-001
contact: { office: 示范市标准化研究院 }
stages:
  - { stage: 征求意见, began: 2026-11-02, until: 2026-12-04 }
`;

const letter = {
  format: commentFormat,
  version: 1,
  project: 'a',
  organisation: '示范大学',
  name: '甲乙丙',
  contact: '13900000000',
  publishOrganisation: true,
  comments: [
    { clause: '4.2', comment: '“清晰”应给出判定方法', reason: '不可检验' },
    { clause: '全文', comment: '=HYPERLINK("x")' },
  ],
} as const;

function makeLibrary(): { readonly dir: string; readonly at: (name: string) => string } {
  const dir = makeFolder();
  const folder = makeFolder();
  writeFiles(dir, {
    [standardPath()]: writeStandard(),
    'projects/a/project.yaml': project,
    'projects/a/draft/index.md': writeStandard({ serial: 701 }),
  });
  writeFiles(folder, {
    'a.json': JSON.stringify(letter),
    'b.csv': writeLetterCsv({ ...letter, organisation: '示范云链' }),
    'again.json': JSON.stringify(letter),
    'other.json': JSON.stringify({ ...letter, project: 'b' }),
    'photo.json': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2),
    'zip.xlsx': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0),
    'geo.json': '{"type":"FeatureCollection"}',
  });
  return { dir, at: (name) => join(folder, name) };
}

const run = (dir: string, ...argv: string[]) =>
  runCommand(command, { argv: [...argv, '--project', 'a'], json: false, library: dir });

describe('std comments', () => {
  it('gathers files, refuses what is none with a sentence, and writes the table for another program', async () => {
    const { dir, at } = makeLibrary();
    const names = [
      'a.json',
      'b.csv',
      'again.json',
      'other.json',
      'photo.json',
      'zip.xlsx',
      'geo.json',
      'no.json',
    ];
    const { status, out } = await run(dir, ...names.map(at), '--out', at('t.xlsx'));
    expect(status).toBe(1);
    for (const sentence of [
      'other.json：是对项目 b 的意见，不是 a 的',
      'photo.json：这是图片（PNG），不是表格',
      'geo.json：不是意见文件',
      'no.json：没有这个文件',
      '新记入 4 条，重复 2 条',
      '共收到意见 4 条，来自 2 个单位；采纳 0 条，部分采纳 0 条，不采纳 0 条，待处理 4 条',
    ])
      expect(out).toContain(sentence);
    expect(out).toMatch(/zip\.xlsx：./);
    const kept = readFileSync(join(dir, 'projects/a/comments.yaml'), 'utf8');
    expect(kept).not.toMatch(/甲乙丙|139/);
    const [sheet] = await readXlsxFile(readFileSync(at('t.xlsx')));
    const rows = sheet?.data ?? [];
    expect(rows[0]?.[0]).toBe('意见汇总处理表');
    expect(rows[1]?.[0]).toBe('标准名称：样例标准');
    expect(rows[3]).toEqual([
      '序号',
      '章条编号',
      '意见内容',
      '提出单位',
      '处理意见',
      '备注/理由',
      '标识',
    ]);
    expect(rows[4]?.slice(0, 4)).toEqual(['1', '全文', '=HYPERLINK("x")', '示范大学']);
    expect(rows[6]?.slice(0, 4)).toEqual([
      '3',
      '4.2',
      '“清晰”应给出判定方法\n理由：不可检验',
      '示范大学',
    ]);
  });

  it('writes the table for Word with the columns and rows of the workbook', async () => {
    const { dir, at } = makeLibrary();
    writeFileSync(
      at('odd.json'),
      JSON.stringify({
        ...letter,
        organisation: '某<某>&公司',
        comments: [{ clause: '4.2', comment: '甲\u0001\u202e乙\n</w:t>丙' }],
      }),
    );
    await run(dir, at('a.json'), at('odd.json'), '--out', at('t.xlsx'));
    await run(dir, '--out', at('t.docx'));
    const word = readFileSync(at('t.docx'));
    const rows = listRows(word);
    const [sheet] = await readXlsxFile(readFileSync(at('t.xlsx')));
    const table = (sheet?.data ?? []).slice(3, -1).map((row) => row.map((cell) => cell ?? ''));
    expect(rows.map((row) => [...row.slice(0, 2), ...row.slice(3)])).toEqual(
      table.map((row) => [...row.slice(0, 2), ...row.slice(3)]),
    );
    expect(rows.slice(1).map((row) => row[2])).toEqual([
      '=HYPERLINK("x")',
      '“清晰”应给出判定方法\n理由：不可检验',
      '甲乙\n</w:t>丙',
    ]);
    expect(findFaults(word)).toEqual([]);
    await run(dir, '--out', at('again.docx'));
    expect(readFileSync(at('again.docx')).equals(word)).toBe(true);
    const refused = await run(dir, '--out', at('t.pdf')).catch((error: unknown) => String(error));
    expect(refused).toContain('.docx');
  });

  it('reads decisions back, all or nothing, and shows them in the library', async () => {
    const { dir, at } = makeLibrary();
    await run(dir, at('a.json'), '--out', at('t.xlsx'));
    const decide = async (answers: readonly (readonly [string, string])[]) => {
      const [sheet] = await readXlsxFile(readFileSync(at('t.xlsx')));
      const rows = (sheet?.data ?? []).map((row, index) => {
        const answer = answers[index - 4];
        return answer ? [...row.slice(0, 4), ...answer, row[6]] : row;
      });
      const cells = rows.map((row) =>
        row.map((value) => (value === null ? null : { value: String(value) })),
      );
      writeFileSync(at('d.xlsx'), await writeXlsxFile(cells, { sheet: '表' }).toBuffer());
      return run(dir, '--decided', at('d.xlsx'));
    };
    const before = readFileSync(join(dir, 'projects/a/comments.yaml'), 'utf8');
    const refused = await decide([
      ['采纳', ''],
      ['不采纳', ''],
    ]);
    expect(refused.status).toBe(1);
    expect(refused.out).toContain('第 6 行：不采纳要在“备注/理由”里写明理由');
    expect(readFileSync(join(dir, 'projects/a/comments.yaml'), 'utf8')).toBe(before);
    const taken = await decide([
      ['采纳', ''],
      ['部分采纳', '增加目视距离'],
    ]);
    expect(taken).toMatchObject({ status: 0 });
    expect(taken.out).toContain('读回处理意见 2 条');
    const { comments, diagnostics } = await openLibrary({ dir, cache: makeFolder() });
    expect(comments.get('a')).toMatchObject([
      { clause: '全文', decision: '采纳' },
      { clause: '4.2', decision: '部分采纳', answer: '增加目视距离', named: true },
    ]);
    expect(diagnostics.filter(({ file }) => file.endsWith('comments.yaml'))).toEqual([]);
  });

  it('writes nothing when it is only to say what it would do, and nothing over a file it cannot read', async () => {
    const { dir, at } = makeLibrary();
    const dry = await run(dir, at('a.json'), '--dry-run', '--out', at('t.xlsx'));
    expect(dry.out).toContain('新记入 2 条');
    expect(() => readFileSync(at('t.xlsx'))).toThrow(/ENOENT/);
    writeFiles(dir, { 'projects/a/comments.yaml': 'comments: [' });
    await expect(run(dir, at('a.json'))).rejects.toThrow(/comments\.yaml/);
    expect(readFileSync(join(dir, 'projects/a/comments.yaml'), 'utf8')).toBe('comments: [');
    await expect(
      runCommand(command, {
        argv: ['--project', 'zz', '--out', at('t.xlsx')],
        json: false,
        library: dir,
      }),
    ).rejects.toThrow(/zz/);
  });
});
