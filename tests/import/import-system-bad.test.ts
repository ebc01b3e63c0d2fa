import { beforeAll, describe, expect, it } from 'vitest';
import { buildCatalog } from '#core/catalog/index.ts';
import { buildSystems } from '#core/systems/index.ts';
import { importSystem } from '#import/system/index.ts';
import type { SystemContext, SystemImport } from '#import/system/index.ts';
import { packPart, writeParts, writeWorkbook, writeZip } from './workbook.ts';
import type { Cell } from './workbook.ts';

let context: SystemContext;
beforeAll(() => {
  const catalog = buildCatalog({ rows: [], records: [], asOf: '2026-07-02' });
  context = { catalog, systems: buildSystems([], catalog), chains: [] };
});

const bring = (bytes: Uint8Array | string, sheet?: string): Promise<SystemImport> =>
  importSystem(
    {
      bytes: Buffer.from(bytes as string),
      id: 'new',
      kind: '领域',
      date: '2026-07-02',
      ...(sheet !== undefined && { sheet }),
    },
    context,
  );

/** Why nothing may be written; the text of what would be where it may. */
const refusal = async (bytes: Uint8Array | string, sheet?: string): Promise<string> => {
  const result = await bring(bytes, sheet);
  return 'broken' in result ? `${result.broken.zh} ${result.broken.en}` : `taken: ${result.text}`;
};

const head: Cell[] = ['体系编号', '标准名称', '标准编号', '级别'];
const rows: Cell[][] = [head, ['1-01', '计划甲', null, '地方']];

describe('a file that is no list is refused with a reason', () => {
  it('an archive that is cut off, at every length', async () => {
    const whole = writeWorkbook({ name: '明细表', rows });
    for (let length = 2; length < whole.length; length += 97) {
      expect(await refusal(whole.subarray(0, length)), String(length)).toMatch(
        /不完整|没有工作簿|damaged/,
      );
    }
  });

  it('an archive with any byte changed is read or refused, never a crash', async () => {
    const whole = writeWorkbook({ name: '明细表', rows });
    for (let at = 0; at < whole.length; at += 41) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      expect(await bring(bytes)).toBeDefined();
    }
  });

  it('an archive that is no workbook, and one whose parts are not XML', async () => {
    expect(await refusal(writeZip(new Map([['a.txt', Buffer.from('a')]])))).toContain('没有工作簿');
    const parts = writeParts([{ name: '明细表', rows }]);
    parts.set('xl/worksheets/sheet1.xml', Buffer.from('<worksheet><sheetData><row'));
    expect(await refusal(writeZip(parts))).not.toMatch(/^taken/);
  });

  it('a workbook with a password, and one of the old format', async () => {
    const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const locked = Buffer.concat([
      ole,
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await refusal(locked)).toMatch(/密码.*password/);
    const old = Buffer.concat([ole, Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]);
    expect(await refusal(old)).toMatch(/\.xls.*另存为/);
  });

  it('bombs, whether their directory is honest or not, without unpacking them', async () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024);
    const name = 'xl/workbook.xml';
    expect(await refusal(packPart(name, zeros))).toContain('50 MiB');
    expect(await refusal(packPart(name, zeros, 1000))).toContain('目录与内容不符');
    expect(await refusal(packPart(name, Buffer.alloc(20 * 1024 * 1024)))).toContain('压缩率');
  });

  it('many parts', async () => {
    const parts = new Map(
      Array.from({ length: 6000 }, (_, at) => [`xl/a${at}.xml`, Buffer.from('a')]),
    );
    expect(await refusal(writeZip(parts))).toContain('5000 个以上');
  });

  it('a list of more than 10,000 standards, the same of a workbook and a CSV', async () => {
    const list = (length: number): Cell[][] => [
      head,
      ...Array.from({ length }, (): Cell[] => ['1-01', '样例', 'GB/T 191-2025', '国家']),
    ];
    const csv = (cells: readonly (readonly Cell[])[]): string =>
      cells
        .map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')).join(','))
        .join('\n');
    const said = '有 10001 行，一个体系至多 10000 行：请只留明细表，或分成几个体系';
    const over = list(10_001);
    expect(await refusal(writeWorkbook({ name: '明细表', rows: over }))).toContain(
      `工作表“明细表”${said}`,
    );
    expect((await refusal(csv(over))).startsWith(said)).toBe(true);
    const full = list(10_000);
    expect(await refusal(writeWorkbook({ name: '明细表', rows: full }))).toMatch(/^taken/);
    expect(await refusal(csv(full))).toMatch(/^taken/);
    // What is no list at all is not read to its end.
    const far = Array.from({ length: 20_001 }, (): Cell[] => ['x']);
    expect(await refusal(writeWorkbook({ name: '明细表', rows: far }))).toMatch(/20001 行.*10000/);
    expect(await refusal(csv(far))).toMatch(/20001 行.*10000/);
  });

  it('text that is in no encoding, empty, or has no head', async () => {
    expect(await refusal(Buffer.from('ff30ff30ff30', 'hex'))).toContain('编码');
    expect(await refusal('')).toContain('空');
    expect(await refusal('甲,乙,丙\n1,2,3\n')).toContain('没有认得出的表头');
    expect(await refusal('体系编号,标准名称,级别\n')).toContain('没有一行');
    expect(await refusal('体系编号,标准名称,级别\n"1-01,计划,地方\n')).toContain('引号');
  });

  it('a cell whose place is far beyond any sheet', async () => {
    const parts = writeParts([{ name: '明细表', rows: [] }]);
    const sheet = (cell: string) =>
      Buffer.from(
        `<worksheet><sheetData><row r="99999999999">${cell}</row></sheetData></worksheet>`,
      );
    for (const place of ['ZZZZZZZZ99999999999', 'A99999999999999999999999', 'XFD1048576', 'ZZZ1']) {
      const cell = `<c r="${place}" t="inlineStr"><is><t>标准编号</t></is></c>`;
      parts.set('xl/worksheets/sheet1.xml', sheet(cell));
      expect(await refusal(writeZip(parts)), place).toContain('没有认得出的表头');
    }
    parts.set('xl/worksheets/sheet1.xml', sheet('<c><v>1</v></c>'));
    expect(await refusal(writeZip(parts))).toContain('没有认得出的表头');
  });

  it('one text that a million cells share', async () => {
    const parts = writeParts([{ name: '明细表', rows }]);
    parts.set(
      'xl/sharedStrings.xml',
      Buffer.from(`<sst><si><t>${'长'.repeat(30_000)}</t></si></sst>`),
    );
    const cells = '<c t="s"><v>0</v></c>'.repeat(90);
    const body = `<row>${cells}</row>`.repeat(5000);
    parts.set(
      'xl/worksheets/sheet1.xml',
      Buffer.from(`<worksheet><sheetData>${body}</sheetData></worksheet>`),
    );
    expect(await refusal(writeZip(parts))).toContain('2000 万字以上');
  });

  it('markup that is not XML, nested without end, or with entities of its own', async () => {
    const parts = writeParts([{ name: '明细表', rows }]);
    for (const xml of [
      '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
      `<worksheet>${'<a>'.repeat(100_000)}`,
      '<worksheet><sheetData><row r=1></row></sheetData></worksheet>',
    ]) {
      parts.set('xl/worksheets/sheet1.xml', Buffer.from(xml));
      expect(await refusal(writeZip(parts))).toMatch(/读不通.*cannot be read/);
    }
  });

  it('a list whose rows are all left out says why', async () => {
    const result = await bring('体系编号,标准名称,级别\n1-01,计划,不知道\n');
    expect(result).toMatchObject({
      broken: { zh: expect.stringContaining('没有一行') as unknown },
      report: { counts: { left: 1 } },
    });
  });

  it('a list with a sub-system for each row', async () => {
    const many = Array.from({ length: 600 }, (_, at) => `A${at}-1,计划${at},地方`);
    expect(await refusal(`体系编号,标准名称,级别\n${many.join('\n')}\n`)).toContain('600 个子体系');
  });

  it('a workbook that has no sheet of that name', async () => {
    expect(await refusal(writeWorkbook({ name: '甲', rows }), '乙')).toContain('有的是：甲');
  });

  it('a workbook whose sheets are all hidden, or the one that is asked for', async () => {
    const hidden = { name: '甲', rows, state: 'hidden' } as const;
    const all = await refusal(
      writeWorkbook(hidden, { ...hidden, name: '乙', state: 'veryHidden' }),
    );
    expect(all).toMatch(/工作表全都隐藏着（甲、乙）.*取消隐藏.*all sheets are hidden.*unhide/);
    const one = await refusal(writeWorkbook(hidden, { name: '乙', rows }), '甲');
    expect(one).toMatch(/“甲”是隐藏的.*unhide/);
  });
});

describe('a workbook with more than a list is read with notices', () => {
  const take = async (bytes: Uint8Array | string) => {
    const result = await bring(bytes);
    if (!('text' in result)) throw new Error(result.broken.zh);
    return { ...result, notices: result.report.notices.map(({ zh }) => zh).join('\n') };
  };

  it('macros are neither read nor run', async () => {
    const parts = writeParts([{ name: '明细表', rows }]);
    parts.set('xl/vbaProject.bin', Buffer.from('macro'));
    const { notices, text } = await take(writeZip(parts));
    expect(notices).toContain('宏');
    expect(text).toContain('计划甲');
  });

  it('hidden sheets are named and not read', async () => {
    const secret: Cell[][] = [
      [...head, '备注'],
      ['9-01', '机密计划', null, '地方', 'x'],
    ];
    const { notices, text } = await take(
      writeWorkbook(
        { name: '明细表（旧）', rows: secret, state: 'hidden' },
        { name: '备份', rows: secret, state: 'veryHidden' },
        { name: '表1', rows },
      ),
    );
    expect(notices).toContain('“明细表（旧）”');
    expect(notices).toContain('“备份”');
    expect(text).not.toContain('机密');
  });

  it('a second list is named, and how to have it, unless the first was asked for', async () => {
    const bytes = writeWorkbook(
      { name: '封面', rows: [['某市标准体系'], ['2026 年']] },
      { name: '甲体系', rows },
      {
        name: '乙 体系',
        rows: [head, ['1-01', '计划乙', null, '地方'], ['1-02', '计划丙', null, '地方']],
      },
      { name: 'Sheet4', rows: [] },
    );
    const { report, notices, text } = await take(bytes);
    expect(report.sheet).toBe('甲体系');
    expect(text).not.toContain('计划乙');
    expect(report.unread).toEqual([
      { name: '封面', rows: 2, isList: false },
      { name: '乙 体系', rows: 2, isList: true },
    ]);
    expect(notices).toContain('“乙 体系”（2 行）也是明细表，没有读');
    expect(notices).toContain('--sheet "乙 体系"');
    expect(notices).not.toContain('封面');

    const asked = await bring(bytes, '乙 体系');
    if (!('text' in asked)) throw new Error(asked.broken.zh);
    expect(asked.text).toContain('计划乙');
    expect(asked.report.unread.map(({ name }) => name)).toEqual(['封面', '甲体系']);
    expect(JSON.stringify(asked.report.notices)).not.toContain('--sheet');
  });

  it('formulas give their stored values; those without are named', async () => {
    const { notices, text } = await take(
      writeWorkbook({
        name: '明细表',
        rows: [
          [...head, '备注'],
          [
            '1-01',
            { formula: 'CONCATENATE("计划","乙")', value: '计划乙' },
            null,
            '地方',
            { formula: 'A1' },
          ],
          ['1-02', '计划丙', { formula: 'IF(A1="","x","")', value: '' }, '地方'],
        ],
      }),
    );
    expect(notices).toMatch(/3 个公式.*1 个没有值或是错误值：E2/);
    expect(text).toContain('planned: 计划乙');
    expect(text).toContain('planned: 计划丙');
  });

  it('a row is not taken where a formula or an error stands for its number, title, code or sub-system', async () => {
    const named: Cell[] = ['体系编号', '子体系', '标准名称', '标准编号', '级别', '备注'];
    const { report, text } = await take(
      writeWorkbook({
        name: '明细表',
        rows: [
          named,
          ['1-01', '通用', '计划甲', null, '地方', { error: '#N/A', formula: 'VLOOKUP(A2,B:B,1)' }],
          ['1-02', '通用', '某真标准', { formula: 'Sheet9!A1' }, '国家'],
          ['1-03', '通用', '#REF!', null, '地方'],
          ['1-04', '通用', { error: '#NAME?' }, '待制定', '地方'],
          ['1-05', '通用', '某真标准', { error: '#N/A', formula: 'VLOOKUP(1,A:A,1)' }, '国家'],
          [{ formula: 'A1' }, '通用', '计划乙', null, '地方'],
          ['1-07', { error: '#DIV/0!' }, '计划丙', null, '地方'],
          ['1-08', '通用', '#REF!', 'GB/T 1-2020', '国家'],
          [{ formula: 'A2' }, { formula: 'A2' }, { formula: 'A2' }, { formula: 'A2' }],
          [null, null, null, null, null, { formula: 'A2' }],
        ],
      }),
    );
    expect(report.left.map(({ sheet, line, reason }) => [sheet, line, reason.zh])).toEqual([
      ['明细表', 3, expect.stringMatching(/“标准编号”（D3）是公式，文件里没有它的值：在 Excel/)],
      ['明细表', 4, '“标准名称”（C4）是错误值 #REF!：改正后再导入'],
      ['明细表', 5, expect.stringContaining('（C5）是错误值 #NAME?')],
      ['明细表', 6, expect.stringContaining('（D6）是错误值 #N/A')],
      ['明细表', 7, expect.stringContaining('“体系编号”（A7）是公式')],
      ['明细表', 8, expect.stringContaining('“子体系”（B8）是错误值 #DIV/0!')],
      ['明细表', 10, expect.stringContaining('10）是公式')],
    ]);
    expect(report.left[0]?.reason.en).toMatch(
      /\(D3\) is a formula whose value is not in the file: open/,
    );
    expect(report.notes.map(({ line, reason }) => [line, reason.zh])).toEqual([
      [2, '“备注”（F2）是错误值 #N/A，按空白处理'],
      [9, '“标准名称”（C9）是错误值 #REF!，按空白处理'],
    ]);
    expect(report.counts).toMatchObject({ rows: 9, taken: 2, left: 7 });
    expect(text).not.toMatch(/#[A-Z=]|备注/);
  });

  it('error values of a CSV are no titles, and no name of the system', async () => {
    const { report, text } = await take(
      '#REF!,,,\n体系编号,标准名称,标准编号,级别\n1-01,#REF!,,地方\n1-02,计划,,地方\n',
    );
    expect(report.left).toMatchObject([
      { line: 3, reason: { zh: expect.stringContaining('（B3）') as unknown } },
    ]);
    expect(text).toContain('name: { zh: new, en: new }');
  });

  it('a slip of the hand far out does not fill the memory', async () => {
    const parts = writeParts([{ name: '明细表', rows }]);
    const sheet = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    const slip = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    parts.set('xl/worksheets/sheet1.xml', Buffer.from(sheet.replace('</sheetData>', slip)));
    const { notices, text } = await take(writeZip(parts));
    expect(notices).toContain('1 个单元格没有读');
    expect(text).toContain('计划甲');
  });

  it('what a cell holds stays a value of YAML', async () => {
    const evil = "x', rows: [] }\n- { code: '9' } # !!js/function";
    const { text, report } = await take(
      writeWorkbook({
        name: '明细表',
        rows: [head, ['1-01', evil, null, '地方'], ['1-02', '*a &b', null, '地方']],
      }),
    );
    expect(report.counts.taken).toBe(2);
    expect(text.match(/^ {2}- \{ code/gm)?.length).toBe(2 + 1);
  });
});
