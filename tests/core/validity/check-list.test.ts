import { describe, expect, it } from 'vitest';
import { checkRows, indexKnown, tabulate, traceDay } from '#core/validity/index.ts';
import type { CheckedNumber, KnownStandard } from '#core/validity/index.ts';
import { numberSlug, parseNumber, formatNumber } from '#core/number/index.ts';

/** A standard that is known, by its number, title and facts. */
function known(key: string, title: string, facts: KnownStandard['facts']): KnownStandard {
  const parsed = parseNumber(key);
  if (!parsed.ok) throw new Error(key);
  const { number } = parsed;
  return {
    key,
    number: formatNumber(number),
    slug: numberSlug(number),
    title,
    hosted: false,
    facts,
  };
}

const inForce = (implemented: string) => ({
  implemented,
  recorded: { status: '现行' as const, asOf: '2026-11-01' },
});

const library = indexKnown([
  known('GB/T 90191-2008', '样例包装图示标志', {
    implemented: '2008-10-01',
    replacedBy: [{ key: 'GB/T 90191-2025', implemented: '2026-02-01' }],
    recorded: { status: '现行', asOf: '2025-12-01' },
  }),
  known('GB/T 90191-2025', '样例包装图形符号标志', inForce('2026-02-01')),
  known('GB/T 99001-2016', '样例管理体系 要求', inForce('2017-07-01')),
  known('GB/T 93790-2002', '样例系统 按照ISO/IEC 8482采用双线配置的接口', inForce('2003-01-01')),
  known('GB/T 92000-2006', '样例食品安全管理体系', inForce('2007-01-01')),
  known('GB/T 92423.1-2008', '样例环境试验 第1部分：低温', inForce('2009-01-01')),
  known('GB 94806-2016', '样例接触材料', {
    withdrawn: '2024-01-01',
    recorded: { status: '废止', asOf: '2024-06-01' },
  }),
  known('GB/T 90500-2027', '样例将来', {
    implemented: '2027-05-01',
    issued: '2026-10-01',
    recorded: { status: '即将实施', asOf: '2026-11-01' },
  }),
  // Each is said to replace the other.
  known('T/SFA 1-2020', '样例甲', {
    replacedBy: [{ key: 'T/SFA 2-2021', implemented: '2021-01-01' }],
  }),
  known('T/SFA 2-2021', '样例乙', {
    replacedBy: [{ key: 'T/SFA 1-2020', implemented: '2020-01-01' }],
  }),
]);

function check(text: string, day = '2026-11-29'): readonly CheckedNumber[] {
  const rows = text.split('\n').map((line, at) => ({ place: String(at + 1), text: line }));
  return [...checkRows(rows, library, day)];
}

const brief = (text: string, day?: string) =>
  check(text, day).map(({ proper, verdict }) => `${proper ?? '-'} ${verdict}`);

describe('a list of standards on a day', () => {
  it.each([
    ['GB/T 90191-2008', 'GB/T 90191—2008 replaced'],
    ['gb/t90191—2025', 'GB/T 90191—2025 valid'],
    ['ＧＢ／Ｔ ９９００１－２０１６', 'GB/T 99001—2016 valid'],
    ['12. GB/T 99001-2016 样例管理体系 要求.pdf', 'GB/T 99001—2016 valid'],
    ['GB_T 99001-2016样例管理体系.docx', 'GB/T 99001—2016 valid'],
    ['GB/T 99001', 'GB/T 99001 valid'],
    ['GB/T 99001-2008', 'GB/T 99001—2008 other-edition'],
    ['GB 99001-2016', 'GB 99001—2016 question'],
    ['GB/T 92423-2008', 'GB/T 92423—2008 question'],
    ['GB 94806-2016（现行）', 'GB 94806—2016 withdrawn'],
    ['GB/T 90500-2027', 'GB/T 90500—2027 coming'],
    ['GB/T 12345678-2020', 'GB/T 12345678—2020 absent'],
    ['没有编号的一行', '- unreadable'],
    ['样例食品安全管理体系', '- question'],
  ])('%s', (text, said) => {
    expect(brief(text)).toEqual([said]);
  });

  it.each([
    ['GB/T 90191 2008', 'GB/T 90191—2008 replaced'],
    ['GB/T 90191 2008 样例包装图示标志', 'GB/T 90191—2008 replaced'],
    ['GB/T 90191（2008）', 'GB/T 90191—2008 replaced'],
    ['GB/T 90191/2008', 'GB/T 90191—2008 replaced'],
    ['GB/T 90191_2008年', 'GB/T 90191—2008 replaced'],
    ['3\tGB/T 90191\t2008\t样例包装图示标志', 'GB/T 90191—2008 replaced'],
    // A year in a cell of its own may be that of something else.
    ['3\tGB/T 90191\t2019\t样例', 'GB/T 90191 valid'],
    // A day may be that of issue, which the reader knows.
    ['3\tGB/T 90191\t2008-06-01\t样例', 'GB/T 90191 question'],
    ['3\tGB/T 90191\t2025-08-01\t样例', 'GB/T 90191 valid'],
    ['3\tGB/T\t90191\t2008\t样例', 'GB/T 90191—2008 replaced'],
    ['GB/T\t90191\t-2008', 'GB/T 90191—2008 replaced'],
    ['GB/T\t90191-2008', 'GB/T 90191—2008 replaced'],
    ['GB/T 90191-08', 'GB/T 90191 question'],
    ['GB/T 90191-2OO8', 'GB/T 90191 question'],
    ['GB/T 90191 2008-06-01', 'GB/T 90191 valid'],
    ['GB/T 90191 2000mm', 'GB/T 90191 valid'],
    ['GB/T 90191 —样例包装图示标志', 'GB/T 90191 valid'],
  ])('never passes over a year: %s', (text, said) => {
    expect(brief(text)).toEqual([said]);
  });

  it('says of another day what held then', () => {
    expect(brief('GB/T 90191-2008', '2026-01-31')).toEqual(['GB/T 90191—2008 valid']);
    expect(brief('GB/T 90191-2025', '2026-01-31')).toEqual(['GB/T 90191—2025 coming']);
    expect(brief('GB 94806-2016', '2023-05-01')).toEqual(['GB 94806—2016 valid']);
    expect(brief('GB/T 90500-2027', '2026-09-30')).toEqual(['GB/T 90500—2027 not-issued']);
  });

  it('finds several numbers of a row, and cells in any column', () => {
    expect(brief('1\t样例\tGB/T 99001-2016；GB/T 92000-2006\t现行')).toEqual([
      'GB/T 99001—2016 valid',
      'GB/T 92000—2006 valid',
    ]);
  });

  it('reads a row to its end, however many numbers stand in it', () => {
    const many = (count: number) =>
      Array.from({ length: count }, () => 'GB/T 99001-2016 样例管理体系 要求');
    expect(brief(many(150).join('、'))).toEqual(many(150).map(() => 'GB/T 99001—2016 valid'));
    expect(brief(many(150).join(' '))).toHaveLength(150);
    const long = check(`GB/T 99001-2016、${'样例，'.repeat(70_000)}GB/T 92000-2006`);
    expect(long.map(({ verdict }) => verdict)).toEqual(['valid', 'unreadable']);
    expect(long[1]?.reason?.en).toContain('200000');
    expect(check('字'.repeat(5000))).toHaveLength(1);
  });

  it('parts numbers that were run into one another', () => {
    expect(brief('GB/T 99001-2016GB/T 92000-2006GB94806-2016')).toEqual([
      'GB/T 99001—2016 valid',
      'GB/T 92000—2006 valid',
      'GB 94806—2016 withdrawn',
    ]);
  });

  it('takes a number inside the title of a standard for no row of the list', () => {
    expect(brief('GB/T 93790-2002 样例系统 按照ISO/IEC 8482采用双线配置的接口')).toEqual([
      'GB/T 93790—2002 valid',
    ]);
  });

  it('passes over the head of a table and nothing else that has text', () => {
    expect(brief('序号\t标准编号\t标准名称\n\n1\tGB/T 99001-2016\t\n2\t暂缺\t')).toEqual([
      'GB/T 99001—2016 valid',
      '- unreadable',
    ]);
  });

  it('follows replacements to the newest and ends where they come back', () => {
    expect(check('GB/T 90191-2008')[0]?.successors.map(({ key }) => key)).toEqual([
      'GB/T 90191-2025',
    ]);
    expect(check('T/SFA 1-2020')[0]?.successors.map(({ key }) => key)).toEqual(['T/SFA 2-2021']);
  });

  it('names where a number stands twice', () => {
    expect(check('GB/T 99001-2016\ngbt99001-2016').map(({ duplicateOf }) => duplicateOf)).toEqual([
      undefined,
      '1',
    ]);
  });

  it.each([
    ['GB/T 99001-2016 样例管理体系要求', 'same'],
    ['GB/T 99001-2016 《样例管理体系》', 'same'],
    ['GB/T 99001-2016 样例食品安全管理体系', 'other'],
    ['GB/T 99001-2016 螺栓与螺母的机械性能', 'different'],
    ['GB/T 99001-2016 现行有效', undefined],
    ['GB/T 99001-2016\t2017-07-01\t是', undefined],
  ])('compares the title beside a number: %s', (text, result) => {
    expect(check(text)[0]?.title?.result).toBe(result);
  });

  it.each([
    ['digits', '1'.repeat(3000)],
    ['remarks', '现行有效2020'.repeat(300)],
    ['commas and dots', '一,.、（'.repeat(500)],
    ['brackets', '（'.repeat(3000)],
    ['letters', 'ab '.repeat(1000)],
  ])('looks at %s in a time that grows with their length', (_, text) => {
    expect(check(`GB/T 99001-2016 ${text}题`)).not.toEqual([]);
    expect(check(`GB/T 99001-2016\t${text}`)).not.toEqual([]);
  });

  it('names whose title it is', () => {
    expect(check('GB/T 99001-2016 样例食品安全管理体系')[0]?.title?.owner?.key).toBe(
      'GB/T 92000-2006',
    );
  });

  it('names near what is absent only numbers of its code, and each once', () => {
    const near = (text: string) =>
      check(text).map((each) => [each.verdict, each.near.map(({ standard }) => standard.key)]);
    expect(near('GB/T 99002-2016')).toEqual([['absent', ['GB/T 99001-2016']]]);
    expect(near('GA/T 99001-2016')).toEqual([['absent', []]]);
    // The title is that of the one which is near: it is named as its owner.
    expect(near('GB/T 99002-2016 样例管理体系 要求')).toEqual([['absent', []]]);
    expect(check('样例食品安全管理体系')[0]?.near).toHaveLength(1);
  });

  it('says where to look for what is absent, by its kind, and since when each of a chain holds', () => {
    const { heads, rows } = tabulate(
      check('GB/T 12345678-2020\nDB11/T 99999-2020\nQ/ABC 1-2020\nGB/T 90191-2008'),
      'zh',
    );
    expect(rows.map((row) => row[heads.indexOf('说明')])).toEqual([
      '不能据此判断是否有效；可到国家标准全文公开系统（https://openstd.samr.gov.cn/）查',
      '不能据此判断是否有效；可到地方标准信息服务平台（https://dbba.sacinfo.org.cn/）查',
      '不能据此判断是否有效；可到企业标准信息公共服务平台（https://www.qybz.org.cn/）查',
      '',
    ]);
    expect(rows.at(-1)?.slice(9, 11)).toEqual(['GB/T 90191—2025', '2026-02-01']);
  });

  it('says of a standard of another city whose it is', () => {
    const partner = {
      ...known('DB9903/T 8-2024', '样例', inForce('2024-07-01')),
      origin: { id: '9903', zh: '样板市', en: 'Model City' },
    };
    const index = indexKnown([partner]);
    const rows = [...checkRows([{ place: '1', text: 'DB9903/T 8-2024' }], index, '2026-11-29')];
    const noteIn = (language: 'zh' | 'en') => tabulate(rows, language).rows[0]?.at(-1);
    expect([noteIn('zh'), noteIn('en')]).toEqual(['这是样板市的标准', 'a standard of Model City']);
  });

  it('never calls valid what is not known', () => {
    for (const text of ['GB/T 1-1900', 'ISO 9001:2015', 'Q/ABC 1-2020', 'GB 7718-2011']) {
      const [checked] = check(text);
      expect(checked?.verdict).toBe('absent');
      expect(checked?.standard).toBeUndefined();
    }
  });
});

describe('a standard on a day, among all that are known', () => {
  const all = [...library.byKey.values()];
  const trace = (key: string, day: string) => {
    const standard = library.byKey.get(key);
    if (!standard) throw new Error(key);
    const { standing, others, isAnnounced, days } = traceDay(standard, all, day);
    return [standing.status, others.map((each) => each.key), isAnnounced, days];
  };

  it.each([
    ['GB/T 90191-2025', '2024-06-01', ['尚未发布', ['GB/T 90191-2008'], false, undefined]],
    ['GB/T 90191-2025', '2026-01-31', ['即将实施', ['GB/T 90191-2008'], false, 1]],
    ['GB/T 90191-2025', '2026-02-01', ['现行', [], false, undefined]],
    ['GB/T 90191-2008', '2024-06-01', ['现行', ['GB/T 90191-2025'], false, 610]],
    ['GB/T 90191-2008', '2026-01-01', ['现行', ['GB/T 90191-2025'], true, 31]],
    ['GB/T 90191-2008', '2026-02-11', ['被代替', ['GB/T 90191-2025'], true, 10]],
    ['GB/T 90500-2027', '2026-09-01', ['尚未发布', [], false, 30]],
    ['GB 94806-2016', '2024-01-31', ['废止', [], false, 30]],
  ])('%s on %s', (key, day, said) => {
    expect(trace(key, day)).toEqual(said);
  });
});
