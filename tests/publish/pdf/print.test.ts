import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#core/model/standard.ts';
import { parseDocument } from '#core/text/index.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { resolveLabels } from '#core/text/meaning/mentions.ts';
import { openTypesetter } from '#publish/pdf/compiler.ts';
import type { Typesetter } from '#publish/pdf/compiler.ts';
import { chooseFonts, NoFonts } from '#publish/pdf/fonts.ts';
import type { Fonts } from '#publish/pdf/fonts.ts';
import { printStandard } from '#publish/pdf/print.ts';
import { READS_PDF } from '../../support/paper.ts';
import { readInk, readPdf } from '../../support/read-pdf.ts';
import type { ReadPdf } from '../../support/read-pdf.ts';
import { makeFolder, writeFiles, writeStandard } from '../../support/temporary-library.ts';

/** Typst with fonts; undefined on a machine that has no native package for it, or no Chinese fonts. */
const setting = await openTypesetter().then(
  (typesetter) => {
    try {
      return { typesetter, fonts: chooseFonts(typesetter) };
    } catch (error) {
      if (error instanceof NoFonts) return undefined;
      throw error;
    }
  },
  () => undefined,
);

function print(folder: string, language: Language = 'zh') {
  const { typesetter, fonts } = setting as { typesetter: Typesetter; fonts: Fonts };
  const result = printStandard(typesetter, { folder, language, fonts, notices: ['说明'] });
  if (!result?.pdf) throw new Error(result?.errors.join() ?? 'no text');
  return { ...result, pdf: result.pdf, read: readPdf(result.pdf) };
}

function printText(body: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = makeFolder();
  writeFiles(folder, { 'index.md': writeStandard({ body }), ...files });
  return print(folder);
}

const squeeze = (text: string): string => text.replaceAll(/\s+/g, '');
/** A word of an English text may be parted at the end of a line. */
const unite = (text: string): string => squeeze(text).replaceAll('-', '');

/** No ink is nearer to the side of a sheet, in points; the blank half of a mark at the end of a line may be. */
const least = 50;

/** The number printed at the foot of each sheet, or nothing. */
const feetOf = ({ lines }: ReadPdf): readonly string[] =>
  lines.map((sheet) => {
    const foot = sheet.findLast((line) => line.includes('样例 · Sample')) ?? '';
    return /^([IVX]+|\d+) | ([IVX]+|\d+)$/.exec(foot)?.slice(1).find(Boolean) ?? '';
  });

/** The text of all sheets without their heads and feet, and without blanks. */
const bodyOf = ({ lines }: ReadPdf, number: string): string =>
  squeeze(
    lines
      .flat()
      .filter((line) => line !== number && !line.includes('样例 · Sample'))
      .join('\n'),
  );

/** Pieces of a text between its marks, as they are printed. */
function piecesOf(document: ParsedDocument): readonly string[] {
  return document.runs
    .filter(({ math = [], place }) => math.length === 0 && place !== 'heading')
    .flatMap(({ text }) =>
      resolveLabels(text, document.labels).split(/[，。；：、（）]|(?<=Note|Example): /),
    )
    .map((piece) => unite(piece).replace(/\.$/, ''))
    .filter((piece) => !/^(?:[<^]{2}|注|示例|Note|Example)?$/.test(piece));
}

describe.skipIf(!READS_PDF || !setting)('the PDF of a standard', () => {
  const folder = 'content/standards/local/db9902-t-12-2023';
  const number = 'DB9902/T 12—2023';
  let whole: ReturnType<typeof print>;
  beforeAll(() => {
    whole = print(folder);
  });

  it('meets PDF/UA-1 as far as Typst can tell, and names title, language and tags', () => {
    const { accessible, notes, read, pdf, pages } = whole;
    expect({ accessible, notes }).toEqual({ accessible: true, notes: [] });
    expect(read.facts.get('Tagged')).toBe('yes');
    expect(read.facts.get('Title')).toBe(`${number} 冷链物流企业温度控制规范`);
    expect(read.facts.get('Pages')).toBe(String(pages));
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Lang ?\(zh-CN\)/);
  });

  it('has each entry of the contents on the page that is printed behind it', () => {
    const { sheets, lines, bookmarks } = whole.read;
    const feet = feetOf(whole.read);
    const listed = lines
      .slice(2, (bookmarks[0]?.sheet ?? 0) - 1)
      .flat()
      .flatMap((line) => {
        const [, title = '', page = ''] =
          /^(.+?)[ .]*(?:\. ?){5,} *([IVX]+|\d+)$/.exec(line.trim()) ?? [];
        return title === '' ? [] : [`${squeeze(title)} ${page}`];
      });
    const printed = bookmarks
      .filter(({ title }) => !/^3\.\d/.test(title))
      .map(({ title, sheet }) => `${squeeze(title)} ${feet[sheet - 1] ?? ''}`);
    expect(printed.length).toBeGreaterThan(40);
    expect(listed).toEqual(printed);
    for (const { title, sheet } of bookmarks) {
      const name = squeeze(title)
        .replace(/^[\d.]+/, '')
        .replace(/^附录.（...）/, '');
      expect(squeeze(sheets[sheet - 1] ?? ''), title).toContain(name);
    }
  });

  it('counts the first pages in Roman numerals, then from 1 on, on the side of its sheet', () => {
    const { sheets } = whole.read;
    const feet = feetOf(whole.read);
    expect(feet.slice(0, 2)).toEqual(['', '']);
    const start = sheets.findIndex((sheet) =>
      squeeze(sheet).includes('冷链物流企业温度控制规范1范围'),
    );
    expect(start % 2).toBe(0);
    expect(feet.slice(2, start)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI'].slice(0, start - 2));
    expect(feet.slice(start)).toEqual(sheets.slice(start).map((_, at) => String(at + 1)));
    const heads = whole.read.words.filter(({ text }) => text === 'DB9902/T');
    for (const sheet of sheets.slice(2).keys()) {
      const head = heads.find((word) => word.sheet === sheet + 3);
      expect((head?.left ?? 0) > 300, `sheet ${sheet + 3}`).toBe(sheet % 2 === 0);
    }
  });

  it('is marked on each page', () => {
    for (const sheet of whole.read.sheets) {
      expect(sheet).toContain('样例 · Sample');
      expect(sheet).toContain('以正式文本为准');
    }
  });

  it('embeds parts of fonts only', () => {
    expect(whole.read.fonts.length).toBeGreaterThan(2);
    for (const font of whole.read.fonts) {
      expect(font).toMatchObject({ embedded: true, subset: true });
      expect(font.name).toMatch(/^[A-Z]{6}\+/);
    }
    expect(whole.pdf.length).toBeLessThan(600_000);
  });

  it('has cover, annexes on pages of their own, and an end', () => {
    const { sheets } = whole.read;
    const cover = squeeze(sheets[0] ?? '');
    for (const said of [
      'ICS55.220',
      'CCSA85',
      '示范市地方标准',
      squeeze(number),
      '代替DB9902/T12—2018',
      'Specificationfortemperaturecontrol',
      '2023-05-10发布',
      '2023-08-10实施',
      '示范市市场监督管理局',
    ]) {
      expect(cover).toContain(said);
    }
    const annexes = sheets.filter((sheet) =>
      /^(?:DB9902\/T 12—2023 )?附录 ?[ABC] （(?:规范|资料)性）/.test(sheet),
    );
    expect(annexes).toHaveLength(3);
  });

  it.each([
    ['local/db9902-t-12-2023', 'zh', 'DB9902/T 12—2023'],
    ['enterprise/q-sfzd-004-2026', 'zh', 'Q/SFZD 004—2026'],
    ['group/t-sfjd-005-2024', 'en', 'T/SFJD 005—2024'],
  ] as const)('of %s (%s) holds all of its text, within the margins', (path, language, own) => {
    const place = join('content/standards', path);
    const { read, notes } = print(place, language);
    expect(notes).toEqual([]);
    const mark = language === 'zh' ? '以正式文本为准' : 'The official text prevails';
    expect(read.sheets.filter((sheet) => !sheet.includes(`样例 · Sample ${mark}`))).toEqual([]);
    const feet = feetOf(read).slice(2);
    const start = feet.indexOf('1');
    expect(start % 2).toBe(0);
    expect(feet.slice(start)).toEqual(feet.slice(start).map((_, at) => String(at + 1)));
    expect(feet.slice(0, start)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI'].slice(0, start));
    const source = (name: string) => readFileSync(join(place, name), 'utf8');
    const chinese = parseDocument(source('index.md'), { file: 'index.md' });
    const document =
      language === 'zh'
        ? chinese
        : parseDocument(source('index.en.md'), {
            file: 'index.en.md',
            language,
            original: chinese.meta,
          });
    const printed = unite(bodyOf(read, own));
    const pieces = piecesOf(document);
    expect(pieces.length).toBeGreaterThan(200);
    const lost = pieces.filter((piece) => !printed.includes(piece));
    expect(lost).toEqual([]);
    for (const { left, right, width, text } of read.words) {
      expect(left, text).toBeGreaterThan(least);
      expect(right, text).toBeLessThan(width - least);
    }
  });

  it('says on each further sheet of a table that it goes on, under its head', () => {
    const rows = Array.from(
      { length: 120 },
      (_, at) => `| row${at}end | ${'值'.repeat(20)} |`,
    ).join('\n');
    const { read, accessible } = printText(
      `\n:::table[很长的表]{#long unit="单位为毫米"}\n| 头一 | 头二 |\n| --- | --- |\n${rows}\n\n注：表注。\n:::\n\n见[#long]。\n`,
    );
    expect(accessible).toBe(true);
    const held = read.sheets.filter((sheet) => /row\d+end/.test(sheet)).map(squeeze);
    expect(held.length).toBeGreaterThan(2);
    held.forEach((sheet, at) => {
      expect(sheet).toContain(
        at === 0 ? '表1很长的表单位为毫米头一头二row0end' : '表1（续）单位为毫米头一头二row',
      );
      expect(sheet.includes('表1很长的表')).toBe(at === 0);
    });
    expect(held.join(' ').match(/row\d+end/g)).toHaveLength(120);
  });

  it('turns the sheet for a wide table, and breaks a word that no cell has room for', () => {
    const line = (text: string) => `| ${Array.from({ length: 10 }, () => text).join(' | ')} |`;
    const { read } = printText(
      `\n:::table[宽]{#wide}\n${line('ABCDEFGHIJ')}\n${line('---')}\n${line('1')}\n:::\n\n:::table[长词]{#word}\n| 甲 | 乙 |\n| --- | --- |\n| ${'x'.repeat(300)} | https://example.org/${'abc/'.repeat(60)} |\n:::\n`,
    );
    const across = new Set(read.words.filter(({ width }) => width > 800).map(({ sheet }) => sheet));
    expect(across.size).toBe(1);
    expect(squeeze(read.sheets[[...across][0] ?? 0] ?? '')).not.toContain('ABCDEFGHIJ');
    for (const { left, right, width } of read.words) {
      expect(left).toBeGreaterThan(least);
      expect(right).toBeLessThan(width - least);
    }
    expect(squeeze(read.sheets.join('')).replaceAll(/[^x]/g, '').length).toBeGreaterThanOrEqual(
      300,
    );
  });

  it('prints what would be markup or code of Typst to the letter', () => {
    const hostile = [
      '#read("/etc/passwd")',
      '"] #panic("x") ["',
      String.raw`\"; #panic()`,
      '$x$ @label <label>',
      '// comment /* c */',
      '`raw` *strong* _emph_',
      '= heading - list + enum / term: x',
      "'quotes' -- --- ...",
      '#{ let x = 1 }',
      '#import "x.typ"',
      '&lt; % ~ ^ | !',
    ];
    const escape = (text: string) => text.replaceAll(/[\p{P}\p{S}]/gu, String.raw`\$&`);
    const lines = hostile.map((text, at) => `起${at}${escape(text)}止${at}`);
    const cells = hostile.map((text, at) => `| 格${at}${escape(text)}末${at} |`).join('\n');
    const { read } = printText(
      `\n${lines.join('\n\n')}\n\n:::table[${escape('#"题')}]{#t}\n| 头 |\n| --- |\n${cells}\n:::\n\n~~~\n${hostile.join('\n')}\n~~~\n`,
    );
    const printed = squeeze(read.sheets.join(''));
    hostile.forEach((text, at) => {
      expect(printed).toContain(squeeze(`起${at}${text}止${at}`));
      expect(printed).toContain(squeeze(`格${at}${text}末${at}`));
      expect(printed.split(squeeze(text)).length).toBeGreaterThanOrEqual(4);
    });
  });

  it('sets what nobody would write, and says what is not as it should be', () => {
    const odd = printText(
      `\n[甲](https://example.org/${'a'.repeat(9000)})\n\n${'> '.repeat(60)}深\n\n${Array.from({ length: 40 }, (_, at) => `${'  '.repeat(at)}- 层`).join('\n')}\n\n值$\\color{red}{a}$、$\\boxed{b}$、$c_1$。\n\n:::figure[没有文字的图]{#f}\n![](a.svg)\n:::\n`,
      {
        'a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0L9 9"/></svg>',
      },
    );
    expect(odd.formulae).toEqual(['\\color{red}{a}', '\\boxed{b}']);
    expect(odd).toMatchObject({ accessible: true, notes: [], figures: [] });
    expect(squeeze(odd.read.sheets.join(''))).toContain('\\boxed{b}');

    const unknown = printText('\n甲\u2FE0乙。\n');
    expect(unknown.accessible).toBe(false);
    expect(unknown.notes.join()).toMatch(/font|display/i);
  });

  it('prints a formula that cannot be set as it is written, and leaves out a figure that is none', () => {
    const { read, formulae, figures } = printText(
      '\n值$a_1$。\n\n:::figure[图]{#f}\n![坏图](bad.png)\n:::\n',
      {
        'bad.png': Buffer.from('\x89PNG\r\n\x1a\nnothing', 'latin1'),
      },
    );
    expect({ formulae, figures }).toEqual({ formulae: [], figures: ['bad.png'] });
    expect(squeeze(read.sheets.join(''))).toContain('坏图');
  });

  it('keeps lines clear of a high formula between them', () => {
    const { pdf, read } = printText(
      '\n上一行。\n\n:::formula{#f}\n$$\nV = \\frac{\\frac{a}{b}}{\\frac{c}{d}}\n$$\n:::\n\n下一行。\n',
    );
    const sheet = read.sheets.findIndex((text) => text.includes('上一行')) + 1;
    const bands = readInk(pdf, sheet).filter(([top]) => top < 700);
    // The two lines are the last bands as high as letters are; the strokes of the formula lie between them.
    const isLine = ([top, bottom]: readonly [number, number]): boolean =>
      bottom - top > 8 && bottom - top < 12;
    const below = bands.findLastIndex(isLine);
    const above = bands.slice(0, below).findLastIndex(isLine);
    expect(below - above).toBeGreaterThan(3);
    const gap = (at: number): number => (bands[at + 1]?.[0] ?? 0) - (bands[at]?.[1] ?? 0);
    expect(gap(above)).toBeGreaterThan(5);
    expect(gap(below - 1)).toBeGreaterThan(5);
  });
});

describe.skipIf(!setting)('fonts', () => {
  it('that are asked for and not here are named', () => {
    const { typesetter } = setting as { typesetter: Typesetter };
    expect(() => chooseFonts(typesetter, 'No Such Song,No Such Hei')).toThrow(NoFonts);
    const { text, title } = chooseFonts(typesetter);
    const chosen = chooseFonts(typesetter, title[0]);
    expect(chosen.text[0]).toBe(title[0]);
    expect(text[0]).not.toBe('');
  });

  it('that are chosen are those that the file has', () => {
    const { typesetter, fonts } = setting as { typesetter: Typesetter; fonts: Fonts };
    const folder = makeFolder();
    writeFiles(folder, { 'index.md': writeStandard() });
    const namesWith = (asked: string): string => {
      const own = chooseFonts(typesetter, asked);
      const result = printStandard(typesetter, { folder, language: 'zh', fonts: own });
      if (!result?.pdf) throw new Error(result?.errors.join() ?? 'no text');
      return readPdf(result.pdf)
        .fonts.map(({ name }) => squeeze(name))
        .join();
    };
    const [song = '', hei = ''] = [fonts.text[0], fonts.title[0]];
    const family = (name: string): string => squeeze(name).replace(/(?:SC|CN)$/, '');
    expect(namesWith(song)).not.toContain(family(hei));
    expect(namesWith(hei)).not.toContain(family(song));
    expect(namesWith(`${hei},${song}`)).toContain(family(song));
  });

  it('are wanted: without any for Chinese nothing is printed', () => {
    const none: Typesetter = {
      ...(setting as { typesetter: Typesetter }).typesetter,
      findMissing: (families) => families,
    };
    expect(() => chooseFonts(none)).toThrow(NoFonts);
  });
});
