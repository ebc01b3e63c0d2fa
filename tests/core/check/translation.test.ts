import { describe, expect, it } from 'vitest';
import { checkTranslation } from '#core/check/index.ts';
import { parseDocument } from '#core/text/index.ts';

const zh =
  '# 范围\n\n甲。\n\n# 要求 {#req}\n\n## 外观 {#look}\n\n乙。\n\n:::table[表]{#tab}\n| a |\n| - |\n| b |\n:::\n\n# 参考文献\n';
const en =
  '# Scope\n\nA.\n\n# Requirements {#req}\n\n## Look {#look}\n\nB.\n\n:::table[Table]{#tab}\n| a |\n| - |\n| b |\n:::\n\n# Bibliography\n';

const compare = (translation: string) =>
  checkTranslation(
    parseDocument(zh, { file: 'index.md' }),
    parseDocument(translation, { file: 'index.en.md', language: 'en' }),
  ).map(({ file, message, range }) => `${file}:${range.start.line} ${message.en}`);

describe('a translation', () => {
  it('has the anchors of its original', () => {
    expect(compare(en)).toEqual([]);
  });

  it('is told which id differs, which clause is missing and which is too many', () => {
    expect(compare(en.replace('{#look}', '{#appearance}'))).toEqual([
      'index.en.md:7 2.1 has the id appearance, in the Chinese text it is look',
    ]);
    expect(compare(en.replace(/:::table[^]*?:::\n\n/, ''))).toEqual([
      'index.en.md:1 表1 of the Chinese text is missing',
    ]);
    expect(compare(`${en}\n# Annex (normative) More {#more}\n`)).toEqual([
      'index.en.md:19 Annex A does not exist in the Chinese text',
    ]);
  });

  it('is told where Chinese was left, at its words, in the text and in its front matter', () => {
    expect(compare(en.replace('B.', 'The 样例 is complete.'))).toEqual([
      'index.en.md:9 Chinese is left in the English text: “样例”',
    ]);
    expect(compare(en.replace('| b |', '| 乙 |'))).toEqual([
      'index.en.md:14 Chinese is left in the English text: “乙”',
    ]);
    expect(compare(`---\nlanguage: en\ndrafters: [海澜]\n---\n\n${en}`)).toEqual([
      'index.en.md:1 Chinese is left in the English text: “海澜”',
    ]);
  });

  it('tells in English what the foreword tells in Chinese, item by item', () => {
    const head = (lines: string) =>
      `---\nnumber: DB9902/T 1—2026\ntitle: 甲\nissuers: [乙]\n${lines}\n---\n\n${zh}`;
    const english = (lines: string) => `---\nlanguage: en\n${lines}\n---\n\n${en}`;
    const said = (chinese: string, translation: string) => {
      const original = parseDocument(head(chinese), { file: 'index.md' });
      const { meta } = original;
      return checkTranslation(
        original,
        parseDocument(english(translation), {
          file: 'index.en.md',
          language: 'en',
          original: meta,
        }),
      ).map(({ rule, message }) => `${rule}: ${message.en}`);
    };
    const changes = 'foreword: { changes: [增加了甲, 删除了乙], history: [2020年首次发布] }';
    expect(
      said(changes, 'foreword: { changes: [a added, b deleted], history: [first in 2020] }'),
    ).toEqual([]);
    expect(said('sample: true', 'translationNote: A translation.')).toEqual([]);
    const named = english('draftedBy: ["A Co., Ltd.", "School B, University C"]');
    expect(parseDocument(named, { file: 'index.en.md', language: 'en' }).diagnostics).toEqual([]);
    expect(said(changes, 'foreword: { changes: [a added] }')).toEqual([
      'translation-foreword: foreword.changes has 2 in the Chinese text and 1 in the English one',
      'translation-foreword: foreword.history has 1 in the Chinese text and 0 in the English one',
    ]);
    expect(said('foreword: { part: 本文件是第1部分。 }', 'translationNote: A.')).toEqual([
      'translation-foreword: foreword.part has 1 in the Chinese text and 0 in the English one',
    ]);
  });
});
