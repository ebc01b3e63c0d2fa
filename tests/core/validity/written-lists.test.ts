import { describe, expect, it } from 'vitest';
import { readListFile, readListText } from '#import/list/index.ts';
import { checkRows, indexKnown, tabulate } from '#core/validity/index.ts';
import type { KnownStandard } from '#core/validity/index.ts';
import { formatNumber, numberSlug, parseNumber } from '#core/number/index.ts';

type Facts = KnownStandard['facts'];

function known(key: string, facts: Facts, replaces?: KnownStandard['replaces']): KnownStandard {
  const parsed = parseNumber(key);
  if (!parsed.ok) throw new Error(key);
  const { number } = parsed;
  const names = {
    key,
    number: formatNumber(number),
    slug: numberSlug(number),
    title: `样例${key}`,
  };
  return { ...names, hosted: false, facts, ...(replaces && { replaces }) };
}

const recorded = (status: '现行' | '废止' | '即将实施') => ({
  recorded: { status, asOf: '2026-11-01' },
});

const library = indexKnown([
  known('GB/T 90191-2008', {
    issued: '2008-04-01',
    implemented: '2008-10-01',
    replacedBy: [{ key: 'GB/T 90191-2025', implemented: '2026-03-01' }],
    ...recorded('废止'),
  }),
  known('GB/T 90191-2025', {
    issued: '2025-08-29',
    implemented: '2026-03-01',
    ...recorded('现行'),
  }),
  known('GB/T 92828.1-2012', { implemented: '2013-02-15', ...recorded('现行') }),
  known('ISO 92200:2018', recorded('现行')),
  // Its successor is dead, too.
  known('YY 90168-1994', {
    implemented: '1994-11-01',
    replacedBy: [{ key: 'YY/T 90168-2007', implemented: '2008-03-01' }],
    ...recorded('废止'),
  }),
  known('YY/T 90168-2007', { implemented: '2008-03-01', ...recorded('废止') }),
  // Of what they replace there is no record.
  known(
    'GB 92021.4-2026',
    { issued: '2026-03-31', implemented: '2027-04-01', ...recorded('即将实施') },
    [{ key: 'GB 92021.4-2013' }],
  ),
  known(
    'GB 96920-2024',
    { issued: '2024-09-29', implemented: '2026-04-01', ...recorded('即将实施') },
    [{ key: 'GB 96920.1-2011' }],
  ),
  known('HY/T 0187.1-2024', { implemented: '2024-10-01', ...recorded('现行') }),
  known('HY/T 187.1-2015', { implemented: '2015-10-01', ...recorded('废止') }),
]);

const today = '2026-12-01';

function check(text: string | Uint8Array, day = today) {
  const list = typeof text === 'string' ? readListText(text) : readListFile(text);
  if ('zh' in list) throw new Error(list.zh);
  return [...checkRows(list.rows, library, day)];
}

const brief = (text: string | Uint8Array, day?: string) =>
  check(text, day).map(({ number, written, verdict }) =>
    [number ? formatNumber(number) : written, verdict].join(' '),
  );

const old = 'GB/T 90191—2008 replaced';
const current = 'GB/T 90191—2025 valid';
const sampling = 'GB/T 92828.1—2012 valid';

describe('a list as people write it', () => {
  it.each([
    ['GB/T 90191-2008/GB/T 92828.1-2012', [old, sampling]],
    ['GB/T 90191-2008／gb/t 92828.1-2012', [old, sampling]],
    ['GB/T 90191-2025+GB/T 92828.1-2012', [current, sampling]],
    ['GB/T 90191-2025&GB/T 92828.1-2012', [current, sampling]],
    ['GB/T 90191-2025 or GB/T 92828.1-2012', [current, sampling]],
    ['GB/T 90191-2025或92828.1-2012', [current, sampling]],
    ['GB/T 90191-2025/92828.1-2012', [current, sampling]],
    ['GB/T 90191-2025/2008', [current, old]],
    ['GB/T 90191-2025、2008', [current, old]],
    ['GB/T 90191-2025和2008年版', [current, old]],
    ['GB/T 90191-2025（2008）', [current, 'GB/T 90191—2008 question']],
    ['GB/T 90191-2025/ISO 92200', [current, 'ISO 92200 valid']],
    ['GB/T 90191-2025、JGJ l8-2012', [current, 'JGJ 18—2012 question']],
    ['GB/T 90191-2025a', [current, 'GB/T 90191-2025a unreadable']],
    ['GB/T 90191-2025、2、3', [current, '、2、3 unreadable']],
    ['GB/T 90191-2025《样例》第1号修改单', [current, 'GB/T 90191—2025/XG1 question']],
    ['T/ABC 1-2020/T/DEF 5-2020', ['T/ABC 1—2020 absent', 'T/DEF 5—2020 absent']],
    ['GB 94806.1～94806.3', ['GB 94806.1 absent', 'GB 94806.2 absent', 'GB 94806.3 absent']],
  ])('leaves out nothing of %s', (text, said) => {
    expect(brief(text)).toEqual(said);
  });

  it.each([
    ['GB/T 90191-2025/ISO 780:2015', 'GB/T 90191—2025/ISO 780:2015 valid'],
    ['GB/T 90191-2025(ISO 780:2015,IDT)', 'GB/T 90191—2025/ISO 780:2015 valid'],
    ['GB/T 90191-2025 包装3个、2个', current],
    ['DB9902/T 3-2022', 'DB9902/T 3—2022 absent'],
    ['ISO/IEC 90001:2020', 'ISO/IEC 90001:2020 absent'],
    ['T/ABC 1-2020', 'T/ABC 1—2020 absent'],
  ])('takes %s for one', (text, said) => {
    expect(brief(text)).toEqual([said]);
  });

  it.each([
    'GB/T 90191-20008',
    'GB/T 90191-12008',
    'GB/T 90191-2',
    'GB/T 90191-2 008',
    'GB/T 90191—二〇〇八',
    'GB/T 90191 08',
    'GB/T 90191（08）',
    'GB/T 90191-',
    'GB/T 90191 20008',
    'GB/T 901 91-2008',
    'GB/T 90191-1908',
    'GB/T 90191-2035',
  ])('asks what year is meant by %s', (text) => {
    expect(check(text).map(({ verdict }) => verdict)).toEqual(['question']);
  });

  it('names first the edition whose year is nearest to a slip', () => {
    expect(check('GB/T 90191-20008')[0]?.near[0]?.standard.key).toBe('GB/T 90191-2008');
  });

  it.each([
    'GB/T 90191（2008版）',
    'GB/T 90191 第2008版',
    'GB/T 90191·2008',
    '《GB/T 90191》2008',
    'GB/T 90191,2008,样例',
    'GB/T 90191\t样例\t2008',
    'GB/T 90\u00ad191-2008 样例',
    'GB/T 90191-\n2008',
    'GB/T 90191\n—2008',
    'GB/T\n90191-2008',
  ])('reads the year of %s', (text) => {
    expect(brief(text)[0]).toBe(old);
  });

  it('believes the column of years that a table names', () => {
    expect(brief('标准号\t名称\t年号\nGB/T 90191\t样例\t2019')).toEqual([
      'GB/T 90191—2019 other-edition',
    ]);
  });

  it('reads a line break inside a cell of CSV, and keeps the places of a spreadsheet', () => {
    const csv = '标准号,名称\r\n"GB/T\r\n90191-2008",样例\r\nGB/T 92828.1-2012,样例\r\n';
    const checked = check(new TextEncoder().encode(csv));
    expect(checked.map(({ place, verdict }) => [place, verdict])).toEqual([
      ['2', 'replaced'],
      ['3', 'valid'],
    ]);
  });

  it('asks where the zeros before a serial differ', () => {
    const [checked] = check('HY/T 187.1-2024');
    expect(checked?.verdict).toBe('question');
    expect(checked?.near.map(({ standard }) => standard.key)).toEqual(['HY/T 0187.1-2024']);
  });
});

describe('what records tell of editions that have none', () => {
  it.each([
    ['GB 92021.4-2013', '2026-12-01', 'valid', '2027-04-01'],
    ['GB 92021.4-2013', '2027-04-01', 'replaced', undefined],
    // Whether it was in force by then nobody tells.
    ['GB 92021.4-2013', '2014-01-01', 'unknown', undefined],
    ['GB 92021.4-2013', '2012-01-01', 'not-issued', undefined],
    ['GB 92021.4', '2026-12-01', 'valid', '2027-04-01'],
    ['GB 92021.4', '2027-04-01', 'valid', undefined],
    ['GB 96920.1-2011', '2026-12-01', 'replaced', undefined],
    ['GB 96920.1-2011', '2026-03-31', 'valid', '2026-04-01'],
    // The oldest edition here is of 2008; there were others.
    ['GB/T 90191', '2007-01-01', 'unknown', undefined],
    ['GB/T 90191', '2009-01-01', 'valid', '2026-03-01'],
  ])('%s on %s is %s', (text, day, verdict, until) => {
    const [checked] = check(text, day);
    expect([checked?.verdict, checked?.status?.until]).toEqual([verdict, until]);
  });

  it('says that what replaces a standard is dead itself', () => {
    const { heads, rows } = tabulate(check('YY 90168-1994'), 'zh');
    expect(rows[0]?.[heads.indexOf('代替它的标准')]).toBe('YY/T 90168—2007（废止）');
    expect(rows[0]?.[heads.indexOf('说明')]).toContain('库中没有现行的接替者');
  });

  it('gives the status of another edition in words and not as that of the one that is listed', () => {
    const { heads, rows } = tabulate(check('GB/T 90191-2019'), 'zh');
    expect(rows[0]?.[heads.indexOf('状态')]).toBe('');
    expect(rows[0]?.[heads.indexOf('说明')]).toContain('GB/T 90191—2025（现行）');
  });
});
