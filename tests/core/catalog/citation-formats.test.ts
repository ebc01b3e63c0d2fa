import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  citationFormats,
  citeAll,
  citeBibtex,
  citeGbt7714,
  citeGbt7714Of2015,
  citeRis,
} from '#core/catalog/citation-formats.ts';
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

describe('GB/T 7714—2015', () => {
  const title = '水电工程水温实时监测系统技术规范';
  const number = 'NB/T 10386—2020';
  const administrators = ['水电规划设计总院'];

  test('body, title, number, [S], place and publisher, year: what is not known is said on paper only', () => {
    expect(citeGbt7714Of2015({ ...known, administrators })).toBe(
      `水电规划设计总院. ${title}: ${number}[S]. [出版地不详]: [出版者不详], 2020.`,
    );
    expect(citeGbt7714Of2015({ ...hosted, administrators })).toBe(
      `水电规划设计总院. ${title}: ${number}[S/OL]. 2020. ${hosted.url}.`,
    );
    expect(citeGbt7714Of2015({ number, title: 'Technical code' })).toBe(
      `Technical code: ${number}[S]. [S.l.]: [s.n.], 2020.`,
    );
  });

  test('bodies that issue stand in for one that administers; of more than three the first three are named', () => {
    expect(citeGbt7714Of2015(known)).toMatch(/^国家能源局\. 水电/);
    const many = ['甲', '乙', '丙', '丁'];
    expect(citeGbt7714Of2015({ ...known, issuers: many })).toMatch(/^甲, 乙, 丙, 等\. 水电/);
    expect(citeGbt7714Of2015({ ...known, title: 'Code', issuers: many })).toMatch(
      /^甲, 乙, 丙, et al\. Code: /,
    );
    expect(citeGbt7714Of2015({ ...known, issuers: many.slice(1) })).toMatch(/^乙, 丙, 丁\. 水电/);
  });

  test('the clause stands where the pages of a book do, the day of access in brackets behind it', () => {
    const seen = { ...hosted, accessed: '2026-11-29' };
    expect(citeGbt7714Of2015({ ...seen, clause: '6.4' })).toBe(
      `国家能源局. ${title}: ${number}[S/OL]. 2020: 6.4[2026-11-29]. ${hosted.url}.`,
    );
    expect(citeGbt7714Of2015(seen)).toContain('[S/OL]. 2020[2026-11-29]. http');
    expect(citeGbt7714Of2015({ ...known, clause: '6.4', accessed: '2026-11-29' })).toMatch(
      /: \[出版者不详\], 2020: 6\.4\.$/,
    );
    // Without a year there is no imprint to stand behind.
    expect(
      citeGbt7714Of2015({
        number: 'T/SF 1',
        title: '某',
        url: 'https://a.example/',
        clause: '6.4',
      }),
    ).toBe('某: T/SF 1[S/OL]. 6.4. https://a.example/.');
  });

  test('a sample and an edition that holds no longer say so behind it', () => {
    expect(citeGbt7714Of2015({ ...hosted, sample: 'zh', standing: '已被 B 代替' })).toBe(
      `${citeGbt7714Of2015(hosted)}（样例，不得引用为真实标准；已被 B 代替）`,
    );
  });
});

/** Fields of an entry of BibTeX by a reader that counts braces, as BibTeX does, and knows nothing of who wrote it. */
function readBibtex(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let at = text.indexOf(',') + 1;
  for (;;) {
    const head = /^\s*(\w+)\s*=\s*\{/.exec(text.slice(at));
    if (!head) break;
    const start = at + head[0].length;
    let [depth, end] = [1, start];
    for (; depth > 0; end += 1) {
      if (end >= text.length) throw new Error(`unclosed ${head[1]}`);
      if (text[end] === '\\') end += 1;
      else if (text[end] === '{') depth += 1;
      else if (text[end] === '}') depth -= 1;
    }
    const name = head[1] ?? '';
    if (fields.has(name)) throw new Error(`${name} twice`);
    fields.set(name, text.slice(start, end - 1));
    at = end + 1;
  }
  if (!/^\s*\}\s*$/.test(text.slice(at))) throw new Error(`left over: ${text.slice(at)}`);
  return fields;
}

/** Tags of one record of RIS in their order: two signs, two spaces, a hyphen, a space. */
function readRis(text: string): readonly (readonly [string, string])[] {
  const lines = text.split('\r\n').slice(0, -1);
  const tags = lines.map((line) => {
    const parts = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line);
    if (!parts) throw new Error(`no tag: ${line}`);
    return [parts[1] ?? '', parts[2] ?? ''] as const;
  });
  expect(tags[0]?.[0]).toBe('TY');
  expect(tags.findIndex(([tag]) => tag === 'ER')).toBe(tags.length - 1);
  return tags;
}

test('clause and day of access stand in the fields that other formats have for them, and read back', () => {
  const cited: CitedStandard = {
    ...hosted,
    titleEn: 'Technical code for {real-time} 50 % monitoring',
    clause: '6.4',
    accessed: '2026-11-29',
  };
  const bibtex = readBibtex(citeBibtex(cited));
  expect(Object.fromEntries(bibtex)).toMatchObject({
    title: '{水电工程水温实时监测系统技术规范}',
    titleaddon: String.raw`Technical code for \{real-time\} 50 \% monitoring`,
    chapter: '6.4',
    urldate: '2026-11-29',
    url: hosted.url,
  });
  expect(readRis(citeRis(cited))).toEqual(
    expect.arrayContaining([
      ['TI', cited.title],
      ['TT', cited.titleEn],
      ['SE', '6.4'],
      ['Y2', '2026/11/29'],
    ]),
  );
  const [item] = JSON.parse(citeAll([cited], 'csl')) as readonly unknown[];
  expect(item).toMatchObject({ section: '6.4', accessed: { 'date-parts': [[2026, 11, 29]] } });
  // Where the text is elsewhere, nothing of it was seen.
  for (const format of citationFormats) {
    expect(citeAll([{ ...known, accessed: '2026-11-29' }], format)).not.toMatch(/2026|urldate|Y2/);
  }
});

test('a title in another language than the original is told from it', () => {
  const cited = { ...hosted, title: 'Technical code', original: known.title };
  expect(readBibtex(citeBibtex(cited)).get('origtitle')).toBe(known.title);
  const ris = new Map(readRis(citeRis(cited)));
  expect([ris.get('TI'), ris.get('TT')]).toEqual([known.title, 'Technical code']);
  expect(JSON.parse(citeAll([cited], 'csl'))).toMatchObject([
    { title: 'Technical code', 'original-title': known.title },
  ]);
});

test('whatever the values hold, each format reads back as one entry', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (title, clause, body) => {
      const cited = { ...hosted, title, clause, issuers: [body], accessed: '2026-11-29' };
      const fields = readBibtex(citeBibtex(cited));
      expect(fields.get('url')).toBe(hosted.url);
      expect(new Map(readRis(citeRis(cited))).get('UR')).toBe(hosted.url);
      for (const format of ['gbt7714', 'gbt7714-2015'] as const) {
        expect(citeAll([cited], format).trimEnd()).not.toContain('\n');
      }
    }),
  );
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
