import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '#core/text/index.ts';
import { readDraft } from '#import/draft/read-draft.ts';
import { readPlainPages } from '#import/pdf/lines.ts';
import { joinLines } from '#import/pdf/paragraphs.ts';
import { dropRunning } from '#import/pdf/running.ts';
import { openTypesetter } from '#publish/pdf/compiler.ts';
import { chooseFonts } from '#publish/pdf/fonts.ts';
import { printStandard } from '#publish/pdf/print.ts';
import { ROOT } from '#scripts/lib/tools.ts';
import { bodyOf, isBalanced, textOf } from '#tests/support/word-import.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Pages as a program writes them that takes text out of a PDF. */
const paper = [
  'ICS 03.220.20\n\n            样例标准\n\n            DB9902/T 71—2027\n',
  '            目　次\n1　范围 ........................... 1\n2　要求 ........................... 1\n                I\n',
  [
    '                      DB9902/T 71—2027',
    '1　范围',
    '  本文件规定了样例箱的要求、试验方法、检验规则和标志、包装、运输和贮',
    '存。',
    '  本文件适用于 temperature con-',
    'trolled box 的设计。',
    '2　要求',
    '2.1　外观',
    '                1',
  ].join('\n'),
  [
    '                      DB9902/T 71—2027',
    '  箱体外观应完好，容积应不小于 100 L，并应符合表 1 的规定，还应保持清',
    '洁。',
    '            表 1　限值',
    '                           单位为毫米',
    '     项目        限值        说明',
    '     长          300         外部尺寸',
    '                             不含把手',
    '     宽          200         外部尺寸',
    '  a)　门应能关严；',
    '  b)　锁应能锁上。',
    '                2',
  ].join('\n'),
].join('\f');

test('lines become paragraphs, and what repeats on pages goes', async () => {
  const draft = await readDraft(utf8(paper), '样例.txt', { issuer: '示范局' });
  if ('zh' in draft) throw new Error(draft.en);
  expect(isBalanced(draft)).toBe(true);
  expect(textOf(draft)).toContain('number: DB9902/T 71—2027\n');
  expect(bodyOf(draft)).toMatchInlineSnapshot(`
    "# 范围

    本文件规定了样例箱的要求、试验方法、检验规则和标志、包装、运输和贮存。

    本文件适用于 temperature con-

    trolled box 的设计。

    # 要求

    ## 外观

    箱体外观应完好，容积应不小于 100 L，并应符合[#xian-zhi] 的规定，还应保持清洁。

    :::table[限值]{unit="单位为毫米"}
    | 项目 | 限值 | 说明 |
    | - | - | - |
    | 长 | 300 | 外部尺寸不含把手 |
    | 宽 | 200 | 外部尺寸 |
    :::

    1. 门应能关严；
    2. 锁应能锁上。
    "
  `);
  expect(draft.report.left).toContainEqual(
    expect.objectContaining({ kind: 'guess', text: '项目 限值 说明', needsPerson: true }),
  );
  expect(draft.report.notices.map(({ en }) => en).join()).toContain('as well as can be');
});

test('a page number and a head are told by their places; the same words in the text stay', () => {
  const words = ['甲乙', '丙丁', '戊己', '庚辛'];
  const page = (at: number): string =>
    `样例 标准\n${words[at]}\n样例 标准\n${words[at]}说明\n${words[at]}止\n${at}`;
  const { pages, running } = dropRunning(readPlainPages([0, 1, 2, 3].map(page).join('\f')));
  expect(running).toEqual(['样例 标准', '1', '样例 标准', '2', '样例 标准', '3']);
  const kept = joinLines(pages).flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));
  for (const word of words) expect(kept.join('')).toContain(`${word}样例 标准${word}说明${word}止`);
});

test('an entry of a list of contents without pages is none of the text', async () => {
  const page = (text: string): string => `DB9902/T 71—2027\n${text}`;
  const pages = [
    'ICS 03.220.20\n\n            样例标准\n\n            DB9902/T 71—2027\n',
    page('目次\n前言\n1 范围\n2 要求\n附录A(资料性)样例\n参考文献\n'),
    page(
      '前言\n  本文件由示范局提出并归口。\n  本文件起草单位：甲厂。\n  本文件主要起草人：海澜。\n',
    ),
    page('样例标准\n1、范围\n  本文件规定了样例的要求。\n2 要求\n  样例应完整。\n  样例应清晰。\n'),
  ];
  const draft = await readDraft(utf8(pages.join('\f')), '样例.txt', { issuer: '示范局' });
  if ('zh' in draft) throw new Error(draft.en);
  // The foreword once, where it stands.
  expect(bodyOf(draft).match(/^#.*/gm)).toEqual(['# 前言', '# 范围', '# 要求']);
});

describe('what is no text is said in a sentence', () => {
  test.each([
    ['damaged', '%PDF-1.7\nnothing', 'damaged'],
    ['cut off', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n', 'damaged'],
    [
      'without text',
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
      'a scan',
    ],
  ])('%s', async (_, text, words) => {
    expect(await readDraft(utf8(text), 'a.pdf')).toMatchObject({
      en: expect.stringContaining(words) as string,
    });
  });
});

/** Typst with fonts; undefined on a machine that has no native package for it, or no Chinese fonts. */
const setting = await openTypesetter()
  .then((typesetter) => ({ typesetter, fonts: chooseFonts(typesetter) }))
  .catch(() => undefined);

describe.runIf(setting)('a standard that was printed', () => {
  test.each(['standards/local/db9902-t-12-2023', 'standards/enterprise/q-sfxs-010-2025'])(
    '%s comes back with all its clauses',
    async (path) => {
      if (!setting) return;
      const folder = join(ROOT, 'content', path);
      const printed = printStandard(setting.typesetter, {
        folder,
        language: 'zh',
        fonts: setting.fonts,
        notices: ['样例 · Sample'],
      });
      const draft = await readDraft(printed?.pdf ?? new Uint8Array(), 'a.pdf');
      if ('zh' in draft) throw new Error(draft.en);
      expect(isBalanced(draft)).toBe(true);
      const [back, source] = [textOf(draft), readFileSync(join(folder, 'index.md'), 'utf8')].map(
        (text) => parseDocument(text, { file: 'index.md' }),
      );
      const titles = (document: typeof back): readonly string[] =>
        (document?.clauses ?? []).map(({ address, title }) => `${address} ${title}`);
      expect(titles(back)).toEqual(titles(source));
    },
  );
});
