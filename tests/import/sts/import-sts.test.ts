import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importDraft } from '#import/draft/import-draft.ts';
import { readDraft } from '#import/draft/read-draft.ts';
import type { ImportedDraft } from '#import/draft/draft.ts';
import { readStsTree } from '#import/sts/tree.ts';
import { bodyOf, isBalanced, textOf } from '#tests/support/word-import.ts';

const file = (name: string): Uint8Array => readFileSync(`tests/import/sts/${name}`);
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');

async function take(name: string, options = {}): Promise<ImportedDraft> {
  const draft = await readDraft(file(name), name, options);
  if ('zh' in draft) throw new Error(draft.en);
  return draft;
}

const reasonsFor = ({ report }: ImportedDraft, text: RegExp): readonly string[] =>
  report.left.filter((left) => text.test(left.text)).map(({ why }) => why.en);

describe('a text of ISO', () => {
  it('comes over with its sections, terms, lists, tables, formulas, notes and references', async () => {
    const draft = await take('iso-english.xml', { number: 'DB9902/T 902—2031' });
    expect(bodyOf(draft)).toMatchInlineSnapshot(`
      "# Foreword

      This invented document was written for a test.

      # Introduction

      Lanterns sway; how far is worth knowing.

      # Scope

      This document specifies how the sway of a lantern is measured.

      # Normative references

      - ISO 80000-1　Quantities and units — Part 1: General

      # Terms and definitions

      ## sway | admitted: swing

      greatest distance of a hanging lantern ([#sec_3.2]) from its rest

      注：Sway is measured at the lower rim.

      [SOURCE: XSO 1, 3.4, modified]

      ## lantern {#sec_3.2}

      〈lighting〉light in a shell

      示例：A paper lantern.

      # Measurement

      ## Set-up

      Hang the lantern as [#fig_1] shows and as [#sec_A] tells.[^1] The wire shall have a diameter of 2 mm to 3 mm and:

      1. be of steel;
      2. not be twisted:
         1. by hand,
         2. by wind.

      :::figure[Set-up]{#fig_1}
      待补图

      1. wire
      :::

      [^1]: A wire will do.

      ## Evaluation

      The sway $s_{0}$ is given by [#formula_1]:

      :::formula{#formula_1}
      $$
      s_{0}=\\sqrt{\\frac{\\sum_{i=1}^{n}s_{i}^{2}}{n}}
      $$

      where

      - $n$ —— is the number of readings.
      :::

      :::table[Limits of sway]{unit="Dimensions in millimetres" headRows="2"}
      | Size | Sway | << |
      | :-: | - | - |
      | ^^ | still air | wind[^2] |
      | small<br>or flat | ≤ 5 | ≤ 50 |
      | large | ≤ 8 | ≤ 80 |

      注：Sizes are those of makers.

      [^2]: At 5 m/s.
      :::

      示例：Three readings of 4 mm give 4 mm.

      :::example
      Two paragraphs

      make a longer example.
      :::

      Words in a box.

      Underlined words and a bad link and <https://example.org/a>.

      See \\[1] and Clause 99. What is this?

      # Annex (informative) Hanging {#sec_A}

      ## Knots

      A knot can slip.

      # Bibliography

      - ISO 9001　Quality management systems — Requirements

      # Index
      "
    `);
    expect(isBalanced(draft)).toBe(true);
  });

  it('has its facts in the front matter, and the person before the file', async () => {
    const draft = await take('iso-english.xml', { number: 'DB9902/T 902—2031', title: '灯笼' });
    expect(draft.path).toBe('standards/local/db9902-t-902-2031');
    expect(textOf(draft).split('---')[1]).toMatchInlineSnapshot(`
      "
      number: DB9902/T 902—2031
      title: 灯笼
      titleEn: "Hanging lanterns — Sway in wind — Part 2: Measurement"
      status: draft
      issued: 2031-04-05
      ics:
        - "97.160"
      issuers:
        - XSO
      administeredBy:
        - XSO/TC 9
      foreword:
        patent: false
      "
    `);
  });

  it('loses nothing: what has no place is in the report, each with its reason', async () => {
    const draft = await take('iso-english.xml', { number: 'DB9902/T 902—2031' });
    expect(reasonsFor(draft, /^wobble$/)).toEqual([expect.stringContaining('deprecated')]);
    expect(reasonsFor(draft, /^Lanternes/)).toEqual([expect.stringContaining('title-wrap')]);
    expect(reasonsFor(draft, /^Nobody holds rights/)).toHaveLength(1);
    expect(reasonsFor(draft, /^price code: B$/)).toHaveLength(1);
    expect(reasonsFor(draft, /fig_1\.png/)).toEqual([expect.stringContaining('not beside')]);
    expect(reasonsFor(draft, /^javascript:/)).toEqual([expect.stringContaining('no web address')]);
    expect(reasonsFor(draft, /^Clause 99$/)).toEqual([expect.stringContaining('cross-reference')]);
    expect(reasonsFor(draft, /^What is this/)).toEqual([expect.stringContaining('mystery')]);
    expect(reasonsFor(draft, /^Words in a box/)).toEqual([expect.stringContaining('boxed-text')]);
    expect(reasonsFor(draft, /^≤ 8$/)).toEqual([expect.stringContaining('cell')]);
    expect(reasonsFor(draft, /^underline$/)).toEqual([expect.stringContaining('looks')]);
  });

  it('does not come into the library under a number of its own kind', async () => {
    const { path } = await take('iso-english.xml');
    expect(path).toMatchObject({ en: expect.stringContaining('XSO 90210-2:2031') });
  });
});

describe('a national text', () => {
  it('comes over with groups of terms, parts of figures, and lists in paragraphs', async () => {
    const draft = await take('national-chinese.xml', { attached: new Map([['front.svg', svg]]) });
    expect(textOf(draft)).toMatchInlineSnapshot(`
      "---
      number: DB9902/T 901—2031
      title: 灯笼　第2部分：摆幅的测量
      status: draft
      issued: 2031-04-05
      implemented: 2031-08-01
      ics:
        - "97.160"
      issuers:
        - 示范市市场监督管理局
      proposedBy:
        - 示范市灯彩行业协会
      administeredBy:
        - 示范市灯彩行业协会
      adopts:
        - number: ISO 90210-2:2030
          degree: MOD
          note: 增加了灯穗的规定
      foreword:
        patent: false
      ---

      # 前言 {#fw}

      灯笼为节庆所用。

      # 范围

      本文件描述了灯笼摆幅的测量方法。

      # 规范性引用文件

      # 术语和定义

      ## 一般术语 {.group}

      ### 摆幅 | sway {#t-sway}

      灯笼离开静止位置的最大距离

      [来源：GB/T 1234—2020，3.2，有修改]

      # 测量

      ##

      测量应在风速不大于0.5 m/s时进行，灯笼的悬挂见[#f1]，结果符合[#tb1]。

      ##

      读数不应少于5次。

      - 每次间隔1 min；
      - 剔除最大值。

      剔除以后取平均值。

      :::figure[悬挂]{#f1}
      ![正视](front.svg "正视")

      1. 挂绳
      2. 灯穗
      :::

      :::table[摆幅]{#tb1}
      | 大小 | 摆幅 |
      | - | - |
      | 不大于50 mm | << |
      | ^^ | << |

      注：没有人标它。
      :::

      注：灯穗不计。

      # 报告

      报告应写明读数。

      # 附录（规范性） 记录 {#an}

      记录表。
      "
    `);
    expect([...draft.files.keys()]).toEqual(['index.md', 'front.svg']);
    expect(isBalanced(draft)).toBe(true);
    expect(reasonsFor(draft, /side\.tif/)).toHaveLength(1);
    expect(reasonsFor(draft, /揺れ/)).toHaveLength(1);
    expect(reasonsFor(draft, /没有人标它/)).toHaveLength(1);
    expect(reasonsFor(draft, /^7$/)).toEqual([expect.stringContaining('printed as 5')]);
    expect(reasonsFor(draft, /^记录$/)).toEqual([expect.stringContaining('normative')]);
  });
});

const wrap = (inner: string, before = ''): Uint8Array =>
  new TextEncoder().encode(`${before}<standard><body><sec>${inner}</sec></body></standard>`);

describe('hostile files are refused by name, in both languages', () => {
  const laughs = `<!DOCTYPE standard [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;
  const refusals: readonly (readonly [string, Uint8Array, RegExp, RegExp])[] = [
    ['entities that grow', wrap('<p>&b;</p>', laughs), /实体/, /entit/],
    [
      'entities from elsewhere',
      wrap('<p>&x;</p>', '<!DOCTYPE standard [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      /实体/,
      /entit/,
    ],
    ['an entity that nobody declared', wrap('<p>&nbsp;</p>'), /实体/, /entit/],
    [
      'depth',
      wrap(`${'<sec>'.repeat(100_000)}${'</sec>'.repeat(100_000)}`),
      /嵌套超过 256/,
      /more than 256 deep/,
    ],
    ['size', new Uint8Array(100 * 1024 * 1024).fill(0x20), /24 MB/, /24 MB/],
    ['half a file', wrap('<p>').subarray(0, 30), /不是合格的 XML/, /not well-formed/],
    ['another document', new TextEncoder().encode('<html><p/></html>'), /html/, /html/],
    ['many elements', wrap('<p/>'.repeat(400_001)), /400000/, /400000/],
  ];
  it.each(refusals)('%s', (_, bytes, zh, en) => {
    const tree = readStsTree(bytes);
    expect(tree).toMatchObject({
      zh: expect.stringMatching(zh),
      en: expect.stringMatching(en),
    });
  });

  it('through the whole way too, where a process of its own reads', async () => {
    const refused = await importDraft(wrap('<p>&b;</p>', laughs), 'x.xml');
    expect(refused).toMatchObject({ en: expect.stringMatching(/entit/) });
    const spans =
      '<table-wrap><label>表1</label><table><tr><td colspan="99999" rowspan="99999">x</td></tr></table></table-wrap>';
    const taken = await importDraft(wrap(`<title>范围</title>${spans}`), 'x.xml', {
      number: 'DB9902/T 903—2031',
    });
    expect('zh' in taken).toBe(false);
  });
});
