import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const asOf = '2026-06-01';
const open = (dir: string, cache: string): Promise<Library> => openLibrary({ dir, cache, asOf });
const rulesOf = (library: Library): readonly string[] =>
  library.diagnostics.map(({ rule }) => rule);

describe('bad input gives one clear finding, and the rest of the library is there', () => {
  const cases: readonly (readonly [string, Record<string, string | Uint8Array>, string])[] = [
    ['broken YAML', { [standardPath(1)]: '---\nnumber: [x\n---\n\n# 范围\n' }, 'front-matter-yaml'],
    [
      'an unknown key',
      { [standardPath(1)]: writeStandard({ serial: 1, meta: 'colour: red\n' }) },
      'front-matter-unknown-key',
    ],
    [
      'a 5 MB line',
      { [standardPath(1)]: writeStandard({ serial: 1, body: `\n${'x'.repeat(5_000_000)}\n` }) },
      'text-too-long',
    ],
    [
      'a file that is not UTF-8',
      { [standardPath(1)]: new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xb1, 0xea, 0xd7, 0xbc]) },
      'encoding',
    ],
    [
      'a missing figure',
      {
        [standardPath(1)]: writeStandard({
          serial: 1,
          body: '\n##\n\n外形见[#f]。\n\n:::figure[外形]{#f}\n![外形](none.svg)\n:::\n',
        }),
      },
      'figure-missing',
    ],
    [
      'HTML with a script',
      { [standardPath(1)]: writeStandard({ serial: 1, body: '\n<script>alert(1)</script>\n' }) },
      'html-neutralised',
    ],
    [
      'a link to javascript:',
      { [standardPath(1)]: writeStandard({ serial: 1, body: '\n##\n\n[看](javascript:x)\n' }) },
      'link-unsafe',
    ],
    [
      'a ragged table',
      {
        [standardPath(1)]: writeStandard({
          serial: 1,
          body: '\n##\n\n限值见[#t]。\n\n:::table[限值]{#t}\n| 甲 | 乙 |\n| --- | --- |\n| 1 |\n:::\n',
        }),
      },
      'table-ragged',
    ],
    [
      'an SVG with a script',
      {
        [standardPath(1)]: writeStandard({
          serial: 1,
          body: '\n##\n\n外形见[#f]。\n\n:::figure[外形]{#f}\n![外形](a.svg)\n:::\n',
        }),
        'standards/local/db9902-t-1-2024/a.svg': '<svg><script>x</script></svg>',
      },
      'figure-active',
    ],
    [
      'a catalogue row without a number',
      { 'catalogue/a.csv': 'number,title,as_of\n不是编号,名称,2026-01-01\n' },
      'catalogue-row',
    ],
    ['a vocabulary that is cut off', { 'vocabulary/chains.yaml': '- { id: A B' }, 'vocabulary'],
    ['words without a code', { 'vocabulary/ics.csv': 'code,zh,en\n01,"综合\n' }, 'vocabulary'],
    ['a catalogue without a head', { 'catalogue/a.csv': 'GB/T 1-2020,甲\n' }, 'catalogue-csv'],
    ['an index.md that is a folder', { 'standards/local/a/index.md/x': '' }, 'folder-unreadable'],
    ['a vocabulary that is none', { 'vocabulary/chains.yaml': '- {id: A B}\n' }, 'vocabulary'],
  ];

  it.each(cases)('%s', async (_, files, rule) => {
    const dir = makeFolder();
    writeFiles(dir, { [standardPath()]: writeStandard(), ...files });
    const library = await open(dir, makeFolder());
    expect(rulesOf(library).filter((found) => found === rule)).toHaveLength(1);
    const found = library.diagnostics.find((diagnostic) => diagnostic.rule === rule);
    expect(found?.severity).toBe('error');
    expect(found?.message.zh).not.toBe('');
    expect(found?.message.en).not.toBe('');
    // No words of a parser or of the system, and nothing a terminal would print as �.
    expect(found?.message.zh).not.toMatch(/\p{Cc}|[a-z]+ [a-z]+ [a-z]+/u);
    expect(library.rows.map(({ key }) => key)).toContain('DB9902/T 700-2024');
  });

  it('words of another shape are said to be so as a whole', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath()]: writeStandard(),
      'vocabulary/catalogue-coverage.yaml': '- 甲\n',
    });
    const { diagnostics } = await open(dir, makeFolder());
    expect(diagnostics.find(({ rule }) => rule === 'vocabulary')?.message).toMatchObject({
      zh: expect.stringContaining('整个文件 不合要求'),
      en: expect.stringContaining('the whole file: '),
    });
  });

  it('a code of the catalogue that is none: it is left out, and its row stays', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath()]: writeStandard(),
      'catalogue/a.csv':
        'number,title,ccs,ics,as_of\nGB/T 90001-2020,样例,/S952;A14,1.x;01.140,2026-01-01\n',
    });
    const { catalog, diagnostics } = await open(dir, makeFolder());
    expect(diagnostics.filter(({ rule }) => rule === 'catalogue-code')).toMatchObject(
      [
        { rule: 'catalogue-code', severity: 'warning', message: { zh: /1\.x/ } },
        { rule: 'catalogue-code', severity: 'warning', message: { zh: /S952/ } },
      ].map(({ message, ...finding }) => ({
        ...finding,
        message: { zh: expect.stringMatching(message.zh) },
      })),
    );
    expect(catalog.byKey('GB/T 90001-2020')).toMatchObject({ ccs: ['A14'], ics: ['01.140'] });
  });

  it('a chain that is not in the vocabulary', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1, meta: 'chains: [coldchain]\n' }),
      'vocabulary/chains.yaml': '- { id: cold-chain, zh: 冷链物流, en: Cold chain }\n',
    });
    const { diagnostics } = await open(dir, makeFolder());
    expect(diagnostics).toMatchObject([
      {
        rule: 'chain-unknown',
        range: { start: { line: 11 } },
        hint: { zh: '是不是想写 cold-chain？' },
      },
    ]);
  });

  it('two standards with one number', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath()]: writeStandard(),
      'standards/local/copy/index.md': writeStandard(),
    });
    const library = await open(dir, makeFolder());
    expect(rulesOf(library)).toContain('number-duplicate');
    expect(library.catalog.entries).toHaveLength(1);
  });

  it('a cycle of replacements', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1, meta: 'replaces: [DB9902/T 2—2024]\n' }),
      [standardPath(2)]: writeStandard({ serial: 2, meta: 'replaces: [DB9902/T 1—2024]\n' }),
    });
    const library = await open(dir, makeFolder());
    expect(rulesOf(library)).toContain('replacement-cycle');
  });

  it('an empty folder', async () => {
    const library = await open(makeFolder(), makeFolder());
    expect(rulesOf(library)).toEqual(['library-empty']);
  });

  it('all findings at once, in the order of files and lines', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath(1)]: '---\nnumber: x\n---\n',
      [standardPath(2)]: writeStandard({ serial: 2, body: '\n<b>x</b>\n\n[看](javascript:x)\n' }),
    });
    const { diagnostics } = await open(dir, makeFolder());
    const places = diagnostics.map(
      ({ file, range }) => `${file}:${String(range.start.line).padStart(4)}`,
    );
    expect(places).toEqual(places.toSorted());
    expect(new Set(diagnostics.map(({ file }) => file)).size).toBe(2);
  });
});

describe('the cache', () => {
  const prepare = async () => {
    const dir = makeFolder();
    const cache = makeFolder();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }),
      [standardPath(2)]: writeStandard({ serial: 2 }),
    });
    const first = await open(dir, cache);
    return { dir, cache, first };
  };
  const filesBelow = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  it('compiles only what changed', async () => {
    const { dir, cache, first } = await prepare();
    expect(first.compiled).toBe(2);
    expect((await open(dir, cache)).compiled).toBe(0);
    writeFiles(dir, {
      [standardPath(2)]: writeStandard({ serial: 2, body: '\n##\n\n样例应轻便。\n' }),
    });
    const again = await open(dir, cache);
    expect(again.compiled).toBe(1);
    expect(again.body('db9902-t-2-2024').text.clauses.at(-1)?.text).toBe('样例应轻便。');
  });

  it('forgets a standard that is gone', async () => {
    const { dir, cache } = await prepare();
    rmSync(join(dir, 'standards/local/db9902-t-1-2024'), { recursive: true });
    expect((await open(dir, cache)).rows.map(({ slug }) => slug)).toEqual(['db9902-t-2-2024']);
  });

  it('gives the same rows and bodies warm as cold', async () => {
    const { dir, cache, first } = await prepare();
    const warm = await open(dir, cache);
    expect(warm.rows).toEqual(first.rows);
    expect(warm.body('db9902-t-1-2024')).toEqual(
      (await open(dir, makeFolder())).body('db9902-t-1-2024'),
    );
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['altered', (bytes: Buffer) => Buffer.from(bytes.toString().replace('样例', '假例'))],
    ['emptied', () => Buffer.alloc(0)],
    ['replaced by rubbish', () => Buffer.from('{"not": "ours"}')],
  ])('is rebuilt, not believed, when a file of it is %s', async (_, damage) => {
    const { dir, cache, first } = await prepare();
    for (const path of filesBelow(cache)) writeFileSync(path, damage(readFileSync(path)));
    const again = await open(dir, cache);
    expect(again.rows).toEqual(first.rows);
    expect(again.body('db9902-t-1-2024').text.clauses.map(({ text }) => text)).toContain(
      '样例应完整。',
    );
  });

  it('makes a body again that was lost after opening', async () => {
    const { dir, cache } = await prepare();
    const library = await open(dir, cache);
    rmSync(cache, { recursive: true });
    expect(library.body('db9902-t-1-2024').number).toBe('DB9902/T 1—2024');
  });

  it('is the same from several processes as from one', async () => {
    const dir = makeFolder();
    for (let serial = 1; serial <= 30; serial++) {
      writeFiles(dir, { [standardPath(serial)]: writeStandard({ serial }) });
    }
    const many = await open(dir, makeFolder());
    expect(many.compiled).toBe(30);
    expect(many.rows).toHaveLength(30);
    const few = makeFolder();
    writeFiles(few, { [standardPath(7)]: writeStandard({ serial: 7 }) });
    const alone = await open(few, makeFolder());
    expect(many.rows.find(({ slug }) => slug === 'db9902-t-7-2024')).toEqual(alone.rows[0]);
  });
});

describe('statuses across the library', () => {
  it('follow dates and relations on the day asked for', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath(5, 2020)]: writeStandard({ serial: 5, year: 2020 }),
      [standardPath(5, 2026)]: writeStandard({
        serial: 5,
        year: 2026,
        meta: 'replaces: [DB9902/T 5—2020]\n',
      }),
    });
    const cache = makeFolder();
    const statusOn = async (day: string) => {
      const { catalog } = await openLibrary({ dir, cache, asOf: day });
      return catalog.entries.map((entry) => catalog.statusOf(entry).status);
    };
    expect(await statusOn('2026-02-01')).toEqual(['现行', '即将实施']);
    expect(await statusOn('2026-04-01')).toEqual(['被代替', '现行']);
  });
});
