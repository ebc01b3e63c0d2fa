import { describe, expect, it } from 'vitest';
import { readCcs, readDay, readIcs, readStatus } from '#import/catalogue/values.ts';
import { importCatalogue } from '#import/catalogue/index.ts';
import type { ImportResult } from '#import/catalogue/index.ts';

const DEFAULTS = { asOf: '2026-07-02', source: 'public-catalogue' };

const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Imports one table into `list.csv` of a library whose catalogue is given. */
function bring(
  table: string | Uint8Array,
  catalogue: Readonly<Record<string, string>> = {},
  defaults: { asOf?: string; source?: string } = DEFAULTS,
): ImportResult {
  return importCatalogue({
    files: [{ name: 'in.csv', bytes: typeof table === 'string' ? bytes(table) : table }],
    catalogue: Object.entries(catalogue).map(([name, content]) => ({
      name,
      bytes: bytes(content),
    })),
    out: 'list.csv',
    defaults,
  });
}

/** The records of a result's text, one object a row without its empty cells. */
function recordsOf({ text: table }: ImportResult): readonly Record<string, string>[] {
  const [head = '', ...rows] = (table ?? '').trimEnd().split('\n');
  const names = head.split(',');
  return rows.map((row) =>
    Object.fromEntries(
      row
        .split(',')
        .map((cell, index) => [names[index] ?? '', cell] as const)
        .filter(([, cell]) => cell !== ''),
    ),
  );
}

const HEAD =
  'number,title,title_en,status,issued,implemented,withdrawn,replaces,replaced_by,ccs,ics,issuer,as_of,source';

describe('columns', () => {
  it.each([
    '标准号,标准名称,状态,发布日期,实施日期,被代替标准,代替标准,中标分类号,ICS,发布部门',
    '标准编号,中文名称,标准状态,发布时间,生效日期,被替代标准号,替代标准,中国标准文献分类号,国际标准分类号,发布机构',
    'Number,Title,Status,Issue date,Effective Date,Replaces,Replaced by,CCS,ics,Department',
    '100 标准号（必填）,298 中文名称,200 标准状态,101 发布日期,205 实施日期,462 被代替标准,461 代替标准,825 CCS,826 ICS,102 发布机构',
  ])('are found under the head %s', (head) => {
    const result = bring(
      `${head}\nGB/T 1.1-2009,标准化工作导则,作废,2009-06-17,2010-01-01,GB/T 1.1-2000,GB/T 1.1-2020,A00,01.120,甲局\n`,
    );
    expect(recordsOf(result)).toEqual([
      {
        number: 'GB/T 1.1-2009',
        title: '标准化工作导则',
        status: '废止',
        issued: '2009-06-17',
        implemented: '2010-01-01',
        replaces: 'GB/T 1.1-2000',
        replaced_by: 'GB/T 1.1-2020',
        ccs: 'A00',
        ics: '01.120',
        issuer: '甲局',
        as_of: '2026-07-02',
        source: 'public-catalogue',
      },
    ]);
  });

  it('may stand in any order, below a title, after a byte order mark, parted by tabs', () => {
    const result = bring(
      '\ufeff标准目录\n实施日期\t备注\t名称\t编号\n2009/3/1\tx\t甲\tGB 1-2009\n',
    );
    expect(recordsOf(result)).toMatchObject([
      { number: 'GB 1-2009', title: '甲', implemented: '2009-03-01', status: '未知' },
    ]);
    expect(result.report.tables[0]?.unused).toEqual(['备注']);
  });

  it('the body that issues a standard is not the one that looks after it', () => {
    const result = bring('编号,名称,归口单位,发布部门\nGB 1-2009,甲,归口会,发布局  标准委\n');
    expect(recordsOf(result)).toMatchObject([{ issuer: '发布局;标准委' }]);
    const alone = bring('编号,名称,归口单位,主管部门\nGB 1-2009,甲,归口会,主管局\n');
    expect(recordsOf(alone)[0]).not.toHaveProperty('issuer');
    expect(alone.report.tables[0]?.unused).toEqual(['归口单位', '主管部门']);
  });
});

describe('values', () => {
  it.each([
    ['2023/5/1', '2023-05-01'],
    ['2023年5月1日', '2023-05-01'],
    ['20230501', '2023-05-01'],
    ['2023.05.01', '2023-05-01'],
    ['２０２３－０５－０１', '2023-05-01'],
    ['2023-05-01 00:00:00', '2023-05-01'],
    ['1900-01-01', ''],
    ['—', ''],
  ])('the day %s is %j', (cell, value) => {
    expect(readDay(cell)).toEqual({ value, problems: [] });
  });

  it.each(['2023-02-30', '2023-13-01', '2007-06', '0201-01-22', '昨天'])(
    'the day %s is refused, not guessed',
    (cell) => {
      expect(readDay(cell)).toMatchObject({ value: '', problems: [{ text: cell }] });
    },
  );

  it.each([
    ['现行有效', '现行'],
    ['有效', '现行'],
    ['确认有效', '现行'],
    ['作废', '废止'],
    ['已废止', '废止'],
    ['被替代', '被代替'],
    ['未生效', '即将实施'],
    ['尚未实施', '即将实施'],
    ['', '未知'],
    ['Withdrawn', '废止'],
    ['60.60', '现行'],
    ['95.99', '废止'],
  ])('the status %s is %s', (cell, value) => {
    expect(readStatus(cell)).toEqual({ value, problems: [] });
  });

  it('an unknown status is recorded as unknown and reported', () => {
    const { value, problems } = readStatus('大概有效');
    expect([value, problems.length]).toEqual(['未知', 1]);
  });

  it.each([
    ['CCS A 14', 'A14'],
    ['a14；P 32', 'A14;P32'],
    ['A00/09', 'A00/09'],
    ['工程建设 >> 设备安装 >> P94金属设备', 'P94'],
  ])('the CCS %s is %s', (cell, value) => {
    expect(readCcs(cell)).toEqual({ value, problems: [] });
  });

  it.each([
    ['43.18', '43.180'],
    ['1.14.20', '01.140.20'],
    ['03.220.20 55.040', '03.220.20;55.040'],
    ['ICS 67.120.30；65.150', '67.120.30;65.150'],
  ])('the ICS %s is %s', (cell, value) => {
    expect(readIcs(cell)).toEqual({ value, problems: [] });
  });

  it('a code that cannot be is left out and reported, the rest of the row is taken', () => {
    const result = bring('编号,名称,CCS,ICS\nGB 1-2009,甲,I12,1234.5\n');
    expect(recordsOf(result)[0]).toMatchObject({ number: 'GB 1-2009', title: '甲' });
    expect(recordsOf(result)[0]).not.toHaveProperty('ccs');
    expect(result.report.values.map(({ column, text: cell }) => [column, cell])).toEqual([
      ['ccs', 'I12'],
      ['ics', '1234.5'],
    ]);
  });

  it('days of an earlier edition are left out, by the year of the number', () => {
    const result = bring('编号,名称,发布日期,实施日期\nBB/T 13-1999,甲,1989-03-22,1989-10-01\n');
    expect(recordsOf(result)[0]).not.toHaveProperty('issued');
    expect(recordsOf(result)[0]).not.toHaveProperty('implemented');
    expect(result.report.values).toHaveLength(2);
  });

  it('a replacement the wrong way round betrays a column read the wrong way, and is left out', () => {
    const result = bring('编号,名称,代替标准\nGB/T 1.1-2020,甲,GB/T 1.1-2009\n');
    expect(recordsOf(result)[0]).not.toHaveProperty('replaced_by');
    expect(result.report.values).toMatchObject([{ column: 'replaced_by', text: 'GB/T 1.1-2009' }]);
  });

  it('"X被Y代替" says both sides', () => {
    const result = bring('编号,名称,replaces\nCJ/T 123-2004,甲,CJ/T 123-2000被CJ/T 123-2016代替\n');
    expect(recordsOf(result)).toMatchObject([
      { replaces: 'CJ/T 123-2000', replaced_by: 'CJ/T 123-2016' },
    ]);
  });

  it('a control character in a title never reaches the file', () => {
    expect(recordsOf(bring('编号,名称\nGB 1-2009,"甲\u001b[31m\n 乙"\n'))).toMatchObject([
      { title: '甲[31m 乙' },
    ]);
  });
});

describe('encodings', () => {
  // 标准号,标准名称 / GB 1-2009,甲
  const GB18030 = Buffer.from(
    'b1ead7bcbac52cb1ead7bcc3fbb3c60d0a474220312d323030392cbcd70d0a',
    'hex',
  );

  it('GB 18030 is read as such', () => {
    const result = bring(GB18030);
    expect(recordsOf(result)).toMatchObject([{ number: 'GB 1-2009', title: '甲' }]);
    expect(result.report.tables[0]?.encoding).toBe('gb18030');
  });

  it.each([
    ['neither UTF-8 nor GB 18030', Uint8Array.from([0x6e, 0xff, 0xff, 0x0a, 0x41])],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['zeros', new Uint8Array(64)],
  ])('%s is refused as a whole', (_, content) => {
    const result = bring(content);
    expect(result.text).toBeNull();
    expect(result.report.broken).toHaveLength(1);
  });
});

describe('duplicates, conflicts and rejects', () => {
  it('of two rows that say the same the first counts', () => {
    const { report } = bring('编号,名称\nGB 1-2009,甲\nGB 1—2009,甲\n');
    expect(report.duplicates).toMatchObject([
      { number: 'GB 1-2009', kept: { line: 2 }, left: { line: 3 }, fields: [] },
    ]);
  });

  it('of two that differ the later counts, then the fuller, and both lines are named', () => {
    const result = bring(
      '编号,名称,状态,as_of\nGB 1-2009,甲,现行,2025-01-01\nGB 1-2009,乙,废止,2026-01-01\n' +
        'GB 2-2009,丙,,2026-01-01\nGB 2-2009,丙,现行,2026-01-01\n',
    );
    expect(recordsOf(result)).toMatchObject([
      { number: 'GB 1-2009', title: '乙', status: '废止', as_of: '2026-01-01' },
      { number: 'GB 2-2009', status: '现行' },
    ]);
    expect(result.report.duplicates).toMatchObject([
      {
        kept: { line: 3 },
        left: { line: 2 },
        reason: { en: 'its day of the fact is later' },
        fields: [
          { column: 'title', kept: '乙', left: '甲' },
          { column: 'status', kept: '废止', left: '现行' },
        ],
      },
      { kept: { line: 5 }, left: { line: 4 }, reason: { en: 'it says more' } },
    ]);
  });

  const OLD = `${HEAD}\nGB 1-2009,甲,,现行,,2010-01-01,,,,A00,,,2026-01-01,mine\n`;

  it('a later row brings the library up to date, keeps what it does not say, and reports it', () => {
    const result = bring('编号,名称,状态\nGB 1-2009,甲,废止\n', { 'list.csv': OLD });
    expect(recordsOf(result)).toEqual([
      {
        number: 'GB 1-2009',
        title: '甲',
        status: '废止',
        implemented: '2010-01-01',
        ccs: 'A00',
        as_of: '2026-07-02',
        source: 'public-catalogue',
      },
    ]);
    expect(result.report.conflicts).toMatchObject([
      {
        kept: 'incoming',
        incoming: { file: 'in.csv', line: 2 },
        library: { file: 'catalogue/list.csv', line: 2 },
        fields: [{ column: 'status', kept: '废止', left: '现行' }],
      },
    ]);
  });

  it('an earlier row fills what is empty and changes nothing else, however often', () => {
    const table = '编号,名称,状态,ICS\nGB 1-2009,乙,废止,01.120\n';
    const earlier = { asOf: '2020-01-01' };
    const first = bring(table, { 'list.csv': OLD }, earlier);
    expect(recordsOf(first)).toMatchObject([
      { title: '甲', status: '现行', ics: '01.120', as_of: '2026-01-01', source: 'mine' },
    ]);
    expect(first.report.conflicts).toMatchObject([{ kept: 'library' }]);
    expect(bring(table, { 'list.csv': first.text ?? '' }, earlier).text).toBe(first.text);
  });

  it('the day of a status does not move when a later row is silent about it', () => {
    const result = bring('编号,名称\nGB 1-2009,甲\n', { 'list.csv': OLD });
    expect(recordsOf(result)).toMatchObject([{ status: '现行', as_of: '2026-01-01' }]);
  });

  it('a record of another file stays there', () => {
    const result = bring('编号,名称\nGB 1-2009,乙\n', { 'other.csv': OLD });
    expect(result.report.counts).toMatchObject({ elsewhere: 1, added: 0, total: 0 });
    expect(result.report.conflicts).toMatchObject([
      { kept: 'library', library: { file: 'catalogue/other.csv' }, fields: [{ column: 'title' }] },
    ]);
  });

  it('every row that is not taken is named by line, reason and text', () => {
    const { report, text: table } = bring(
      '编号,名称\n胡说,甲\nGB 1-2009\nGB 2-2009,乙,多\nGB 3-2009,\nGB 4-2009,丁,,\n',
    );
    expect(report.rejects.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    expect(report.rejects[0]).toMatchObject({ file: 'in.csv', text: '胡说,甲' });
    for (const { reason } of report.rejects) {
      expect(reason.zh).toMatch(/\p{Script=Han}/u);
      expect(reason.en).toMatch(/[a-z]/);
    }
    expect(table).toContain('GB 4-2009,丁');
  });

  it('facts without a day are refused rather than dated by a guess', () => {
    const result = bring('编号,名称\nGB 1-2009,甲\n', {}, {});
    expect(result.text).toBeNull();
    expect(result.report.broken[0]?.reason.en).toContain('--as-of');
    const { report } = bring('编号,名称,as_of\nGB 1-2009,甲,\n', {}, {});
    expect(report.rejects[0]?.reason.en).toContain('--as-of');
  });

  it('records stand in the order of numbers', () => {
    const result = bring(
      '编号,名称\nISO 9001:2015,e\nT/CAS 1-2020,d\nDB11/T 9-2019,c\nGB/T 10-2009,b\nGB/T 9-2009,a\n',
    );
    expect(recordsOf(result).map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('files that are no tables', () => {
  it.each([
    ['empty', ''],
    ['only spaces', ' \n \n'],
    ['without a column for the number', '甲,乙\n1,2\n'],
    ['with a quote never closed', `编号,名称\nGB 1-2009,"甲\n${'GB 2-2009,乙\n'.repeat(10)}`],
    ['a single line of 50 MB', 'x'.repeat(50_000_000)],
  ])('%s: one finding, nothing to write', (_, content) => {
    const result = bring(content, { 'list.csv': `${HEAD}\n` });
    expect(result.text).toBeNull();
    expect(result.report.broken).toHaveLength(1);
    expect(result.report.broken[0]).toMatchObject({ file: 'in.csv' });
  });

  it.each([
    ['an unknown column', `${HEAD},note\nGB 1-2009,甲,,现行,,,,,,,,,2026-01-01,mine,n\n`],
    ['a broken row', `${HEAD}\n胡说,甲,,现行,,,,,,,,,2026-01-01,mine\n`],
    ['a number twice', `${HEAD}\n${'GB 1-2009,甲,,现行,,,,,,,,,2026-01-01,mine\n'.repeat(2)}`],
  ])('a file of the library with %s is not written anew', (_, own) => {
    const result = bring('编号,名称\nGB 9-2009,乙\n', { 'list.csv': own });
    expect(result.text).toBeNull();
    expect(result.report.broken).toMatchObject([{ file: 'catalogue/list.csv' }]);
  });
});
