import { describe, expect, test } from 'vitest';
import { citeAll, citeBibtex, citeGbt7714, citeRis } from '#core/catalog/citation-formats.ts';
import type { CitedStandard } from '#core/catalog/citation-formats.ts';

const known: CitedStandard = {
  number: 'NB/T 10386—2020',
  title: '水电工程水温实时监测系统技术规范',
  issued: '2020-10-23',
  issuers: ['国家能源局'],
};
const hosted: CitedStandard = {
  ...known,
  url: 'https://standards.example/standards/nb-t-10386-2020/',
};

describe('GB/T 7714—2025', () => {
  test('number, ideographic space, title and [S]', () => {
    expect(citeGbt7714(known)).toBe('NB/T 10386—2020\u3000水电工程水温实时监测系统技术规范[S].');
  });

  test('a text that can be read on line gives its address', () => {
    expect(citeGbt7714(hosted)).toBe(
      'NB/T 10386—2020\u3000水电工程水温实时监测系统技术规范[S/OL]. https://standards.example/standards/nb-t-10386-2020/.',
    );
  });
});

describe('a clause, the day of access and an edition that holds no longer', () => {
  const day = '2026-11-29';
  const head = 'NB/T 10386—2020\u3000水电工程水温实时监测系统技术规范';

  test('stand where GB/T 7714 has the page of a book and the day of access', () => {
    const url = `${hosted.url}#limits`;
    for (const [clause, title] of [
      ['6.4', known.title],
      ['第4章', known.title],
      ['Clause 4', 'Technical code'],
    ] as const) {
      expect(citeGbt7714({ ...hosted, title, clause, accessed: day, url })).toBe(
        `NB/T 10386—2020\u3000${title}[S/OL]: ${clause}[2026-11-29]. ${url}.`,
      );
    }
    expect(citeGbt7714({ ...hosted, accessed: day })).toBe(
      `${head}[S/OL]. [2026-11-29]. ${hosted.url}.`,
    );
    expect(citeGbt7714({ ...known, accessed: day })).toBe(`${head}[S].`);
  });

  test.each([
    ['zh', '已被 NB/T 10386—2030 代替', '（样例，不得引用为真实标准；已被 NB/T 10386—2030 代替）'],
    [
      'en',
      'superseded by NB/T 1—2030',
      ' (sample, not a real standard; superseded by NB/T 1—2030)',
    ],
  ] as const)('what a reader must know stands behind it, %s', (sample, standing, said) => {
    expect(citeGbt7714({ ...hosted, sample, standing })).toBe(citeGbt7714(hosted) + said);
    for (const format of ['bibtex', 'ris', 'csl'] as const) {
      expect(citeAll([{ ...hosted, standing }], format)).toContain(standing);
    }
  });
});

describe('BibTeX', () => {
  test('is a standard with its number, body and day', () => {
    expect(citeBibtex(hosted)).toBe(`@standard{nb-t-10386-2020,
  title = {{水电工程水温实时监测系统技术规范}},
  number = {NB/T 10386—2020},
  organization = {{国家能源局}},
  year = {2020},
  date = {2020-10-23},
  url = {https://standards.example/standards/nb-t-10386-2020/},
}`);
  });

  test('no value can end its field', () => {
    const entry = citeBibtex({ number: 'GB 1—2020', title: 'A}, note = {x\n50 % & \\more' });
    expect(entry).toContain('title = {{A\\}, note = \\{x 50 \\% \\& \\textbackslash{}more}}');
    expect(entry).not.toContain('organization');
  });
});

describe('RIS', () => {
  test('one field a line, ended by ER', () => {
    expect(citeRis(hosted).split('\r\n')).toEqual([
      'TY  - STAND',
      'TI  - 水电工程水温实时监测系统技术规范',
      'SN  - NB/T 10386—2020',
      'AU  - 国家能源局',
      'PY  - 2020',
      'DA  - 2020/10/23',
      'UR  - https://standards.example/standards/nb-t-10386-2020/',
      'ER  - ',
      '',
    ]);
  });

  test('a title with a line break cannot start a field', () => {
    const lines = citeRis({ number: 'GB 1—2020', title: 'A\r\nUR  - https://evil.example/' }).split(
      '\r\n',
    );
    expect(lines.filter((line) => line.startsWith('UR'))).toEqual([]);
  });
});

test('a list is one file; CSL-JSON parses back', () => {
  expect(citeAll([known, hosted], 'gbt7714').trim().split('\n')).toHaveLength(2);
  expect(citeAll([known, hosted], 'ris').match(/^ER {2}- $/gm)).toHaveLength(2);
  expect(citeAll([known, hosted], 'bibtex').match(/@standard/g)).toHaveLength(2);
  expect(JSON.parse(citeAll([{ number: 'T/SF 1', title: '某' }, hosted], 'csl'))).toEqual([
    { id: 'T/SF 1', type: 'standard', number: 'T/SF 1', title: '某' },
    {
      id: 'NB/T 10386—2020',
      type: 'standard',
      number: 'NB/T 10386—2020',
      title: '水电工程水温实时监测系统技术规范',
      author: [{ literal: '国家能源局' }],
      issued: { 'date-parts': [[2020, 10, 23]] },
      URL: 'https://standards.example/standards/nb-t-10386-2020/',
    },
  ]);
});

describe('a sample', () => {
  const sample: CitedStandard = { ...hosted, sample: 'zh' };
  const note = '样例，不得引用为真实标准';

  test('says so after the reference, in brackets of the language', () => {
    expect(citeGbt7714(sample)).toBe(`${citeGbt7714(hosted)}（${note}）`);
    expect(citeGbt7714({ ...sample, sample: 'en' })).toBe(
      `${citeGbt7714(hosted)} (sample, not a real standard)`,
    );
  });

  test('has a note in every other format, which a real standard has not', () => {
    expect(citeBibtex(sample)).toContain(`\n  note = {${note}},\n`);
    expect(citeRis(sample)).toContain(`\r\nN1  - ${note}\r\nER  - `);
    expect(JSON.parse(citeAll([sample], 'csl'))).toMatchObject([{ note }]);
    for (const format of ['bibtex', 'ris', 'csl'] as const) {
      expect(citeAll([hosted], format)).not.toMatch(/note|N1/);
    }
  });
});
