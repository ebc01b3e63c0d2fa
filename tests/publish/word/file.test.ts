import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportWord } from '#publish/word/export.ts';
import { findFaults, listElements, readParts, textOf } from '#tests/support/docx-faults.ts';
import type { XmlElement } from '#tests/support/docx-faults.ts';
import { writeFiles, writeStandard } from '../../support/temporary-library.ts';

const columns = Array.from({ length: 14 }, (_, at) => `Requirement${at + 1}`);
const wide = [columns, columns.map(() => '---'), columns.map((_, at) => `不应大于${at}`)]
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n');

const body = `
##

应按[#tab]、[#fig]、[#f]、[#a]和[#requirements]。[^note]

:::table[要求]{#tab unit="单位为毫米"}
| 项目 | 值[^a] |
|---|---|
| 长 | 1 |
| 宽 | 2 |

注：量三次。
[^a]: 取平均值。
:::

- 甲；
- 乙。

1. 甲：
   1. 一；
   2. 二；
2. 乙。

:::formula{#f}
$$
\\eta = \\frac{W_1}{W_2} \\times 100\\%
$$
:::

:::figure[外形]{#fig}
![一个方框](a.svg)
:::

:::table[很多项]{#many}
${wide}
:::

##

宽表之后的条。

[^note]: 文本的脚注。

# 附录（规范性） 方法 {#a}

## 步骤

:::table[附录的表]{#at}
| 甲 | 乙 |
|---|---|
| 1 | 2 |
:::

##

按步骤进行。

# 参考文献

- GB/T 2　样例
`;

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="red"/></svg>';

const folder = mkdtempSync(join(tmpdir(), 'biaolian-word-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function write(meta: string, more = body): Promise<Uint8Array> {
  writeFiles(folder, { 'index.md': writeStandard({ meta, body: more }), 'a.svg': drawing });
  const word = await exportWord(folder, 'zh');
  if (!word) throw new Error('no text');
  expect([word.formulas, word.figures]).toEqual([[], []]);
  return word.bytes;
}

let bytes: Uint8Array;
let parts: ReadonlyMap<string, XmlElement>;
let document: XmlElement;

beforeAll(async () => {
  bytes = await write('');
  parts = readParts(bytes);
  document = partOf('word/document.xml');
});

function partOf(name: string): XmlElement {
  const part = parts.get(name);
  if (!part) throw new Error(`no ${name}`);
  return part;
}

const paragraphs = () => listElements(document, 'w:p');
const styleOf = (paragraph: XmlElement) =>
  listElements(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? '';
const find = (style: string) => paragraphs().filter((each) => styleOf(each) === style);

describe('a Word file', () => {
  it('keeps to the rules of its format', () => {
    expect(findFaults(bytes)).toEqual([]);
  });

  it('is found out by the same rules where it does not', () => {
    const broken = new TextDecoder()
      .decode(unzipSync(bytes)['word/document.xml'])
      .replace('<w:pStyle w:val="chapter"/>', '<w:jc w:val="left"/><w:pStyle w:val="nowhere"/>');
    expect(broken).toContain('nowhere');
    const faults = findFaults(bytes, new Map([['word/document.xml', broken]]));
    expect(faults).toEqual([
      'word/document.xml: w:pStyle too late in w:pPr',
      'word/document.xml: w:pStyle nowhere',
    ]);
  });

  it('numbers by its styles, untitled clauses too', () => {
    const levels = listElements(partOf('word/numbering.xml'), 'w:lvl');
    const tied = levels.flatMap((level) => {
      const style = level.children.find(({ name }) => name === 'w:pStyle')?.attributes['w:val'];
      const shown = level.children.find(({ name }) => name === 'w:lvlText')?.attributes['w:val'];
      return style === undefined ? [] : [`${style} ${shown}`];
    });
    expect(tied).toEqual(
      expect.arrayContaining(['chapter %1', 'clause2 %1.%2', 'annex 附录%1', 'annex3 %1.%2.%3']),
    );
    const untitled = listElements(partOf('word/styles.xml'), 'w:style').find(
      ({ attributes }) => attributes['w:styleId'] === 'untitled2',
    );
    expect(untitled && listElements(untitled, 'w:basedOn')[0]?.attributes['w:val']).toBe('clause2');
    const own = find('untitled2').concat(find('chapter'), find('annexUntitled2'));
    expect(own.length).toBeGreaterThan(5);
    expect(own.flatMap((each) => listElements(each, 'w:numPr'))).toEqual([]);
  });

  it('has pages in Roman and in Arabic numerals, heads of odd and even pages with number and mark', () => {
    const sections = listElements(document, 'w:sectPr');
    const formats = sections.map(
      (section) => listElements(section, 'w:pgNumType')[0]?.attributes['w:fmt'],
    );
    expect(formats).toEqual([undefined, 'upperRoman', 'decimal', 'decimal', 'decimal']);
    const starts = sections.map(
      (section) => listElements(section, 'w:pgNumType')[0]?.attributes['w:start'],
    );
    expect(starts).toEqual([undefined, '1', '1', undefined, undefined]);
    for (const section of sections.slice(1)) {
      const kinds = ['w:headerReference', 'w:footerReference'].flatMap((name) =>
        listElements(section, name).map(({ attributes }) => attributes['w:type']),
      );
      expect(kinds).toEqual(['default', 'even', 'default', 'even']);
    }
    const settings = listElements(partOf('word/settings.xml')).map(({ name }) => name);
    expect(settings).toEqual(expect.arrayContaining(['w:evenAndOddHeaders', 'w:mirrorMargins']));
    const heads = [...parts].filter(([name]) => /^word\/header\d/.test(name));
    expect(heads).toHaveLength(8);
    for (const [, head] of heads) {
      expect(textOf(head)).toContain('DB9902/T 700—2024');
      expect(textOf(head)).toContain('样例 · Sample');
      expect(textOf(head)).toContain('以正式文本为准');
    }
  });

  it('has contents that can be read before they are updated', () => {
    const field = listElements(document, 'w:instrText').map(textOf);
    expect(field.filter((each) => each.startsWith('TOC'))).toEqual(['TOC \\h \\o "1-3" \\u']);
    const entries = paragraphs().filter((each) => /^TOC\d$/.test(styleOf(each)));
    const shown = entries.map((each) => listElements(each, 'w:hyperlink').map(textOf).join(''));
    expect(shown).toEqual(
      expect.arrayContaining(['前言', '1　范围', '附录A（规范性）　方法', 'A.1　步骤']),
    );
  });

  it('repeats heads of tables, divides no row, and turns the sheet for a wide one', () => {
    const tables = listElements(document, 'w:tbl');
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const rows = listElements(table, 'w:tr');
      expect(rows.map((row) => listElements(row, 'w:tblHeader').length)).toEqual(
        rows.map((_, at) => (at === 0 ? 1 : 0)),
      );
      for (const row of rows) expect(listElements(row, 'w:cantSplit')).toHaveLength(1);
    }
    const sizes = listElements(document, 'w:pgSz').map(
      ({ attributes }) => attributes['w:orient'] ?? 'portrait',
    );
    expect(sizes).toEqual(['portrait', 'portrait', 'portrait', 'landscape', 'portrait']);
    const blocks = listElements(document, 'w:body')[0]?.children ?? [];
    const turned = blocks.findIndex((each) =>
      listElements(each, 'w:pgSz').some(({ attributes }) => attributes['w:orient'] === 'landscape'),
    );
    const inside = blocks.slice(0, turned + 1).map(textOf);
    expect(inside.findLast((text) => text.startsWith('表2'))).toBe('表2　很多项');
    expect(textOf(blocks[turned + 1] ?? document)).toBe('宽表之后的条。');
  });

  it('refers by fields: counted by Word, copied from a title, or kept as a standard writes them', () => {
    const fields = listElements(document, 'w:fldSimple').map((field) => [
      textOf(field),
      /\\r/.test(field.attributes['w:instr'] ?? ''),
      field.attributes['w:fldLock'] ?? '',
    ]);
    const [, ...own] = fields;
    expect(own).toEqual([
      ['表1', false, ''],
      ['图1', false, ''],
      ['公式(1)', false, 'true'],
      ['附录A', true, ''],
      ['第4章', true, 'true'],
    ]);
    const marked = listElements(document, 'w:p').find((each) => styleOf(each) === 'table');
    const [start] = marked ? listElements(marked, 'w:bookmarkStart') : [];
    expect(start?.attributes['w:name']).toBe('bl_tab');
    const at = marked?.children.findIndex(({ name }) => name === 'w:bookmarkEnd') ?? 0;
    // What a field copies is the number alone.
    expect((marked?.children ?? []).slice(0, at).map(textOf).join('')).toBe('表1');
  });

  it('numbers the bibliography in brackets, and marks lists by letters, numbers and dashes', () => {
    const levels = listElements(partOf('word/numbering.xml'), 'w:abstractNum').map((list) =>
      listElements(list, 'w:lvlText').map(({ attributes }) => attributes['w:val']),
    );
    const marksOf = (style: string) =>
      find(style).map((paragraph) => {
        const value = (name: string) => listElements(paragraph, name)[0]?.attributes['w:val'];
        const number = listElements(partOf('word/numbering.xml'), 'w:num').find(
          ({ attributes }) => attributes['w:numId'] === value('w:numId'),
        );
        const list = number && listElements(number, 'w:abstractNumId')[0]?.attributes['w:val'];
        const at = listElements(partOf('word/numbering.xml'), 'w:abstractNum').findIndex(
          ({ attributes }) => attributes['w:abstractNumId'] === list,
        );
        return levels[at]?.[Number(value('w:ilvl'))];
      });
    expect(marksOf('entry')).toEqual(['[%1]']);
    expect(marksOf('dash')).toEqual(['——', '——']);
    expect(marksOf('letter')).toEqual(['%1)', '%1)']);
    expect(marksOf('number')).toEqual(['%2)', '%2)']);
  });

  it('has footnotes of the text at the foot, those of a table below it', () => {
    const notes = listElements(partOf('word/footnotes.xml'), 'w:footnote').map(textOf);
    expect(notes.filter((text) => text.trim() !== '')).toEqual([
      expect.stringContaining('文本的脚注。'),
    ]);
    expect(find('exhibitNote').map(textOf)).toEqual(['a　取平均值。']);
  });

  it('writes formulas as formulas, with their numbers behind points', () => {
    const [formula] = find('formula');
    expect(formula && listElements(formula, 'm:f')).toHaveLength(1);
    expect(formula && textOf(formula)).toMatch(/\(1\)$/);
    const style = listElements(partOf('word/styles.xml'), 'w:style').find(
      ({ attributes }) => attributes['w:styleId'] === 'formula',
    );
    expect(
      style &&
        listElements(style, 'w:tab').map(({ attributes }) => [
          attributes['w:val'],
          attributes['w:leader'],
        ]),
    ).toEqual([
      ['center', undefined],
      ['right', 'middleDot'],
    ]);
  });

  it('has a drawing and a picture of it, with words for whoever sees neither', () => {
    const [shown] = listElements(document, 'wp:docPr');
    expect(shown?.attributes['descr']).toBe('一个方框');
    const files = unzipSync(bytes);
    expect(new TextDecoder().decode(files['word/media/image1.svg'])).toBe(drawing);
    const picture = files['word/media/image1.png'];
    expect([...(picture ?? [])].slice(1, 4)).toEqual([80, 78, 71]);
    // More than the white point that stands where nothing could be drawn.
    expect(picture?.length).toBeGreaterThan(100);
  });

  it('says what it is in its properties and in which language', () => {
    const said = Object.fromEntries(
      listElements(partOf('docProps/core.xml')).map((each) => [each.name, textOf(each)]),
    );
    expect(said).toMatchObject({
      'dc:title': '样例标准700',
      'dc:subject': 'DB9902/T 700—2024',
      'dc:language': 'zh-CN',
      'dcterms:created': '2024-01-10T00:00:00Z',
    });
    const [language] = listElements(partOf('word/styles.xml'), 'w:lang');
    expect(language?.attributes['w:eastAsia']).toBe('zh-CN');
  });

  it('has the cover of a draft with its stage, open days and the request for patents where the stage asks', async () => {
    const coverOf = async (stage: string): Promise<readonly string[]> => {
      const draft = readParts(await write(`status: draft\n${stage}`, '')).get('word/document.xml');
      const all = draft ? listElements(draft, 'w:p') : [];
      return all.filter((each) => listElements(each, 'w:framePr').length > 0).map(textOf);
    };
    const request = '在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。';
    const asked = await coverOf('draftStage: 征求意见稿\n');
    expect(asked).toEqual(expect.arrayContaining(['（征求意见稿）', request]));
    const last = await coverOf('draftStage: 报批稿\n');
    expect(last).toContain('（报批稿）');
    expect(last).not.toContain(request);
    expect(await coverOf('')).toContain('（标准草案）');
  });
});
